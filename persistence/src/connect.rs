//! Connecting to the database of the settings.

use crate::client_usage::limit;
use crate::engine::{Ask, Engine, EngineError, Postgres, PostgresUrl, PostgresUrlError, Sizes, Sqlite, is_postgres};
use secrecy::{ExposeSecret, SecretString};
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

/// Why there is no connection.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// Neither a SQLite nor a PostgreSQL address.
    #[error("the database URL must begin with sqlite: or postgres:")]
    Scheme,
    /// An address that cannot be read.
    #[error(transparent)]
    PostgresUrl(#[from] PostgresUrlError),
    /// The database refused, or is not there.
    #[error("cannot reach the database: {0}")]
    Unreachable(Box<dyn std::error::Error + Send + Sync>),
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

impl From<EngineError> for ConnectError {
    fn from(failure: EngineError) -> Self {
        Self::Unreachable(failure.into())
    }
}

/// Connects.
pub(crate) async fn connect(settings: &Settings) -> Result<Engine, ConnectError> {
    let url = settings.url.expose_secret();
    if url.starts_with("sqlite:") {
        let readers = settings.max_connections.saturating_sub(1);
        Ok(Engine::Sqlite(Sqlite::open(url, readers, settings.acquire_timeout, limit)?))
    } else if is_postgres(url) {
        let engine = postgres(settings, url, settings.acquire_timeout)?;
        refuse_powerful_role(&engine).await?;
        Ok(engine)
    } else {
        Err(ConnectError::Scheme)
    }
}

/// A server, with the sizes of these settings.
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

/// Row-level security means nothing to a superuser, to BYPASSRLS, and to an owner who can switch it off.
pub(crate) async fn refuse_powerful_role(engine: &Engine) -> Result<(), ConnectError> {
    let answer = engine.alone(Ask::new(ROLE, [])).await?;
    let Some(role) = answer.rows.first() else { return Err(ConnectError::RoleTooPowerful("unknown".to_owned())) };
    if role.get("powerful")? { Err(ConnectError::RoleTooPowerful(role.get("name")?)) } else { Ok(()) }
}
