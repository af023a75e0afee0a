//! Generators of maps and cards for tests, with few persons, so that two maps have persons in common.

use super::{Card, CardHead, Content, Digest};
use crate::access::Role;
use crate::accounts::NamedUser;
use crate::maps::{Map, WholeMap};
use crate::needs::Need;
use crate::persons::Profile;
use crate::supporters::{Answers, Grade, Support};
use crate::ties::{Pair, Tie};
use crate::vocabulary::{Availability, BuiltInSupport, Closeness, Direction};
use crate::{PersonId, ShortText, SupporterId};
use chrono::{DateTime, Utc};
use proptest::collection::{btree_map, btree_set};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use uuid::Uuid;

/// Number of different persons.
const PERSONS: u128 = 6;

fn text(text: &str) -> ShortText {
    ShortText::new(text).unwrap()
}

pub(super) fn id<T: From<Uuid>>(number: u128) -> T {
    Uuid::from_u128(number).into()
}

pub(super) fn empty(map: u128) -> WholeMap {
    let at = DateTime::<Utc>::UNIX_EPOCH;
    WholeMap::from(Map {
        id: id(map),
        client_id: id(1),
        theme: text("dementie"),
        private: false,
        everyone_named: None,
        every_tie_named: None,
        review_on: None,
        version: 3,
        head_version: 1,
        needs_version: 1,
        created_at: at,
        updated_at: at,
    })
}

/// Places person `number` on the map, with a supporter id specific to the map.
pub(super) fn place(whole: &mut WholeMap, number: u128, answers: Answers) -> SupporterId {
    let profile = Profile {
        alias: text(&format!("Persoon {number}")),
        relationship: None,
        life_domain: None,
        phone: Some(text("06 12345678")),
        email: None,
        note: None,
    };
    let (at, person): (_, PersonId) = (whole.map.created_at, id(100 + number));
    let supporter = id(whole.map.id.0.as_u128() * 1000 + number);
    whole.persons.push(profile.at(person, whole.map.client_id, at));
    whole.supporters.push(answers.in_order().at(supporter, whole.map.id, person, at));
    supporter
}

pub(super) fn tie(whole: &mut WholeMap, one: SupporterId, other: SupporterId) {
    let (at, map_id) = (whole.map.created_at, whole.map.id);
    let number = 900 + whole.ties.len() as u128;
    let between = Pair::new(one, other).unwrap();
    whole.ties.push(Tie {
        id: id(number),
        map_id,
        between,
        strength: None,
        version: 1,
        created_at: at,
        updated_at: at,
    });
}

pub(super) fn content(whole: WholeMap) -> Content {
    let support_types = BuiltInSupport::ALL.iter().map(|word| (*word).into()).collect();
    Content { whole, redacted: Vec::new(), support_types, reflections: None }
}

pub(super) fn head(whole: &WholeMap) -> CardHead {
    CardHead {
        id: id(7),
        client_id: whole.map.client_id,
        map_id: whole.map.id,
        number: 2,
        made_by: Some(NamedUser { id: id(8), name: None }),
        made_as: Role::Coach,
        review_on: None,
        content_hash: Digest([0; 32]),
        created_at: whole.map.created_at,
    }
}

pub(super) fn card(whole: WholeMap) -> Card {
    Card { head: head(&whole), content: content(whole) }
}

fn grade<const MAX: i16>() -> impl Strategy<Value = Grade<MAX>> {
    (0..=MAX).prop_map(|grade| grade.try_into().unwrap())
}

fn supports() -> impl Strategy<Value = Vec<Support>> {
    let words = (option::of(select(Direction::ALL)), option::of(select(Availability::ALL)));
    btree_map(select(BuiltInSupport::ALL), words, 0..4).prop_map(|supports| {
        let support = |(word, (direction, availability)): (BuiltInSupport, _)| Support {
            support_type: word.into(),
            direction,
            availability,
        };
        supports.into_iter().map(support).collect()
    })
}

fn answers() -> impl Strategy<Value = Answers> {
    let placed = (option::of(select(Closeness::ALL)), option::of(grade()));
    let parts = (placed, option::of(grade()), option::of(grade()), option::of(supports()));
    parts.prop_map(|((closeness, angle), tension, burden, supports)| Answers {
        closeness,
        contact_frequency: None,
        tension,
        burden,
        supports,
        angle,
    })
}

/// A strategy for maps with this number.
pub(super) fn whole(map: u128) -> impl Strategy<Value = WholeMap> {
    let supporters = btree_map(1..=PERSONS, answers(), 0..6);
    let ties = btree_set((1..=PERSONS, 1..=PERSONS), 0..6);
    let needs = btree_map(select(BuiltInSupport::ALL), grade(), 0..5);
    (supporters, ties, needs).prop_map(move |(supporters, ties, needs)| {
        let mut whole = empty(map);
        let placed: std::collections::HashMap<_, _> =
            supporters.into_iter().map(|(number, answers)| (number, place(&mut whole, number, answers))).collect();
        for (one, other) in ties.into_iter().filter(|(one, other)| one < other) {
            if let (Some(one), Some(other)) = (placed.get(&one), placed.get(&other)) {
                tie(&mut whole, *one, *other);
            }
        }
        whole.needs = needs.into_iter().map(|(word, level)| Need { support_type: word.into(), level }).collect();
        whole.sort();
        whole
    })
}
