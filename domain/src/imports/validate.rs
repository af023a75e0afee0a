//! Validates a document, independent of stored data.

use super::{ImportedCard, ImportedCardPerson, ImportedClient, ImportedMap, ImportedPerson, Timestamps};
use crate::maps::{MAX_AGREEMENTS, MAX_NEEDS, MAX_SUPPORTERS, MAX_SUPPORTS, MAX_TIES};
use crate::needs;
use crate::vocabulary::SupportType;
use crate::{FieldCode, FieldError};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::HashSet;

/// Maximum number of an imported card.
///
/// A document accepts ten times that, so that cards made after an import can be exported again.
const MAX_CARD_NUMBER: usize = 100_000;

/// Accepted deviation of the clock that produced a document.
///
/// Larger deviations are errors; smaller ones are corrected.
const CLOCK_TOLERANCE: TimeDelta = TimeDelta::days(1);

impl ImportedClient {
    /// Every inconsistency in the document, and every date in the future.
    pub(super) fn errors(&self, now: DateTime<Utc>) -> Vec<FieldError> {
        let mut errors = Vec::new();
        for (at, ImportedPerson { timestamps, .. }) in self.persons.iter().enumerate() {
            timestamps.check(&format!("/persons/{at}"), now, &mut errors);
        }
        for (at, map) in self.maps.iter().enumerate() {
            map.check(&format!("/maps/{at}"), self.persons.len(), &mut errors);
            map.check_stamps(&format!("/maps/{at}"), now, &mut errors);
        }
        let mut numbers = HashSet::new();
        for (at, card) in self.cards.iter().enumerate() {
            if !numbers.insert((card.map, card.number)) {
                errors.push(FieldError::new(format!("/cards/{at}/number"), FieldCode::Duplicate));
            }
            card.check(&format!("/cards/{at}"), self.maps.len(), &mut errors);
            card.check_stamps(&format!("/cards/{at}"), now, &mut errors);
        }
        errors
    }

    /// Whether the document has a private map.
    pub(super) fn private(&self) -> bool {
        self.maps.iter().any(|map| map.private)
    }

    /// Whether the document has reflections, apart from cards.
    pub(super) fn reflections(&self) -> bool {
        self.maps.iter().any(|map| map.reflections.iter().flatten().next().is_some())
    }

    /// Every support type used on a map, with its pointer. Cards have their own list.
    pub(super) fn support_types(&self) -> Vec<(&SupportType, String)> {
        let maps = self.maps.iter().enumerate();
        maps.flat_map(|(at, map)| map.support_types(&format!("/maps/{at}"))).collect()
    }
}

impl ImportedMap {
    fn check(&self, at: &str, persons: usize, errors: &mut Vec<FieldError>) {
        self.check_size(at, errors);
        let mut placed = HashSet::new();
        for (index, supporter) in self.supporters.iter().enumerate() {
            let place = format!("{at}/supporters/{index}");
            if !among(supporter.person, persons) {
                errors.push(FieldError::new(format!("{place}/person"), FieldCode::UnknownReference));
            } else if !placed.insert(supporter.person) {
                errors.push(FieldError::new(format!("{place}/person"), FieldCode::Duplicate));
            }
            errors.extend(supporter.answers.duplicates(&place));
        }
        let mut pairs = HashSet::new();
        for (index, tie) in self.ties.iter().enumerate() {
            let place = format!("{at}/ties/{index}/supporters");
            let unknown = tie.supporters.iter().enumerate().filter(|(_, one)| !among(**one, self.supporters.len()));
            let before = errors.len();
            errors
                .extend(unknown.map(|(end, _)| FieldError::new(format!("{place}/{end}"), FieldCode::UnknownReference)));
            let [one, other] = tie.supporters;
            if errors.len() == before && (one == other || !pairs.insert([one.min(other), one.max(other)])) {
                errors.push(FieldError::new(place, FieldCode::Duplicate));
            }
        }
        let needs = needs::duplicates(&self.needs).into_iter();
        errors.extend(needs.map(|error| FieldError { pointer: format!("{at}{}", error.pointer), ..error }));
        for (index, agreement) in self.agreements.iter().enumerate() {
            if agreement.supporter.is_some_and(|one| !among(one, self.supporters.len())) {
                errors.push(FieldError::new(format!("{at}/agreements/{index}/supporter"), FieldCode::UnknownReference));
            }
        }
    }

    fn check_size(&self, at: &str, errors: &mut Vec<FieldError>) {
        let supports: usize = self.supporters.iter().map(|one| one.answers.supports.iter().flatten().count()).sum();
        let full = [
            ("supporters", self.supporters.len(), MAX_SUPPORTERS),
            ("supporters", supports, MAX_SUPPORTS),
            ("ties", self.ties.len(), MAX_TIES),
            ("needs", self.needs.len(), MAX_NEEDS),
            ("agreements", self.agreements.len(), MAX_AGREEMENTS),
        ];
        let full = full.into_iter().filter(|(_, count, max)| count > max);
        errors.extend(full.map(|(list, _, max)| FieldError::new(format!("{at}/{list}"), FieldCode::TooMany(max))));
    }

    fn check_stamps(&self, at: &str, now: DateTime<Utc>, errors: &mut Vec<FieldError>) {
        self.timestamps.check(at, now, errors);
        let lists: [(&str, Vec<Timestamps>); 4] = [
            ("supporters", self.supporters.iter().map(|one| one.timestamps).collect()),
            ("ties", self.ties.iter().map(|one| one.timestamps).collect()),
            ("agreements", self.agreements.iter().map(|one| one.timestamps).collect()),
            ("reflections", self.reflections.iter().flatten().map(|(_, timestamps)| *timestamps).collect()),
        ];
        for (list, all) in lists {
            for (index, timestamps) in all.into_iter().enumerate() {
                timestamps.check(&format!("{at}/{list}/{index}"), now, errors);
            }
        }
    }

    fn support_types(&self, at: &str) -> Vec<(&SupportType, String)> {
        let mut types = Vec::new();
        for (index, supporter) in self.supporters.iter().enumerate() {
            let named = supporter.answers.support_types().into_iter();
            types.extend(named.map(|(code, place)| (code, format!("{at}/supporters/{index}{place}"))));
        }
        let needs = self.needs.iter().enumerate();
        types.extend(needs.map(|(index, need)| (&need.support_type, format!("{at}/needs/{index}/supportType"))));
        let agreements = self.agreements.iter().enumerate();
        types.extend(agreements.filter_map(|(index, agreement)| {
            Some((agreement.support_type.as_ref()?, format!("{at}/agreements/{index}/supportType")))
        }));
        types
    }
}

impl ImportedCard {
    fn check(&self, at: &str, maps: usize, errors: &mut Vec<FieldError>) {
        if !among(self.map, maps) {
            errors.push(FieldError::new(format!("{at}/map"), FieldCode::UnknownReference));
        }
        if usize::try_from(self.number).is_ok_and(|number| number > MAX_CARD_NUMBER) {
            errors.push(FieldError::new(format!("{at}/number"), FieldCode::TooLarge(MAX_CARD_NUMBER)));
        }
        if !self.intact {
            errors.push(FieldError::new(format!("{at}/hash"), FieldCode::Altered));
        }
        let mut seen = HashSet::new();
        let twice = self.persons.iter().enumerate().filter(|(_, person)| !seen.insert(**person));
        errors.extend(twice.map(|(index, _)| FieldError::new(format!("{at}/persons/{index}"), FieldCode::Duplicate)));
        if self.persons.len() != self.profiles.len() {
            let as_many = self.profiles.len();
            let few = self.persons.len() < as_many;
            let code = if few { FieldCode::TooFew(as_many) } else { FieldCode::TooMany(as_many) };
            errors.push(FieldError::new(format!("{at}/persons"), code));
        }
        self.content.check(&format!("{at}/content/map"), self.profiles.len(), errors);
    }

    fn check_stamps(&self, at: &str, now: DateTime<Utc>, errors: &mut Vec<FieldError>) {
        if self.created_at > now + CLOCK_TOLERANCE {
            errors.push(FieldError::new(format!("{at}/createdAt"), FieldCode::InTheFuture));
        }
        self.content.check_stamps(&format!("{at}/content/map"), now, errors);
        for (index, ImportedCardPerson { timestamps, .. }) in self.profiles.iter().enumerate() {
            timestamps.check(&format!("{at}/content/persons/{index}"), now, errors);
        }
    }
}

impl Timestamps {
    /// Checks that no timestamp is in the future and no change is before creation.
    fn check(&self, at: &str, now: DateTime<Utc>, errors: &mut Vec<FieldError>) {
        for (member, instant) in [("createdAt", self.created_at), ("updatedAt", self.updated_at)] {
            if instant > now + CLOCK_TOLERANCE {
                errors.push(FieldError::new(format!("{at}/{member}"), FieldCode::InTheFuture));
            }
        }
        if self.updated_at + CLOCK_TOLERANCE < self.created_at {
            errors.push(FieldError::new(format!("{at}/updatedAt"), FieldCode::BeforeStart));
        }
    }

    /// Corrects small clock deviations.
    ///
    /// Moves future timestamps to now, and changes before creation to creation.
    pub(super) fn settled(self, now: DateTime<Utc>) -> Self {
        let created_at = self.created_at.min(now);
        Self { created_at, updated_at: self.updated_at.min(now).max(created_at) }
    }
}

/// Whether a list of this length has this position, from 1.
fn among(number: usize, many: usize) -> bool {
    (1..=many).contains(&number)
}
