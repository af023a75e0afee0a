//! Rows of either driver, read strictly: a missing column or another type is an error, never a null.

use super::EngineError;
use rusqlite::types::Value as Lite;
use sea_orm::{ActiveModelTrait, ColumnTrait, ColumnType, EntityTrait, IdenStatic, Iterable, TryIntoModel, Value};
use std::sync::Arc;
use tokio_postgres::types::FromSql;
use uuid::Uuid;

/// A row of an answer.
#[derive(Clone, Debug)]
pub enum Row {
    /// From PostgreSQL.
    Postgres(tokio_postgres::Row),
    /// From SQLite.
    Sqlite {
        /// The names of its columns.
        columns: Arc<[String]>,
        /// Their values.
        cells: Vec<Lite>,
    },
}

impl Row {
    /// The value of the column of this name.
    ///
    /// # Errors
    /// [`EngineError::Unread`] if the column is missing or of another type.
    pub fn get<T: Cell>(&self, column: &str) -> Result<T, EngineError> {
        self.at(self.place(column)?)
    }

    /// The value of the column at this position.
    ///
    /// # Errors
    /// As [`Row::get`].
    pub fn at<T: Cell>(&self, at: usize) -> Result<T, EngineError> {
        match self {
            Self::Postgres(row) => row.try_get(at).map_err(unread),
            Self::Sqlite { cells, .. } => T::of(cells.get(at).ok_or_else(|| unread(format!("no column {at}")))?),
        }
    }

    /// Reads an entity by position: its columns come first, in order, as sea-orm selects them.
    pub(crate) fn model<E>(&self) -> Result<E::Model, EngineError>
    where
        E: EntityTrait,
        E::ActiveModel: TryIntoModel<E::Model>,
    {
        let mut active = <E::ActiveModel as ActiveModelTrait>::default();
        for (at, column) in E::Column::iter().enumerate() {
            active.try_set(column, self.value(at, column.def().get_column_type())?).map_err(unread)?;
        }
        active.try_into_model().map_err(unread)
    }

    /// Reads an entity by the names of its columns.
    pub(crate) fn named<E>(&self) -> Result<E::Model, EngineError>
    where
        E: EntityTrait,
        E::ActiveModel: TryIntoModel<E::Model>,
    {
        let mut active = <E::ActiveModel as ActiveModelTrait>::default();
        for column in E::Column::iter() {
            let at = self.place(column.as_str())?;
            active.try_set(column, self.value(at, column.def().get_column_type())?).map_err(unread)?;
        }
        active.try_into_model().map_err(unread)
    }

    fn place(&self, column: &str) -> Result<usize, EngineError> {
        let at = match self {
            Self::Postgres(row) => row.columns().iter().position(|known| known.name() == column),
            Self::Sqlite { columns, .. } => columns.iter().position(|known| known == column),
        };
        at.ok_or_else(|| unread(format!("there is no column {column}")))
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "an error, found by the first test of a new entity")]
    fn value(&self, at: usize, column: &ColumnType) -> Result<Value, EngineError> {
        Ok(match column {
            ColumnType::Uuid => Value::Uuid(self.at(at)?),
            ColumnType::String(_) | ColumnType::Text => Value::String(self.at(at)?),
            ColumnType::Boolean => Value::Bool(self.at(at)?),
            ColumnType::SmallInteger => Value::SmallInt(self.at(at)?),
            ColumnType::BigInteger => Value::BigInt(self.at(at)?),
            ColumnType::TimestampWithTimeZone => Value::ChronoDateTimeUtc(self.at(at)?),
            ColumnType::Date => Value::ChronoDate(self.at(at)?),
            ColumnType::VarBinary(_) | ColumnType::Blob => Value::Bytes(self.at(at)?),
            other => return Err(unread(format!("columns of type {other:?} are not read"))),
        })
    }
}

/// A type that is read from a row by the names of its columns.
pub(crate) trait FromRow: Sized {
    /// Reads it.
    ///
    /// # Errors
    /// [`domain::Error::Internal`].
    fn from_row(row: &Row) -> domain::Result<Self>;
}

impl FromRow for Row {
    fn from_row(row: &Row) -> domain::Result<Self> {
        Ok(row.clone())
    }
}

/// Declares structs that are read from the columns of the same names.
macro_rules! rows {
    ($($(#[$meta:meta])* $visible:vis struct $name:ident { $($member_visible:vis $member:ident: $ty:ty),* $(,)? })*) => { $(
        $(#[$meta])*
        $visible struct $name { $($member_visible $member: $ty),* }

        impl $crate::engine::FromRow for $name {
            fn from_row(row: &$crate::engine::Row) -> domain::Result<Self> {
                Ok(Self { $($member: row.get(stringify!($member))?),* })
            }
        }
    )* };
}
pub(crate) use rows;

/// A type of a column.
pub trait Cell: for<'a> FromSql<'a> + Sized {
    /// Reads a value of SQLite.
    ///
    /// # Errors
    /// [`EngineError::Unread`] if it is of another type.
    fn of(cell: &Lite) -> Result<Self, EngineError>;
}

macro_rules! cells {
    ($($ty:ty: $pattern:pat => $value:expr),* $(,)?) => { $(impl Cell for $ty {
        fn of(cell: &Lite) -> Result<Self, EngineError> {
            match cell {
                $pattern => $value,
                other => Err(unread(format!("{} instead of {}", other.data_type(), stringify!($ty)))),
            }
        }
    })* };
}

cells! {
    bool: Lite::Integer(value) => Ok(*value != 0),
    i16: Lite::Integer(value) => i16::try_from(*value).map_err(unread),
    i64: Lite::Integer(value) => Ok(*value),
    f64: Lite::Real(value) => Ok(*value),
    String: Lite::Text(value) => Ok(value.clone()),
    Vec<u8>: Lite::Blob(value) => Ok(value.clone()),
    Uuid: Lite::Blob(value) => Uuid::from_slice(value).map_err(unread),
    chrono::DateTime<chrono::Utc>: Lite::Text(value) =>
        chrono::DateTime::parse_from_rfc3339(value).map(|instant| instant.to_utc()).map_err(unread),
    chrono::NaiveDate: Lite::Text(value) => value.parse().map_err(unread),
}

impl<T: Cell> Cell for Option<T> {
    fn of(cell: &Lite) -> Result<Self, EngineError> {
        if matches!(cell, Lite::Null) { Ok(None) } else { T::of(cell).map(Some) }
    }
}

fn unread(error: impl std::fmt::Display) -> EngineError {
    EngineError::Unread(error.to_string())
}
