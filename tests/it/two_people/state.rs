//! What is on a map, as a front end keeps it, and how it merges two versions of it.

use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The kind of an entry, and its id; a kind with one entry has none.
pub(super) type Key = (&'static str, String);

pub(super) fn key(kind: &'static str, id: &str) -> Key {
    (kind, id.to_owned())
}

/// The entries on a map, each with the members that are written.
pub(super) type State = BTreeMap<Key, Value>;

/// The lists of a map with the members that these two write.
const LISTS: [(&str, &[&str]); 4] = [
    ("persons", &["alias"]),
    ("supporters", &["personId", "closeness", "tension"]),
    ("ties", &["supporterIds", "strength"]),
    ("agreements", &["text", "supporterId", "status"]),
];

/// A map as it was read: what is on it, and the tag of each entry.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    pub(super) state: State,
    pub(super) tags: BTreeMap<Key, String>,
    pub(super) version: i64,
}

impl Seen {
    pub(super) fn of(map: &Value) -> Self {
        let word = |of: &Value, name: &str| of[name].as_str().unwrap().to_owned();
        let mut seen = Self { version: version(map["etag"].as_str().unwrap()), ..Self::default() };
        seen.note(key("head", ""), json!({ "theme": map["theme"] }), word(map, "headEtag"));
        seen.note(key("needs", ""), json!({ "needs": map["needs"] }), word(map, "needsEtag"));
        for (kind, members) in LISTS {
            for entry in map[kind].as_array().unwrap() {
                let written = members.iter().map(|name| ((*name).to_owned(), entry[*name].clone()));
                seen.note((kind, word(entry, "id")), Value::Object(written.collect()), word(entry, "etag"));
            }
        }
        seen
    }

    pub(super) fn note(&mut self, key: Key, entry: Value, tag: String) {
        self.state.insert(key.clone(), entry);
        self.tags.insert(key, tag);
    }
}

/// The number of a tag of the whole map.
pub(super) fn version(tag: &str) -> i64 {
    tag.trim_matches('"').parse().unwrap()
}

/// Sets some members of an entry.
pub(super) fn set(state: &mut State, key: &Key, members: &Value) {
    let entry = state.get_mut(key).unwrap().as_object_mut().unwrap();
    entry.extend(members.as_object().unwrap().clone());
}

/// Whether an entry refers to this supporter.
fn refers(entry: &Value, supporter: &str) -> bool {
    let is_it = |id: &Value| id == supporter;
    is_it(&entry["supporterId"]) || entry["supporterIds"].as_array().is_some_and(|ids| ids.iter().any(is_it))
}

/// Removes an entry and what refers to it: of a supporter the ties, the agreements, and the person. Returns what was removed.
pub(super) fn remove(state: &mut State, key: &Key) -> BTreeSet<Key> {
    let mut gone = BTreeSet::from([key.clone()]);
    if key.0 == "supporters" {
        let person = state[key]["personId"].as_str().unwrap().to_owned();
        gone.insert(("persons", person));
        gone.extend(state.iter().filter(|(_, entry)| refers(entry, &key.1)).map(|(key, _)| key.clone()));
    }
    state.retain(|key, _| !gone.contains(key));
    gone
}

/// Whether one side changed an entry since, or anything that refers to it.
fn changed(base: &State, side: &State, key: &Key) -> bool {
    let differs = |key: &Key| base.get(key) != side.get(key);
    let refer = |(other, entry): (&Key, &Value)| key.0 == "supporters" && refers(entry, &key.1) && differs(other);
    differs(key) || side.iter().any(refer)
}

/// Merges two versions of the same map member by member: what one side changed stays, even if the other removed it;
/// of what both changed, mine stays. Persons are named by their supporters.
pub(super) fn merge(base: &State, mine: &State, theirs: &State, aliases: &BTreeMap<String, Value>) -> State {
    let keys: BTreeSet<_> = mine.keys().chain(theirs.keys()).filter(|key| key.0 != "persons").collect();
    let mut merged = State::new();
    for key in keys {
        let kept = match (base.get(key), mine.get(key), theirs.get(key)) {
            (Some(was), Some(mine), Some(theirs)) => Some(members(was, mine, theirs)),
            (Some(_), Some(kept), None) => changed(base, mine, key).then(|| kept.clone()),
            (Some(_), None, Some(kept)) => changed(base, theirs, key).then(|| kept.clone()),
            (None, mine, theirs) => mine.or(theirs).cloned(),
            (Some(_), None, None) => None,
        };
        merged.extend(kept.map(|entry| (key.clone(), entry)));
    }
    // Both sides may have tied the same pair: one tie is enough.
    let twice = |key: &Key, entry: &Value| theirs.get(key).is_none() && tied(theirs, entry);
    merged.retain(|key, entry| key.0 != "ties" || !twice(key, entry));
    let placed: Vec<_> = merged.values().filter_map(|entry| entry["personId"].as_str().map(str::to_owned)).collect();
    for person in placed {
        let key = ("persons", person);
        let alias = match (base.get(&key), mine.get(&key), theirs.get(&key)) {
            (was, Some(mine), _) if was != Some(mine) => mine.clone(),
            (_, _, Some(theirs)) => theirs.clone(),
            _ => json!({ "alias": aliases[&key.1] }),
        };
        merged.insert(key, alias);
    }
    merged
}

/// Whether these two are tied.
pub(super) fn tied(state: &State, tie: &Value) -> bool {
    state.iter().any(|(key, entry)| key.0 == "ties" && entry["supporterIds"] == tie["supporterIds"])
}

fn members(was: &Value, mine: &Value, theirs: &Value) -> Value {
    let mut merged = theirs.clone();
    for (name, value) in mine.as_object().unwrap() {
        if was[name] != *value {
            merged[name] = value.clone();
        }
    }
    merged
}

/// The body that saves this state. It names only persons whose alias changed: the others stay as they are.
pub(super) fn content(state: &State, base: &State, mine: &State) -> Value {
    let list = |kind: &str, of: &State| -> Vec<Value> {
        let entries = of.iter().filter(|(key, _)| key.0 == kind);
        let with_id = |((_, id), entry): (&Key, &Value)| {
            let mut entry = entry.clone();
            entry["id"] = json!(id);
            entry
        };
        entries.map(with_id).collect()
    };
    let named = mine.iter().filter(|(key, entry)| key.0 == "persons" && base.get(*key) != Some(*entry));
    let named = named.map(|(key, entry)| (key.clone(), entry.clone())).collect();
    json!({
        "theme": state[&key("head", "")]["theme"], "needs": state[&key("needs", "")]["needs"],
        "persons": list("persons", &named), "supporters": list("supporters", state), "ties": list("ties", state),
        "agreements": list("agreements", state),
    })
}

/// Fails unless everything is there that either side wrote and neither removed.
pub(super) fn assert_nothing_lost(base: &State, mine: &State, theirs: &State, after: &State, removed: &BTreeSet<Key>) {
    let wrote = |side: &State, key: &Key, name: &str| match (base.get(key), side.get(key)) {
        (Some(was), Some(entry)) => was[name] != entry[name],
        (None, Some(_)) => true,
        (_, None) => false,
    };
    let is_twice = |entry: &Value| entry["supporterIds"].is_array() && tied(theirs, entry);
    for (key, entry) in theirs {
        let Some(now) = after.get(key) else {
            // A person stays the client's, on the map or not.
            assert!(key.0 == "persons" || removed.contains(key), "{key:?} is lost: {entry}");
            continue;
        };
        for (name, value) in entry.as_object().unwrap() {
            let overwritten = wrote(mine, key, name) || !wrote(theirs, key, name);
            assert!(overwritten || now[name] == *value, "{name} of {key:?} is lost: {value}");
        }
    }
    for (key, entry) in mine.iter().filter(|(key, entry)| base.get(*key) != Some(*entry)) {
        let Some(now) = after.get(key) else {
            assert!(key.0 == "persons" || is_twice(entry), "what was written offline is lost: {key:?} {entry}");
            continue;
        };
        for (name, value) in entry.as_object().unwrap() {
            assert!(!wrote(mine, key, name) || now[name] == *value, "{name} of {key:?} is lost: {value}");
        }
    }
}
