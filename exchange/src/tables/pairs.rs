//! Who knows whom, as rows say it: the same two in either order, and in several files, are one tie.

use domain::imports::NewTie;
use domain::supporters::Intensity;
use std::collections::HashMap;

/// What a row says of two people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    NoTie,
    Tie(Option<Intensity>),
}

/// Two people of a map, by their places in its list; the lower first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Two {
    map: usize,
    ends: [usize; 2],
}

impl Two {
    /// None for one person with themself.
    pub(crate) fn new(map: usize, one: usize, other: usize) -> Option<Self> {
        (one != other).then(|| Self { map, ends: [one.min(other), one.max(other)] })
    }
}

/// Where a row is: its table and its number.
pub(crate) type RowOf<'a> = (&'a str, u32);

/// Everything that rows said, in their order.
#[derive(Default)]
pub(crate) struct Pairs<'a> {
    order: Vec<(Two, [usize; 2])>,
    said: HashMap<Two, Vec<(Said, RowOf<'a>)>>,
    ties: HashMap<usize, usize>,
}

impl<'a> Pairs<'a> {
    /// Adds what a row says. Of one table a row that says something else of the same two contradicts; of several tables,
    /// which may each list another kind of tie, only another strength does.
    ///
    /// # Errors
    /// The row that this one contradicts.
    pub(crate) fn add(&mut self, two: Two, ends: [usize; 2], said: Said, row: RowOf<'a>) -> Result<(), RowOf<'a>> {
        let before = self.said.entry(two).or_default();
        let contradicts = |(other, (table, _)): &&(Said, RowOf<'_>)| match (said, *other) {
            (Said::Tie(Some(strength)), Said::Tie(Some(other))) => strength != other,
            (Said::NoTie, Said::Tie(_)) | (Said::Tie(_), Said::NoTie) => *table == row.0,
            (Said::NoTie, Said::NoTie) | (Said::Tie(_), Said::Tie(_)) => false,
        };
        if let Some((_, other)) = before.iter().find(contradicts) {
            return Err(*other);
        }
        if said != Said::NoTie && !before.iter().any(|(said, _)| *said != Said::NoTie) {
            self.order.push((two, ends));
            *self.ties.entry(two.map).or_default() += 1;
        }
        if !before.iter().any(|(other, (table, _))| *other == said && *table == row.0) {
            before.push((said, row));
        }
        Ok(())
    }

    /// How many ties a map has so far.
    pub(crate) fn count(&self, two: Two) -> usize {
        self.ties.get(&two.map).copied().unwrap_or_default()
    }

    /// The ties, each with the map it is on.
    pub(crate) fn into_ties(self) -> impl Iterator<Item = (usize, NewTie)> {
        self.order.into_iter().map(move |(two, supporters)| {
            let strength = self.said.get(&two).into_iter().flatten().find_map(|(said, _)| match said {
                Said::Tie(strength) => *strength,
                Said::NoTie => None,
            });
            (two.map, NewTie { supporters, strength })
        })
    }
}
