//! PostgreSQL: connections for each thread, and flights on them.

use super::error::{EngineError, Failed};
use super::postgres_url::PostgresUrl;
use super::row::Row;
use super::shared_connection::Lanes;
use super::value::{Parameter, type_of};
use super::{Answer, Ask, Expected};
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

/// How many connections there are, and how long anything is waited for.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    /// The most connections of this process.
    pub connections: u32,
    /// How many threads serve requests.
    pub threads: usize,
    /// How long a request waits for a connection.
    pub turn: Duration,
    /// How long one statement may take.
    pub statement: Duration,
}

/// A server.
///
/// Each thread that serves has connections of its own: with another's, both threads would have to be woken for each statement.
#[derive(Clone)]
pub struct Postgres(Arc<Inner>);

struct Inner {
    address: PostgresUrl,
    sizes: Sizes,
    /// Behind a pooler, what each transaction sets that is otherwise set when connecting. Its connections are everybody's, so
    /// statements have no names there.
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
    /// Connects when asked for the first time. `pooler`: whether a pooler in transaction mode, such as PgBouncer, stands before it.
    pub fn new(mut address: PostgresUrl, sizes: Sizes, pooler: bool) -> Self {
        let timeout = format!("{}ms", sizes.statement.as_millis());
        let settings = [
            ("statement_timeout", timeout.as_str()),
            ("idle_in_transaction_session_timeout", &timeout),
            // Otherwise statements are planned anew each time where a plan for these values seems cheaper.
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

    /// The answer to one statement that changes nothing, by the connection that this thread shares among its requests, or
    /// while there is none by one of the pool.
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

    pub(super) fn close(&self) {
        self.0.closed.store(true, Ordering::Relaxed);
        self.0.lanes.close();
        self.0.pools.iter().for_each(Pool::close);
    }
}

/// After how long a connection that nobody used is asked for an answer first: its server may be gone, and then nobody would
/// know of a write whether it was done.
const QUIET: Duration = Duration::from_secs(1);

async fn answering(client: &mut ClientWrapper, metrics: &Metrics) -> Result<(), HookError> {
    if metrics.last_used() > QUIET {
        client.simple_query("").await.map_err(HookError::Backend)?;
    }
    Ok(())
}

impl Inner {
    /// A thread's.
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

/// How far a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Nothing was sent.
    New,
    Open,
    /// A flight is not answered: nobody else can use the connection.
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
            // Sent and not waited for: whoever is next on this connection comes after it.
            State::Open => drop(connection.simple_query_raw("rollback").now_or_never()),
            State::Flying => drop(Object::take(connection)),
        }
    }
}

/// How many connections are tried: a restart of the server ends all of a thread's at once.
const TRIES: usize = 20;

impl Session {
    /// Ends it without waiting for the answer.
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
        // A single statement is a transaction anyway.
        let is_bare = before == State::New && last && asks.len() == 1 && is_named;
        let begin = (before == State::New && !is_bare).then_some(self.begin.as_str());
        self.state = State::Flying;
        let flown = async {
            let statements = statements(connection, asks, is_named).await.map_err(unsent)?;
            Ok::<_, EngineError>(flight(connection, begin, asks, &statements, last && !is_bare).await)
        };
        // The server ends a statement that takes too long. Later than that: a peer that vanished without a word.
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

/// When a flight is repeated whose connection was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Repeated {
    /// It changes nothing.
    Always,
    /// As long as it did not commit.
    Uncommitted,
}

/// Of what failed before anything was sent.
fn unsent(failure: EngineError) -> EngineError {
    if let EngineError::Postgres(error) = failure {
        return if error.as_db_error().is_none() { EngineError::Gone(error) } else { EngineError::Postgres(error) };
    }
    failure
}

/// How much longer than a statement may take its answer is waited for.
const GRACE: Duration = Duration::from_secs(1);

/// How many statements a connection keeps prepared. Those of lists of different lengths have different texts.
const PREPARED: usize = 500;

/// Each statement prepared, or none where they have no names.
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

/// The statement, which fails on the server unless what it expects is so.
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

/// Division by zero, which only a guard does.
const UNEXPECTED: &str = "22012";

/// What cannot be sent must be known before anything is: the statements behind it would be.
pub(super) fn sendable(values: &[Value]) -> Result<(), EngineError> {
    let sendable = |value: &Value| {
        let fits = if let Value::BigUnsigned(Some(value)) = value { i64::try_from(*value).is_ok() } else { true };
        fits && type_of(value) != Type::UNKNOWN
    };
    match values.iter().find(|value| !sendable(value)) {
        Some(_) => Err(EngineError::Unsent("a value of a type that is not sent".to_owned())),
        None => Ok(()),
    }
}

/// All of it is sent before anything is waited for.
async fn flight(
    connection: &Object,
    begin: Option<&str>,
    asks: &[Ask],
    statements: &[Option<Statement>],
    last: bool,
) -> Result<Vec<Answer>, Failed> {
    // Each is sent when it is polled for the first time, which is in this order.
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

/// Sends one, and waits for its answer.
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
