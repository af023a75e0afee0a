//! What logs, traces and metrics show of the engine: texts of statements, which hold no values, and times.

use super::{Answer, Ask, EngineError};
use sea_orm::DatabaseBackend;
use std::time::Instant;
use tracing::Span;
use tracing::field::Empty;

/// Logs a statement that was sent, without its values.
pub(super) fn log(sql: &str, answer: Option<&Answer>) {
    let (rows, affected) = answer.map(|answer| (answer.rows.len(), answer.affected)).unzip();
    tracing::debug!(target: "omringd::statement", statement = sql, rows, affected);
}

/// Counts the wait for a connection that began at this moment.
pub(super) fn acquired<T>(began: Instant, outcome: &Result<T, EngineError>) {
    metrics::histogram!("database_acquire_seconds").record(began.elapsed());
    if let Err(error) = outcome {
        metrics::counter!("database_acquire_failures_total", "reason" => reason(error)).increment(1);
    }
}

/// Why there is no connection.
fn reason(error: &EngineError) -> &'static str {
    match error {
        EngineError::Busy => "busy",
        EngineError::Late => "late",
        EngineError::Closed => "closed",
        EngineError::Postgres(_)
        | EngineError::Sqlite(_)
        | EngineError::Gone(_)
        | EngineError::Unreachable(_)
        | EngineError::Unread(_)
        | EngineError::Unsent(_)
        | EngineError::Unexpected => "unreachable",
    }
}

/// The span of a flight, inside that of its use case. Without one there is none: what the service asks the database by itself
/// is no part of a trace.
pub(super) fn flight(within: &Span, backend: DatabaseBackend, asks: &[Ask]) -> Span {
    if within.is_disabled() {
        return Span::none();
    }
    let summary = asks.iter().map(|ask| summary(&ask.sql)).collect::<Vec<_>>().join("; ");
    tracing::debug_span!(
        parent: within,
        "statements",
        otel.kind = "client",
        otel.name = if asks.len() == 1 { summary.as_str() } else { "batch" },
        otel.status_code = Empty,
        db.system.name = if backend == DatabaseBackend::Postgres { "postgresql" } else { "sqlite" },
        db.query.summary = summary,
        db.operation.batch.size = asks.len()
    )
}

/// Records whether a flight failed.
pub(super) fn landed<T, E>(flight: &Span, outcome: &Result<T, E>) {
    if outcome.is_err() {
        flight.record("otel.status_code", "ERROR");
    }
}

/// The verb of a statement and its first table, such as `select map`.
fn summary(sql: &str) -> String {
    let mut words = sql.split_ascii_whitespace().map(str::to_ascii_lowercase);
    let verb = words.next().unwrap_or_default();
    let table = if verb == "update" { words.next() } else { table(words) };
    let table =
        table.map(|name| name.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '_').collect());
    let table: String = table.unwrap_or_default();
    if table.is_empty() { verb } else { format!("{verb} {table}") }
}

fn table(words: impl Iterator<Item = String>) -> Option<String> {
    let mut rest = words.skip_while(|word| !matches!(word.as_str(), "from" | "into"));
    rest.nth(1).filter(|name| !name.starts_with('('))
}

#[cfg(test)]
mod tests {
    use super::summary;

    #[test]
    fn a_statement_is_named_by_its_verb_and_table() {
        for (sql, expected) in [
            ("SELECT \"map\".\"id\" FROM \"map\" WHERE \"map\".\"id\" = $1", "select map"),
            ("insert into job (id) values ($1)", "insert job"),
            ("update session set ended_at = $1", "update session"),
            ("DELETE FROM \"person\" WHERE $1", "delete person"),
            ("select set_config('app.org_id', $1, true)", "select"),
            ("with x as (select 1 from map) select 1", "with map"),
            ("select 1 from (select 2) x", "select"),
            ("", ""),
        ] {
            assert_eq!(summary(sql), expected, "{sql}");
        }
    }
}
