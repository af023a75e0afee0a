//! The sector of the circle for each life domain.
//!
//! A domain with many people extends into empty neighbouring sectors. Only earlier people determine what is empty, so
//! that a new person does not change another person's angle.

use domain::PersonId;
use domain::persons::Profile;
use domain::vocabulary::{LifeDomain, Relationship};

/// The life domains, clockwise.
const ORDER: [LifeDomain; 11] = [
    LifeDomain::Household,
    LifeDomain::Family,
    LifeDomain::Friends,
    LifeDomain::Leisure,
    LifeDomain::Online,
    LifeDomain::Faith,
    LifeDomain::Neighbourhood,
    LifeDomain::Education,
    LifeDomain::Work,
    LifeDomain::Care,
    LifeDomain::Other,
];
/// The number of earlier people in a domain, and the fraction of empty neighbouring sectors it may use.
const WIDENED: [(usize, f64); 3] = [(18, 1.0), (12, 0.65), (7, 0.3)];
/// Maximum extension to one side, as a fraction of the circle.
const MAX_EXTENSION: f64 = 0.25;

/// The number of people in each domain so far.
#[derive(Debug, Default)]
pub(crate) struct Sectors {
    people: [usize; ORDER.len()],
}

impl Sectors {
    /// The angle of the next person, as a fraction of the circle. Call in order of person id.
    pub(crate) fn turn(&mut self, person: PersonId, profile: Option<&Profile>) -> f64 {
        let domain = profile.and_then(|profile| profile.life_domain.or_else(|| profile.relationship.map(usual)));
        let Some(at) = domain.and_then(|domain| ORDER.iter().position(|other| *other == domain)) else {
            return spread(person);
        };
        let (from, part) = sector(ORDER[at]);
        let more = WIDENED.iter().find(|(many, _)| self.people[at] >= *many).map_or(0.0, |(_, more)| *more);
        let (before, after) = (self.empty(at, ORDER.len() - 1) * more, self.empty(at, 1) * more);
        self.people[at] += 1;
        from - before + (before + part + after) * spread(person)
    }

    /// The empty space beside a domain, in the direction of this step.
    fn empty(&self, at: usize, step: usize) -> f64 {
        let beside = (1..ORDER.len()).map(|away| (at + away * step) % ORDER.len());
        let empty = beside.take_while(|other| self.people[*other] == 0);
        empty.map(|other| sector(ORDER[other]).1).sum::<f64>().min(MAX_EXTENSION)
    }
}

/// The start and size of a domain's sector, as fractions of the circle.
fn sector(domain: LifeDomain) -> (f64, f64) {
    let (from, degrees) = match domain {
        LifeDomain::Household => (-35.0, 70.0),
        LifeDomain::Family => (35.0, 75.0),
        LifeDomain::Friends => (110.0, 65.0),
        LifeDomain::Leisure => (175.0, 25.0),
        LifeDomain::Online => (200.0, 10.0),
        LifeDomain::Faith => (210.0, 15.0),
        LifeDomain::Neighbourhood => (225.0, 30.0),
        LifeDomain::Education => (255.0, 10.0),
        LifeDomain::Work => (265.0, 25.0),
        LifeDomain::Care => (290.0, 30.0),
        LifeDomain::Other => (320.0, 5.0),
    };
    (from / 360.0, degrees / 360.0)
}

/// The usual life domain of a relationship.
fn usual(relationship: Relationship) -> LifeDomain {
    match relationship {
        Relationship::Partner | Relationship::Child => LifeDomain::Household,
        Relationship::Parent | Relationship::Sibling | Relationship::OtherFamily => LifeDomain::Family,
        Relationship::Friend => LifeDomain::Friends,
        Relationship::Neighbour => LifeDomain::Neighbourhood,
        Relationship::Colleague => LifeDomain::Work,
        Relationship::FellowStudent => LifeDomain::Education,
        Relationship::Acquaintance => LifeDomain::Leisure,
        Relationship::Volunteer | Relationship::Professional | Relationship::Organisation => LifeDomain::Care,
        Relationship::Peer => LifeDomain::Online,
        Relationship::Other => LifeDomain::Other,
    }
}

/// A pseudo-random number from 0 to 1, from the id alone (the finaliser of SplitMix64).
fn spread(person: PersonId) -> f64 {
    let (high, low) = person.0.as_u64_pair();
    let mut mixed = high ^ low.rotate_left(32);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^= mixed >> 31;
    (mixed >> 11) as f64 / (1_u64 << 53) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::ShortText;
    use uuid::Uuid;

    fn profile(relationship: Relationship) -> Profile {
        let alias = ShortText::new("Anna").unwrap();
        let relationship = Some(relationship);
        Profile { alias, relationship, life_domain: None, phone: None, email: None, note: None }
    }

    /// The fraction of the circle that this many friends take, after these other people.
    fn taken(friends: u128, others: &[Relationship]) -> f64 {
        let mut sectors = Sectors::default();
        for (number, relationship) in others.iter().enumerate() {
            sectors.turn(PersonId(Uuid::from_u128(number as u128)), Some(&profile(*relationship)));
        }
        let friend = profile(Relationship::Friend);
        let turns = (0..friends)
            .map(|number| sectors.turn(PersonId(Uuid::from_u128((number << 64) | (number * 7919))), Some(&friend)));
        let (low, high) = turns.fold((f64::MAX, f64::MIN), |(low, high), turn| (low.min(turn), high.max(turn)));
        high - low
    }

    #[test]
    fn the_sectors_follow_one_another_around_the_circle() {
        for (at, domain) in ORDER.iter().enumerate() {
            let ((from, part), (next, _)) = (sector(*domain), sector(ORDER[(at + 1) % ORDER.len()]));
            assert!((from + part - next).rem_euclid(1.0) < 1e-9 || (from + part - next).rem_euclid(1.0) > 1.0 - 1e-9);
        }
    }

    #[test]
    fn a_domain_with_many_people_extends_into_empty_neighbours() {
        let own = sector(LifeDomain::Friends).1;
        assert!(taken(7, &[]) <= own);
        assert!(taken(30, &[]) > 0.45);
        assert!(taken(30, &[Relationship::Parent, Relationship::Acquaintance]) <= own);
    }
}
