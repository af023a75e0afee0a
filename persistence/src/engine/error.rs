//! Why a statement was not answered.

use std::error::Error as _;
use tokio_postgres::error::{ErrorPosition, Severity};

/// Why a statement was not answered, or its answer could not be read.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    #[error("PostgreSQL: {}", describe(.0))]
    Postgres(#[source] tokio_postgres::Error),
    #[error("SQLite: {0}")]
    Sqlite(#[source] rusqlite::Error),
    /// The connection was gone before anything was sent.
    #[error("the connection to PostgreSQL was gone: {0}")]
    Gone(#[source] tokio_postgres::Error),
    /// Not what the statement is expected to answer.
    #[error("an answer cannot be read: {0}")]
    Unread(String),
    /// Not what can be sent.
    #[error("a statement cannot be sent: {0}")]
    Unsent(String),
    #[error("no connection to the database: {0}")]
    Unreachable(String),
    /// It changed another number of rows than it had to.
    #[error("a change of other rows than expected")]
    Unexpected,
    #[error("no answer in time")]
    Late,
    #[error("no connection was free in time")]
    Busy,
    #[error("the database is closed")]
    Closed,
}

/// A statement of a flight that failed, or where nobody knows which, the first.
#[derive(Debug)]
pub struct Failed {
    /// Which of the flight's.
    pub at: usize,
    pub failure: EngineError,
}

impl From<EngineError> for Failed {
    fn from(failure: EngineError) -> Self {
        Self { at: 0, failure }
    }
}

/// Adds what the driver leaves out: of a refusal its message, of any other failure its cause, such as a wrong certificate.
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

/// A rule of the schema that a statement would have broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal<'a> {
    /// By the name of the constraint, or on SQLite by its columns.
    Unique(&'a str),
    ForeignKey,
    /// By the name of the constraint.
    Check(&'a str),
}

impl EngineError {
    /// The rule of the schema that was broken, if that is why.
    #[expect(clippy::wildcard_enum_match_arm, reason = "nothing but a database knows its rules")]
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

    /// Whether trying again later can help: a lost connection, a server going down or without room, a time-out, a deadlock,
    /// a primary that is a replica now, a full disk.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Postgres(error) => error.code().is_none_or(|code| is_passing_state(code.code())),
            Self::Sqlite(error) => error.sqlite_error().is_some_and(|error| is_passing_code(error.extended_code)),
            Self::Gone(_) | Self::Unreachable(_) | Self::Late | Self::Busy | Self::Closed => true,
            Self::Unexpected | Self::Unread(_) | Self::Unsent(_) => false,
        }
    }

    /// Whether it is sure that nothing was done: it was not sent, or it is the statement that was refused, and not the connection: for
    /// its data, the state of the transaction or of another, or who may (classes 22, 23, 25, 40 and 42 of SQLSTATE).
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

    /// Whether the connection is of no use any more: its socket failed, or the server ended it.
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

/// Busy, locked, out of memory, read-only, an error of the disk, full, cannot be opened, lock protocol. The low byte of a code is
/// its kind.
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
