//! Which clients a caller sees, and the search among them by name, which decrypts (docs/adr/0058).

use crate::entity::{assignment, client};
use crate::pages::keyset_of;
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use chrono::{DateTime, Utc};
use domain::access::Visibility;
use domain::clients::{Client, NameQuery};
use domain::{Page, PageRequest, Result};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, UnionType};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect, QueryTrait, Select};

/// The number of clients that a search reads at once: all that it holds in memory, beside the page that it answers.
const PART: usize = 2_000;
/// The number of parts, each one statement, after which a page ends although it is not full.
const MAX_PARTS: usize = 25;
/// The number of clients that are decrypted before other requests get their turn: a fraction of a millisecond.
const TURN: usize = 50;

impl Unit {
    /// The condition that the caller may see a client. As part of the query, a page costs no more than its rows.
    pub(super) fn within(&self, visibility: Visibility, at: DateTime<Utc>) -> Condition {
        if visibility.all() {
            return Condition::all();
        }
        let mut ids = Vec::new();
        if let Some(coach) = visibility.caseload_of() {
            let assigned = self
                .find::<assignment::Entity>()
                .select_only()
                .column(assignment::Column::ClientId)
                .filter(assignment::Column::CoachId.eq(coach.0))
                .filter(assignment::Column::StartsAt.lte(at))
                .filter(
                    Condition::any().add(assignment::Column::EndsAt.is_null()).add(assignment::Column::EndsAt.gt(at)),
                );
            ids.push(assigned.into_query());
        }
        if let Some(user) = visibility.record_of() {
            let own = self.find::<client::Entity>().select_only().column(client::Column::Id);
            ids.push(own.filter(client::Column::UserId.eq(user.0)).into_query());
        }
        // One `in` and no `or`: PostgreSQL then starts from the few ids, not from every client of the organisation.
        let all = ids.into_iter().reduce(|mut all, more| all.union(UnionType::All, more).to_owned());
        match all {
            Some(all) => Condition::all().add(client::Column::Id.in_subquery(all)),
            None => Condition::all().add(Expr::val(1).eq(0)),
        }
    }

    /// A page of those of these clients whose name has every word.
    pub(super) async fn named(
        &mut self,
        clients: Select<client::Entity>,
        name: &NameQuery,
        page: PageRequest,
    ) -> Result<Page<Client>> {
        let mut search = NameSearch::new(name, page);
        while let Some(part) = search.next_part() {
            let rows = self.select(&keyset_of(clients.clone(), client::Column::Id, part, PART as u64)).await?;
            for some in rows.chunks(TURN) {
                search.take(self.clients_in(some).await?);
                if search.is_full() {
                    break;
                }
                tokio::task::yield_now().await;
            }
            search.end_part(rows.len());
        }
        Ok(search.page())
    }
}

/// A search by name: it reads part after part until its page is full.
struct NameSearch<'a> {
    name: &'a NameQuery,
    /// The page, whose next part begins after the last client that was read.
    page: PageRequest,
    /// The number of parts that it may still read.
    parts: usize,
    /// Whether there are no more clients to read.
    is_over: bool,
    found: Vec<Client>,
}

impl<'a> NameSearch<'a> {
    fn new(name: &'a NameQuery, page: PageRequest) -> Self {
        Self { name, page, parts: MAX_PARTS, is_over: name.is_empty(), found: Vec::new() }
    }

    /// Where the next part begins, if there is one to be read.
    fn next_part(&mut self) -> Option<PageRequest> {
        if self.is_over || self.is_full() {
            return None;
        }
        self.parts = self.parts.checked_sub(1)?;
        Some(self.page)
    }

    /// Whether it found one client more than the page holds.
    fn is_full(&self) -> bool {
        self.found.len() as u64 >= self.page.rows()
    }

    /// Keeps those of these clients who match.
    fn take(&mut self, clients: Vec<Client>) {
        for client in clients {
            self.page.after = Some(client.id.0);
            if !self.is_full() && self.name.matches(&client) {
                self.found.push(client);
            }
        }
    }

    /// Notes that a part had this number of clients: fewer than asked for were the last ones.
    fn end_part(&mut self, clients: usize) {
        self.is_over = clients < PART;
    }

    /// The page. One that ended before it was full goes on after the last client that was read.
    fn page(self) -> Page<Client> {
        if self.is_over || self.is_full() {
            return self.page.page(self.found, |client| client.id.0);
        }
        Page { items: self.found, next: self.page.after }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{ClientId, ShortText};
    use uuid::Uuid;

    fn clients(from: u128, names: &[&str]) -> Vec<Client> {
        let client = |(number, name): (u128, &&str)| Client {
            id: ClientId(Uuid::from_u128(from + number)),
            name: ShortText::new(*name).unwrap(),
            preferred_name: None,
            date_of_birth: None,
            external_identifiers: Vec::new(),
            user_id: None,
            login_confirmed: true,
            version: 1,
            created_at: DateTime::UNIX_EPOCH,
            updated_at: DateTime::UNIX_EPOCH,
        };
        (0..).zip(names).map(client).collect()
    }

    fn boer() -> NameQuery {
        NameQuery::new(&ShortText::new("boer").unwrap()).unwrap()
    }

    /// The page of a search whose every part ends with these clients.
    fn searched(limit: u16, names: &[&str], part: usize) -> (Page<Client>, u128) {
        let name = boer();
        let mut search = NameSearch::new(&name, PageRequest::new(limit, None));
        let mut parts = 0;
        while search.next_part().is_some() {
            search.take(clients(parts * 100, names));
            search.end_part(part);
            parts += 1;
        }
        (search.page(), parts)
    }

    #[test]
    fn a_search_reads_no_further_than_its_page_needs() {
        let (page, parts) = searched(2, &["Zoë Boer", "Anna"], PART);
        assert_eq!((page.items.len(), parts), (2, 3));
        assert_eq!(page.next, Some(Uuid::from_u128(100)), "the second one; the third one is on the next page");
    }

    #[test]
    fn a_search_ends_with_the_last_part() {
        let (page, parts) = searched(2, &["Anna", "Zoë Boer"], PART - 1);
        assert_eq!((page.items.len(), page.next, parts), (1, None, 1));
    }

    #[test]
    fn a_search_of_too_many_clients_goes_on_after_the_last_one_that_it_read() {
        let (page, parts) = searched(2, &["Anna", "Piet"], PART);
        assert_eq!((page.items.len(), parts), (0, MAX_PARTS as u128));
        assert_eq!(page.next, Some(Uuid::from_u128(100 * (MAX_PARTS as u128 - 1) + 1)));
    }

    #[test]
    fn a_search_without_words_reads_nothing() {
        let none = NameQuery::new(&ShortText::new("’-").unwrap()).unwrap();
        let mut search = NameSearch::new(&none, PageRequest::new(2, None));
        assert!(search.next_part().is_none());
        assert_eq!(search.page(), Page { items: Vec::new(), next: None });
    }
}
