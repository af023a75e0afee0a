//! Lists of ids as one JSON parameter, so that the text of a statement does not depend on their number.

use domain::{Error, Result};
use sea_orm::DatabaseBackend;
use serde::Serialize;

/// A sub-select of the ids in a parameter that is a JSON array.
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
