//! Who made the last change of anything on a map.
//!
//! Not looked up in the events: those have no index by client, and are removed after a while.

use crate::{Backend, sql};

pub(crate) fn up(backend: Backend) -> Vec<String> {
    sql::statements(backend, "alter table map add column updated_by {uuid}")
}
