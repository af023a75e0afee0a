//! Which users were linked to a client's record, and whether the present one is confirmed.

use crate::rls::{self, Rule};
use crate::{Backend, sql};

pub(crate) fn up(backend: Backend) -> Vec<String> {
    [sql::statements(backend, LOG_INS), rls::protect(backend, &[("client_login", Rule::Organisation)])].concat()
}

/// Log-ins of before are confirmed. They get a row here when they are unlinked.
const LOG_INS: &str = "
alter table client add column login_confirmed {bool} not null default {true};

create table client_login (
    organisation_id {uuid} not null,
    id {uuid} not null,
    client_id {uuid} not null,
    user_id {uuid} not null,
    linked_by {uuid},
    linked_at {instant} not null,
    unlinked_by {uuid},
    unlinked_at {instant},
    confirmed_by {uuid},
    confirmed_at {instant},
    confirmation text constraint ck_client_login__confirmation check (confirmation in ('first', 'code', 'administrator', 'operator')),
    code_hash {bytes},
    failed_codes {small} not null,
    constraint pk_client_login primary key (organisation_id, id),
    constraint fk_client_login__client foreign key (organisation_id, client_id) references client (organisation_id, id) on delete cascade
) {end};

create unique index uq_client_login__org_client_current on client_login (organisation_id, client_id) where unlinked_at is null;
create index ix_client_login__client on client_login (organisation_id, client_id, id);
";
