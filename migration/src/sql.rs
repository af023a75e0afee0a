//! SQL for both databases in one text: types that differ are placeholders in braces.

use crate::Backend;

/// Splits a text into statements at each `;` that ends a line.
pub(crate) fn statements(backend: Backend, sql: &str) -> Vec<String> {
    let sql = for_backend(backend, sql);
    sql.split(";\n").map(str::trim).filter(|statement| !statement.is_empty()).map(str::to_owned).collect()
}

/// Statements for one database, which may contain `;`.
pub(crate) fn verbatim(statements: &[&str]) -> Vec<String> {
    statements.iter().copied().map(str::to_owned).collect()
}

/// Replaces the placeholders.
pub(crate) fn for_backend(backend: Backend, sql: &str) -> String {
    let sqlite = backend == Backend::Sqlite;
    [
        ("{uuid}", "uuid", "blob"),
        ("{instant}", "timestamptz", "text"),
        ("{date}", "date", "text"),
        ("{bool}", "boolean", "integer"),
        ("{bytes}", "bytea", "blob"),
        ("{small}", "smallint", "integer"),
        ("{big}", "bigint", "integer"),
        // SQLite checks types only in strict tables.
        ("{end}", "", "strict"),
    ]
    .iter()
    .fold(sql.to_owned(), |sql, (name, postgres, lite)| sql.replace(name, if sqlite { lite } else { postgres }))
}
