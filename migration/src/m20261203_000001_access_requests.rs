//! Requests for access: a client without a log-in of their own asked for their record on paper.

use crate::row_level_security::of_organisation;
use crate::{Backend, sql};

const ACCESS_REQUEST: &str = "
create table access_request (
    organisation_id {uuid} not null,
    id {uuid} not null,
    client_id {uuid} not null,
    manner text not null constraint ck_access_request__manner check (manner in ('own-log-in', 'in-person', 'by-phone', 'on-paper')),
    asked_at {instant} not null,
    recorded_by {uuid} not null,
    recorded_at {instant} not null,
    constraint pk_access_request primary key (organisation_id, id),
    constraint fk_access_request__client foreign key (organisation_id, client_id) references client (organisation_id, id) on delete cascade
) {end};

create index ix_access_request__client on access_request (organisation_id, client_id, id);
";

pub(crate) fn up(backend: Backend) -> Vec<String> {
    let mut statements = sql::statements(backend, ACCESS_REQUEST);
    if backend == Backend::Postgres {
        statements.extend(of_organisation("access_request"));
    }
    statements
}
