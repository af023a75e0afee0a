use crate::agreements::Agreement;
use crate::maps::WholeMap;
use crate::persons::Person;
use crate::supporters::{Answers, Support, Supporter};
use crate::vocabulary::SupportType;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A person on one or more maps, with the latest answer to each question about them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The person.
    pub person: Person,
    /// The person's supporters, one per map, latest change first; never empty.
    pub placed: Vec<Supporter>,
    /// The latest answer to each question.
    ///
    /// An unanswered question on a newer map does not override an older answer; the answer "nothing" does.
    pub answers: Answers,
    /// The agreements with the person on any of the maps, ordered by id.
    pub agreements: Vec<Agreement>,
}

impl Candidate {
    /// Every person on these maps who does not belong to the past, once, ordered by person id.
    #[must_use]
    pub fn all(maps: Vec<WholeMap>) -> Vec<Self> {
        let (mut persons, mut placed, mut agreements) = (BTreeMap::new(), Vec::new(), Vec::new());
        for map in maps {
            let present = map.persons.into_iter().filter(|person| !person.past);
            persons.extend(present.map(|person| (person.id, person)));
            placed.extend(map.supporters);
            agreements.extend(map.agreements);
        }
        placed
            .sort_by_key(|supporter: &Supporter| (supporter.person_id, Reverse((supporter.updated_at, supporter.id))));
        agreements.sort_by_key(|agreement: &Agreement| agreement.id);
        let of_one = placed.chunk_by(|one, other| one.person_id == other.person_id);
        of_one.filter_map(|placed| Self::of(persons.remove(&placed.first()?.person_id)?, placed, &agreements)).collect()
    }

    fn of(person: Person, placed: &[Supporter], agreements: &[Agreement]) -> Option<Self> {
        let with = |agreement: &&Agreement| placed.iter().any(|supporter| agreement.supporter_id == Some(supporter.id));
        let agreements = agreements.iter().filter(with).cloned().collect();
        Some(Self { person, placed: placed.to_vec(), answers: newest(placed), agreements })
    }

    /// The client's answer for this type of support.
    pub(super) fn support(&self, support_type: &SupportType) -> Option<&Support> {
        self.answers.supports.iter().flatten().find(|support| support.support_type == *support_type)
    }

    /// The supporter whose answer for this type counts.
    ///
    /// The latest that names the type, otherwise the latest.
    pub(super) fn answering(&self, support_type: &SupportType) -> Option<&Supporter> {
        let names = |supporter: &&Supporter| {
            supporter.answers.supports.iter().flatten().any(|support| support.support_type == *support_type)
        };
        let named = self.support(support_type).and_then(|_| self.placed.iter().find(names));
        named.or(self.placed.first())
    }
}

/// The latest answer to each question; `placed` is ordered latest change first.
fn newest(placed: &[Supporter]) -> Answers {
    let answers = || placed.iter().map(|supporter| &supporter.answers);
    let mut supports: Option<Vec<Support>> = None;
    for answered in answers().filter_map(|answers| answers.supports.as_ref()) {
        let known = supports.get_or_insert_default();
        if answered.is_empty() {
            break;
        }
        for support in answered {
            if known.iter().all(|known| known.support_type != support.support_type) {
                known.push(support.clone());
            }
        }
    }
    let newest = Answers {
        closeness: answers().find_map(|answers| answers.closeness),
        contact_frequency: answers().find_map(|answers| answers.contact_frequency),
        tension: answers().find_map(|answers| answers.tension),
        burden: answers().find_map(|answers| answers.burden),
        supports,
        angle: None,
    };
    newest.in_order()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insights::tests::{empty, place, support};
    use crate::vocabulary::{Availability, Closeness};
    use chrono::TimeDelta;

    /// Maps with one person, oldest first, with these answers.
    fn answered(answers: impl IntoIterator<Item = Answers>) -> Candidate {
        let maps = (1..).zip(answers).map(|(hours, answers)| {
            let mut map = empty();
            place(&mut map, None, answers);
            for supporter in &mut map.supporters {
                supporter.id = uuid::Uuid::from_u128(hours).into();
                supporter.updated_at += TimeDelta::hours(i64::try_from(hours).unwrap());
            }
            map
        });
        let mut candidates = Candidate::all(maps.collect());
        assert_eq!(candidates.len(), 1, "one person, whatever the number of maps");
        candidates.remove(0)
    }

    fn can(of: &str, availability: Availability) -> Answers {
        Answers { supports: Some(vec![support(of, None, Some(availability))]), ..Answers::default() }
    }

    fn types(candidate: &Candidate) -> Option<Vec<&str>> {
        Some(candidate.answers.supports.as_ref()?.iter().map(|support| support.support_type.code()).collect())
    }

    #[test]
    fn a_newer_map_without_answers_does_not_override_older_answers() {
        let first = Answers { closeness: Some(Closeness::Inner), ..can("emotional", Availability::CouldAsk) };
        let candidate = answered([first.clone(), Answers::default()]);
        assert_eq!(candidate.answers, first);
        let emotional = SupportType::new("emotional".to_owned()).unwrap();
        assert_eq!(candidate.answering(&emotional).unwrap().id, candidate.placed[1].id, "the map where it was said");
    }

    #[test]
    fn the_newest_answer_wins_for_each_type_and_nothing_ends_what_was_before() {
        let could = || can("emotional", Availability::CouldAsk);
        let candidate = answered([could(), can("practical", Availability::CouldAsk)]);
        assert_eq!(types(&candidate).unwrap(), ["emotional", "practical"]);
        let candidate = answered([could(), can("emotional", Availability::WouldNotAsk)]);
        assert_eq!(candidate.answers.supports.unwrap()[0].availability, Some(Availability::WouldNotAsk));
        let nothing = Answers { supports: Some(Vec::new()), ..Answers::default() };
        let candidate = answered([could(), nothing, can("practical", Availability::CouldAsk)]);
        assert_eq!(types(&candidate).unwrap(), ["practical"]);
        assert_eq!(types(&answered([Answers::default(), Answers::default()])), None);
    }
}
