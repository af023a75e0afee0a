//! Connecting, with every setting that keeps data safe.

use crate::anchor::Anchor;
use crate::pipeline::Pipeline;
use crate::pooler::{Preamble, preamble, query_one};
use crate::readers::Readers;
use crate::usage::limit;
use crate::writers::Writers;
use sea_orm::{
    DatabaseBackend, DatabaseConnection, DbErr, FromQueryResult, SqlxPostgresConnector, SqlxSqliteConnector, Statement,
    sqlx::{
        Connection, Executor,
        postgres::{PgConnectOptions, PgPoolOptions},
        sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
    },
};
use secrecy::{ExposeSecret, SecretString};
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// How to reach the database.
#[derive(Clone, Debug)]
pub struct Settings {
    /// `sqlite:…` or `postgres:…`. Secret, since it may hold a password.
    pub url: SecretString,
    /// The most connections of this process.
    pub max_connections: u32,
    /// How many threads serve requests.
    pub threads: usize,
    /// How long a request waits for a connection.
    pub acquire_timeout: Duration,
    /// How long one statement may take, on PostgreSQL.
    pub statement_timeout: Duration,
    /// Whether a pooler in transaction mode, such as PgBouncer, stands before PostgreSQL.
    pub transaction_pooler: bool,
    /// A streaming replica of PostgreSQL. Secret, since it may hold a password.
    pub replica_url: Option<SecretString>,
}

/// Whether this is an address of PostgreSQL.
pub(crate) fn is_postgres(url: &str) -> bool {
    url.starts_with("postgres:") || url.starts_with("postgresql:")
}

/// The role that a PostgreSQL address logs in as.
#[must_use]
pub fn postgres_role(url: &str) -> Option<String> {
    if !is_postgres(url) {
        return None;
    }
    PgConnectOptions::from_str(url).ok().map(|options| options.get_username().to_owned())
}

/// The file of a SQLite address.
#[must_use]
pub fn sqlite_file(url: &str) -> Option<PathBuf> {
    let options = url.starts_with("sqlite:").then(|| SqliteConnectOptions::from_str(url).ok()).flatten()?;
    Some(options.get_filename().to_owned())
}

/// Why there is no connection.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// Neither a SQLite nor a PostgreSQL address.
    #[error("the database URL must begin with sqlite: or postgres:")]
    Scheme,
    /// The database refused, or is not there.
    #[error("cannot reach the database: {0}")]
    Unreachable(#[from] DbErr),
    /// No answer within the time there is.
    #[error("no answer in time")]
    Late,
    /// The role could bypass row-level security.
    #[error(
        "the database role {0:?} owns the tables, is a superuser or bypasses row-level security; \
         connect as a role that only reads and writes, and migrate as the owner"
    )]
    RoleTooPowerful(String),
}

impl From<sea_orm::sqlx::Error> for ConnectError {
    fn from(error: sea_orm::sqlx::Error) -> Self {
        Self::Unreachable(DbErr::Conn(sea_orm::RuntimeErr::SqlxError(error.into())))
    }
}

/// The connections, and what each transaction on them begins with.
pub(crate) async fn connect(settings: &Settings) -> Result<(DatabaseConnection, Preamble), ConnectError> {
    let url = settings.url.expose_secret();
    if url.starts_with("sqlite:") {
        Ok((sqlite(settings, url).await?, None))
    } else if is_postgres(url) {
        let preamble = preamble_of(settings);
        let pool = postgres(settings).connect_with(postgres_options(settings, url)?).await?;
        let connection = SqlxPostgresConnector::from_sqlx_postgres_pool(pool);
        refuse_powerful_role(&connection, &preamble).await?;
        Ok((connection, preamble))
    } else {
        Err(ConnectError::Scheme)
    }
}

/// What of a SQLite file each connection keeps in memory, in KiB; by default it is twice as much. The system keeps the
/// file's pages as well, once for all of them.
const SQLITE_CACHE_KIB: u32 = 1024;

fn sqlite_options(settings: &Settings, url: &str) -> Result<SqliteConnectOptions, ConnectError> {
    let options = SqliteConnectOptions::from_str(url)?
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // NORMAL can lose acknowledged commits when the power fails.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        // What is deleted is overwritten: otherwise an erased client stays readable in the file's free pages.
        .pragma("secure_delete", "ON")
        // What is negative is in KiB, what is positive in pages.
        .pragma("cache_size", format!("-{SQLITE_CACHE_KIB}"))
        // A sort that does not fit the cache would write to a file: with personal data in it, and not at all on a full disk.
        .pragma("temp_store", "MEMORY")
        .busy_timeout(settings.acquire_timeout);
    Ok(options)
}

/// How many connections to SQLite are for reads of one statement.
fn for_reads(settings: &Settings) -> u32 {
    (settings.max_connections / 2).max(1)
}

/// Keeps SQLite's files open.
pub(crate) async fn anchor(settings: &Settings) -> Result<Option<Anchor>, ConnectError> {
    let url = settings.url.expose_secret();
    if !url.starts_with("sqlite:") {
        return Ok(None);
    }
    Ok(Some(Anchor::open(&sqlite_options(settings, url)?).await?))
}

/// For reads that are one statement, on SQLite.
pub(crate) fn readers(settings: &Settings) -> Result<Option<Readers>, ConnectError> {
    let url = settings.url.expose_secret();
    if !url.starts_with("sqlite:") {
        return Ok(None);
    }
    Ok(Some(Readers::new(sqlite_options(settings, url)?, for_reads(settings))))
}

async fn sqlite(settings: &Settings, url: &str) -> Result<DatabaseConnection, ConnectError> {
    let pool = SqlitePoolOptions::new()
        .max_connections(settings.max_connections.saturating_sub(for_reads(settings)).max(1))
        .acquire_timeout(settings.acquire_timeout)
        // A connection is a thread of this process: there is no peer that could be gone.
        .test_before_acquire(false)
        .after_connect(|connection, _| Box::pin(limit(connection)))
        .after_release(|connection, _| {
            Box::pin(async move {
                // A `begin` that nobody waited for is rolled back by the connection's own thread, before what is asked next
                // (ADR 7). A transaction that was dropped is perhaps not rolled back yet: then the ping waits for it.
                if connection.is_in_transaction() {
                    connection.ping().await?;
                }
                // Whatever it is that was not ended goes with the connection.
                Ok(!connection.is_in_transaction())
            })
        })
        .connect_with(sqlite_options(settings, url)?)
        .await?;
    Ok(SqlxSqliteConnector::from_sqlx_sqlite_pool(pool))
}

/// What every connection of the service to PostgreSQL sets.
fn session(settings: &Settings) -> [(&'static str, String); 2] {
    let timeout = format!("{}ms", settings.statement_timeout.as_millis());
    [("statement_timeout", timeout.clone()), ("idle_in_transaction_session_timeout", timeout)]
}

/// What each transaction on PostgreSQL begins with.
pub(crate) fn preamble_of(settings: &Settings) -> Preamble {
    settings.transaction_pooler.then(|| preamble(&session(settings)))
}

/// How to connect to this address of PostgreSQL. A pooler refuses what is set when connecting, since its connections are
/// everybody's.
pub(crate) fn postgres_options(settings: &Settings, url: &str) -> Result<PgConnectOptions, ConnectError> {
    let options = PgConnectOptions::from_str(url)?.application_name("omringd");
    if settings.transaction_pooler {
        return Ok(options.statement_cache_capacity(0).extra_float_digits(None));
    }
    Ok(options.options(session(settings)))
}

/// Connections past the pool, for what is one statement.
#[derive(Clone, Debug)]
pub(crate) struct Direct {
    pub(crate) reads: Pipeline,
    pub(crate) writes: Writers,
    closed: Arc<AtomicBool>,
}

impl Direct {
    /// Ends every connection.
    pub(crate) fn close(&self) {
        self.closed.store(true, Ordering::SeqCst);
        self.reads.close();
        self.writes.close();
    }

    /// Whether they were ended. A thread that asks for its first time now would open its own.
    pub(crate) fn is_closed(&self) -> bool {
        self.closed.load(Ordering::SeqCst)
    }
}

/// None behind a pooler, where the connections are encrypted, or say more than an address: all goes by the pool then.
pub(crate) async fn direct(settings: &Settings, pool: &DatabaseConnection) -> Option<Direct> {
    if pool.get_database_backend() != DatabaseBackend::Postgres || settings.transaction_pooler {
        return None;
    }
    let statement = "select ssl from pg_stat_ssl where pid = pg_backend_pid()";
    let statement = Statement::from_string(DatabaseBackend::Postgres, statement);
    let row = query_one(pool, &None, statement).await.ok()??;
    let encrypted: bool = row.try_get("", "ssl").ok()?;
    if encrypted {
        return None;
    }
    let config = direct_config(settings).inspect_err(|error| tracing::info!(%error, "all goes by the pool")).ok()?;
    let patience = settings.statement_timeout;
    let most = usize::try_from(settings.max_connections.div_ceil(2)).ok()?.div_ceil(settings.threads.max(1));
    let writes = Writers::new(config.clone(), most, settings.acquire_timeout, patience);
    Some(Direct { reads: Pipeline::new(config, patience), writes, closed: Arc::default() })
}

fn direct_config(settings: &Settings) -> Result<tokio_postgres::Config, tokio_postgres::Error> {
    let options: Vec<_> = session(settings).iter().map(|(name, value)| format!("-c {name}={value}")).collect();
    let mut config = tokio_postgres::Config::from_str(settings.url.expose_secret())?;
    let patience = settings.statement_timeout;
    config.application_name("omringd").options(options.join(" ")).connect_timeout(patience).tcp_user_timeout(patience);
    Ok(config)
}

/// A pool that hands out live connections without a transaction.
pub(crate) fn postgres(settings: &Settings) -> PgPoolOptions {
    PgPoolOptions::new()
        .max_connections(settings.max_connections)
        .acquire_timeout(settings.acquire_timeout)
        // A ping for every request costs a fifth of the throughput; one after a pause finds dead peers as well.
        .test_before_acquire(false)
        .before_acquire(|connection, meta| {
            Box::pin(async move {
                if meta.idle_for > Duration::from_secs(30) {
                    connection.ping().await?;
                }
                Ok(true)
            })
        })
        // sqlx 0.9.0 gives a connection back with its transaction open when `begin` is dropped half way (sqlx#4393):
        // the next borrower's write would be acknowledged and lost. A ROLLBACK alone would be a warning each time, in the
        // server's log too.
        .after_release(|connection, _| {
            Box::pin(async move {
                connection.execute("BEGIN; ROLLBACK").await?;
                Ok(true)
            })
        })
}

#[derive(FromQueryResult)]
struct Role {
    name: String,
    powerful: bool,
}

/// Row-level security means nothing to a superuser, to BYPASSRLS, and to an owner who can switch it off.
pub(crate) async fn refuse_powerful_role(
    connection: &DatabaseConnection,
    preamble: &Preamble,
) -> Result<(), ConnectError> {
    let statement = Statement::from_string(
        DatabaseBackend::Postgres,
        "select current_user::text as name,
            exists (select 1 from pg_roles where (rolsuper or rolbypassrls) and pg_has_role(current_user, oid, 'member'))
            or exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'public' and pg_has_role(current_user, c.relowner, 'member')) as powerful",
    );
    let row = query_one(connection, preamble, statement).await?;
    let role = row.map(|row| Role::from_query_result(&row, "")).transpose()?;
    match role {
        Some(role) if !role.powerful => Ok(()),
        Some(role) => Err(ConnectError::RoleTooPowerful(role.name)),
        None => Err(ConnectError::RoleTooPowerful("unknown".to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sea_orm::sqlx::{Row, SqliteConnection, query, query_scalar};
    use sea_orm::{
        ConnectionTrait, DatabaseTransaction, SqliteTransactionMode, TransactionOptions, TransactionTrait, Value,
    };
    use tempfile::TempDir;

    /// How the service connects to a new file with one table, and somebody who does so past the service.
    async fn numbers(directory: &TempDir) -> (Settings, SqliteConnection) {
        let url = format!("sqlite://{}?mode=rwc", directory.path().join("numbers.db").display());
        let settings = Settings {
            url: url.clone().into(),
            max_connections: 2,
            threads: 2,
            acquire_timeout: Duration::from_secs(10),
            statement_timeout: Duration::from_secs(10),
            transaction_pooler: false,
            replica_url: None,
        };
        let mut other = SqliteConnection::connect_with(&sqlite_options(&settings, &url).unwrap()).await.unwrap();
        other.execute("create table number (value integer)").await.unwrap();
        (settings, other)
    }

    async fn begin(connection: &DatabaseConnection) -> Result<DatabaseTransaction, DbErr> {
        let mode = Some(SqliteTransactionMode::Immediate);
        let options = TransactionOptions { sqlite_transaction_mode: mode, ..TransactionOptions::default() };
        connection.begin_with_options(options).await
    }

    /// Writes without a transaction on the pool's one connection, and whether somebody else sees it.
    async fn written(connection: &DatabaseConnection, other: &mut SqliteConnection, value: i64) -> bool {
        connection.execute_unprepared(&format!("insert into number values ({value})")).await.unwrap();
        let kept: Vec<i64> = query_scalar("select value from number").fetch_all(other).await.unwrap();
        kept.contains(&value) && !kept.contains(&0)
    }

    #[tokio::test]
    async fn a_transaction_that_was_left_is_not_the_next_ones() {
        let directory = tempfile::tempdir().unwrap();
        let (settings, mut other) = numbers(&directory).await;
        let connection = sqlite(&settings, settings.url.expose_secret()).await.unwrap();

        let dropped = begin(&connection).await.unwrap();
        dropped.execute_unprepared("insert into number values (0)").await.unwrap();
        drop(dropped);
        assert!(written(&connection, &mut other, 1).await, "after one that was dropped");

        // As SQLite itself does where the disk is full: the driver believes it is still in a transaction.
        let ended = begin(&connection).await.unwrap();
        ended.execute_unprepared("rollback").await.unwrap();
        drop(ended);
        begin(&connection).await.unwrap().commit().await.unwrap();
        assert!(written(&connection, &mut other, 2).await, "after one that ended by itself");

        other.execute("begin immediate").await.unwrap();
        let waiting = tokio::time::timeout(Duration::from_millis(50), begin(&connection)).await;
        assert!(waiting.is_err(), "it began beside another writer");
        other.execute("commit").await.unwrap();
        assert!(written(&connection, &mut other, 3).await, "after one that nobody waited for");
    }

    #[tokio::test]
    async fn a_reading_connection_holds_nothing_open_and_cannot_write() {
        let directory = tempfile::tempdir().unwrap();
        let (settings, mut other) = numbers(&directory).await;
        let readers = readers(&settings).unwrap().unwrap();
        let several = "select value from number union all select 1 union all select 2";
        for value in 0..3_i64 {
            query("insert into number values ($1)").bind(value).execute(&mut other).await.unwrap();
            let (one, two) = tokio::join!(readers.query_one(several, &[]), readers.query_one(several, &[]));
            assert_eq!((one.unwrap().unwrap().len(), two.unwrap().unwrap().len()), (1, 1));
            // Waits for every reader of the log; 1 would say that one is still there.
            let busy: i64 = query_scalar("pragma wal_checkpoint(truncate)").fetch_one(&mut other).await.unwrap();
            assert_eq!(busy, 0, "a reading transaction is open");
        }
        let refused = readers.query_one("insert into number values (4) returning value", &[]).await.unwrap_err();
        assert!(refused.to_string().contains("readonly"), "{refused}");
        assert!(readers.query_one("select $1 as id", &[Value::Int(Some(1))]).await.is_err(), "of a type not sent here");
        let id = sea_orm::prelude::Uuid::from_u128(7);
        let row = readers.query_one("select $1 as id where $1 is not null", &[id.into()]).await.unwrap().unwrap();
        assert_eq!(row.get::<sea_orm::prelude::Uuid, _>("id"), id);
        readers.close().await;
        assert!(readers.query_one("select 1", &[]).await.is_err(), "it reads after its end");
    }
}
