//! Compares each measure with a second, naive implementation on an adjacency matrix, without petgraph.

use super::*;
use crate::agreements::Agreement;
use crate::maps::{Map, WholeMap};
use crate::needs::Need;
use crate::persons::{Person, Profile};
use crate::support_types::SupportTypeEntry;
use crate::supporters::{Answers, Intensity, Support, Supporter};
use crate::ties::{Pair, Tie};
use crate::vocabulary::{
    AgreementStatus, Availability, BuiltInSupport, Closeness, ContactFrequency, Direction, Relationship, SupportType,
};
use crate::{LongText, ShortText, SupporterId};
use chrono::{DateTime, Utc};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeSet;
use uuid::Uuid;

fn at() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).unwrap()
}

pub(crate) fn id<T: From<Uuid>>(number: usize) -> T {
    Uuid::from_u128(u128::try_from(number).unwrap() + 1).into()
}

pub(crate) fn types() -> Vec<SupportTypeEntry> {
    BuiltInSupport::ALL.iter().map(|word| (*word).into()).collect()
}

/// A map without supporters.
pub(crate) fn empty() -> WholeMap {
    Map {
        id: id(0),
        client_id: id(0),
        theme: ShortText::new("dementie").unwrap(),
        private: false,
        everyone_named: None,
        every_tie_named: None,
        review_on: None,
        version: 1,
        head_version: 1,
        needs_version: 1,
        created_at: at(),
        updated_at: at(),
    }
    .into()
}

/// Adds a supporter.
pub(crate) fn place(whole: &mut WholeMap, relationship: Option<Relationship>, answers: Answers) -> SupporterId {
    let number = whole.supporters.len();
    let profile = Profile {
        alias: ShortText::new(format!("P{number}")).unwrap(),
        relationship,
        life_domain: None,
        phone: None,
        email: None,
        note: None,
    };
    let person: Person = profile.at(id(1000 + number), whole.map.client_id, at());
    whole.supporters.push(answers.at(id(number), whole.map.id, person.id, at()));
    whole.persons.push(person);
    id(number)
}

/// Adds a tie between two supporters.
pub(crate) fn tie(whole: &mut WholeMap, one: usize, other: usize) {
    let between = Pair::new(id(one), id(other)).unwrap();
    let number = whole.ties.len();
    let (map_id, created_at) = (whole.map.id, at());
    whole.ties.push(Tie { id: id(number), map_id, between, strength: None, version: 1, created_at, updated_at: at() });
}

pub(crate) fn agree(whole: &mut WholeMap, supporter: usize, code: Option<&str>, status: AgreementStatus) {
    let number = whole.agreements.len();
    whole.agreements.push(Agreement {
        id: id(number),
        map_id: whole.map.id,
        supporter_id: Some(id(supporter)),
        support_type: code.map(|code| SupportType::new(code).unwrap()),
        text: LongText::new("Vragen").unwrap(),
        due_on: None,
        status,
        version: 1,
        created_at: at(),
        updated_at: at(),
    });
}

pub(crate) fn need(whole: &mut WholeMap, code: &str, level: i16) {
    whole.needs.push(Need { support_type: SupportType::new(code).unwrap(), level: level.try_into().unwrap() });
    whole.needs.sort();
}

pub(crate) fn support(code: &str, direction: Option<Direction>, availability: Option<Availability>) -> Support {
    Support { support_type: SupportType::new(code).unwrap(), direction, availability }
}

/// A supporter in this ring who could be asked for these types.
pub(crate) fn asks(closeness: Option<Closeness>, codes: &[&str]) -> Answers {
    let supports = codes.iter().map(|code| support(code, Some(Direction::Received), Some(Availability::CouldAsk)));
    Answers { closeness, supports: Some(supports.collect()), ..Answers::default() }
}

fn answers() -> impl Strategy<Value = (Option<Relationship>, Answers)> {
    let detail = (option::of(select(Direction::ALL)), option::of(select(Availability::ALL)));
    let supports = option::of(btree_map(select(BuiltInSupport::CODES), detail, 0..5));
    let grade = || option::of((0_i16..=4).prop_map(|grade| Intensity::try_from(grade).unwrap()));
    let rest = (option::of(select(Closeness::ALL)), option::of(select(ContactFrequency::ALL)), grade(), grade());
    (option::of(select(Relationship::ALL)), rest, supports).prop_map(|(relationship, rest, supports)| {
        let (closeness, contact_frequency, tension, burden) = rest;
        let supports = supports.map(|all| all.into_iter().map(|(code, (to, can))| support(code, to, can)).collect());
        (relationship, Answers { closeness, contact_frequency, tension, burden, supports, angle: None })
    })
}

pub(crate) fn whole() -> impl Strategy<Value = WholeMap> {
    let pairs = btree_set((0_usize..12, 0_usize..12), 0..20);
    let needs = btree_map(select(BuiltInSupport::CODES), 0_i16..=3, 0..5);
    let agreements = vec((0_usize..12, option::of(select(BuiltInSupport::CODES)), select(AgreementStatus::ALL)), 0..6);
    (vec(answers(), 0..12), pairs, needs, agreements).prop_map(|(people, pairs, needs, agreements)| {
        let mut whole = empty();
        let n = people.len();
        for (relationship, answers) in people {
            place(&mut whole, relationship, answers);
        }
        let pairs: BTreeSet<_> = pairs.into_iter().map(|(a, b)| (a.min(b), a.max(b))).collect();
        for (one, other) in pairs.into_iter().filter(|(one, other)| one != other && *other < n) {
            tie(&mut whole, one, other);
        }
        for (code, level) in needs {
            need(&mut whole, code, level);
        }
        for (supporter, code, status) in agreements.into_iter().filter(|(supporter, ..)| *supporter < n) {
            agree(&mut whole, supporter, code, status);
        }
        whole
    })
}

/// Reachability by Warshall's transitive closure of the matrix; `gone` reaches nobody.
fn reach(whole: &WholeMap, gone: Option<usize>) -> Vec<Vec<bool>> {
    let n = whole.supporters.len();
    let tied = |a: usize, b: usize| {
        let there = Some(a) != gone && Some(b) != gone;
        there && (a == b || whole.ties.iter().any(|tie| tie.between == Pair::new(id(a), id(b)).unwrap()))
    };
    let mut reach: Vec<Vec<bool>> = (0..n).map(|a| (0..n).map(|b| tied(a, b)).collect()).collect();
    for via in 0..n {
        for a in 0..n {
            for b in 0..n {
                reach[a][b] = reach[a][b] || reach[a][via] && reach[via][b];
            }
        }
    }
    reach
}

/// The distinct rows of the matrix.
fn naive_groups(reach: &[Vec<bool>]) -> BTreeSet<Vec<SupporterId>> {
    let row = |row: &Vec<bool>| row.iter().enumerate().filter(|(_, there)| **there).map(|(at, _)| id(at)).collect();
    reach.iter().map(row).filter(|group: &Vec<_>| !group.is_empty()).collect()
}

fn close(one: Option<f64>, other: Option<f64>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => (one - other).abs() < 1e-12,
        (None, None) => true,
        _ => false,
    }
}

/// Every support on the map, with its supporter.
fn all_supports(whole: &WholeMap) -> Vec<(SupporterId, Support)> {
    let of = |s: &Supporter| s.answers.supports.clone().unwrap_or_default().into_iter().map(|x| (s.id, x)).collect();
    whole.supporters.iter().flat_map(|s| -> Vec<_> { of(s) }).collect()
}

fn can(support: &Support) -> bool {
    support.availability == Some(Availability::ReceivedNow) || support.availability == Some(Availability::CouldAsk)
}

fn ratio(part: usize, of: usize) -> Option<f64> {
    if of == 0 { None } else { Some(part as f64 / of as f64) }
}

/// Entropy as log₂ N − (1/N) Σ c·log₂ c: the same value by another formula.
fn naive_entropy(answered: &[usize]) -> Option<f64> {
    let total: usize = answered.iter().sum();
    let n = total as f64;
    let sum: f64 = answered.iter().filter(|c| **c > 0).map(|c| *c as f64 * (*c as f64).log2()).sum();
    (total > 0).then(|| n.log2() - sum / n)
}

proptest! {
    #[test]
    fn the_networks_measures_are_those_of_the_matrix(whole in whole()) {
        let (found, reach) = (measures(&whole), reach(&whole, None));
        let n = whole.supporters.len();
        let mut tied = 0;
        for a in 0..n {
            for b in 0..a {
                tied += usize::from(whole.ties.iter().any(|tie| tie.between.ids() == [id(b), id(a)]));
            }
        }
        prop_assert_eq!((found.supporters, found.ties), (n, tied));
        let expected = naive_groups(&reach);
        prop_assert_eq!(groups(&whole).into_iter().collect::<BTreeSet<_>>(), expected.clone());
        prop_assert_eq!(found.components, expected.len());
        let alone = (0..n).filter(|a| reach[*a].iter().filter(|there| **there).count() == 1).map(id).collect::<Vec<_>>();
        prop_assert_eq!(found.isolates, alone);
        prop_assert!(close(found.density, ratio(2 * tied, n * n.saturating_sub(1))));
        // Burt's definition, per supporter: one minus the share of other supporters they know.
        let knows = |a: usize| (0..n).filter(|b| *b != a && whole.ties.iter().any(|tie| tie.between == Pair::new(id(a), id(*b)).unwrap())).count();
        let size: f64 = (0..n).map(|a| 1.0 - knows(a) as f64 / n as f64).sum();
        prop_assert!(close(found.effective_size, (n > 0).then_some(size)));
        prop_assert!(found.density.is_none_or(|density| (0.0..=1.0).contains(&density)));
        prop_assert!(found.effective_size.is_none_or(|size| (1.0 - 1e-12..=n as f64).contains(&size)));
    }

    #[test]
    fn the_measures_of_support_are_counted_one_by_one(whole in whole()) {
        let found = measures(&whole);
        let all = all_supports(&whole);
        let links: Vec<_> = all.iter().filter(|(_, support)| can(support)).map(|(id, _)| *id).collect();
        let own = |of: SupporterId| links.iter().filter(|id| **id == of).count();
        let most = links.iter().map(|id| own(*id)).max().unwrap_or(0);
        prop_assert!(close(found.concentration.as_ref().map(|c| c.share), ratio(most, links.len())));
        if let Some(concentration) = &found.concentration {
            let carriers: BTreeSet<_> = links.iter().copied().filter(|id| own(*id) == most).collect();
            prop_assert_eq!(concentration.supporters.iter().copied().collect::<BTreeSet<_>>(), carriers);
            prop_assert_eq!(concentration.links, links.len());
            prop_assert!(concentration.share <= 1.0 && concentration.share >= 1.0 / whole.supporters.len() as f64);
        }
        let goes = |of: &Supporter, way: Direction| all.iter().any(|(id, support)| *id == of.id && (support.direction == Some(way) || support.direction == Some(Direction::Mutual)));
        let known = |of: &&Supporter| of.answers.supports.as_ref().is_some_and(|all| all.is_empty() || all.iter().any(|s| s.direction.is_some()));
        let both = whole.supporters.iter().filter(|s| goes(s, Direction::Given) && goes(s, Direction::Received)).count();
        prop_assert!(close(found.reciprocity, ratio(both, whole.supporters.iter().filter(known).count())));
        let nothing = all.iter().filter(|(_, s)| s.direction.is_none() && s.availability == Some(Availability::WouldNotAsk)).count();
        let answered = whole.supporters.iter().filter(|s| s.answers.supports.is_some()).count();
        prop_assert!(close(found.multiplexity, ratio(all.len() - nothing, answered)));
    }

    #[test]
    fn the_entropy_is_that_of_the_counts(whole in whole()) {
        let found = measures(&whole);
        let rings: Vec<_> = Closeness::ALL.iter().map(|ring| whole.supporters.iter().filter(|s| s.answers.closeness == Some(*ring)).count()).collect();
        prop_assert!(close(found.closenesses.entropy, naive_entropy(&rings)));
        prop_assert_eq!(found.closenesses.unanswered + rings.iter().sum::<usize>(), whole.supporters.len());
        let kinds: Vec<_> = Relationship::ALL.iter().map(|kind| whole.persons.iter().filter(|p| p.profile.relationship == Some(*kind)).count()).collect();
        prop_assert!(close(found.relationships.entropy, naive_entropy(&kinds)));
        let most = (Relationship::ALL.len() as f64).log2();
        prop_assert!(found.relationships.entropy.is_none_or(|bits| (-1e-12..=most + 1e-12).contains(&bits)));
    }

    #[test]
    fn a_gap_is_a_need_that_nobody_could_be_asked_for(whole in whole()) {
        let all = all_supports(&whole);
        for (of, entry) in coverage(&whole, &types()).into_iter().zip(types()) {
            let can: Vec<_> = all.iter().filter(|(_, s)| s.support_type == entry.code && can(s)).map(|(id, _)| *id).collect();
            prop_assert_eq!(&of.available, &can);
            let need = whole.needs.iter().find(|need| need.support_type == entry.code).map(|need| i16::from(need.level));
            let expected = match (need, can.len()) {
                (None, _) => "not-answered",
                (Some(0), _) => "no-need",
                (_, 0) => "gap",
                (_, 1) => "fragile",
                _ => "covered",
            };
            prop_assert_eq!(of.state.code(), expected);
            let lists = [of.available, of.would_not_ask, of.unanswered].concat();
            prop_assert_eq!(lists.iter().collect::<BTreeSet<_>>().len(), lists.len(), "nobody is in two");
        }
    }

    /// An absence equals the insights of the map without the supporter.
    #[test]
    fn an_absence_is_the_map_without_them(whole in whole(), pick in 0_usize..12) {
        let Some(gone) = whole.supporters.get(pick).map(|supporter| supporter.id) else {
            prop_assert!(absence(&whole, &types(), id(pick)).is_none());
            return Ok(());
        };
        let found = absence(&whole, &types(), gone).unwrap();
        let mut without = whole.clone();
        without.supporters.retain(|supporter| supporter.id != gone);
        without.ties.retain(|tie| !tie.between.ids().contains(&gone));
        let (before, after) = (coverage(&whole, &types()), coverage(&without, &types()));
        let changed: Vec<_> = before.into_iter().zip(after).filter(|(before, after)| before.available != after.available).collect();
        prop_assert_eq!(found.supports.len(), changed.len());
        for (consequence, (before, after)) in found.supports.iter().zip(&changed) {
            prop_assert_eq!(&consequence.support_type, &after.support_type);
            prop_assert_eq!((consequence.before, consequence.after), (before.state, after.state));
            prop_assert_eq!(&consequence.left, &after.available);
        }
        let own = &reach(&whole, None)[pick];
        let pieces: BTreeSet<_> = naive_groups(&reach(&whole, Some(pick))).into_iter()
            .filter(|group| group.iter().any(|member| (0..own.len()).any(|at| own[at] && id::<SupporterId>(at) == *member))).collect();
        let pieces = if pieces.len() > 1 { pieces } else { BTreeSet::new() };
        prop_assert_eq!(found.groups.into_iter().collect::<BTreeSet<_>>(), pieces);
    }

    /// Observations name only supporters on the map, and no observation occurs twice.
    #[test]
    fn every_observation_rests_on_the_map(whole in whole()) {
        let (coverage, measures) = (coverage(&whole, &types()), measures(&whole));
        let noticed = observations(&whole, &coverage, &measures);
        let on_map: BTreeSet<_> = whole.supporters.iter().map(|supporter| supporter.id).collect();
        let order: Vec<_> = noticed.iter().map(|of| of.rule).collect();
        prop_assert!(order.is_sorted());
        let mut seen = BTreeSet::new();
        for of in &noticed {
            prop_assert!(of.supporters.iter().chain(&of.unanswered).all(|id| on_map.contains(id)));
            prop_assert!(seen.insert((of.rule, of.support_type.clone(), of.supporters.clone())));
            prop_assert!(of.rule == Rule::NobodyForType || !of.supporters.is_empty());
        }
        let gaps = coverage.iter().filter(|of| of.state == CoverageState::Gap).count();
        prop_assert_eq!(order.iter().filter(|rule| **rule == Rule::NobodyForType).count(), gaps);
    }
}
