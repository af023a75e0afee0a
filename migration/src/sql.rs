//! One text of SQL for both databases: types that differ are named in braces.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DatabaseBackend};

/// Runs statements separated by `;` at the end of a line.
pub(crate) async fn run(manager: &SchemaManager<'_>, sql: &str) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    let sql = for_backend(connection.get_database_backend(), sql);
    for statement in sql.split(";\n").map(str::trim).filter(|statement| !statement.is_empty()) {
        connection.execute_unprepared(statement).await?;
    }
    Ok(())
}

fn for_backend(backend: DatabaseBackend, sql: &str) -> String {
    let sqlite = backend == DatabaseBackend::Sqlite;
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
