//! What repositories ask and change inside a transaction.

use super::{Meaning, Queued, Transaction, landed};
use crate::engine::{Ask, EngineError, Row};
use domain::{Error, MapId, Result};
use sea_orm::{ActiveModelTrait, EntityTrait, Iterable, QuerySelect, QueryTrait, Select, TryIntoModel};

/// The approximate maximum of parameters in a statement, and in the queue. SQLite takes 32,766 and PostgreSQL 65,535, but a
/// statement of 30,000 takes some 30 MiB while it is built and prepared.
const PARAMETERS: usize = 3_000;

/// The maximum of rows that one statement adds.
pub(crate) fn rows_within<A: ActiveModelTrait>() -> usize {
    (PARAMETERS / <A::Entity as EntityTrait>::Column::iter().count().max(1)).max(1)
}

/// Queries and changes inside a transaction.
///
/// A change whose answer is not needed is queued and sent with the next query or with COMMIT.
pub(crate) trait Queries: Send {
    /// The transaction.
    fn transaction(&mut self) -> &mut Transaction;

    /// The first row of a query, if there is one.
    async fn find_one<E>(&mut self, query: Select<E>) -> Result<Option<E::Model>>
    where
        E: EntityTrait,
        E::ActiveModel: TryIntoModel<E::Model>,
    {
        Ok(self.find_all(query.limit(1)).await?.pop())
    }

    /// Every row of a query.
    async fn find_all<E>(&mut self, query: Select<E>) -> Result<Vec<E::Model>>
    where
        E: EntityTrait,
        E::ActiveModel: TryIntoModel<E::Model>,
    {
        let rows = self.select(&query).await?;
        Ok(rows.iter().map(Row::model::<E>).collect::<Result<_, _>>()?)
    }

    /// Every row of a query that selects other columns than an entity's.
    async fn select(&mut self, query: &impl QueryTrait) -> Result<Vec<Row>> {
        let backend = self.transaction().backend();
        Ok(self.transaction().ask(Ask::of(query, backend)).await?.rows)
    }

    /// Every row of two such queries, sent in one flight.
    async fn select_both(&mut self, one: &impl QueryTrait, other: &impl QueryTrait) -> Result<(Vec<Row>, Vec<Row>)> {
        let backend = self.transaction().backend();
        let (one, other) = (Ask::of(one, backend), Ask::of(other, backend));
        let [one, other] = self.transaction().ask_all([one, other]).await?;
        Ok((one.rows, other.rows))
    }

    /// Makes a change now and returns the number of rows changed.
    async fn execute(&mut self, change: &impl QueryTrait) -> Result<u64> {
        let transaction = self.transaction();
        transaction.changed = true;
        Ok(transaction.ask(Ask::of(change, transaction.backend())).await?.affected)
    }

    /// Queues a change of any number of rows.
    fn change(&mut self, change: &impl QueryTrait) {
        let ask = Ask::of(change, self.transaction().backend());
        self.queue(ask, None);
    }

    /// Queues a change of exactly one row. If it changes another number, the transaction fails with this error.
    fn change_one(&mut self, change: &impl QueryTrait, otherwise: Error) {
        let ask = Ask::of(change, self.transaction().backend()).expecting(1);
        self.queue(ask, Some(unexpected(otherwise)));
    }

    /// Queues a query that locks rows.
    fn lock(&mut self, query: &impl QueryTrait) {
        let transaction = self.transaction();
        transaction.queued.push(Queued { ask: Ask::of(query, transaction.backend()), meaning: None, touches: None });
    }

    /// Queues a change.
    fn queue(&mut self, ask: Ask, meaning: Option<Meaning>) {
        let transaction = self.transaction();
        transaction.changed = true;
        transaction.queued.push(Queued { ask, meaning, touches: None });
    }

    /// Queues a change of one map that returns its new version.
    fn queue_touch(&mut self, map: MapId, ask: Ask, otherwise: Error) {
        let transaction = self.transaction();
        transaction.changed = true;
        let (ask, meaning) = (ask.returning("version"), Some(unexpected(otherwise)));
        transaction.queued.push(Queued { ask, meaning, touches: Some(map) });
    }

    /// Queues a new row.
    fn insert_row<A: ActiveModelTrait>(&mut self, row: A) {
        self.insert_meaning([row], |error| error);
    }

    /// Queues new rows. An error names this member of the body, by which they refer to something.
    fn insert_naming<A: ActiveModelTrait>(&mut self, rows: impl IntoIterator<Item = A>, member: &'static str) {
        self.insert_meaning(rows, move |error| error.at(member));
    }

    /// Adds rows that are the entries of this list of the body. An error names the list.
    async fn insert_entries<A: ActiveModelTrait + Send>(&mut self, rows: Vec<A>, list: &'static str) -> Result<()> {
        self.insert_meaning(rows, move |error| error.within(list));
        self.relieve().await
    }

    /// Adds rows, as many per statement as its parameters allow.
    async fn insert_rows<A: ActiveModelTrait + Send>(&mut self, rows: Vec<A>) -> Result<()> {
        self.insert_meaning(rows, |error| error);
        self.relieve().await
    }

    /// Queues new rows and the mapping of their error.
    fn insert_meaning<A: ActiveModelTrait>(
        &mut self,
        rows: impl IntoIterator<Item = A>,
        meaning: impl Fn(Error) -> Error + Copy + Send + Sync + 'static,
    ) {
        let backend = self.transaction().backend();
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            let some: Vec<_> = rows.by_ref().take(rows_within::<A>()).collect();
            let meaning = Box::new(move |failure: EngineError| meaning(failure.into()));
            self.queue(Ask::of(&A::Entity::insert_many(some), backend), Some(meaning));
        }
    }

    /// Sends what is queued if it is too much to keep in memory.
    async fn relieve(&mut self) -> Result<()> {
        let transaction = self.transaction();
        let queued: usize = transaction.queued.iter().map(|queued| queued.ask.size()).sum();
        if queued < PARAMETERS { Ok(()) } else { self.flush().await }
    }

    /// Sends what is queued.
    async fn flush(&mut self) -> Result<()> {
        let transaction = self.transaction();
        let (asks, flown) = transaction.take_queued();
        let answers = transaction.session().await?.fly(asks).await;
        landed(answers, flown, &mut transaction.touched).map(drop)
    }
}

impl Queries for Transaction {
    fn transaction(&mut self) -> &mut Transaction {
        self
    }
}

/// Maps [`EngineError::Unexpected`] to this error.
pub(crate) fn unexpected(otherwise: Error) -> Meaning {
    Box::new(|failure| if matches!(failure, EngineError::Unexpected) { otherwise } else { failure.into() })
}
