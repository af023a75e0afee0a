//! Collects ties: the same two persons in either order, and in several files, are one tie.

use domain::imports::NewTie;
use domain::supporters::Intensity;
use std::collections::HashMap;

/// The statement of a row about two persons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Statement {
    NoTie,
    Tie(Option<Intensity>),
}

/// Two persons on a map, by their indices, the lower first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Two {
    map: usize,
    ends: [usize; 2],
}

impl Two {
    /// Orders the two; `None` if they are the same person.
    pub(crate) fn new(map: usize, one: usize, other: usize) -> Option<Self> {
        (one != other).then(|| Self { map, ends: [one.min(other), one.max(other)] })
    }
}

/// The table and number of a row.
pub(crate) type RowOf<'a> = (&'a str, u32);

/// All statements, in the order of the rows.
#[derive(Default)]
pub(crate) struct Pairs<'a> {
    order: Vec<(Two, [usize; 2])>,
    said: HashMap<Two, Vec<(Statement, RowOf<'a>)>>,
    ties: HashMap<usize, usize>,
}

impl<'a> Pairs<'a> {
    /// Adds the statement of a row.
    ///
    /// Within a table, a different statement about the same two persons is a contradiction. Between tables, which may
    /// list different kinds of ties, only a different strength is.
    ///
    /// # Errors
    /// The earlier row that this one contradicts.
    pub(crate) fn add(&mut self, two: Two, ends: [usize; 2], said: Statement, row: RowOf<'a>) -> Result<(), RowOf<'a>> {
        let before = self.said.entry(two).or_default();
        let contradicts = |(other, (table, _)): &&(Statement, RowOf<'_>)| match (said, *other) {
            (Statement::Tie(Some(strength)), Statement::Tie(Some(other))) => strength != other,
            (Statement::NoTie, Statement::Tie(_)) | (Statement::Tie(_), Statement::NoTie) => *table == row.0,
            (Statement::NoTie, Statement::NoTie) | (Statement::Tie(_), Statement::Tie(_)) => false,
        };
        if let Some((_, other)) = before.iter().find(contradicts) {
            return Err(*other);
        }
        if said != Statement::NoTie && !before.iter().any(|(said, _)| *said != Statement::NoTie) {
            self.order.push((two, ends));
            *self.ties.entry(two.map).or_default() += 1;
        }
        if !before.iter().any(|(other, (table, _))| *other == said && *table == row.0) {
            before.push((said, row));
        }
        Ok(())
    }

    /// The number of ties on a map so far.
    pub(crate) fn count(&self, two: Two) -> usize {
        self.ties.get(&two.map).copied().unwrap_or_default()
    }

    /// The ties, each with the index of its map.
    pub(crate) fn into_ties(self) -> impl Iterator<Item = (usize, NewTie)> {
        self.order.into_iter().map(move |(two, supporters)| {
            let strength = self.said.get(&two).into_iter().flatten().find_map(|(said, _)| match said {
                Statement::Tie(strength) => *strength,
                Statement::NoTie => None,
            });
            (two.map, NewTie { supporters, strength })
        })
    }
}
