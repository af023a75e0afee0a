//! Values on their way to PostgreSQL by its second driver, in binary.

use sea_orm::Value;
use std::error::Error;
use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};

#[derive(Debug)]
pub(crate) struct Parameter<'a>(&'a Value);

/// These values, as a statement takes them.
pub(crate) fn parameters(values: &[Value]) -> Vec<Parameter<'_>> {
    values.iter().map(Parameter).collect()
}

/// By reference, as the driver takes them.
pub(crate) fn references<'a>(parameters: &'a [Parameter<'a>]) -> Vec<&'a (dyn ToSql + Sync)> {
    parameters.iter().map(|parameter| parameter as _).collect()
}

impl ToSql for Parameter<'_> {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the pool takes whatever is not taken here")]
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self.0 {
            Value::Bool(value) => value.to_sql_checked(ty, out),
            Value::SmallInt(value) => value.to_sql_checked(ty, out),
            Value::BigInt(value) => value.to_sql_checked(ty, out),
            Value::String(value) => value.to_sql_checked(ty, out),
            Value::Uuid(value) => value.to_sql_checked(ty, out),
            Value::ChronoDateTimeUtc(value) => value.to_sql_checked(ty, out),
            _ => Err("no parameters of this type are sent here".into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}
