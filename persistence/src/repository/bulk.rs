//! Many rows at once: ids as one JSON parameter, so that the statement is the same however many there are; and inserts of as
//! many rows as a statement takes.

use crate::error::from_db;
use crate::scoped::OrgOwned;
use crate::unit_of_work::Unit;
use domain::{Error, Result};
use sea_orm::{ActiveModelTrait, DatabaseBackend, EntityTrait, Iterable};
use serde::Serialize;

/// SQLite takes 32,766 parameters in a statement, PostgreSQL 65,535.
const PARAMETERS: usize = 30_000;

/// How many rows an insert of so many parameters has.
pub(super) fn rows_within<A: ActiveModelTrait>(parameters: usize) -> usize {
    (parameters / <A::Entity as EntityTrait>::Column::iter().count().max(1)).max(1)
}

/// A sub-select of the ids in the parameter, a JSON array.
pub(super) fn ids(backend: DatabaseBackend, parameter: &str) -> String {
    if backend == DatabaseBackend::Sqlite {
        format!("select unhex(value, '-') from json_each({parameter})")
    } else {
        format!("select value::uuid from json_array_elements_text({parameter}::json)")
    }
}

pub(super) fn json<T: Serialize + ?Sized>(rows: &T) -> Result<String> {
    serde_json::to_string(rows).map_err(Error::internal)
}

impl Unit {
    /// Adds rows, in one statement as far as its parameters allow; an id that is taken is refused by its key.
    pub(super) async fn insert<A>(&self, rows: Vec<A>) -> Result<()>
    where
        A: ActiveModelTrait + Send,
        A::Entity: OrgOwned,
    {
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            let chunk: Vec<_> = rows.by_ref().take(rows_within::<A>(PARAMETERS)).collect();
            A::Entity::insert_many(chunk).exec_without_returning(self.db()).await.map_err(from_db)?;
        }
        Ok(())
    }
}
