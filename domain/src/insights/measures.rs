use super::coverage::available_types;
use super::groups;
use crate::SupporterId;
use crate::maps::WholeMap;
use crate::supporters::{Support, Supporter};
use crate::vocabulary::{Availability, Closeness, Direction, Relationship};
use std::collections::BTreeMap;

/// Network measures of a map with n supporters and t ties, without the client. `None` is undefined.
#[derive(Clone, Debug, PartialEq)]
pub struct Measures {
    /// n: number of supporters.
    pub supporters: usize,
    /// t: number of ties.
    pub ties: usize,
    /// t / (n(n−1)/2), 0 to 1; `None` for fewer than two supporters. (Wasserman & Faust, 1994.)
    pub density: Option<f64>,
    /// The composition by relationship to the client.
    pub relationships: Composition<Relationship>,
    /// The composition by ring.
    pub closenesses: Composition<Closeness>,
    /// n − 2t/n, 1 to n: the number of non-redundant supporters; `None` without supporters.
    ///
    /// (Burt, 1992, in the form of Borgatti, 1997.)
    pub effective_size: Option<f64>,
    /// The number of groups not connected by ties, including groups of one.
    pub components: usize,
    /// Supporters without ties, ordered by id.
    pub isolates: Vec<SupporterId>,
    /// The largest share of support that rests on one person.
    pub concentration: Option<Concentration>,
    /// The share of supporters who both give and receive, 0 to 1; `None` if undefined.
    ///
    /// Among those with an answered direction or answered as giving nothing. Mutual support counts as both.
    /// (Gouldner, 1960.)
    pub reciprocity: Option<f64>,
    /// The mean number of support types per supporter with answered support.
    ///
    /// `None` without any. A type does not count if its only answer is `would-not-ask`. (Kapferer, 1969.)
    pub multiplexity: Option<f64>,
}

/// The distribution of supporters over a list of words.
#[derive(Clone, Debug, PartialEq)]
pub struct Composition<W> {
    /// The number of supporters per word, in list order, without zeros.
    pub counts: Vec<(W, usize)>,
    /// The number of unanswered supporters; excluded from the entropy.
    pub unanswered: usize,
    /// The entropy Σ p·log₂(1/p) in bits; `None` without answers.
    ///
    /// 0 if all are equal, log₂(k) if spread evenly over k words. (Shannon, 1948.)
    pub entropy: Option<f64>,
}

/// The largest share of support links that one person has.
///
/// A link is one supporter with one type for which they are available (`received-now` or `could-ask`), as in
/// coverage: what would not be asked, and persons who belong to the past, carry no support.
#[derive(Clone, Debug, PartialEq)]
pub struct Concentration {
    /// Their links divided by all links: 1/n to 1.
    pub share: f64,
    /// The number of all links.
    pub links: usize,
    /// The supporters with that share, including ties for the maximum; ordered by id.
    pub supporters: Vec<SupporterId>,
}

/// Computes the measures of a map.
#[must_use]
pub fn measures(whole: &WholeMap) -> Measures {
    let (n, t) = (whole.supporters.len(), whole.ties.len());
    let groups = groups(whole);
    let persons: BTreeMap<_, _> = whole.persons.iter().map(|person| (person.id, person)).collect();
    let relationship = |of: &Supporter| persons.get(&of.person_id).and_then(|person| person.profile.relationship);
    Measures {
        supporters: n,
        ties: t,
        density: (n >= 2).then(|| number(t) / (number(n) * (number(n) - 1.0) / 2.0)),
        relationships: composition(Relationship::ALL, whole.supporters.iter().map(relationship)),
        closenesses: composition(Closeness::ALL, whole.supporters.iter().map(|of| of.answers.closeness)),
        effective_size: (n >= 1).then(|| number(n) - 2.0 * number(t) / number(n)),
        components: groups.len(),
        isolates: groups.iter().filter_map(|group| if let [alone] = group[..] { Some(alone) } else { None }).collect(),
        concentration: concentration(&whole.present().collect::<Vec<_>>()),
        reciprocity: mean(whole.supporters.iter().filter_map(gives_and_receives).map(usize::from)),
        multiplexity: mean(whole.supporters.iter().filter_map(strands)),
    }
}

fn composition<W: Copy + PartialEq>(words: &[W], answers: impl Iterator<Item = Option<W>>) -> Composition<W> {
    let answers: Vec<_> = answers.collect();
    let count = |word: &W| answers.iter().filter(|answer| **answer == Some(*word)).count();
    let counts: Vec<_> = words.iter().map(|word| (*word, count(word))).filter(|(_, count)| *count > 0).collect();
    let unanswered = answers.iter().filter(|answer| answer.is_none()).count();
    let answered = answers.len() - unanswered;
    let entropy = (answered > 0).then(|| {
        let shares = counts.iter().map(|(_, count)| number(*count) / number(answered));
        shares.map(|share| share * share.recip().log2()).sum()
    });
    Composition { counts, unanswered, entropy }
}

fn concentration(supporters: &[&Supporter]) -> Option<Concentration> {
    let types = || supporters.iter().map(|supporter| available_types(supporter));
    let links = types().sum::<usize>();
    let most = types().max().filter(|most| *most > 0)?;
    let carriers = supporters.iter().filter(|supporter| available_types(supporter) == most);
    let supporters = carriers.map(|supporter| supporter.id).collect();
    Some(Concentration { share: number(most) / number(links), links, supporters })
}

/// Whether support goes both ways; `None` if no direction is answered.
pub(super) fn gives_and_receives(supporter: &Supporter) -> Option<bool> {
    let supports = supporter.answers.supports.as_ref()?;
    let answered: Vec<_> = supports.iter().filter_map(|support| support.direction).collect();
    if answered.is_empty() && !supports.is_empty() {
        return None;
    }
    let mutual = answered.contains(&Direction::Mutual);
    Some(mutual || answered.contains(&Direction::Given) && answered.contains(&Direction::Received))
}

fn strands(supporter: &Supporter) -> Option<usize> {
    let nothing =
        |support: &&Support| support.direction.is_none() && support.availability == Some(Availability::WouldNotAsk);
    supporter.answers.supports.as_ref().map(|supports| supports.iter().filter(|support| !nothing(support)).count())
}

fn mean(of: impl Iterator<Item = usize>) -> Option<f64> {
    let (count, sum) = of.fold((0, 0), |(count, sum), one| (count + 1, sum + one));
    (count > 0).then(|| number(sum) / number(count))
}

/// Converts a count; maps are far smaller than the exact range of `f64`.
fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}
