//! Errors of the engine.

use std::error::Error as _;
use tokio_postgres::error::{ErrorPosition, Severity};

/// Why a statement failed, or its answer could not be read.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// PostgreSQL refused a statement, or the connection failed.
    #[error("PostgreSQL: {}", describe(.0))]
    Postgres(#[source] tokio_postgres::Error),
    /// SQLite refused a statement.
    #[error("SQLite: {0}")]
    Sqlite(#[source] rusqlite::Error),
    /// The connection was closed before anything was sent.
    #[error("the connection to PostgreSQL was closed: {0}")]
    Gone(#[source] tokio_postgres::Error),
    /// A column is missing or of another type.
    #[error("an answer could not be read: {0}")]
    Unread(String),
    /// A value has no type that is sent, or is missing.
    #[error("a statement could not be sent: {0}")]
    Unsent(String),
    /// The database cannot be reached.
    #[error("no connection to the database: {0}")]
    Unreachable(String),
    /// A statement changed other rows than expected.
    #[error("a statement changed other rows than expected")]
    Unexpected,
    /// No answer within the timeout.
    #[error("no answer in time")]
    Late,
    /// No connection was free within the timeout.
    #[error("no connection was free in time")]
    Busy,
    /// The engine was closed.
    #[error("the database is closed")]
    Closed,
}

/// The failure of a flight.
#[derive(Debug)]
pub struct Failed {
    /// The position in the flight of the statement that failed; the first if that is unknown.
    pub at: usize,
    /// Why it failed.
    pub failure: EngineError,
}

impl From<EngineError> for Failed {
    fn from(failure: EngineError) -> Self {
        Self { at: 0, failure }
    }
}

/// Adds what the driver leaves out: the message and code of a refusal, the cause of any other failure, such as a wrong certificate.
fn describe(error: &tokio_postgres::Error) -> String {
    let Some(refused) = error.as_db_error() else {
        return error.source().map_or_else(|| error.to_string(), |cause| format!("{error}: {cause}"));
    };
    let position = match refused.position() {
        Some(ErrorPosition::Original(at)) => format!(" at character {at}"),
        Some(ErrorPosition::Internal { .. }) | None => String::new(),
    };
    format!("{} ({}){position}", refused.message(), refused.code().code())
}

/// A constraint that a statement violated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal<'a> {
    /// A unique constraint: its name, or on SQLite its columns.
    Unique(&'a str),
    /// A foreign key.
    ForeignKey,
    /// A check: the name of the constraint.
    Check(&'a str),
}

impl EngineError {
    /// The constraint that was violated, if that is why.
    #[expect(clippy::wildcard_enum_match_arm, reason = "only a database checks constraints")]
    #[must_use]
    pub fn refusal(&self) -> Option<Refusal<'_>> {
        match self {
            Self::Postgres(error) => {
                let refused = error.as_db_error()?;
                let constraint = refused.constraint().unwrap_or_default();
                match refused.code().code() {
                    "23505" => Some(Refusal::Unique(constraint)),
                    "23503" => Some(Refusal::ForeignKey),
                    "23514" => Some(Refusal::Check(constraint)),
                    _ => None,
                }
            }
            Self::Sqlite(rusqlite::Error::SqliteFailure(error, message)) => {
                let message = message.as_deref().unwrap_or_default();
                match error.extended_code {
                    rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE | rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY => {
                        Some(Refusal::Unique(message.split_once("failed: ").map_or(message, |(_, columns)| columns)))
                    }
                    rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY => Some(Refusal::ForeignKey),
                    rusqlite::ffi::SQLITE_CONSTRAINT_TRIGGER => Some(Refusal::Check(message)),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// Whether a retry later can succeed: after a lost connection, a shutdown, a timeout, a deadlock, a failover, a full disk.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Postgres(error) => error.code().is_none_or(|code| is_passing_state(code.code())),
            Self::Sqlite(error) => error.sqlite_error().is_some_and(|error| is_passing_code(error.extended_code)),
            Self::Gone(_) | Self::Unreachable(_) | Self::Late | Self::Busy | Self::Closed => true,
            Self::Unexpected | Self::Unread(_) | Self::Unsent(_) => false,
        }
    }

    /// Whether certainly nothing was done: the statement was not sent, or was refused for its data, the state of a transaction
    /// or privileges (classes 22, 23, 25, 40 and 42 of SQLSTATE).
    pub fn is_undone(&self) -> bool {
        match self {
            Self::Postgres(error) => {
                let classes = ["22", "23", "25", "40", "42"];
                error.code().is_some_and(|state| classes.iter().any(|class| state.code().starts_with(class)))
            }
            Self::Gone(_) | Self::Unexpected | Self::Unsent(_) | Self::Unreachable(_) | Self::Busy => true,
            Self::Sqlite(_) | Self::Unread(_) | Self::Late | Self::Closed => false,
        }
    }

    /// Whether the connection is unusable now: its socket failed, or the server closed it.
    pub(super) fn ends_connection(&self) -> bool {
        match self {
            Self::Postgres(error) => error
                .as_db_error()
                .is_none_or(|refused| matches!(refused.parsed_severity(), Some(Severity::Fatal | Severity::Panic))),
            Self::Gone(_) | Self::Late | Self::Closed => true,
            Self::Sqlite(_)
            | Self::Unexpected
            | Self::Unread(_)
            | Self::Unsent(_)
            | Self::Unreachable(_)
            | Self::Busy => false,
        }
    }
}

impl From<rusqlite::Error> for EngineError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

impl From<tokio_postgres::Error> for EngineError {
    fn from(error: tokio_postgres::Error) -> Self {
        Self::Postgres(error)
    }
}

fn is_passing_state(code: &str) -> bool {
    code.starts_with("08")
        || code.starts_with("53")
        || code.starts_with("57P")
        || matches!(code, "25006" | "57014" | "55P03" | "58030" | "40001" | "40P01")
}

/// Busy, locked, out of memory, read-only, I/O error, full, cannot open, lock protocol. The low byte is the primary code.
fn is_passing_code(code: i32) -> bool {
    matches!(code & 0xff, 5 | 6 | 7 | 8 | 10 | 13 | 14 | 15)
}

#[cfg(test)]
mod tests {
    use super::{is_passing_code, is_passing_state};

    #[test]
    fn a_database_without_room_or_that_only_reads_is_no_defect() {
        // Full, read-only (also because its directory is), write and fsync errors of the disk, and busy.
        for code in [13, 8, 1032, 1544, 778, 1034, 4874, 5, 261, 517] {
            assert!(is_passing_code(code), "{code}");
        }
        for code in [1, 11, 19, 2067, 1555, 787] {
            assert!(!is_passing_code(code), "{code}");
        }
        for code in ["53100", "25006", "57P01", "08006", "40001"] {
            assert!(is_passing_state(code), "{code}");
        }
        for code in ["23505", "42P01", "22012"] {
            assert!(!is_passing_state(code), "{code}");
        }
    }
}
