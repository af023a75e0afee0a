//! The transaction that repositories use: it queues changes and sends them with the next query or with COMMIT.

mod queries;

pub(crate) use queries::{Queries, rows_within, unexpected};

use crate::engine::{Answer, Ask, Engine, EngineError, Failed, FromRow, Session};
use crate::scoped::by_hand;
use domain::access::Principal;
use domain::ports::TransactionKind;
use domain::{Error, MapId, OrganisationId, Result, UserId, Version};
use sea_orm::{DatabaseBackend, Value};
use std::borrow::Cow;
use std::fmt;

/// An open transaction. Dropped, it rolls back.
#[derive(Debug)]
pub(crate) struct Transaction {
    session: Begun,
    /// Sent with the next flight, or with COMMIT.
    queued: Vec<Queued>,
    /// The maps whose version was bumped, with the new versions answered so far.
    touched: Vec<(MapId, Version)>,
    /// Whether a change was sent or queued.
    changed: bool,
    /// Whether a job was queued. After the commit a worker of this process is notified.
    pub(crate) enqueued: bool,
}

/// Makes the settings that row-level security reads, for an authenticated caller.
const SETTINGS: &str = "select set_config('app.org_id', $1, true), set_config('app.user_id', $2, true),
    set_config('app.operator', $3, true)";

/// Whether a transaction has begun.
#[derive(Debug)]
enum Begun {
    Yes(Box<Session>),
    /// It begins with its first statement.
    Later(Engine),
}

/// A queued statement.
struct Queued {
    ask: Ask,
    /// Maps its failure to an error.
    meaning: Option<Meaning>,
    /// The map whose new version it returns.
    touches: Option<MapId>,
}

/// What is kept of a queued statement that was sent.
struct Flown {
    meaning: Option<Meaning>,
    touches: Option<MapId>,
}

/// Maps the failure of a change to the error of its caller.
pub(crate) type Meaning = Box<dyn FnOnce(EngineError) -> Error + Send + Sync>;

impl fmt::Debug for Queued {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.ask.fmt(f)
    }
}

impl Transaction {
    pub(crate) fn new(session: Session) -> Self {
        Self {
            session: Begun::Yes(Box::new(session)),
            queued: Vec::new(),
            touched: Vec::new(),
            changed: false,
            enqueued: false,
        }
    }

    /// A transaction that only reads, as this caller, and begins with its first statement.
    pub(crate) fn later(engine: Engine, user: UserId, principal: &Principal) -> Self {
        let mut transaction = Self {
            session: Begun::Later(engine),
            queued: Vec::new(),
            touched: Vec::new(),
            changed: false,
            enqueued: false,
        };
        if transaction.postgres() {
            let organisation = principal.organisation().map(|id| id.to_string()).unwrap_or_default();
            let operator = if principal.is_operator() { "on" } else { "" };
            let values = [organisation.into(), user.to_string().into(), operator.into()];
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

    /// Whether it has not begun: nothing was read in it, and it can change nothing.
    pub(crate) fn is_later(&self) -> bool {
        matches!(self.session, Begun::Later(_))
    }

    /// The session, which begins now if it has not.
    async fn session(&mut self) -> Result<&mut Session> {
        if let Begun::Later(engine) = &self.session {
            self.session = Begun::Yes(Box::new(engine.session(TransactionKind::Read).await?));
        }
        match &mut self.session {
            Begun::Yes(session) => Ok(session),
            Begun::Later(_) => Err(Error::internal("a transaction has not begun")),
        }
    }

    pub(crate) fn postgres(&self) -> bool {
        self.backend() == DatabaseBackend::Postgres
    }

    /// Sets the organisation that row-level security reads. SQLite has no row-level security.
    pub(crate) fn enter(&mut self, organisation: Option<OrganisationId>) {
        self.set(
            "select set_config('app.org_id', $1, true)",
            organisation.map(|id| id.to_string()).unwrap_or_default(),
        );
    }

    /// Queues a setting that row-level security reads.
    pub(crate) fn set(&mut self, setting: &'static str, value: String) {
        if self.postgres() {
            self.queued.push(Queued { ask: Ask::new(setting, [value.into()]), meaning: None, touches: None });
        }
    }

    /// Commits.
    pub(crate) async fn commit(self) -> Result<()> {
        self.commit_touches().await.map(drop)
    }

    /// Commits what may be committed twice, and has not begun: it is sent again if the connection is lost.
    pub(crate) async fn commit_idempotent(mut self) -> Result<()> {
        let (asks, flown) = self.take_queued();
        let Begun::Yes(session) = self.session else { return Ok(()) };
        landed(session.commit_idempotent(asks).await, flown, &mut self.touched).map(drop)
    }

    /// Commits and returns the maps whose version was bumped, with their new versions.
    pub(crate) async fn commit_touches(mut self) -> Result<Vec<(MapId, Version)>> {
        let (asks, flown) = self.take_queued();
        let Self { session, mut touched, .. } = self;
        if let Begun::Yes(session) = session {
            landed(session.commit(asks).await, flown, &mut touched)?;
        }
        Ok(touched)
    }

    /// Sends what is queued and these statements in one flight, and returns the answers to these. None can use another's answer.
    pub(crate) async fn ask_all<const N: usize>(&mut self, asks: [Ask; N]) -> Result<[Answer; N]> {
        let (mut all, flown) = self.take_queued();
        let queued = all.len();
        all.extend(asks);
        let answers = self.session().await?.fly(all).await;
        let mut answers = landed(answers, flown, &mut self.touched)?;
        let answers = answers.split_off(queued.min(answers.len()));
        answers.try_into().map_err(|_| Error::internal("there are fewer answers than statements"))
    }

    /// Sends what is queued and this statement in one flight.
    pub(crate) async fn ask(&mut self, ask: Ask) -> Result<Answer> {
        let [answer] = self.ask_all([ask]).await?;
        Ok(answer)
    }

    fn take_queued(&mut self) -> (Vec<Ask>, Vec<Flown>) {
        let queued = std::mem::take(&mut self.queued).into_iter();
        queued.map(|Queued { ask, meaning, touches }| (ask, Flown { meaning, touches })).unzip()
    }

    /// Ends a transaction that only read, without waiting.
    pub(crate) fn end(self) {
        debug_assert!(!self.changed, "what was changed must be committed");
        if let Begun::Yes(session) = self.session {
            session.end();
        }
    }
}

/// Statements written by hand. Inside an organisation [`crate::unit_of_work::Unit`] sends them, which binds the organisation.
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

    /// Runs a statement now and returns the number of rows it changed.
    pub(crate) async fn run(
        &mut self,
        sql: impl Into<Cow<'static, str>>,
        values: impl Into<Vec<Value>>,
    ) -> Result<u64> {
        let sql = sql.into();
        self.changed |= !sql.starts_with("select");
        Ok(self.ask(Ask::new(sql, values)).await?.affected)
    }

    /// The same inside an organisation, which is `$1`, where there is no unit of work.
    pub(crate) async fn run_in(
        &mut self,
        organisation: OrganisationId,
        sql: impl Into<Cow<'static, str>>,
        others: impl IntoIterator<Item = Value>,
    ) -> Result<u64> {
        let (sql, values) = by_hand(organisation, sql.into(), others);
        self.run(sql, values).await
    }
}

/// The answers of a flight. Adds the bumped versions among them to `touched`.
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

/// The error of a flight, mapped by the change that failed.
fn meant(failed: Failed, flown: Vec<Flown>) -> Error {
    match flown.into_iter().nth(failed.at).and_then(|flown| flown.meaning) {
        Some(meaning) => meaning(failed.failure),
        None => failed.failure.into(),
    }
}
