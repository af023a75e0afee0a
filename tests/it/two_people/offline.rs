//! What a player changes offline, and how it is saved afterwards.

use super::Game;
use super::state::{Key, Seen, State, assert_nothing_lost, content, key, merge, remove, set};
use crate::support::id;
use serde_json::json;
use std::collections::BTreeSet;

/// A working copy of the map, and the map as it was read when the player came back online.
pub(super) struct Offline {
    pub(super) mine: State,
    pub(super) removed: BTreeSet<Key>,
    pub(super) theirs: Option<Seen>,
}

impl Offline {
    pub(super) fn of(seen: State) -> Self {
        Self { mine: seen, removed: BTreeSet::new(), theirs: None }
    }
}

impl Game {
    /// Changes the working copy only.
    pub(super) fn edit(&mut self, mine: &mut State, removed: &mut BTreeSet<Key>) {
        match self.numbers.below(6) {
            0 => {
                let (person, mut entry, alias) = (id().to_string(), self.answers(), self.word());
                entry["personId"] = json!(person);
                mine.insert(key("supporters", &id().to_string()), entry);
                mine.insert(key("persons", &person), json!({ "alias": alias }));
            }
            1 => {
                let supporter = self.entry(mine, &["supporters"]).map(|(_, id)| id);
                let entry = json!({ "text": self.word(), "supporterId": supporter, "status": "planned" });
                mine.insert(key("agreements", &id().to_string()), entry);
            }
            2 => {
                if let Some(key) = self.entry(mine, &["supporters", "ties", "agreements"]) {
                    removed.extend(remove(mine, &key));
                }
            }
            _ => {
                let kinds = ["head", "needs", "persons", "supporters", "ties", "agreements"];
                let kind = *self.numbers.of(&kinds);
                if let Some(key) = self.entry(mine, &[kind]) {
                    let members = self.members(&key);
                    set(mine, &key, &members);
                }
            }
        }
    }

    /// Saves the merge of the two versions, unless the map changed since it was read.
    pub(super) async fn save(&mut self, who: usize, Offline { mine, removed, theirs }: Offline) -> State {
        let theirs = theirs.unwrap();
        let base = self.players[who].seen.state.clone();
        let merged = merge(&base, &mine, &theirs.state, &self.aliases);
        let tag = format!("\"{}\"", theirs.version);
        let body = content(&merged, &base, &mine);
        let answer = self.players[who].client.put(&format!("{}/content", self.map), &tag, body).await;
        if theirs.version != self.truth.version {
            answer.problem(412, "stale");
            self.count("saved too late");
            self.players[who].offline = Some(Offline { mine, removed, theirs: None });
            return self.truth.state.clone();
        }
        let seen = Seen::of(&answer.expect(200).json());
        assert_nothing_lost(&base, &mine, &theirs.state, &seen.state, &removed);
        let renamed = mine.iter().filter(|(key, entry)| key.0 == "persons" && base.get(*key) != Some(*entry));
        self.aliases.extend(renamed.map(|((_, id), entry)| (id.clone(), entry["alias"].clone())));
        self.count(if theirs.state == base { "saved" } else { "merged" });
        self.players[who].seen = seen;
        merged
    }
}
