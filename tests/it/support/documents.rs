//! Generated documents of whole clients, with names that programs tend to mishandle.

use serde_json::{Value, json};

/// Names that other programs mishandled.
pub(crate) const NAMES: [&str; 14] = [
    "שלום עליכם \u{200F}abc",
    "👩‍👩‍👧‍👦 de buren",
    "Zöé\u{0334}\u{0316}",
    "éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé",
    "</text><script>alert(1)</script>",
    "]]>&amp;<!--",
    "=HYPERLINK(\"http://x\")",
    "+31 6 12345678",
    "-1",
    "@SUM(A1)",
    "\u{200E}tab",
    "'=1",
    "a,b;c\"d e",
    "'s avonds",
];

/// How many documents are made for a test.
pub(crate) const GENERATED: u64 = 6;

/// A row of numbers that is the same every time (Knuth's MMIX generator).
#[derive(Debug)]
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    pub(crate) fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[usize::try_from(self.below(list.len() as u64)).unwrap()]
    }

    fn maybe(&mut self, value: Value) -> Value {
        if self.below(3) == 0 { Value::Null } else { value }
    }

    fn stamped(&mut self, mut thing: Value) -> Value {
        let mut instants = ["createdAt", "updatedAt"].map(|_| {
            let (day, micros) = (self.below(27) + 1, self.below(1_000_000));
            format!("2025-0{}-{day:02}T10:00:00.{:06}Z", self.below(9) + 1, micros | 1)
        });
        instants.sort();
        [thing["createdAt"], thing["updatedAt"]] = instants.map(Value::from);
        thing
    }
}

/// Any document, without cards: those are made of it.
pub(crate) fn document(seed: u64) -> Value {
    let mut n = Numbers(seed);
    let persons: Vec<_> = (0..n.below(13))
        .map(|_| {
            let (alias, note) = (*n.of(&NAMES), json!(*n.of(&NAMES)));
            let relationship = json!(n.of(&["friend", "other-family", "professional"]));
            let profile = json!({
                "alias": alias, "relationship": n.maybe(relationship), "lifeDomain": n.maybe(json!("work")),
                "phone": n.maybe(json!("+31 6 12345678")), "email": n.maybe(json!("a@b.nl")), "note": n.maybe(note),
            });
            n.stamped(json!({ "profile": profile }))
        })
        .collect();
    let maps: Vec<_> = (0..n.below(3) + 1).map(|_| map(&mut n, persons.len())).collect();
    let client = n.stamped(json!({ "name": "Niemand", "dateOfBirth": null, "externalIdentifiers": [] }));
    json!({
        "format": "omringd-client-1", "exportedAt": "2026-01-01T00:00:00Z", "client": client, "supportTypes": [],
        "persons": persons, "maps": maps, "cards": [],
    })
}

fn map(n: &mut Numbers, persons: usize) -> Value {
    let types = ["appraisal", "companionship", "emotional", "informational", "practical"];
    let mut supporters = Vec::new();
    for person in 1..=persons {
        if n.below(4) == 0 {
            continue;
        }
        let supports: Vec<_> = types
            .iter()
            .filter_map(|code| {
                let (direction, availability) = (json!(n.of(&["received", "mutual"])), json!("would-not-ask"));
                let support = json!({
                    "supportType": code, "direction": n.maybe(direction), "availability": n.maybe(availability),
                });
                (n.below(2) == 0).then_some(support)
            })
            .collect();
        let (closeness, tension, burden) = (json!(n.of(&["inner", "outer"])), n.below(5), n.below(5));
        let mut supporter = json!({
            "person": person, "closeness": n.maybe(closeness), "contactFrequency": n.maybe(json!("weekly")),
            "tension": n.maybe(json!(tension)), "burden": n.maybe(json!(burden)), "supports": n.maybe(json!(supports)),
        });
        if n.below(2) == 0 {
            supporter["angle"] = json!(n.below(360));
        }
        supporters.push(n.stamped(supporter));
    }
    let mut ties = Vec::new();
    for one in 1..=supporters.len() {
        for other in one + 1..=supporters.len() {
            if n.below(4) == 0 {
                let strength = json!(n.below(5));
                let tie = json!({ "supporters": [one, other], "strength": n.maybe(strength) });
                ties.push(n.stamped(tie));
            }
        }
    }
    let needs: Vec<_> = types.iter().map(|code| json!({ "supportType": code, "level": n.below(4) })).collect();
    let agreements: Vec<_> = (0..n.below(4))
        .map(|_| {
            let asked = if supporters.is_empty() { Value::Null } else { json!(1) };
            let agreement = json!({
                "text": *n.of(&NAMES), "supporter": n.maybe(asked), "supportType": n.maybe(json!("practical")),
                "dueOn": n.maybe(json!("2027-01-01")), "status": n.of(&["planned", "declined", "thanked"]),
            });
            n.stamped(agreement)
        })
        .collect();
    let reflections: Vec<_> = (0..n.below(3))
        .map(|_| json!({ "text": *n.of(&NAMES) }))
        .collect::<Vec<_>>()
        .into_iter()
        .map(|r| n.stamped(r))
        .collect();
    let map = json!({
        "theme": *n.of(&NAMES), "private": n.below(2) == 0, "everyoneNamed": n.maybe(json!(true)),
        "everyTieNamed": n.maybe(json!(false)), "reviewOn": n.maybe(json!("2027-05-01")),
        "supporters": supporters, "ties": ties, "needs": needs, "agreements": agreements, "reflections": reflections,
    });
    n.stamped(map)
}
