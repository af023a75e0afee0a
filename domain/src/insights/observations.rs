use super::coverage::{available_types, is_available};
use super::measures::gives_and_receives;
use super::{Coverage, CoverageState, Measures, groups};
use crate::SupporterId;
use crate::maps::WholeMap;
use crate::supporters::{Intensity, Supporter};
use crate::vocabulary::{Closeness, Relationship, SupportType, words};
use std::collections::BTreeMap;

/// The share of support links from which one person carries most of the support.
pub const CARRIES_MOST: f64 = 0.5;
/// The lowest burden that counts as high, on a scale of 0 to 4.
pub const HIGH_BURDEN: i16 = 3;
/// The lowest tension that is reported, on a scale of 0 to 4.
pub const HIGH_TENSION: i16 = 2;
/// The minimum number of links or supporters for a meaningful share.
const ENOUGH: usize = 3;

words! {
    /// The rules for observations. Each observation is a question to discuss, never a score or a diagnosis.
    pub enum Rule {
        /// A needed type has no available supporter.
        NobodyForType = "nobody-for-type", "Niemand voor een steunsoort", "Nobody for a support type";
        /// A needed type has one available supporter.
        RestsOnOnePerson = "rests-on-one-person", "Rust op één persoon", "Rests on one person";
        /// One person has at least half of all support links.
        OnePersonCarriesMost = "one-person-carries-most", "Eén persoon draagt het meeste", "One person carries most";
        /// A supporter has a burden of 3 or 4.
        HighBurden = "high-burden", "Hoge belasting", "High burden";
        /// There is tension of 2 or more with a supporter in the inner ring.
        TensionInInnerRing = "tension-in-inner-ring", "Spanning in de binnenste ring", "Tension in the inner ring";
        /// A supporter in the inner ring is available for nothing, as far as answered.
        InnerRingNeverAsked = "inner-ring-never-asked", "Dichtbij en nooit gevraagd", "Close and never asked";
        /// All available supporters are professionals or organisations.
        OnlyProfessionals = "only-professionals", "Alleen professionals", "Only professionals";
        /// No supporter both gives and receives support.
        NobodyGivesAndReceives = "nobody-gives-and-receives", "Niemand geeft en ontvangt", "Nobody gives and receives";
        /// There are two or more groups without ties between them, as far as named.
        SeparateGroups = "separate-groups", "Groepen die elkaar niet kennen", "Groups that do not know each other";
        /// Supporters are placed whose support is unanswered, which differs from "no".
        SupportUnanswered = "support-unanswered", "Steun nog niet ingevuld", "Support not answered yet";
    }
}

impl Rule {
    /// The source of the rule in the literature.
    #[must_use]
    pub fn source(self) -> &'static str {
        match self {
            Self::NobodyForType => "Cohen & Wills (1985), Psychological Bulletin 98(2)",
            Self::RestsOnOnePerson | Self::OnePersonCarriesMost => {
                "Wellman & Wortley (1990), American Journal of Sociology 96(3)"
            }
            Self::HighBurden => "Zarit, Reever & Bach-Peterson (1980), The Gerontologist 20(6)",
            Self::TensionInInnerRing => "Rook (1984), Journal of Personality and Social Psychology 46(5)",
            Self::InnerRingNeverAsked | Self::SupportUnanswered => {
                "Kahn & Antonucci (1980), Life-Span Development and Behavior 3"
            }
            Self::OnlyProfessionals => "Wenger (1991), Journal of Aging Studies 5(2)",
            Self::NobodyGivesAndReceives => "Gouldner (1960), American Sociological Review 25(2)",
            Self::SeparateGroups => "Burt (1992), Structural Holes",
        }
    }
}

/// An observation, with the facts on which it rests.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// The rule that produced it.
    pub rule: Rule,
    /// The type of support concerned.
    pub support_type: Option<SupportType>,
    /// The supporters concerned, ordered by id.
    pub supporters: Vec<SupporterId>,
    /// Supporters whose unanswered questions could change the observation.
    pub unanswered: Vec<SupporterId>,
    /// The groups, for [`Rule::SeparateGroups`].
    pub groups: Vec<Vec<SupporterId>>,
    /// The need (0–3), burden or tension (0–4).
    pub level: Option<i16>,
    /// The share of all support links, 0 to 1.
    pub share: Option<f64>,
}

impl Observation {
    fn new(rule: Rule, supporters: Vec<SupporterId>) -> Self {
        let (unanswered, groups) = (Vec::new(), Vec::new());
        Self { rule, support_type: None, supporters, unanswered, groups, level: None, share: None }
    }
}

/// Computes the observations about a map, ordered by rule, type and supporter.
///
/// Persons who belong to the past count only in groups, which match the drawn map.
#[must_use]
pub fn observations(whole: &WholeMap, coverage: &[Coverage], measures: &Measures) -> Vec<Observation> {
    let mut noticed = Vec::new();
    for state in [CoverageState::Gap, CoverageState::Fragile] {
        noticed.extend(coverage.iter().filter(|of| of.state == state).map(|of| uncovered(state, of)));
    }
    noticed.extend(carries_most(measures));
    for supporter in whole.present() {
        noticed.extend(graded(Rule::HighBurden, supporter, supporter.answers.burden, HIGH_BURDEN));
    }
    for supporter in whole.present() {
        if supporter.answers.closeness == Some(Closeness::Inner) {
            noticed.extend(graded(Rule::TensionInInnerRing, supporter, supporter.answers.tension, HIGH_TENSION));
        }
    }
    noticed.extend(never_asked(whole));
    noticed.extend(only_professionals(whole));
    noticed.extend(one_way(whole));
    noticed.extend(separate(whole));
    noticed.extend(unanswered(whole));
    noticed
}

fn uncovered(state: CoverageState, of: &Coverage) -> Observation {
    let rule = if state == CoverageState::Gap { Rule::NobodyForType } else { Rule::RestsOnOnePerson };
    Observation {
        support_type: Some(of.support_type.clone()),
        unanswered: of.unanswered.clone(),
        level: of.need.map(Into::into),
        ..Observation::new(rule, of.available.clone())
    }
}

fn carries_most(measures: &Measures) -> Option<Observation> {
    let of = measures.concentration.as_ref().filter(|of| of.links >= ENOUGH && of.share >= CARRIES_MOST)?;
    // Two persons with half each: neither carries most.
    let alone = of.supporters.len() == 1 && measures.supporters > 1;
    let observation = Observation::new(Rule::OnePersonCarriesMost, of.supporters.clone());
    alone.then_some(Observation { share: Some(of.share), ..observation })
}

fn graded(rule: Rule, supporter: &Supporter, grade: Option<Intensity>, least: i16) -> Option<Observation> {
    let level = at_least(grade, least)?;
    Some(Observation { level: Some(level), ..Observation::new(rule, vec![supporter.id]) })
}

/// Returns the grade if it is answered and at least this high.
#[must_use]
pub fn at_least(grade: Option<Intensity>, least: i16) -> Option<i16> {
    grade.map(i16::from).filter(|grade| *grade >= least)
}

/// One observation per supporter, since each is a separate conversation.
///
/// Unanswered availability does not count as "never".
fn never_asked(whole: &WholeMap) -> impl Iterator<Item = Observation> {
    let inner = whole.present().filter(|supporter| supporter.answers.closeness == Some(Closeness::Inner));
    let never = inner.filter(|supporter| {
        let supports = supporter.answers.supports.as_deref();
        supports.is_some_and(|all| all.iter().all(|support| support.availability.is_some() && !is_available(support)))
    });
    never.map(|supporter| Observation::new(Rule::InnerRingNeverAsked, vec![supporter.id]))
}

fn only_professionals(whole: &WholeMap) -> Option<Observation> {
    let of: BTreeMap<_, _> = whole.persons.iter().map(|person| (person.id, person.profile.relationship)).collect();
    let available: Vec<_> = whole.present().filter(|supporter| available_types(supporter) > 0).collect();
    let all =
        available.iter().all(|supporter| of.get(&supporter.person_id).copied().flatten().is_some_and(is_professional));
    let ids = available.iter().map(|supporter| supporter.id).collect();
    (all && !available.is_empty()).then(|| Observation::new(Rule::OnlyProfessionals, ids))
}

/// Whether the relationship is professional.
#[must_use]
pub fn is_professional(relationship: Relationship) -> bool {
    matches!(relationship, Relationship::Professional | Relationship::Organisation)
}

fn one_way(whole: &WholeMap) -> Option<Observation> {
    let known: Vec<_> = whole.present().filter_map(|of| Some((of.id, gives_and_receives(of)?))).collect();
    let none = known.len() >= ENOUGH && known.iter().all(|(_, both)| !both);
    none.then(|| Observation::new(Rule::NobodyGivesAndReceives, known.into_iter().map(|(id, _)| id).collect()))
}

fn separate(whole: &WholeMap) -> Option<Observation> {
    // A supporter without ties is not a group: their ties may not be named yet.
    let groups: Vec<_> = groups(whole).into_iter().filter(|group| group.len() > 1).collect();
    let mut supporters = groups.concat();
    supporters.sort();
    (groups.len() > 1).then(|| Observation { groups, ..Observation::new(Rule::SeparateGroups, supporters) })
}

fn unanswered(whole: &WholeMap) -> Option<Observation> {
    let placed = whole.present().filter(|supporter| supporter.answers.closeness.is_some());
    let ids: Vec<_> = placed.filter(|placed| placed.answers.supports.is_none()).map(|placed| placed.id).collect();
    (!ids.is_empty()).then(|| Observation::new(Rule::SupportUnanswered, ids))
}
