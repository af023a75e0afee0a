//! Consents of clients: to which external system, for what, how and when given and withdrawn.
//!
//! A consent outlives its receiver, so the receiver is no foreign key and its name is stored.

use crate::row_level_security::of_organisation;
use crate::{Backend, sql};

const CONSENTS: &str = "
create table consent (
    organisation_id {uuid} not null,
    id {uuid} not null,
    client_id {uuid} not null,
    receiver_id {uuid} not null,
    receiver_name text not null,
    purpose text not null,
    manner text not null constraint ck_consent__manner check (manner in ('own-log-in', 'in-person', 'by-phone', 'on-paper')),
    text_version text not null,
    text_language text not null,
    given_at {instant} not null,
    recorded_by {uuid} not null,
    recorded_at {instant} not null,
    withdrawn_at {instant},
    withdrawn_by {uuid},
    constraint pk_consent primary key (organisation_id, id),
    constraint fk_consent__client foreign key (organisation_id, client_id) references client (organisation_id, id) on delete cascade
) {end};

create index ix_consent__client on consent (organisation_id, client_id, id);
create unique index uq_consent__org_client_receiver_in_force on consent (organisation_id, client_id, receiver_id, purpose)
    where withdrawn_at is null;
";

pub(crate) fn up(backend: Backend) -> Vec<String> {
    let mut statements = sql::statements(backend, CONSENTS);
    if backend == Backend::Postgres {
        statements.extend(of_organisation("consent"));
    }
    statements
}
