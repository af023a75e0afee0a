//! What a client likes to be called, beside the legal name.

use crate::{Backend, sql};

pub(crate) fn up(backend: Backend) -> Vec<String> {
    sql::statements(backend, "alter table client add column preferred_name text")
}
