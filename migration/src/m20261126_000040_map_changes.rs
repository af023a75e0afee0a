//! With which request a map was changed last, and versions of their own for the map itself and for the needs.

use crate::{Backend, sql};

pub(crate) fn up(backend: Backend) -> Vec<String> {
    sql::statements(
        backend,
        "alter table map add column head_version {big} not null default 1;
alter table map add column needs_version {big} not null default 1;
alter table map add column change_id text;
",
    )
}
