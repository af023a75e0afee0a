//! Statements written by hand, in the dialect of each database.

use sea_orm::DatabaseBackend;

/// One statement's text on either database, made once.
pub(crate) struct Sql {
    postgres: String,
    sqlite: String,
}

impl Sql {
    pub(crate) fn new(text: impl Fn(DatabaseBackend) -> String) -> Self {
        Self { postgres: text(DatabaseBackend::Postgres), sqlite: text(DatabaseBackend::Sqlite) }
    }

    pub(crate) fn on(&self, backend: DatabaseBackend) -> &str {
        if backend == DatabaseBackend::Sqlite { &self.sqlite } else { &self.postgres }
    }
}
