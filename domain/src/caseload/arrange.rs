//! Sorts, filters, counts and pages a caseload.
//!
//! In memory, over the whole of it: what needs attention is derived, names have an order that no database knows, and a cursor is
//! only an id. A caseload is the work of one person, some tens of clients.

use super::{Attention, CaseloadEntry};
use crate::vocabulary::words;
use crate::{Page, PageRequest, name_order};
use std::cmp::Ordering;
use uuid::Uuid;

/// What a caseload is sorted by. What does not have it comes last in either direction; then by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SortBy {
    /// Most urgent first: as [`Attention`] lists the reasons, one reason outweighs all that come after it.
    Attention,
    /// By name.
    Name,
    /// The first day to look again first.
    ReviewOn,
    /// The map that was left alone longest first.
    UpdatedAt,
}

words! {
    /// The order of a caseload. A leading `-` reverses.
    pub enum Sort {
        /// Most urgent first.
        Attention = "attention", "Meest dringend eerst", "Most urgent first";
        /// Least urgent first.
        AttentionReversed = "-attention", "Minst dringend eerst", "Least urgent first";
        /// By name.
        Name = "name", "Naam, van A tot Z", "Name, A to Z";
        /// By name, from the end.
        NameReversed = "-name", "Naam, van Z tot A", "Name, Z to A";
        /// The first day to look again first.
        ReviewOn = "reviewOn", "Vroegste terugkijkdatum eerst", "Earliest review date first";
        /// The last day to look again first.
        ReviewOnReversed = "-reviewOn", "Laatste terugkijkdatum eerst", "Latest review date first";
        /// The map that was left alone longest first.
        UpdatedAt = "updatedAt", "Langst niet gewijzigd eerst", "Changed longest ago first";
        /// The map that changed last first.
        UpdatedAtReversed = "-updatedAt", "Laatst gewijzigd eerst", "Changed last first";
    }
}

impl Sort {
    /// What it sorts by, and whether reversed.
    fn by(self) -> (SortBy, bool) {
        match self {
            Self::Attention => (SortBy::Attention, false),
            Self::AttentionReversed => (SortBy::Attention, true),
            Self::Name => (SortBy::Name, false),
            Self::NameReversed => (SortBy::Name, true),
            Self::ReviewOn => (SortBy::ReviewOn, false),
            Self::ReviewOnReversed => (SortBy::ReviewOn, true),
            Self::UpdatedAt => (SortBy::UpdatedAt, false),
            Self::UpdatedAtReversed => (SortBy::UpdatedAt, true),
        }
    }
}

/// Which clients of a caseload, in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseloadQuery {
    /// The order; by id if there is none.
    pub sort: Option<Sort>,
    /// Only who needs attention for one of these reasons; empty is everybody.
    pub attention: Vec<Attention>,
}

/// How many clients there are in a whole caseload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facets {
    /// All of them.
    pub clients: usize,
    /// Those who need attention for each of the reasons, the most urgent first.
    pub attention: Vec<(Attention, usize)>,
}

/// A page of a caseload, with counts over all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseloadPage {
    /// The page.
    pub page: Page<CaseloadEntry>,
    /// The counts.
    pub facets: Facets,
}

impl CaseloadQuery {
    /// The page of these entries, which are a whole caseload in order of id.
    ///
    /// A page goes on after the client of the cursor. If that client left the caseload, the list by id goes on where the client
    /// was; any other begins anew.
    pub(super) fn arrange(&self, entries: Vec<CaseloadEntry>, page: PageRequest) -> CaseloadPage {
        let facets = Facets::of(&entries);
        let entries = match self.sort {
            Some(sort) => sort.sorted(entries),
            None => entries,
        };
        let start = page.after.map_or(0, |after| self.after(&entries, after));
        let wanted = entries.into_iter().skip(start).filter(|entry| self.wants(entry));
        let rows = wanted.take(usize::try_from(page.rows()).unwrap_or(usize::MAX)).collect();
        CaseloadPage { page: page.page(rows, |entry: &CaseloadEntry| entry.client_id.0), facets }
    }

    fn after(&self, entries: &[CaseloadEntry], client: Uuid) -> usize {
        match self.sort {
            None => entries.partition_point(|entry| entry.client_id.0 <= client),
            Some(_) => entries.iter().position(|entry| entry.client_id.0 == client).map_or(0, |at| at + 1),
        }
    }

    fn wants(&self, entry: &CaseloadEntry) -> bool {
        self.attention.is_empty() || entry.attention().iter().any(|reason| self.attention.contains(reason))
    }
}

impl Facets {
    fn of(entries: &[CaseloadEntry]) -> Self {
        let reasons: Vec<_> = entries.iter().flat_map(CaseloadEntry::attention).collect();
        let clients_with = |reason| (reason, reasons.iter().filter(|other| **other == reason).count());
        Self { clients: entries.len(), attention: Attention::ALL.iter().copied().map(clients_with).collect() }
    }
}

/// What an entry is sorted by.
struct Keys {
    /// None for what comes last.
    rank: Option<i64>,
    name: (String, String),
}

impl Sort {
    fn sorted(self, entries: Vec<CaseloadEntry>) -> Vec<CaseloadEntry> {
        let keyed = entries.into_iter().map(|entry| (self.keys(&entry), entry));
        let mut keyed: Vec<_> = keyed.collect();
        // Stable, so that equal ones stay in order of id.
        keyed.sort_by(|(one, _), (other, _)| self.compare(one, other));
        keyed.into_iter().map(|(_, entry)| entry).collect()
    }

    fn keys(self, entry: &CaseloadEntry) -> Keys {
        let rank = match self.by().0 {
            SortBy::Attention => Some(-urgency(entry)),
            SortBy::Name => Some(0),
            SortBy::ReviewOn => entry.review_on().map(|day| chrono::Datelike::num_days_from_ce(&day).into()),
            SortBy::UpdatedAt => entry.latest_map.as_ref().map(|map| map.updated_at.timestamp_micros()),
        };
        Keys { rank, name: name_order(entry.name.as_str()) }
    }

    fn compare(self, one: &Keys, other: &Keys) -> Ordering {
        let (by, reversed) = self.by();
        let directed = |order: Ordering| if reversed { order.reverse() } else { order };
        let by_rank = match (one.rank, other.rank) {
            (Some(one), Some(other)) => directed(one.cmp(&other)),
            // What has none comes last.
            (one, other) => other.is_some().cmp(&one.is_some()),
        };
        let by_name = one.name.cmp(&other.name);
        by_rank.then(if by == SortBy::Name { directed(by_name) } else { by_name })
    }
}

/// One reason outweighs all that come after it.
fn urgency(entry: &CaseloadEntry) -> i64 {
    let reasons = entry.attention();
    Attention::ALL.iter().fold(0, |urgency, reason| 2 * urgency + i64::from(reasons.contains(reason)))
}

#[cfg(test)]
#[path = "arrange_tests.rs"]
mod tests;
