//! Where on a ring a supporter stands, in degrees clockwise from the top.

use crate::{Backend, sql};

pub(crate) fn up(backend: Backend) -> Vec<String> {
    sql::statements(
        backend,
        "alter table supporter add column angle {small} constraint ck_supporter__angle check (angle between 0 and 359)",
    )
}
