//! Connecting, with every setting that keeps data safe.

use crate::pipeline::Pipeline;
use crate::pooler::{Preamble, preamble, query_one};
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
use std::time::Duration;

/// How to reach the database.
#[derive(Clone, Debug)]
pub struct Settings {
    /// `sqlite:…` or `postgres:…`. Secret, since it may hold a password.
    pub url: SecretString,
    /// The most connections of this process.
    pub max_connections: u32,
    /// How long a request waits for a connection.
    pub acquire_timeout: Duration,
    /// How long one statement may take, on PostgreSQL.
    pub statement_timeout: Duration,
    /// Whether a pooler in transaction mode, such as PgBouncer, stands before PostgreSQL.
    pub transaction_pooler: bool,
    /// A streaming replica of PostgreSQL. Secret, since it may hold a password.
    pub replica_url: Option<SecretString>,
}

/// The role that a PostgreSQL address logs in as.
#[must_use]
pub fn postgres_role(url: &str) -> Option<String> {
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
    } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
        let preamble = preamble_of(settings);
        let pool = postgres(settings).connect_with(postgres_options(settings, url)?).await?;
        let connection = SqlxPostgresConnector::from_sqlx_postgres_pool(pool);
        refuse_powerful_role(&connection, &preamble).await?;
        Ok((connection, preamble))
    } else {
        Err(ConnectError::Scheme)
    }
}

async fn sqlite(settings: &Settings, url: &str) -> Result<DatabaseConnection, ConnectError> {
    let options = SqliteConnectOptions::from_str(url)?
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // NORMAL can lose acknowledged commits when the power fails.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        // What is deleted is overwritten: otherwise an erased client stays readable in the file's free pages.
        .pragma("secure_delete", "ON")
        .busy_timeout(settings.acquire_timeout);
    let pool = SqlitePoolOptions::new()
        .max_connections(settings.max_connections)
        .acquire_timeout(settings.acquire_timeout)
        .after_release(|connection, _| {
            Box::pin(async move {
                // Fails where no transaction is open, which is what we want to find.
                drop(connection.execute("ROLLBACK").await);
                Ok(true)
            })
        })
        .connect_with(options)
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
    let (patience, most) = (settings.statement_timeout, settings.max_connections.div_ceil(2));
    let writes = Writers::new(config.clone(), usize::try_from(most).ok()?, settings.acquire_timeout, patience)?;
    Some(Direct { reads: Pipeline::new(config, patience), writes })
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
            (select rolsuper or rolbypassrls from pg_roles where rolname = current_user)
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
