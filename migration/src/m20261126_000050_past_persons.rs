//! Whether a person belongs to the past: they died, or the tie broke. There are few, and a caseload asks for them of each client.

use crate::{Backend, sql};

pub(crate) fn up(backend: Backend) -> Vec<String> {
    sql::statements(
        backend,
        "
alter table person add column past {bool} not null default false;
create index ix_person__past on person (organisation_id, client_id, id) where past;
",
    )
}
