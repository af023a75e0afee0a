//! A direct connection to the database: to seed, to read tables, to hold locks.

use chrono::SecondsFormat;
use persistence::contract::{EngineError, Row, Value};
use persistence::{ConnectError, open_postgres, open_sqlite};
use rusqlite::types::Value as Cell;
use std::sync::{Arc, Mutex};
use tokio_postgres::SimpleQueryMessage;
use tokio_postgres::types::{ToSql, Type};

/// One connection. A transaction is `begin` and `commit` or `rollback`, each run as a statement.
pub(crate) struct RawDatabase(Connection);

enum Connection {
    Postgres(tokio_postgres::Client),
    Sqlite(Mutex<rusqlite::Connection>),
}

impl RawDatabase {
    pub(crate) async fn open(url: &str) -> Result<Self, ConnectError> {
        if url.starts_with("sqlite:") {
            let connection = open_sqlite(url)?;
            connection.pragma_update(None, "foreign_keys", true).map_err(EngineError::from)?;
            return Ok(Self(Connection::Sqlite(Mutex::new(connection))));
        }
        let database = Self(Connection::Postgres(open_postgres(url).await?));
        // Tests watch and terminate the service's connections by the name that `open_postgres` gives all of them.
        database.run("set application_name = 'raw'").await?;
        Ok(database)
    }

    /// Runs a statement without values, on PostgreSQL also several. Returns how many rows the last one changed; what it
    /// returns for a statement that changes no rows has no meaning.
    pub(crate) async fn run(&self, sql: &str) -> Result<u64, EngineError> {
        match &self.0 {
            Connection::Postgres(client) => {
                let messages = client.simple_query(sql).await?;
                Ok(match messages.last() {
                    Some(SimpleQueryMessage::CommandComplete(rows)) => *rows,
                    _ => 0,
                })
            }
            Connection::Sqlite(connection) => {
                let connection = connection.lock().unwrap();
                sqlite_rows(&connection, sql, &[])?;
                Ok(connection.changes())
            }
        }
    }

    /// The rows of a statement with values, `$1` being the first.
    pub(crate) async fn query(&self, sql: &str, values: &[Value]) -> Result<Vec<Row>, EngineError> {
        match &self.0 {
            Connection::Postgres(client) => {
                let parameters: Vec<_> = values.iter().map(stored).map(|(value, ty, _)| (value, ty)).collect();
                let rows = client.query_typed(sql, &parameters).await?;
                Ok(rows.into_iter().map(Row::Postgres).collect())
            }
            Connection::Sqlite(connection) => sqlite_rows(&connection.lock().unwrap(), sql, values),
        }
    }

    /// Each table that refers to another one, and that other one.
    pub(crate) async fn references(&self) -> Vec<(String, String)> {
        let sql = match &self.0 {
            Connection::Postgres(_) => {
                "select conrelid::regclass::text, confrelid::regclass::text from pg_constraint
                where contype = 'f' and conrelid <> confrelid"
            }
            Connection::Sqlite(_) => {
                r#"select t.name, f."table" from sqlite_schema t, pragma_foreign_key_list(t.name) f
                where t.type = 'table' and t.name <> f."table""#
            }
        };
        let rows = self.query(sql, &[]).await.unwrap();
        rows.iter().map(|row| (row.at(0).unwrap(), row.at(1).unwrap())).collect()
    }

    /// The first column of every row.
    pub(crate) async fn column<T: persistence::contract::Cell>(&self, sql: &str) -> Result<Vec<T>, EngineError> {
        self.query(sql, &[]).await?.iter().map(|row| row.at(0)).collect()
    }
}

fn sqlite_rows(connection: &rusqlite::Connection, sql: &str, values: &[Value]) -> Result<Vec<Row>, EngineError> {
    let mut statement = connection.prepare(sql)?;
    for at in 1..=statement.parameter_count() {
        // To SQLite `$3` is a name; its place is where it first occurs.
        let number: usize = statement.parameter_name(at).unwrap()[1..].parse().unwrap();
        statement.raw_bind_parameter(at, stored(&values[number - 1]).2)?;
    }
    let columns: Arc<[String]> = statement.column_names().into_iter().map(str::to_owned).collect();
    let (mut found, mut rows) = (statement.raw_query(), Vec::new());
    while let Some(row) = found.next()? {
        let cells = (0..columns.len()).map(|at| row.get(at)).collect::<rusqlite::Result<_>>()?;
        rows.push(Row::Sqlite { columns: columns.clone(), cells });
    }
    Ok(rows)
}

/// A value for PostgreSQL with its type, and for SQLite. Stated here once more, so that the tests do not store with the
/// code that they test.
#[expect(clippy::wildcard_enum_match_arm, reason = "no table stores any other type")]
fn stored(value: &Value) -> (&(dyn ToSql + Sync), Type, Cell) {
    match value {
        Value::Bool(value) => (value, Type::BOOL, (*value).into()),
        Value::SmallInt(value) => (value, Type::INT2, (*value).into()),
        Value::BigInt(value) => (value, Type::INT8, (*value).into()),
        Value::String(value) => (value, Type::TEXT, value.clone().into()),
        Value::Bytes(value) => (value, Type::BYTEA, value.clone().into()),
        Value::Uuid(value) => (value, Type::UUID, value.map(|id| id.as_bytes().to_vec()).into()),
        Value::ChronoDate(value) => (value, Type::DATE, value.map(|day| day.to_string()).into()),
        Value::ChronoDateTimeUtc(value) => {
            let text = value.map(|instant| instant.to_rfc3339_opts(SecondsFormat::AutoSi, false));
            (value, Type::TIMESTAMPTZ, text.into())
        }
        other => panic!("{other:?}"),
    }
}
