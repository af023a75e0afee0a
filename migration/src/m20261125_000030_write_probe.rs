//! A table of nothing, in which readiness tries whether changes can be stored.

use crate::{Backend, sql};

pub(crate) fn up(backend: Backend) -> Vec<String> {
    sql::statements(backend, UP)
}

const UP: &str = "
create table write_probe (
    tried_at {instant} not null
) {end};

insert into write_probe (tried_at) values ('2026-11-25T00:00:00+00:00');
";
