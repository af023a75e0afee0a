//! SQL written by hand, in the dialect of each database.

use sea_orm::{DatabaseBackend, EntityTrait, IdenStatic, Iterable};

/// Replaces the placeholders in braces.
///
/// `{all}` aggregates rows into a JSON array, `{array}` makes an array, `{text}` casts to text. `{id c}`, `{bool c}` and
/// `{bytes c}` read a column into JSON: SQLite stores an id as bytes and a boolean as a number, and JSON has no bytes.
pub(crate) fn translate(backend: DatabaseBackend, text: &str) -> String {
    let sqlite = backend == DatabaseBackend::Sqlite;
    let mut sql = String::with_capacity(2 * text.len());
    for (index, part) in text.split(['{', '}']).enumerate() {
        match (index % 2, part) {
            (0, plain) => sql.push_str(plain),
            (_, "all") => sql.push_str(if sqlite { "json_group_array" } else { "json_agg" }),
            (_, "array") => sql.push_str(if sqlite { "json_array" } else { "json_build_array" }),
            (_, "text") => sql.push_str(if sqlite { "" } else { "::text" }),
            (_, cell) => match cell.split_once(' ') {
                Some(("id", column)) if sqlite => sql.push_str(&format!("nullif(lower(hex({column})), '')")),
                Some(("bool", column)) if sqlite => sql.push_str(&format!("json(iif({column}, 'true', 'false'))")),
                Some(("bytes", column)) if sqlite => sql.push_str(&format!("hex({column})")),
                Some(("bytes", column)) => sql.push_str(&format!("encode({column}, 'hex')")),
                Some((_, column)) => sql.push_str(column),
                None => sql.push_str(cell),
            },
        }
    }
    sql
}

/// The new `updated_at` of a row that changes at this parameter: never earlier than before, even if the clock went back.
pub(crate) fn later(backend: DatabaseBackend, column: &str, at: &str) -> String {
    let greatest = if backend == DatabaseBackend::Sqlite { "max" } else { "greatest" };
    format!("{greatest}({column}, {at})")
}

/// Locks the rows of a `select` until the transaction ends. SQLite has one writer, and no such lock.
pub(crate) fn for_update(backend: DatabaseBackend) -> &'static str {
    if backend == DatabaseBackend::Sqlite { "" } else { "for update" }
}

/// All columns of an entity, of the table with this alias.
pub(crate) fn columns_of<E: EntityTrait>(table: &str) -> String {
    E::Column::iter().map(|column| format!("{table}.{}", column.as_str())).collect::<Vec<_>>().join(", ")
}

/// The text of a statement for each database, made once.
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
