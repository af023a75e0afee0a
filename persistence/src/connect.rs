//! Connects to the database of the settings.

use crate::client_usage::limit;
use crate::engine::{Ask, Engine, EngineError, Postgres, PostgresUrl, PostgresUrlError, Sizes, Sqlite, is_postgres};
use domain::ports::KeyStore;
use secrecy::{ExposeSecret, SecretString};
use std::sync::Arc;
use std::time::Duration;

/// How to connect to the database.
#[derive(Clone, Debug)]
pub struct Settings {
    /// `sqlite:…` or `postgres:…`. Secret, as it may contain a password.
    pub url: SecretString,
    /// The maximum number of connections of this process.
    pub max_connections: u32,
    /// The number of threads that serve requests.
    pub threads: usize,
    /// The longest a request waits for a connection.
    pub acquire_timeout: Duration,
    /// The longest one statement may take, on PostgreSQL.
    pub statement_timeout: Duration,
    /// Whether the connections go through a pooler in transaction mode, such as PgBouncer.
    pub transaction_pooler: bool,
    /// A streaming replica of PostgreSQL. Secret, as it may contain a password.
    pub replica_url: Option<SecretString>,
    /// Whether the URL is that of the owner of the tables, for a command that the runtime role may not perform.
    pub as_owner: bool,
    /// Whether the access log has the line of a read on PostgreSQL's disk before the read is answered. Lines of changes always are.
    pub durable_read_log: bool,
    /// The keys of organisations.
    pub keys: Arc<dyn KeyStore>,
}

/// Why connecting failed.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// The URL is neither SQLite's nor PostgreSQL's.
    #[error("the database URL must begin with sqlite: or postgres:")]
    Scheme,
    /// The URL cannot be parsed.
    #[error(transparent)]
    PostgresUrl(#[from] PostgresUrlError),
    /// The database refused the connection or does not exist.
    #[error("cannot reach the database: {0}")]
    Unreachable(Box<dyn std::error::Error + Send + Sync>),
    /// No answer within the timeout.
    #[error("the database did not answer in time")]
    Late,
    /// The role could bypass row-level security.
    #[error(
        "the database role {0:?} owns the tables, is a superuser or bypasses row-level security; \
         connect as a role that only reads and writes, and migrate as the owner"
    )]
    RoleTooPowerful(String),
}

impl From<EngineError> for ConnectError {
    fn from(failure: EngineError) -> Self {
        Self::Unreachable(failure.into())
    }
}

/// Connects to the database, on PostgreSQL as a role that row-level security binds.
pub(crate) async fn connect(settings: &Settings) -> Result<Engine, ConnectError> {
    let url = settings.url.expose_secret();
    if url.starts_with("sqlite:") {
        let readers = settings.max_connections.saturating_sub(1);
        Ok(Engine::Sqlite(Sqlite::open(url, readers, settings.acquire_timeout, limit)?))
    } else if is_postgres(url) {
        let engine = postgres(settings, url, settings.acquire_timeout)?;
        if !settings.as_owner {
            refuse_powerful_role(&engine).await?;
        }
        Ok(engine)
    } else {
        Err(ConnectError::Scheme)
    }
}

/// An engine for a PostgreSQL server. Connects with its first statement.
pub(crate) fn postgres(settings: &Settings, url: &str, turn: Duration) -> Result<Engine, ConnectError> {
    let sizes = Sizes {
        connections: settings.max_connections,
        threads: settings.threads,
        turn,
        statement: settings.statement_timeout,
    };
    Ok(Engine::Postgres(Postgres::new(PostgresUrl::parse(url)?, sizes, settings.transaction_pooler)))
}

const ROLE: &str = "select current_user::text as name,
    exists (select 1 from pg_roles where (rolsuper or rolbypassrls) and pg_has_role(current_user, oid, 'member'))
    or exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and pg_has_role(current_user, c.relowner, 'member')) as powerful";

/// Refuses a role that row-level security does not bind: a superuser, one with BYPASSRLS, an owner of the tables.
pub(crate) async fn refuse_powerful_role(engine: &Engine) -> Result<(), ConnectError> {
    let answer = engine.alone(Ask::new(ROLE, [])).await?;
    let Some(role) = answer.rows.first() else { return Err(ConnectError::RoleTooPowerful("unknown".to_owned())) };
    if role.get("powerful")? { Err(ConnectError::RoleTooPowerful(role.get("name")?)) } else { Ok(()) }
}
