//! PostgreSQL: a pool of connections for each thread, and flights on them.

use super::error::{EngineError, Failed};
use super::postgres_url::PostgresUrl;
use super::row::Row;
use super::shared_connection::Lanes;
use super::value::{Parameter, type_of};
use super::{Answer, Ask, Expected, PoolUse};
use deadpool_postgres::{
    ClientWrapper, Hook, HookError, Manager, ManagerConfig, Metrics, Object, Pool, PoolError, RecyclingMethod, Runtime,
    TimeoutType, Timeouts,
};
use domain::ports::TransactionKind;
use futures_util::future::{join_all, join3};
use futures_util::{FutureExt, TryStreamExt};
use sea_orm::Value;
use std::borrow::Cow;
use std::fmt;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use thread_local::ThreadLocal;
use tokio_postgres::Statement;
use tokio_postgres::types::Type;

/// The number of connections, and timeouts.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    /// The maximum number of connections of this process.
    pub connections: u32,
    /// The number of threads that serve requests.
    pub threads: usize,
    /// The longest a request waits for a connection.
    pub turn: Duration,
    /// The longest one statement may take.
    pub statement: Duration,
}

/// A PostgreSQL server.
///
/// Each thread has its own connections: with a connection of another thread, each statement would wake both.
#[derive(Clone)]
pub struct Postgres(Arc<Inner>);

struct Inner {
    address: PostgresUrl,
    sizes: Sizes,
    /// Behind a pooler, the settings that each transaction makes; otherwise connections make them once. A pooler shares its
    /// connections between clients, so prepared statements cannot be used.
    pooled: Option<String>,
    pools: ThreadLocal<Pool>,
    lanes: Lanes,
    closed: AtomicBool,
}

impl fmt::Debug for Postgres {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Postgres({:?})", self.0.address)
    }
}

impl Postgres {
    /// An engine that connects with its first statement. `pooler`: whether the server is a pooler in transaction mode.
    pub fn new(mut address: PostgresUrl, sizes: Sizes, pooler: bool) -> Self {
        let timeout = format!("{}ms", sizes.statement.as_millis());
        let settings = [
            ("statement_timeout", timeout.as_str()),
            ("idle_in_transaction_session_timeout", &timeout),
            // Otherwise PostgreSQL replans a statement each time it expects a cheaper plan for the values.
            ("plan_cache_mode", "force_generic_plan"),
        ];
        let pooled = pooler.then(|| {
            settings.iter().map(|(name, value)| format!("; set local {name} = '{value}'")).collect::<String>()
        });
        if !pooler {
            let options: Vec<_> = settings.iter().map(|(name, value)| format!("-c {name}={value}")).collect();
            address.config.options(options.join(" "));
        }
        address.config.connect_timeout(sizes.statement).tcp_user_timeout(sizes.statement);
        let lanes = Lanes::new(address.clone(), sizes.statement);
        let inner = Inner { address, sizes, pooled, pools: ThreadLocal::new(), lanes, closed: AtomicBool::new(false) };
        Self(Arc::new(inner))
    }

    /// Runs one statement that changes nothing, on the thread's shared connection, or on one of the pool if that is not open.
    pub(super) async fn alone(&self, ask: Ask) -> Result<Answer, EngineError> {
        if self.0.pooled.is_none() && !self.0.closed.load(Ordering::Relaxed) {
            match self.0.lanes.ask(&ask).await {
                Some(answer) if !answer.as_ref().is_err_and(EngineError::ends_connection) => return answer,
                Some(_) | None => {}
            }
        }
        let mut session = self.session(TransactionKind::Read).await?;
        let answers = session.fly(&[ask], true, Repeated::Always).await.map_err(|failed| failed.failure)?;
        Ok(answers.into_iter().next().unwrap_or_default())
    }

    pub(super) async fn session(&self, kind: TransactionKind) -> Result<Session, EngineError> {
        let mut begin =
            if kind == TransactionKind::Snapshot { "begin isolation level repeatable read" } else { "begin" }
                .to_owned();
        begin.push_str(self.0.pooled.as_deref().unwrap_or_default());
        let connection = Some(self.connection().await?);
        Ok(Session { postgres: self.clone(), connection, begin, state: State::New })
    }

    async fn connection(&self) -> Result<Object, EngineError> {
        if self.0.closed.load(Ordering::Relaxed) {
            return Err(EngineError::Closed);
        }
        let pool = self.0.pools.get_or_try(|| self.0.pool())?;
        pool.get().await.map_err(|error| match error {
            PoolError::Timeout(TimeoutType::Wait) => EngineError::Busy,
            PoolError::Timeout(TimeoutType::Create | TimeoutType::Recycle) => EngineError::Late,
            PoolError::Closed => EngineError::Closed,
            PoolError::Backend(error) => EngineError::Postgres(error),
            error @ (PoolError::NoRuntimeSpecified | PoolError::PostCreateHook(_)) => {
                EngineError::Unreachable(error.to_string())
            }
        })
    }

    /// Of the pools of all threads together.
    pub(super) fn pool_use(&self) -> PoolUse {
        let most = usize::try_from(self.0.sizes.connections).unwrap_or(usize::MAX);
        let none = PoolUse { most, ..PoolUse::default() };
        self.0.pools.iter().map(Pool::status).fold(none, |sum, status| PoolUse {
            most,
            in_use: sum.in_use + status.size.saturating_sub(status.available),
            idle: sum.idle + status.available,
            waiting: sum.waiting + status.waiting,
        })
    }

    pub(super) fn close(&self) {
        self.0.closed.store(true, Ordering::Relaxed);
        self.0.lanes.close();
        self.0.pools.iter().for_each(Pool::close);
    }
}

/// How long a connection may be idle before it is tested: if the server is gone, the result of a write would be unknown.
const QUIET: Duration = Duration::from_secs(1);

async fn answering(client: &mut ClientWrapper, metrics: &Metrics) -> Result<(), HookError> {
    if metrics.last_used() > QUIET {
        client.simple_query("").await.map_err(HookError::Backend)?;
    }
    Ok(())
}

impl Inner {
    /// The pool of a thread.
    fn pool(&self) -> Result<Pool, EngineError> {
        let Sizes { connections, threads, turn, statement } = self.sizes;
        let most = usize::try_from(connections).unwrap_or(usize::MAX).div_ceil(threads.max(1)).max(1);
        let timeouts = Timeouts { wait: Some(turn), create: Some(statement), recycle: Some(statement) };
        let recycling = ManagerConfig { recycling_method: RecyclingMethod::Fast };
        let manager = Manager::from_config(self.address.config.clone(), self.address.tls.clone(), recycling);
        let pool = Pool::builder(manager).max_size(most).timeouts(timeouts).runtime(Runtime::Tokio1);
        let pool = pool.pre_recycle(Hook::async_fn(|client, metrics| Box::pin(answering(client, metrics)))).build();
        pool.map_err(|error| EngineError::Unreachable(error.to_string()))
    }
}

/// The state of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Nothing was sent yet.
    New,
    Open,
    /// A flight is not answered yet: no other session can use the connection.
    Flying,
    Ended,
}

/// A transaction.
pub(super) struct Session {
    postgres: Postgres,
    connection: Option<Object>,
    begin: String,
    state: State,
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Session({:?})", self.state)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let Some(connection) = self.connection.take() else { return };
        match self.state {
            State::New | State::Ended => {}
            // Sent without waiting: the next session's statements come after it.
            State::Open => drop(connection.simple_query_raw("rollback").now_or_never()),
            State::Flying => drop(Object::take(connection)),
        }
    }
}

/// The maximum of connections tried: a restart of the server closes all of a thread's at once.
const TRIES: usize = 20;

impl Session {
    /// Commits without waiting for the answer.
    pub(super) fn end(mut self) {
        if self.state == State::Open
            && let Some(connection) = &self.connection
        {
            drop(connection.simple_query_raw("commit").now_or_never());
            self.state = State::Ended;
        }
    }

    pub(super) async fn fly(&mut self, asks: &[Ask], last: bool, repeated: Repeated) -> Result<Vec<Answer>, Failed> {
        let is_first = self.state == State::New;
        let mut tries = 1;
        loop {
            let answers = self.fly_once(asks, last).await;
            let Err(Failed { failure, .. }) = &answers else { return answers };
            // Nothing was sent, or nothing was committed.
            let is_undone = matches!(failure, EngineError::Gone(_))
                || matches!(failure, EngineError::Postgres(_)) && (!last || repeated == Repeated::Always);
            if !is_first || !is_undone || tries >= TRIES || !failure.ends_connection() {
                return answers;
            }
            self.connection = Some(self.postgres.connection().await?);
            self.state = State::New;
            tries += 1;
        }
    }

    async fn fly_once(&mut self, asks: &[Ask], last: bool) -> Result<Vec<Answer>, Failed> {
        let connection = self.connection.as_ref().ok_or(EngineError::Closed)?;
        let inner = &*self.postgres.0;
        let (before, is_named) = (self.state, inner.pooled.is_none());
        // A single statement is a transaction without BEGIN.
        let is_bare = before == State::New && last && asks.len() == 1 && is_named;
        let begin = (before == State::New && !is_bare).then_some(self.begin.as_str());
        self.state = State::Flying;
        let flown = async {
            let statements = statements(connection, asks, is_named).await.map_err(unsent)?;
            Ok::<_, EngineError>(flight(connection, begin, asks, &statements, last && !is_bare).await)
        };
        // The server cancels a statement that takes too long. No answer after that: the peer vanished.
        let (answers, after) = match tokio::time::timeout(inner.sizes.statement + GRACE, flown).await {
            Err(_) => (Err(Failed::from(EngineError::Late)), State::Flying),
            Ok(Err(failure)) => (Err(failure.into()), before),
            Ok(Ok(answers)) => (answers, if last { State::Ended } else { State::Open }),
        };
        self.state = after;
        if answers.as_ref().is_err_and(|failed| failed.failure.ends_connection()) {
            drop(self.connection.take().map(Object::take));
        }
        answers
    }
}

/// When a flight is repeated after its connection was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Repeated {
    /// Always, as it changes nothing, or nothing more the second time.
    Always,
    /// Unless it commits.
    Uncommitted,
}

/// The error of a failure before anything was sent.
fn unsent(failure: EngineError) -> EngineError {
    if let EngineError::Postgres(error) = failure {
        return if error.as_db_error().is_none() { EngineError::Gone(error) } else { EngineError::Postgres(error) };
    }
    failure
}

/// The wait for an answer after the statement timeout.
const GRACE: Duration = Duration::from_secs(1);

/// The number of prepared statements that a connection keeps. Lists of different lengths make different texts.
const PREPARED: usize = 500;

/// Prepares the statements; none if prepared statements cannot be used.
async fn statements(connection: &Object, asks: &[Ask], named: bool) -> Result<Vec<Option<Statement>>, EngineError> {
    for ask in asks {
        sendable(&ask.values)?;
    }
    if !named {
        return Ok(vec![None; asks.len()]);
    }
    if connection.statement_cache.size() > PREPARED {
        connection.statement_cache.clear();
    }
    let prepared = asks.iter().map(|ask| async {
        let types: Vec<Type> = ask.values.iter().map(type_of).collect();
        let statement = connection.prepare_typed_cached(&guarded(ask), &types).await?;
        if statement.params().len() != ask.values.len() {
            return Err(EngineError::Unsent(format!("{} values for {}", ask.values.len(), ask.sql)));
        }
        Ok(Some(statement))
    });
    join_all(prepared).await.into_iter().collect()
}

/// The statement, wrapped so that it fails on the server unless the answer is as expected.
fn guarded(ask: &Ask) -> Cow<'_, str> {
    match ask.expects {
        Some(Expected::Rows(rows)) => {
            format!("with done as ({} returning 1) select 1 / (count(*) = {rows})::int from done", ask.sql).into()
        }
        Some(Expected::Row(column)) => format!(
            "with done as ({} returning {column}) select 1 / (count(*) = 1)::int, max({column}) as {column} from done",
            ask.sql
        )
        .into(),
        Some(Expected::True) => format!("select 1 / ({})::int", ask.sql).into(),
        None => Cow::Borrowed(&ask.sql),
    }
}

/// The SQLSTATE of a division by zero, which only [`guarded`] statements do.
const UNEXPECTED: &str = "22012";

/// Checks that the values can be sent, before anything is: the statements after a failed one would still be sent.
pub(super) fn sendable(values: &[Value]) -> Result<(), EngineError> {
    let sendable = |value: &Value| {
        let fits = if let Value::BigUnsigned(Some(value)) = value { i64::try_from(*value).is_ok() } else { true };
        fits && type_of(value) != Type::UNKNOWN
    };
    match values.iter().find(|value| !sendable(value)) {
        Some(_) => Err(EngineError::Unsent("a value has a type that is not sent".to_owned())),
        None => Ok(()),
    }
}

/// Sends BEGIN, the statements and COMMIT before it waits for an answer.
async fn flight(
    connection: &Object,
    begin: Option<&str>,
    asks: &[Ask],
    statements: &[Option<Statement>],
    last: bool,
) -> Result<Vec<Answer>, Failed> {
    // Each is sent when it is first polled, in this order.
    let begun = async { if let Some(begin) = begin { connection.batch_execute(begin).await } else { Ok(()) } };
    let asked = join_all(asks.iter().zip(statements).map(|(ask, statement)| send(connection, ask, statement.as_ref())));
    let ended = async { if last { connection.batch_execute("commit").await } else { Ok(()) } };
    let (begun, answers, ended) = join3(begun, asked, ended).await;
    begun.map_err(EngineError::from)?;
    let answers = answers.into_iter().zip(asks).enumerate().map(|(at, (answer, ask))| {
        answer.map_err(|error| {
            let is_guard = ask.expects.is_some() && error.code().is_some_and(|code| code.code() == UNEXPECTED);
            Failed { at, failure: if is_guard { EngineError::Unexpected } else { error.into() } }
        })
    });
    let answers = answers.collect::<Result<Vec<_>, _>>()?;
    ended.map_err(|error| Failed { at: asks.len(), failure: error.into() })?;
    Ok(answers)
}

/// Sends one statement and waits for its answer.
pub(super) async fn send(
    client: &tokio_postgres::Client,
    ask: &Ask,
    statement: Option<&Statement>,
) -> Result<Answer, tokio_postgres::Error> {
    let stream = match statement {
        Some(statement) => client.query_raw(statement, ask.values.iter().map(Parameter)).await?,
        None => {
            client
                .query_typed_raw(&guarded(ask), ask.values.iter().map(|value| (Parameter(value), type_of(value))))
                .await?
        }
    };
    let mut stream = pin!(stream);
    let mut rows = Vec::new();
    while let Some(row) = stream.try_next().await? {
        rows.push(Row::Postgres(row));
    }
    Ok(Answer { affected: stream.rows_affected().unwrap_or_default(), rows })
}
