//! Example maps with realistic Dutch names, deterministic.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::allow_attributes,
    reason = "each of the programs that share it uses a part; examples"
)]

use chrono::{DateTime, NaiveDate, Utc};
use domain::agreements::Agreement;
use domain::maps::{Map, WholeMap};
use domain::needs::{Level, Need};
use domain::persons::{Person, Profile};
use domain::support_types::SupportTypeEntry;
use domain::supporters::{Answers, Intensity, Support, Supporter};
use domain::ties::{Pair, Tie};
use domain::vocabulary::*;
use domain::{AgreementId, ClientId, LongText, MapId, PersonId, ShortText, SupporterId, TieId};
use flate2::read::ZlibDecoder;
use picture::{Include, Scene};
use std::io::Read;
use uuid::Uuid;

const NAMES: [&str; 60] = [
    "Anna",
    "Mohammed",
    "Tante Riet",
    "Wim de Vries",
    "Fatima El Amrani",
    "Joost",
    "Oma Bep",
    "Dr. Van den Berg",
    "Sanne",
    "Kees & Ria",
    "Buurvrouw Truus",
    "Jan-Willem",
    "Lotte",
    "Yusuf",
    "Marieke Jansen",
    "Opa Henk",
    "Esmée",
    "Thijs",
    "Pastor Bos",
    "Noor",
    "Hendrik-Jan Oosterhuis",
    "Zoë",
    "Thuiszorg Maria",
    "Sem",
    "Ingrid",
    "Daan Bakker",
    "Saskia van Dijk",
    "Achmed",
    "Neef Pieter",
    "Carla",
    "Ruud",
    "Femke Smit",
    "Huisarts Pham",
    "Gerda",
    "Bas",
    "Ilse",
    "Willemijn van der Heijden",
    "Teun",
    "Jolanda",
    "Oom Cor",
    "Petra",
    "Collega Mark",
    "Zwager Rob",
    "Elif",
    "Nienke",
    "Coach Vera",
    "Ali",
    "Trudy",
    "Sjoerd",
    "Mirjam",
    "Johan Cruijssen",
    "Amira",
    "Tineke",
    "Stichting De Brug",
    "Lars",
    "Dominee Visser",
    "Hanneke",
    "Omar",
    "Roos",
    "Buurman Gerrit",
];

const RELATIONSHIPS: [Relationship; 12] = [
    Relationship::Partner,
    Relationship::Friend,
    Relationship::OtherFamily,
    Relationship::Child,
    Relationship::Friend,
    Relationship::Colleague,
    Relationship::Parent,
    Relationship::Professional,
    Relationship::Neighbour,
    Relationship::Sibling,
    Relationship::Acquaintance,
    Relationship::Volunteer,
];

/// A small pseudo-random generator, deterministic for a seed.
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    pub(crate) fn next(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }
}

/// An id ordered by time, like those of the service.
pub(crate) fn id(kind: u64, number: u64) -> Uuid {
    let mixed = (kind << 40 | number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    Uuid::from_u64_pair(
        (0x0193_5b00_0000 + number * 977) << 16 | 0x7000 | (mixed >> 52),
        0x8000_0000_0000_0000 | mixed >> 2,
    )
}

pub(crate) fn instant() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_000_000, 0).unwrap()
}

pub(crate) fn short(text: &str) -> ShortText {
    ShortText::new(text).unwrap()
}

pub(crate) fn empty(theme: &str) -> WholeMap {
    WholeMap::from(Map {
        id: MapId(id(1, 1)),
        client_id: ClientId(id(2, 1)),
        theme: short(theme),
        private: false,
        everyone_named: None,
        every_tie_named: None,
        review_on: NaiveDate::from_ymd_opt(2027, 5, 1),
        version: 1,
        head_version: 1,
        needs_version: 1,
        created_at: instant(),
        updated_at: instant(),
    })
}

/// Adds a person with this name as a supporter.
pub(crate) fn add(whole: &mut WholeMap, number: u64, alias: &str, answers: Answers) {
    let person_id = PersonId(id(3, number));
    let relationship = RELATIONSHIPS[number as usize % RELATIONSHIPS.len()];
    let phone = (number % 4 != 3).then(|| short(&format!("06-{:08}", 12_345_678 + number * 7_654_321 % 80_000_000)));
    let profile = Profile {
        alias: short(alias),
        relationship: Some(relationship),
        life_domain: None,
        phone,
        email: None,
        note: None,
    };
    let (client_id, map_id) = (whole.map.client_id, whole.map.id);
    let (created_at, updated_at) = (instant(), instant());
    whole.persons.push(Person { id: person_id, client_id, profile, past: false, version: 1, created_at, updated_at });
    let id = SupporterId(id(4, number));
    whole.supporters.push(Supporter { id, map_id, person_id, answers, version: 1, created_at, updated_at });
}

/// Plausible answers for supporter `number`.
pub(crate) fn answers(number: u64, own: &[SupportTypeEntry]) -> Answers {
    let mut numbers = Numbers(number * 7919 + 3);
    for _ in 0..9 {
        numbers.next(9);
    }
    let closeness = match numbers.next(20) {
        0..6 => Some(Closeness::Inner),
        6..12 => Some(Closeness::Middle),
        12..18 => Some(Closeness::Outer),
        _ => None,
    };
    let mut supports = Vec::new();
    let mut types: Vec<SupportType> = BuiltInSupport::ALL.iter().map(|word| (*word).into()).collect();
    types.extend(own.iter().filter(|entry| !entry.built_in).map(|entry| entry.code.clone()));
    for (at, support_type) in types.into_iter().enumerate() {
        if numbers.next(if at < 5 { 10 } else { 25 }) < 4 {
            let availability = match numbers.next(8) {
                0..3 => Some(Availability::ReceivedNow),
                3..6 => Some(Availability::CouldAsk),
                6 => Some(Availability::WouldNotAsk),
                _ => None,
            };
            supports.push(Support { support_type, direction: Some(Direction::Mutual), availability });
        }
    }
    let tension = (numbers.next(7) == 0).then(|| Intensity::try_from(1 + numbers.next(4) as i16).unwrap());
    Answers { closeness, tension, supports: Some(supports), ..Answers::default() }.in_order()
}

/// A map with this many supporters, with ties, needs and agreements.
pub(crate) fn example(supporters: usize, agreements: usize) -> WholeMap {
    let mut whole = empty("dementie");
    let own = support_types();
    for number in 0..supporters {
        let round = number / NAMES.len();
        let name = NAMES[number % NAMES.len()];
        let name = if round == 0 { name.to_owned() } else { format!("{name} {}", round + 1) };
        let mut answers = answers(number as u64, &own);
        if supporters == 1 {
            answers.closeness = Some(Closeness::Inner);
        }
        add(&mut whole, number as u64, &name, answers);
    }
    let mut numbers = Numbers(42);
    for number in 0..supporters * 4 / 5 {
        let mut other = || whole.supporters[numbers.next(supporters as u64) as usize].id;
        if let Some(between) = Pair::new(other(), other()) {
            let strength = (number % 3 != 0).then(|| Intensity::try_from((number % 5) as i16).unwrap());
            let (created_at, updated_at) = (instant(), instant());
            let (id, map_id) = (TieId(id(5, number as u64)), whole.map.id);
            whole.ties.push(Tie { id, map_id, between, strength, version: 1, created_at, updated_at });
        }
    }
    for word in BuiltInSupport::ALL {
        whole.needs.push(Need { support_type: (*word).into(), level: Level::try_from(2).unwrap() });
    }
    for number in 0..agreements {
        let at = number * 3 % supporters.max(1);
        whole.agreements.push(agreement(&whole, number, whole.supporters.get(at).map(|supporter| supporter.id)));
    }
    whole.sort();
    whole
}

fn agreement(whole: &WholeMap, number: usize, supporter_id: Option<SupporterId>) -> Agreement {
    const TEXTS: [&str; 4] = [
        "Elke dinsdagavond bellen, ook als er niets aan de hand is",
        "Boodschappen doen op vrijdag",
        "Meegaan naar de afspraak in het ziekenhuis en opschrijven wat de arts zegt, zodat ik het later rustig kan \
         nalezen en met de kinderen kan bespreken als zij daar vragen over hebben",
        "Samen wandelen met de hond",
    ];
    Agreement {
        id: AgreementId(id(6, number as u64)),
        map_id: whole.map.id,
        supporter_id,
        support_type: None,
        text: LongText::new(TEXTS[number % TEXTS.len()]).unwrap(),
        due_on: (number % 3 != 2).then(|| NaiveDate::from_ymd_opt(2026, 12, 1 + (number % 28) as u32).unwrap()),
        status: AgreementStatus::ALL[number % AgreementStatus::ALL.len()],
        version: 1,
        created_at: instant(),
        updated_at: instant(),
    }
}

/// The built-in support types and two custom ones.
pub(crate) fn support_types() -> Vec<SupportTypeEntry> {
    let mut types: Vec<SupportTypeEntry> = BuiltInSupport::ALL.iter().map(|word| (*word).into()).collect();
    for (code, nl, en) in [("spiritual", "Zingeving", "Meaning"), ("transport", "Vervoer", "Transport")] {
        let label = Label { nl: nl.to_owned(), en: en.to_owned() };
        types.push(SupportTypeEntry { code: SupportType::new(code).unwrap(), label, built_in: false });
    }
    types
}

/// The third card of a map, in Dutch.
pub(crate) fn scene<'a>(whole: &'a WholeMap, support_types: &'a [SupportTypeEntry]) -> Scene<'a> {
    Scene {
        whole,
        support_types,
        number: Some(3),
        on: NaiveDate::from_ymd_opt(2026, 11, 24).unwrap(),
        language: Language::Dutch,
        include: Include::default(),
        client: None,
    }
}

/// The decompressed streams of a PDF, as text.
pub(crate) fn streams(pdf: &[u8]) -> Vec<String> {
    let find =
        |from: usize, what: &[u8]| pdf[from..].windows(what.len()).position(|part| part == what).map(|at| from + at);
    let (mut streams, mut from) = (Vec::new(), 0);
    while let Some(start) = find(from, b"stream\n") {
        let Some(end) = find(start, b"endstream") else { break };
        let mut plain = Vec::new();
        if ZlibDecoder::new(&pdf[start + 7..end]).read_to_end(&mut plain).is_ok() {
            streams.push(String::from_utf8_lossy(&plain).into_owned());
        }
        from = end + 9;
    }
    streams
}
