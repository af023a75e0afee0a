//! Whether a person belongs to the past: they died, or the tie broke.

use crate::{Backend, sql};

pub(crate) fn up(backend: Backend) -> Vec<String> {
    sql::statements(backend, "alter table person add column past {bool} not null default false")
}
