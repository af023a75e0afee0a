//! Random content: saved as a whole it is read back equal; saved again as it was read, it changes nothing.

use crate::support::{App, Client, Db, both_databases, id};
use domain::Text;
use domain::vocabulary::{
    AgreementStatus, Availability, BuiltInSupport, Closeness, ContactFrequency, Direction, LifeDomain, Relationship,
};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::string::string_regex;
use proptest::test_runner::{Config, TestRunner};
use rstest_reuse::apply;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tokio::runtime::Handle;

/// How many people there are to place.
const PEOPLE: usize = 7;
/// How many agreements there are to make, each with a status that stays.
const AGREEMENTS: usize = AgreementStatus::CODES.len();

/// The ids that contents are made of: the next content names some that are on the map, and some that are new.
#[derive(Clone, Debug)]
struct Pool {
    persons: Vec<String>,
    /// A person who was removed from the map may return as another supporter.
    supporters: Vec<[String; 2]>,
    ties: BTreeMap<(String, String), [String; 2]>,
    agreements: Vec<String>,
}

impl Pool {
    fn new() -> Self {
        let ids = |n: usize| (0..n).map(|_| id().to_string()).collect::<Vec<_>>();
        let supporters: Vec<_> = (0..PEOPLE).map(|_| [id().to_string(), id().to_string()]).collect();
        let all: Vec<_> = supporters.iter().flatten().cloned().collect();
        let pairs = all.iter().flat_map(|one| all.iter().map(move |other| (one.clone(), other.clone())));
        let ties = pairs.map(|pair| (pair, [id().to_string(), id().to_string()])).collect();
        Self { persons: ids(PEOPLE), supporters, ties, agreements: ids(AGREEMENTS) }
    }
}

fn text(longest: usize) -> impl Strategy<Value = String> {
    let any = string_regex(&format!("[^\\p{{Cc}}\\x{{2028}}\\x{{2029}}]{{0,{longest}}}")).unwrap();
    // At least one visible character, and normalized as a stored line is.
    (any, select(vec!["x", "é", "'", "\"", "\\", "%", "Ж", "漢", "👩‍👧"]))
        .prop_map(|(around, visible)| Text::<10_000, false>::new(format!("{around}{visible}")).unwrap().into())
}

fn word(codes: &'static [&'static str]) -> impl Strategy<Value = Value> {
    option::of(select(codes)).prop_map(|word| json!(word))
}

fn maybe<S: Strategy<Value: serde::Serialize>>(value: S) -> impl Strategy<Value = Value> {
    option::of(value).prop_map(|value| json!(value))
}

fn person() -> impl Strategy<Value = Value> {
    let words = (word(Relationship::CODES), word(LifeDomain::CODES));
    (text(60), words, maybe(text(20)), maybe(text(20)), maybe(text(300))).prop_map(
        |(alias, (relationship, domain), phone, email, note)| {
            json!({ "alias": alias, "relationship": relationship, "lifeDomain": domain, "phone": phone, "email": email,
                "note": note })
        },
    )
}

fn supports() -> impl Strategy<Value = Value> {
    let types = btree_set(select(BuiltInSupport::CODES), 0..=BuiltInSupport::CODES.len());
    let answers = vec((word(Direction::CODES), word(Availability::CODES)), BuiltInSupport::CODES.len());
    maybe((types, answers).prop_map(|(types, answers)| {
        let supports = types.into_iter().zip(answers);
        let supports = supports.map(|(code, (direction, availability))| {
            json!({ "supportType": code, "direction": direction, "availability": availability })
        });
        supports.collect::<Vec<_>>()
    }))
}

fn answers() -> impl Strategy<Value = Value> {
    let placed = (word(Closeness::CODES), maybe(0..=359_i16), word(ContactFrequency::CODES));
    (placed, maybe(0..=4_u8), maybe(0..=4_u8), supports()).prop_map(
        |((closeness, angle, frequency), tension, burden, supports)| {
            json!({ "closeness": closeness, "contactFrequency": frequency, "tension": tension, "burden": burden,
                "supports": supports, "angle": angle })
        },
    )
}

/// Of each person: whether they are on the map, as which supporter, their data and their answers.
fn people() -> impl Strategy<Value = Vec<(bool, bool, Value, Value)>> {
    vec((any::<bool>(), any::<bool>(), person(), answers()), PEOPLE)
}

fn day() -> impl Strategy<Value = Value> {
    maybe((2020..2040_i32, 1..=12_u32, 1..=28_u32).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}")))
}

fn content(pool: Pool) -> impl Strategy<Value = Value> {
    let map = (text(40), maybe(any::<bool>()), maybe(any::<bool>()), day());
    let ties = vec((0..PEOPLE, 0..PEOPLE, any::<bool>(), maybe(0..=4_u8)), 0..12);
    let needs = (btree_set(select(BuiltInSupport::CODES), 0..=5), vec(0..=3_u8, 5));
    let agreed = (any::<bool>(), text(200), option::of(0..PEOPLE), word(BuiltInSupport::CODES), day());
    (map, people(), ties, needs, vec(agreed, AGREEMENTS)).prop_map(move |(map, people, ties, needs, agreed)| {
        let placed: Vec<_> = people
            .iter()
            .enumerate()
            .filter(|(_, (there, ..))| *there)
            .map(|(n, (_, other, person, answers))| (n, &pool.supporters[n][usize::from(*other)], person, answers))
            .collect();
        let supporter_of = |n: usize| placed.iter().find(|(of, ..)| *of == n).map(|(_, id, ..)| (*id).clone());
        let with = |base: &Value, more: Value| {
            let mut all = base.as_object().unwrap().clone();
            all.extend(more.as_object().unwrap().clone());
            Value::from(all)
        };
        let mut tied = BTreeMap::new();
        for (one, other, which, strength) in ties {
            let (Some(one), Some(other)) = (supporter_of(one), supporter_of(other)) else { continue };
            let pair = (one.clone().min(other.clone()), one.max(other));
            if pair.0 != pair.1 {
                let id = &pool.ties[&pair][usize::from(which)];
                let tie = json!({ "id": id, "supporterIds": [pair.1, pair.0], "strength": strength });
                tied.insert(pair, tie);
            }
        }
        let agreements = agreed.into_iter().enumerate().filter(|(_, agreed)| agreed.0).map(|(n, agreed)| {
            let (_, text, whom, support_type, due) = agreed;
            json!({ "id": pool.agreements[n], "text": text, "supporterId": whom.and_then(supporter_of),
                "supportType": support_type, "dueOn": due, "status": AgreementStatus::CODES[n] })
        });
        json!({
            "theme": map.0,
            "everyoneNamed": map.1,
            "everyTieNamed": map.2,
            "reviewOn": map.3,
            "persons": placed.iter().map(|(n, _, person, _)| with(person, json!({ "id": pool.persons[*n] })))
                .collect::<Vec<_>>(),
            "supporters": placed.iter()
                .map(|(n, id, _, answers)| with(answers, json!({ "id": id, "personId": pool.persons[*n] })))
                .collect::<Vec<_>>(),
            "ties": tied.into_values().collect::<Vec<_>>(),
            "needs": needs.0.into_iter().zip(needs.1).map(|(code, level)| json!({ "supportType": code, "level": level }))
                .collect::<Vec<_>>(),
            "agreements": agreements.collect::<Vec<_>>(),
        })
    })
}

const MAP: [&str; 4] = ["theme", "everyoneNamed", "everyTieNamed", "reviewOn"];
const PERSON: [&str; 7] = ["id", "alias", "relationship", "lifeDomain", "phone", "email", "note"];
const SUPPORTER: [&str; 8] =
    ["id", "personId", "closeness", "contactFrequency", "tension", "burden", "supports", "angle"];
const TIE: [&str; 3] = ["id", "supporterIds", "strength"];
const NEED: [&str; 2] = ["supportType", "level"];
const AGREEMENT: [&str; 6] = ["id", "text", "supporterId", "supportType", "dueOn", "status"];

/// These members, all of them, in an order of their own: what a content says, without timestamps and without its order.
fn members(of: &Value, names: &[&str]) -> Value {
    let member = |name: &&str| {
        let mut value = of[*name].clone();
        if let Some(items) = value.as_array_mut() {
            items.sort_by_key(Value::to_string);
        }
        ((*name).to_owned(), value)
    };
    names.iter().map(member).collect::<serde_json::Map<_, _>>().into()
}

/// What a content, or a map that was read, says.
fn said(of: &Value) -> Value {
    let mut said = members(of, &MAP);
    let kinds: [(&str, &[&str]); 5] = [
        ("persons", &PERSON),
        ("supporters", &SUPPORTER),
        ("ties", &TIE),
        ("needs", &NEED),
        ("agreements", &AGREEMENT),
    ];
    for (kind, names) in kinds {
        let mut items: Vec<_> = of[kind].as_array().unwrap().iter().map(|item| members(item, names)).collect();
        items.sort_by_key(Value::to_string);
        said[kind] = items.into();
    }
    said
}

/// A map as it was read, without what every save bumps.
fn unstamped(map: &Value) -> Value {
    let mut map = map.clone();
    for stamp in ["etag", "updatedAt"] {
        map.as_object_mut().unwrap().remove(stamp);
    }
    map
}

async fn saved_and_read(coach: &Client, map: &str, content: Value) {
    let put = async |content: &Value| {
        let etag = coach.get(map).await.expect(200).etag();
        coach.put(&format!("{map}/content"), &etag, content.clone()).await.expect(200)
    };
    let answered = put(&content).await.json();
    let read = coach.get(map).await.expect(200).json();
    assert_eq!(answered, read);
    assert_eq!(said(&read), said(&content));
    // Only what was read goes back; the versions of everything on the map stay.
    let again = put(&said(&read)).await;
    assert_eq!(unstamped(&again.json()), unstamped(&read));
}

#[apply(both_databases)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn any_saved_content_is_read_back_and_saving_it_again_changes_nothing(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let coach = &world.a.coach;
    let created = coach.post(&format!("/v1/clients/{}/maps", world.a.client_id), json!({ "theme": "x" })).await;
    let map = created.expect(201).location();
    let config = Config { cases: 40, failure_persistence: None, ..Config::default() };
    let handle = Handle::current();
    // One map throughout: every content also meets what the one before has left.
    let run = |content| {
        tokio::task::block_in_place(|| handle.block_on(saved_and_read(coach, &map, content)));
        Ok(())
    };
    TestRunner::new(config).run(&content(Pool::new()), run).unwrap_or_else(|failure| panic!("{failure}"));
}
