//! Who assigned a coach to a client.

use crate::{Backend, sql};

pub(crate) fn up(backend: Backend) -> Vec<String> {
    sql::statements(backend, "alter table assignment add column assigned_by {uuid}")
}
