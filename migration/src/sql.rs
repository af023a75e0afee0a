//! One text of SQL for both databases: types that differ are named in braces.

use crate::Backend;

/// The statements of a text, which are separated by `;` at the end of a line.
pub(crate) fn statements(backend: Backend, sql: &str) -> Vec<String> {
    let sql = for_backend(backend, sql);
    sql.split(";\n").map(str::trim).filter(|statement| !statement.is_empty()).map(str::to_owned).collect()
}

/// Statements of one database only, which may have `;` within.
pub(crate) fn verbatim(statements: &[&str]) -> Vec<String> {
    statements.iter().copied().map(str::to_owned).collect()
}

/// A text with its words in braces replaced.
pub(crate) fn for_backend(backend: Backend, sql: &str) -> String {
    let sqlite = backend == Backend::Sqlite;
    [
        ("{uuid}", "uuid", "blob"),
        ("{instant}", "timestamptz", "text"),
        ("{date}", "date", "text"),
        ("{bool}", "boolean", "integer"),
        ("{true}", "true", "1"),
        ("{bytes}", "bytea", "blob"),
        ("{small}", "smallint", "integer"),
        ("{big}", "bigint", "integer"),
        // SQLite checks types only in strict tables.
        ("{end}", "", "strict"),
    ]
    .iter()
    .fold(sql.to_owned(), |sql, (name, postgres, lite)| sql.replace(name, if sqlite { lite } else { postgres }))
}
