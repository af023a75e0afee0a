//! Values as parameters of either driver. Each kind of value has one type in the database.

use rusqlite::types::{ToSqlOutput, Value as Lite};
use sea_orm::Value;
use std::error::Error;
use std::fmt;
use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};

/// A value as a parameter of a statement.
pub(super) struct Parameter<'a>(pub(super) &'a Value);

/// Without the value: the driver logs parameters.
impl fmt::Debug for Parameter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Parameter")
    }
}

macro_rules! sent {
    ($($variant:ident as $ty:ident),*) => {
        impl ToSql for Parameter<'_> {
            fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
                match self.0 {
                    $(Value::$variant(value) => value.to_sql_checked(ty, out),)*
                    Value::BigUnsigned(value) => value.map(i64::try_from).transpose()?.to_sql_checked(ty, out),
                    _ => Err("values of this type are not sent".into()),
                }
            }

            fn accepts(_: &Type) -> bool {
                true
            }

            to_sql_checked!();
        }

        /// The type of a parameter on PostgreSQL.
        pub(super) fn type_of(value: &Value) -> Type {
            match value {
                $(Value::$variant(_) => Type::$ty,)*
                Value::BigUnsigned(_) => Type::INT8,
                _ => Type::UNKNOWN,
            }
        }
    };
}

sent!(
    Bool as BOOL,
    SmallInt as INT2,
    Int as INT4,
    BigInt as INT8,
    Double as FLOAT8,
    String as TEXT,
    Bytes as BYTEA,
    Uuid as UUID,
    ChronoDateTimeUtc as TIMESTAMPTZ,
    ChronoDate as DATE
);

impl rusqlite::ToSql for Parameter<'_> {
    #[expect(clippy::wildcard_enum_match_arm, reason = "an error, found by the first test of a new statement")]
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let cell = match self.0 {
            Value::Bool(value) => value.map(|value| Lite::Integer(value.into())),
            Value::SmallInt(value) => value.map(|value| Lite::Integer(value.into())),
            Value::Int(value) => value.map(|value| Lite::Integer(value.into())),
            Value::BigInt(value) => value.map(Lite::Integer),
            Value::BigUnsigned(value) => {
                let value = value.map(i64::try_from).transpose();
                value.map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?.map(Lite::Integer)
            }
            Value::Double(value) => value.map(Lite::Real),
            Value::String(Some(value)) => return Ok(ToSqlOutput::Borrowed(value.as_str().into())),
            Value::Bytes(Some(value)) => return Ok(ToSqlOutput::Borrowed(value.as_slice().into())),
            Value::String(None) | Value::Bytes(None) => None,
            Value::Uuid(value) => value.map(|value| Lite::Blob(value.as_bytes().to_vec())),
            Value::ChronoDateTimeUtc(value) => {
                value.map(|value| Lite::Text(value.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, false)))
            }
            Value::ChronoDate(value) => value.map(|value| Lite::Text(value.to_string())),
            _ => return Err(rusqlite::Error::ToSqlConversionFailure("values of this type are not sent".into())),
        };
        Ok(ToSqlOutput::Owned(cell.unwrap_or(Lite::Null)))
    }
}
