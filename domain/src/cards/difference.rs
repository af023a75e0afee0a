//! The differences between two cards.
//!
//! Who was added or removed, who moved, what support was gained or lost. Supporters are matched by person, so that
//! cards of different maps of one client can be compared. Supports, ties and answers are compared only for persons on
//! both cards.

use super::Content;
use crate::PersonId;
use crate::needs::Level;
use crate::supporters::{Answers, Intensity, Support};
use crate::vocabulary::{Availability, Closeness, ContactFrequency, Direction, SupportType, words};
use std::collections::{BTreeMap, BTreeSet};

/// One difference between two cards.
///
/// `from` is the value on the earlier card, `to` the value on the later one.
#[expect(missing_docs, reason = "the variant documents its fields")]
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// The person is only on the later card.
    SupporterAdded { person: PersonId },
    /// The person is only on the earlier card.
    SupporterGone { person: PersonId },
    /// The person moved to a ring nearer to the client.
    MovedInward { person: PersonId, from: Closeness, to: Closeness },
    /// The person moved to a ring further from the client.
    MovedOutward { person: PersonId, from: Closeness, to: Closeness },
    /// The person is in a ring and was in none before.
    Placed { person: PersonId, to: Closeness },
    /// The person is in no ring any more.
    Unplaced { person: PersonId, from: Closeness },
    /// A type of support was added.
    SupportGained { person: PersonId, support: Support },
    /// A type of support was removed.
    SupportLost { person: PersonId, support: Support },
    /// The availability of a support changed.
    AvailabilityChanged {
        person: PersonId,
        support_type: SupportType,
        from: Option<Availability>,
        to: Option<Availability>,
    },
    /// The direction of a support changed.
    DirectionChanged { person: PersonId, support_type: SupportType, from: Option<Direction>, to: Option<Direction> },
    /// The frequency of contact changed.
    ContactChanged { person: PersonId, from: Option<ContactFrequency>, to: Option<ContactFrequency> },
    /// The tension in the relationship changed.
    TensionChanged { person: PersonId, from: Option<Intensity>, to: Option<Intensity> },
    /// The burden on the supporter changed.
    BurdenChanged { person: PersonId, from: Option<Intensity>, to: Option<Intensity> },
    /// The tie is only on the later card.
    TieGained { persons: [PersonId; 2] },
    /// The tie is only on the earlier card.
    TieLost { persons: [PersonId; 2] },
    /// The need for a type of support changed.
    NeedChanged { support_type: SupportType, from: Option<Level>, to: Option<Level> },
    /// A support type needed on either card has lost its last available supporter.
    TypeUncovered { support_type: SupportType },
    /// A support type needed on either card has gained an available supporter.
    TypeCovered { support_type: SupportType },
}

words! {
    /// The kinds of [`Change`], in the same order.
    pub enum ChangeKind {
        /// [`Change::SupporterAdded`]
        SupporterAdded = "supporter-added", "Erbij gekomen", "Has joined";
        /// [`Change::SupporterGone`]
        SupporterGone = "supporter-gone", "Niet meer op de kaart", "No longer on the map";
        /// [`Change::MovedInward`]
        MovedInward = "moved-inward", "Dichterbij", "Closer";
        /// [`Change::MovedOutward`]
        MovedOutward = "moved-outward", "Verder weg", "Further away";
        /// [`Change::Placed`]
        Placed = "placed", "Plek gekregen", "Now has a place";
        /// [`Change::Unplaced`]
        Unplaced = "unplaced", "Geen plek meer", "No longer has a place";
        /// [`Change::SupportGained`]
        SupportGained = "support-gained", "Steun erbij", "Support gained";
        /// [`Change::SupportLost`]
        SupportLost = "support-lost", "Steun weg", "Support lost";
        /// [`Change::AvailabilityChanged`]
        AvailabilityChanged = "availability-changed", "Vragen veranderd", "Asking changed";
        /// [`Change::DirectionChanged`]
        DirectionChanged = "direction-changed", "Richting veranderd", "Direction changed";
        /// [`Change::ContactChanged`]
        ContactChanged = "contact-changed", "Contact veranderd", "Contact changed";
        /// [`Change::TensionChanged`]
        TensionChanged = "tension-changed", "Spanning veranderd", "Tension changed";
        /// [`Change::BurdenChanged`]
        BurdenChanged = "burden-changed", "Belasting veranderd", "Burden changed";
        /// [`Change::TieGained`]
        TieGained = "tie-gained", "Kennen elkaar nu", "Now know each other";
        /// [`Change::TieLost`]
        TieLost = "tie-lost", "Band niet meer genoemd", "Tie no longer named";
        /// [`Change::NeedChanged`]
        NeedChanged = "need-changed", "Behoefte veranderd", "Need changed";
        /// [`Change::TypeUncovered`]
        TypeUncovered = "type-uncovered", "Niemand meer voor een steunsoort", "Nobody left for a support type";
        /// [`Change::TypeCovered`]
        TypeCovered = "type-covered", "Nu iemand voor een steunsoort", "Somebody now for a support type";
    }
}

/// The number of supporters kept, added and lost between two cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turnover {
    /// On both cards.
    pub kept: usize,
    /// On the later only.
    pub added: usize,
    /// On the earlier only.
    pub lost: usize,
}

impl Turnover {
    /// The proportion of supporters added or lost, 0 to 1 (the Jaccard distance, 1901).
    ///
    /// (added + lost) / (kept + added + lost). `None` if both cards are empty.
    #[must_use]
    pub fn proportion(self) -> Option<f64> {
        let count = |number: usize| u32::try_from(number).map(f64::from).unwrap_or(f64::INFINITY);
        let all = self.kept + self.added + self.lost;
        (all > 0).then(|| count(self.added + self.lost) / count(all))
    }
}

/// Returns the changes between two contents, in the order of [`Change`], and the turnover.
#[must_use]
pub fn differences(from: &Content, to: &Content) -> (Vec<Change>, Turnover) {
    let (before, after) = (Side::of(from), Side::of(to));
    let (earlier, later): (BTreeSet<_>, BTreeSet<_>) =
        (before.answers.keys().copied().collect(), after.answers.keys().copied().collect());
    let both: BTreeSet<_> = earlier.intersection(&later).copied().collect();
    let mut changes = Vec::new();
    changes.extend(later.difference(&earlier).map(|person| Change::SupporterAdded { person: *person }));
    changes.extend(earlier.difference(&later).map(|person| Change::SupporterGone { person: *person }));
    for person in &both {
        of_person(*person, before.answers[person], after.answers[person], &mut changes);
    }
    let (old, new) = (before.ties_among(&both), after.ties_among(&both));
    changes.extend(new.difference(&old).map(|persons| Change::TieGained { persons: *persons }));
    changes.extend(old.difference(&new).map(|persons| Change::TieLost { persons: *persons }));
    of_types(&before, &after, &mut changes);
    changes.sort();
    let turnover = Turnover { kept: both.len(), added: later.len() - both.len(), lost: earlier.len() - both.len() };
    (changes, turnover)
}

/// The content of one card, indexed by person and by type.
struct Side<'a> {
    answers: BTreeMap<PersonId, &'a Answers>,
    ties: BTreeSet<[PersonId; 2]>,
    needs: BTreeMap<&'a SupportType, Level>,
    /// The types with at least one available supporter.
    covered: BTreeSet<&'a SupportType>,
}

impl<'a> Side<'a> {
    fn of(content: &'a Content) -> Self {
        let whole = &content.whole;
        let person: BTreeMap<_, _> = whole.supporters.iter().map(|it| (it.id, it.person_id)).collect();
        let ends = |ids: [_; 2]| {
            let mut persons = [*person.get(&ids[0])?, *person.get(&ids[1])?];
            persons.sort();
            Some(persons)
        };
        let supports = whole.supporters.iter().flat_map(|it| it.answers.supports.iter().flatten());
        let perceived = supports.filter(|support| support.availability.is_some_and(Availability::is_available));
        Self {
            answers: whole.supporters.iter().map(|it| (it.person_id, &it.answers)).collect(),
            ties: whole.ties.iter().filter_map(|tie| ends(tie.between.ids())).collect(),
            needs: whole.needs.iter().map(|need| (&need.support_type, need.level)).collect(),
            covered: perceived.map(|support| &support.support_type).collect(),
        }
    }

    fn ties_among(&self, persons: &BTreeSet<PersonId>) -> BTreeSet<[PersonId; 2]> {
        self.ties.iter().filter(|ends| ends.iter().all(|end| persons.contains(end))).copied().collect()
    }

    fn needs(&self, support_type: &SupportType) -> bool {
        self.needs.get(support_type).is_some_and(|level| i16::from(*level) > 0)
    }
}

fn of_person(person: PersonId, old: &Answers, new: &Answers, changes: &mut Vec<Change>) {
    changes.extend(moved(person, old.closeness, new.closeness));
    if old.contact_frequency != new.contact_frequency {
        changes.push(Change::ContactChanged { person, from: old.contact_frequency, to: new.contact_frequency });
    }
    if old.tension != new.tension {
        changes.push(Change::TensionChanged { person, from: old.tension, to: new.tension });
    }
    if old.burden != new.burden {
        changes.push(Change::BurdenChanged { person, from: old.burden, to: new.burden });
    }
    let (old, new) = (by_type(old), by_type(new));
    for (support_type, support) in &new {
        match old.get(support_type) {
            None => changes.push(Change::SupportGained { person, support: (*support).clone() }),
            Some(before) => of_support(person, before, support, changes),
        }
    }
    let lost = old.iter().filter(|(support_type, _)| !new.contains_key(*support_type));
    changes.extend(lost.map(|(_, support)| Change::SupportLost { person, support: (*support).clone() }));
}

/// The change of ring; rings are ordered from the inner one outward.
fn moved(person: PersonId, from: Option<Closeness>, to: Option<Closeness>) -> Option<Change> {
    match (from, to) {
        (Some(from), Some(to)) if to < from => Some(Change::MovedInward { person, from, to }),
        (Some(from), Some(to)) if to > from => Some(Change::MovedOutward { person, from, to }),
        (None, Some(to)) => Some(Change::Placed { person, to }),
        (Some(from), None) => Some(Change::Unplaced { person, from }),
        (Some(_), Some(_)) | (None, None) => None,
    }
}

fn by_type(answers: &Answers) -> BTreeMap<&SupportType, &Support> {
    answers.supports.iter().flatten().map(|support| (&support.support_type, support)).collect()
}

fn of_support(person: PersonId, old: &Support, new: &Support, changes: &mut Vec<Change>) {
    let support_type = || new.support_type.clone();
    if old.availability != new.availability {
        let (from, to) = (old.availability, new.availability);
        changes.push(Change::AvailabilityChanged { person, support_type: support_type(), from, to });
    }
    if old.direction != new.direction {
        let (from, to) = (old.direction, new.direction);
        changes.push(Change::DirectionChanged { person, support_type: support_type(), from, to });
    }
}

fn of_types(before: &Side<'_>, after: &Side<'_>, changes: &mut Vec<Change>) {
    let types: BTreeSet<&SupportType> = before.needs.keys().chain(after.needs.keys()).copied().collect();
    for code in types {
        let (from, to) = (before.needs.get(code).copied(), after.needs.get(code).copied());
        if from != to {
            changes.push(Change::NeedChanged { support_type: code.clone(), from, to });
        }
        if !before.needs(code) && !after.needs(code) {
            continue;
        }
        match (before.covered.contains(code), after.covered.contains(code)) {
            (true, false) => changes.push(Change::TypeUncovered { support_type: code.clone() }),
            (false, true) => changes.push(Change::TypeCovered { support_type: code.clone() }),
            (true, true) | (false, false) => {}
        }
    }
}

#[cfg(test)]
#[path = "difference_tests.rs"]
mod tests;
