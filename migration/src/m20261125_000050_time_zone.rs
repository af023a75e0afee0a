//! The time zone in which an organisation's days begin.

use crate::{Backend, sql};

pub(crate) fn up(backend: Backend) -> Vec<String> {
    sql::statements(
        backend,
        "alter table organisation add column time_zone text not null default 'Europe/Amsterdam';\n",
    )
}
