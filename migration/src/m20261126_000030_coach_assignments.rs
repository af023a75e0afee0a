//! What finds the assignments of a coach in the order of a list.

use crate::{Backend, sql};

pub(crate) fn up(backend: Backend) -> Vec<String> {
    sql::statements(backend, "create index ix_assignment__coach_id on assignment (organisation_id, coach_id, id)")
}
