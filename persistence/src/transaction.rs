//! A transaction, as repositories use it.

use crate::engine::{Answer, Ask, Engine, EngineError, Failed, FromRow, Row, Session};
use domain::access::Identity;
use domain::ports::TransactionKind;
use domain::{Error, MapId, OrganisationId, Result, Version};
use sea_orm::{
    ActiveModelTrait, DatabaseBackend, EntityTrait, Iterable, QuerySelect, QueryTrait, Select, TryIntoModel, Value,
};
use std::borrow::Cow;
use std::fmt;

/// About how many parameters a statement has, and what is queued. SQLite takes 32,766 and PostgreSQL 65,535, but one of 30,000 takes some
/// 30 MiB while it is made and prepared.
const PARAMETERS: usize = 3_000;

/// How many rows a statement adds.
pub(crate) fn rows_within<A: ActiveModelTrait>() -> usize {
    (PARAMETERS / <A::Entity as EntityTrait>::Column::iter().count().max(1)).max(1)
}

/// An open transaction; dropped, it is rolled back.
#[derive(Debug)]
pub(crate) struct Transaction {
    session: Begun,
    /// What goes out with the next flight, or with COMMIT.
    queued: Vec<Queued>,
    /// The maps that were touched, with their new versions as far as they were answered.
    touched: Vec<(MapId, Version)>,
    /// Whether something was changed, as far as is known.
    changed: bool,
}

/// The settings of an authenticated caller that row-level security reads.
const SETTINGS: &str = "select set_config('app.org_id', $1, true), set_config('app.user_id', $2, true),
    set_config('app.operator', $3, true)";

/// How far a transaction is.
#[derive(Debug)]
enum Begun {
    Yes(Box<Session>),
    /// Nothing has been read in it yet.
    Later(Engine),
}

/// A change that nobody waits for.
struct Queued {
    ask: Ask,
    /// What its failure means.
    meaning: Option<Meaning>,
    /// The map whose new version it answers.
    touches: Option<MapId>,
}

/// What is remembered of a change that was sent.
struct Flown {
    meaning: Option<Meaning>,
    touches: Option<MapId>,
}

/// What the failure of a change means to whoever asked for it.
pub(crate) type Meaning = Box<dyn FnOnce(EngineError) -> Error + Send + Sync>;

impl fmt::Debug for Queued {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.ask.fmt(f)
    }
}

impl Transaction {
    pub(crate) fn new(session: Session) -> Self {
        Self { session: Begun::Yes(Box::new(session)), queued: Vec::new(), touched: Vec::new(), changed: false }
    }

    /// Begins with its first question, to read what this caller may see.
    pub(crate) fn later(engine: Engine, identity: &Identity) -> Self {
        let mut transaction =
            Self { session: Begun::Later(engine), queued: Vec::new(), touched: Vec::new(), changed: false };
        if transaction.postgres() {
            let organisation = identity.organisation.map(|id| id.to_string()).unwrap_or_default();
            let operator = if identity.operator { "on" } else { "" };
            let values = [organisation.into(), identity.user.to_string().into(), operator.into()];
            transaction.queued.push(Queued { ask: Ask::new(SETTINGS, values), meaning: None, touches: None });
        }
        transaction
    }

    pub(crate) fn backend(&self) -> DatabaseBackend {
        match &self.session {
            Begun::Yes(session) => session.backend(),
            Begun::Later(engine) => engine.backend(),
        }
    }

    /// Whether nothing was asked in it yet, and nothing can be changed.
    pub(crate) fn is_later(&self) -> bool {
        matches!(self.session, Begun::Later(_))
    }

    /// The session, begun now if it has not been.
    async fn session(&mut self) -> Result<&mut Session> {
        if let Begun::Later(engine) = &self.session {
            self.session = Begun::Yes(Box::new(engine.session(TransactionKind::Read).await?));
        }
        match &mut self.session {
            Begun::Yes(session) => Ok(session),
            Begun::Later(_) => Err(Error::internal("a transaction that does not begin")),
        }
    }

    pub(crate) fn postgres(&self) -> bool {
        self.backend() == DatabaseBackend::Postgres
    }

    /// Tells row-level security which organisation this transaction is in, if any. SQLite has no such lock.
    pub(crate) fn enter(&mut self, organisation: Option<OrganisationId>) {
        self.set(
            "select set_config('app.org_id', $1, true)",
            organisation.map(|id| id.to_string()).unwrap_or_default(),
        );
    }

    /// Makes a setting that row-level security reads, before whatever is asked next.
    pub(crate) fn set(&mut self, setting: &'static str, value: String) {
        if self.postgres() {
            self.queued.push(Queued { ask: Ask::new(setting, [value.into()]), meaning: None, touches: None });
        }
    }

    /// Makes everything last.
    pub(crate) async fn commit(self) -> Result<()> {
        self.commit_touches().await.map(drop)
    }

    /// The same, and tells the maps that were touched with their new versions.
    pub(crate) async fn commit_touches(mut self) -> Result<Vec<(MapId, Version)>> {
        let (asks, flown) = self.take_queued();
        let Self { session, mut touched, .. } = self;
        if let Begun::Yes(session) = session {
            landed(session.commit(asks).await, flown, &mut touched)?;
        }
        Ok(touched)
    }

    /// The answers to these, none of which needs another's, after whatever is queued: one flight.
    pub(crate) async fn ask_all<const N: usize>(&mut self, asks: [Ask; N]) -> Result<[Answer; N]> {
        let (mut all, flown) = self.take_queued();
        let queued = all.len();
        all.extend(asks);
        let answers = self.session().await?.fly(all).await;
        let mut answers = landed(answers, flown, &mut self.touched)?;
        let answers = answers.split_off(queued.min(answers.len()));
        answers.try_into().map_err(|_| Error::internal("as many answers as questions"))
    }

    pub(crate) async fn ask(&mut self, ask: Ask) -> Result<Answer> {
        let [answer] = self.ask_all([ask]).await?;
        Ok(answer)
    }

    fn take_queued(&mut self) -> (Vec<Ask>, Vec<Flown>) {
        let queued = std::mem::take(&mut self.queued).into_iter();
        queued.map(|Queued { ask, meaning, touches }| (ask, Flown { meaning, touches })).unzip()
    }

    /// Ends a transaction that only read, and waits for nothing.
    pub(crate) fn end(self) {
        debug_assert!(!self.changed, "what was changed must be committed");
        if let Begun::Yes(session) = self.session {
            session.end();
        }
    }
}

/// Statements written by hand. Inside an organisation they go through [`crate::unit_of_work::Unit`], which names it.
impl Transaction {
    /// The first row of a statement, if there is one.
    pub(crate) async fn row<R: FromRow>(
        &mut self,
        sql: impl Into<Cow<'static, str>>,
        values: impl Into<Vec<Value>>,
    ) -> Result<Option<R>> {
        let answer = self.ask(Ask::new(sql, values)).await?;
        answer.rows.first().map(R::from_row).transpose()
    }

    /// Every row of a statement.
    pub(crate) async fn rows<R: FromRow>(
        &mut self,
        sql: impl Into<Cow<'static, str>>,
        values: impl Into<Vec<Value>>,
    ) -> Result<Vec<R>> {
        let answer = self.ask(Ask::new(sql, values)).await?;
        answer.rows.iter().map(R::from_row).collect()
    }

    /// Runs a statement now, and tells how many rows it changed.
    pub(crate) async fn run(
        &mut self,
        sql: impl Into<Cow<'static, str>>,
        values: impl Into<Vec<Value>>,
    ) -> Result<u64> {
        let sql = sql.into();
        self.changed |= !sql.starts_with("select");
        Ok(self.ask(Ask::new(sql, values)).await?.affected)
    }
}

/// The answers of a flight. Takes note of the maps that were touched.
fn landed(
    answers: std::result::Result<Vec<Answer>, Failed>,
    flown: Vec<Flown>,
    touched: &mut Vec<(MapId, Version)>,
) -> Result<Vec<Answer>> {
    let answers = match answers {
        Ok(answers) => answers,
        Err(failed) => return Err(meant(failed, flown)),
    };
    for (answer, flown) in answers.iter().zip(flown) {
        if let (Some(map), Some(row)) = (flown.touches, answer.rows.first()) {
            touched.push((map, row.get("version")?));
        }
    }
    Ok(answers)
}

/// The error of a flight, as whoever asked for the change that failed takes it.
fn meant(failed: Failed, flown: Vec<Flown>) -> Error {
    match flown.into_iter().nth(failed.at).and_then(|flown| flown.meaning) {
        Some(meaning) => meaning(failed.failure),
        None => failed.failure.into(),
    }
}

/// Queries and statements inside a transaction.
///
/// What only changes something is queued, and goes out with the next question or with COMMIT.
pub(crate) trait Queries: Send {
    /// Where they go.
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

    /// Every row of a query that asks for other columns than an entity's.
    async fn select(&mut self, query: &impl QueryTrait) -> Result<Vec<Row>> {
        let backend = self.transaction().backend();
        Ok(self.transaction().ask(Ask::of(query, backend)).await?.rows)
    }

    /// Every row of two such queries, neither of which needs what the other finds.
    async fn select_both(&mut self, one: &impl QueryTrait, other: &impl QueryTrait) -> Result<(Vec<Row>, Vec<Row>)> {
        let backend = self.transaction().backend();
        let (one, other) = (Ask::of(one, backend), Ask::of(other, backend));
        let [one, other] = self.transaction().ask_all([one, other]).await?;
        Ok((one.rows, other.rows))
    }

    /// Changes something now, and tells how many rows.
    async fn execute(&mut self, change: &impl QueryTrait) -> Result<u64> {
        let transaction = self.transaction();
        transaction.changed = true;
        Ok(transaction.ask(Ask::of(change, transaction.backend())).await?.affected)
    }

    /// Changes any number of rows.
    fn change(&mut self, change: &impl QueryTrait) {
        let ask = Ask::of(change, self.transaction().backend());
        self.queue(ask, None);
    }

    /// Changes one row. If it is not there as expected, this error is why.
    fn change_one(&mut self, change: &impl QueryTrait, otherwise: Error) {
        let ask = Ask::of(change, self.transaction().backend()).expecting(1);
        self.queue(ask, Some(unexpected(otherwise)));
    }

    /// Queues a lock, which is held from whatever is asked next.
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

    /// Queues a change of one map that answers its new version.
    fn queue_touch(&mut self, map: MapId, ask: Ask, otherwise: Error) {
        let transaction = self.transaction();
        transaction.changed = true;
        let (ask, meaning) = (ask.returning("version"), Some(unexpected(otherwise)));
        transaction.queued.push(Queued { ask, meaning, touches: Some(map) });
    }

    /// Adds a row.
    fn insert_row<A: ActiveModelTrait>(&mut self, row: A) {
        self.insert_meaning([row], |error| error);
    }

    /// Adds rows that refer to something by this member of the body.
    fn insert_naming<A: ActiveModelTrait>(&mut self, rows: impl IntoIterator<Item = A>, member: &'static str) {
        self.insert_meaning(rows, move |error| error.at(member));
    }

    /// Adds rows that are the entries of this list of the body.
    async fn insert_entries<A: ActiveModelTrait + Send>(&mut self, rows: Vec<A>, list: &'static str) -> Result<()> {
        self.insert_meaning(rows, move |error| error.within(list));
        self.relieve().await
    }

    /// Adds rows, in one statement as far as its parameters allow.
    async fn insert_rows<A: ActiveModelTrait + Send>(&mut self, rows: Vec<A>) -> Result<()> {
        self.insert_meaning(rows, |error| error);
        self.relieve().await
    }

    /// Adds rows whose failure means something.
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

    /// Sends what is queued, where it is so much that it should not wait in memory.
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

/// This error instead of one that says that other rows were changed than expected.
pub(crate) fn unexpected(otherwise: Error) -> Meaning {
    Box::new(|failure| if matches!(failure, EngineError::Unexpected) { otherwise } else { failure.into() })
}

impl Queries for Transaction {
    fn transaction(&mut self) -> &mut Transaction {
        self
    }
}
