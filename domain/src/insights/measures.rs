use super::coverage::available_types;
use super::groups;
use crate::SupporterId;
use crate::maps::WholeMap;
use crate::supporters::{Support, Supporter};
use crate::vocabulary::{Availability, Closeness, Direction, Relationship};
use std::collections::BTreeMap;

/// The measures over a map: n supporters and t ties among them, the client left out. `None` is undefined.
#[derive(Clone, Debug, PartialEq)]
pub struct Measures {
    /// n.
    pub supporters: usize,
    /// t.
    pub ties: usize,
    /// t / (n(n−1)/2), 0 to 1; none for fewer than two supporters. (Wasserman & Faust, 1994.)
    pub density: Option<f64>,
    /// What the supporters are to the client.
    pub relationships: Composition<Relationship>,
    /// Which ring they are in.
    pub closenesses: Composition<Closeness>,
    /// n − 2t/n, 1 to n: how many of the supporters are no doubles of one another; none without supporters. (Burt, 1992,
    /// in the form of Borgatti, 1997.)
    pub effective_size: Option<f64>,
    /// How many groups there are that no tie connects, those of one person among them.
    pub components: usize,
    /// Those with no tie at all, in order of id.
    pub isolates: Vec<SupporterId>,
    /// How much of the support rests on one person.
    pub concentration: Option<Concentration>,
    /// The share of supporters who both give and receive, 0 to 1, among those of whom a direction was answered or who
    /// the client said give nothing; none without any. A mutual support does both at once. (Gouldner, 1960.)
    pub reciprocity: Option<f64>,
    /// The mean number of support types per supporter, among those whose support was answered; none without any. A type
    /// counts unless all that is said of it is that the client would not ask. (Kapferer, 1969.)
    pub multiplexity: Option<f64>,
}

/// How the supporters are spread over the words of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Composition<W> {
    /// How many of each, in the list's order, without the words of nobody.
    pub counts: Vec<(W, usize)>,
    /// How many were not answered; they have no part in the entropy.
    pub unanswered: usize,
    /// Σ p·log₂(1/p) in bits: 0 when all are alike, log₂(k) when spread evenly over k words; none if none was answered.
    /// (Shannon, 1948.)
    pub entropy: Option<f64>,
}

/// The largest one person's share of all support links. A link is one supporter with one type on which the client could
/// count (`received-now` or `could-ask`), as in coverage: the question is how much rests on one person, and on what would
/// not be asked nothing rests, nor on who belongs to the past.
#[derive(Clone, Debug, PartialEq)]
pub struct Concentration {
    /// Their links of all links: 1/n to 1.
    pub share: f64,
    /// All links.
    pub links: usize,
    /// Whose share it is, all who have as many; in order of id.
    pub supporters: Vec<SupporterId>,
}

/// Measures a map.
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

/// Whether support goes both ways; none if no direction was answered.
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

/// A count as a number: maps are far smaller than what an `f64` holds exactly.
fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}
