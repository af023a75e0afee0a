//! With which request something was done, for who follows changes (docs/adr/0038).

use crate::{Backend, sql};

pub(crate) fn up(backend: Backend) -> Vec<String> {
    sql::statements(backend, "alter table event add column change_id text")
}
