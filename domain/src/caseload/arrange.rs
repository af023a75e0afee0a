//! Sorts, filters, counts and pages a caseload.
//!
//! This happens in memory over the whole caseload: attention is derived, names sort in an order that no database
//! implements, and a cursor is only an id. A caseload belongs to one coach and has some tens of clients.

use super::{Attention, CaseloadEntry};
use crate::audit::Disclosure;
use crate::vocabulary::words;
use crate::{ClientId, Page, PageRequest, name_order};
use std::cmp::Ordering;
use uuid::Uuid;

/// The key by which a caseload is sorted.
///
/// Entries without a value come last in either direction; ties are sorted by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SortBy {
    /// Most urgent first: each reason outweighs all reasons after it in [`Attention`].
    Attention,
    /// Alphabetically by name.
    Name,
    /// Earliest review date first.
    ReviewOn,
    /// Map changed longest ago first.
    UpdatedAt,
}

words! {
    /// The sort order of a caseload. A leading `-` reverses it.
    pub enum Sort {
        /// Most urgent first.
        Attention = "attention", "Meest dringend eerst", "Most urgent first";
        /// Least urgent first.
        AttentionReversed = "-attention", "Minst dringend eerst", "Least urgent first";
        /// By name, A to Z.
        Name = "name", "Naam, van A tot Z", "Name, A to Z";
        /// By name, Z to A.
        NameReversed = "-name", "Naam, van Z tot A", "Name, Z to A";
        /// Earliest review date first.
        ReviewOn = "reviewOn", "Vroegste terugkijkdatum eerst", "Earliest review date first";
        /// Latest review date first.
        ReviewOnReversed = "-reviewOn", "Laatste terugkijkdatum eerst", "Latest review date first";
        /// Map changed longest ago first.
        UpdatedAt = "updatedAt", "Langst niet gewijzigd eerst", "Changed longest ago first";
        /// Map changed last first.
        UpdatedAtReversed = "-updatedAt", "Laatst gewijzigd eerst", "Changed last first";
    }
}

impl Sort {
    /// The sort key, and whether the order is reversed.
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

/// The filter and order of a caseload.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseloadQuery {
    /// The order; `None` sorts by id.
    pub sort: Option<Sort>,
    /// Only clients with one of these reasons; empty means all clients.
    pub attention: Vec<Attention>,
}

/// Counts over a whole caseload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facets {
    /// Number of clients.
    pub clients: usize,
    /// Number of clients for each reason, most urgent reason first.
    pub attention: Vec<(Attention, usize)>,
}

/// A page of a caseload, with counts over all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseloadPage {
    /// The entries of the page.
    pub page: Page<CaseloadEntry>,
    /// The counts over the whole caseload.
    pub facets: Facets,
}

impl Disclosure for CaseloadPage {
    fn clients(&self) -> Vec<ClientId> {
        self.page.items.iter().map(|entry| entry.client_id).collect()
    }
}

impl CaseloadQuery {
    /// Returns the requested page of `entries`, a whole caseload ordered by id.
    ///
    /// A page starts after the client of the cursor. If that client has left the caseload, a list by id continues at
    /// that id; any other order restarts.
    pub(super) fn arrange(&self, entries: Vec<CaseloadEntry>, page: PageRequest) -> CaseloadPage {
        let facets = Facets::of(&entries);
        let entries = match self.sort {
            Some(sort) => sort.sorted(entries),
            None => entries,
        };
        let start = page.after.map_or(0, |after| self.after(&entries, after));
        let matching = entries.into_iter().skip(start).filter(|entry| self.matches(entry));
        let rows = matching.take(usize::try_from(page.rows()).unwrap_or(usize::MAX)).collect();
        CaseloadPage { page: page.page(rows, |entry: &CaseloadEntry| entry.client_id.0), facets }
    }

    fn after(&self, entries: &[CaseloadEntry], client: Uuid) -> usize {
        match self.sort {
            None => entries.partition_point(|entry| entry.client_id.0 <= client),
            Some(_) => entries.iter().position(|entry| entry.client_id.0 == client).map_or(0, |at| at + 1),
        }
    }

    fn matches(&self, entry: &CaseloadEntry) -> bool {
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

/// The sort keys of an entry.
struct Keys {
    /// `None` sorts last.
    rank: Option<i64>,
    name: (String, String),
}

impl Sort {
    fn sorted(self, entries: Vec<CaseloadEntry>) -> Vec<CaseloadEntry> {
        let keyed = entries.into_iter().map(|entry| (self.keys(&entry), entry));
        let mut keyed: Vec<_> = keyed.collect();
        // A stable sort: equal entries stay ordered by id.
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
            // Entries without a value come last.
            (one, other) => other.is_some().cmp(&one.is_some()),
        };
        let by_name = one.name.cmp(&other.name);
        by_rank.then(if by == SortBy::Name { directed(by_name) } else { by_name })
    }
}

/// The urgency of an entry: each reason outweighs all reasons after it.
fn urgency(entry: &CaseloadEntry) -> i64 {
    let reasons = entry.attention();
    Attention::ALL.iter().fold(0, |urgency, reason| 2 * urgency + i64::from(reasons.contains(reason)))
}

#[cfg(test)]
#[path = "arrange_tests.rs"]
mod tests;
