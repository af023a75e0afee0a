//! From the database's errors to the domain's: uniqueness is decided by constraints, never by looking first.

use crate::pipeline::Unanswered;
use crate::usage;
use domain::clients::Full;
use domain::{Conflict, Error};
use sea_orm::{DbErr, RuntimeErr, SqlErr};

/// Unique constraints: their name on PostgreSQL, their columns on SQLite (which does not tell the name), and what
/// breaking them means.
const UNIQUE: &[(&str, &str, Conflict)] = &[
    ("uq_user_account__email", "user_account.email", Conflict::EmailTaken),
    ("uq_member__org_user", "member.organisation_id, member.user_id", Conflict::AlreadyMember),
    ("uq_client__org_user", "client.organisation_id, client.user_id", Conflict::ClientHasLogIn),
    (
        "pk_client_identifier",
        "client_identifier.organisation_id, client_identifier.system, client_identifier.value",
        Conflict::ExternalIdentifierTaken,
    ),
    (
        "uq_assignment__org_client_coach_open",
        "assignment.organisation_id, assignment.client_id, assignment.coach_id",
        Conflict::AlreadyAssigned,
    ),
    (
        "uq_supporter__org_map_person",
        "supporter.organisation_id, supporter.map_id, supporter.person_id",
        Conflict::AlreadyOnMap,
    ),
    ("uq_tie__org_map_pair", "tie.organisation_id, tie.map_id, tie.first_id, tie.second_id", Conflict::AlreadyTied),
];

pub(crate) fn from_db(error: DbErr) -> Error {
    if let Some(full) = full(&error) {
        return Error::Conflict(Conflict::Full(full));
    }
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(message)) => unique(&message, error),
        Some(SqlErr::ForeignKeyConstraintViolation(_)) => Error::Conflict(Conflict::UnknownReference),
        Some(_) | None => other(error),
    }
}

fn unique(message: &str, error: DbErr) -> Error {
    let named = UNIQUE.iter().find(|(name, columns, _)| {
        message.contains(&format!("\"{name}\"")) || message.ends_with(&format!("failed: {columns}"))
    });
    match named {
        Some((_, _, conflict)) => Error::Conflict(*conflict),
        None if message.contains("\"pk_") || message.ends_with(".id") => Error::Conflict(Conflict::IdTaken),
        None => Error::internal(error),
    }
}

/// What the client has no room for, if that is why a trigger refused it.
fn full(error: &DbErr) -> Option<Full> {
    let Some(sea_orm::sqlx::Error::Database(cause)) = cause(error) else { return None };
    let told = cause.constraint().unwrap_or_else(|| cause.message());
    Full::ALL.into_iter().find(|full| told == usage::constraint(*full))
}

fn other(error: DbErr) -> Error {
    if matches!(error, DbErr::ConnectionAcquire(_) | DbErr::Conn(_)) || cause(&error).is_some_and(passing) {
        return Error::Unavailable(error.into());
    }
    Error::internal(error)
}

fn cause(error: &DbErr) -> Option<&sea_orm::sqlx::Error> {
    if let DbErr::Exec(RuntimeErr::SqlxError(cause)) | DbErr::Query(RuntimeErr::SqlxError(cause)) = error {
        return Some(cause);
    }
    None
}

/// Whether the connection is gone that the pool took to be alive: its socket failed, or the server ended it.
pub(crate) fn lost(error: &DbErr) -> bool {
    use sea_orm::sqlx::Error as Sqlx;
    let Some(cause) = cause(error) else { return false };
    match cause.as_database_error() {
        Some(error) => error.code().is_some_and(|code| code.starts_with("57P")),
        None => matches!(cause, Sqlx::Io(_)),
    }
}

/// Whether trying again later can help: a lost connection, a server going down or without room, a time-out, a deadlock,
/// a primary that is a replica now.
fn passing(cause: &sea_orm::sqlx::Error) -> bool {
    use sea_orm::sqlx::Error as Sqlx;
    let Sqlx::Database(error) = cause else {
        return matches!(
            cause,
            Sqlx::Io(_)
                | Sqlx::Tls(_)
                | Sqlx::BeginFailed
                | Sqlx::PoolTimedOut
                | Sqlx::PoolClosed
                | Sqlx::WorkerCrashed
        );
    };
    error.code().is_some_and(|code| passing_code(&code))
}

/// PostgreSQL's codes have five characters. SQLite's are numbers, whose low byte is the kind.
fn passing_code(code: &str) -> bool {
    if code.len() < 5
        && let Ok(code) = code.parse::<u32>()
    {
        return SQLITE_PASSING.contains(&(code & 0xff));
    }
    code.starts_with("08")
        || code.starts_with("53")
        || code.starts_with("57P")
        || matches!(code, "25006" | "57014" | "55P03" | "58030" | "40001" | "40P01")
}

/// Busy, locked, out of memory, read-only, an error of the disk, full, cannot be opened, lock protocol.
const SQLITE_PASSING: [u32; 8] = [5, 6, 7, 8, 10, 13, 14, 15];

/// Of what PostgreSQL's second driver tells.
pub(crate) fn from_direct(error: Unanswered) -> Error {
    match error {
        Unanswered::Failed(failed) if failed.code().is_some_and(|code| !passing_code(code.code())) => {
            Error::internal(failed)
        }
        Unanswered::NotOpen | Unanswered::TooLate | Unanswered::NotSent(_) | Unanswered::Failed(_) => {
            Error::Unavailable(error.into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::passing_code;

    #[test]
    fn a_database_without_room_or_that_only_reads_is_no_defect() {
        // SQLite: full, read-only (also because its directory is), write and fsync errors of the disk, and busy.
        for code in ["13", "8", "1032", "1544", "778", "1034", "4874", "5", "261", "517"] {
            assert!(passing_code(code), "{code}");
        }
        // PostgreSQL: full, out of memory, read-only, an error of the disk.
        for code in ["53100", "53200", "25006", "58030", "57P01", "08006"] {
            assert!(passing_code(code), "{code}");
        }
        // A constraint, a type, a statement that is wrong, a corrupt file.
        for code in ["19", "1811", "1", "11", "20", "23505", "42P01", "42601"] {
            assert!(!passing_code(code), "{code}");
        }
    }
}
