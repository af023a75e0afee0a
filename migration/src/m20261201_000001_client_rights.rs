//! Rights of clients: restriction and erasure of their record, legal holds, and what stays of an erased record.
//!
//! `client.restricted` says whether a restriction is in force, so that the statement that authorizes reads it with the client:
//! were it in a table of its own, a missing row would mean "not restricted".
//!
//! An erasure outlives its client: the ids, the basis and the counts are all that stays.

use crate::row_level_security::of_organisation;
use crate::{Backend, sql};

const RIGHTS: &str = "
alter table client add column restricted {bool} not null default false;

create table restriction (
    organisation_id {uuid} not null,
    id {uuid} not null,
    client_id {uuid} not null,
    manner text not null constraint ck_restriction__manner check (manner in ('own-log-in', 'in-person', 'by-phone', 'on-paper')),
    asked_at {instant} not null,
    recorded_by {uuid} not null,
    recorded_at {instant} not null,
    lifting_manner text constraint ck_restriction__lifting_manner check (lifting_manner in ('own-log-in', 'in-person', 'by-phone', 'on-paper')),
    lifting_asked_at {instant},
    lifted_by {uuid},
    lifted_at {instant},
    constraint pk_restriction primary key (organisation_id, id),
    constraint fk_restriction__client foreign key (organisation_id, client_id) references client (organisation_id, id) on delete cascade
) {end};

create index ix_restriction__client on restriction (organisation_id, client_id, id);
create unique index uq_restriction__org_client_in_force on restriction (organisation_id, client_id) where lifted_at is null;

create table erasure_request (
    organisation_id {uuid} not null,
    id {uuid} not null,
    client_id {uuid} not null,
    manner text not null constraint ck_erasure_request__manner check (manner in ('own-log-in', 'in-person', 'by-phone', 'on-paper')),
    asked_at {instant} not null,
    recorded_by {uuid} not null,
    recorded_at {instant} not null,
    erases_at {instant} not null,
    withdrawn_by {uuid},
    withdrawn_at {instant},
    refused_by {uuid},
    refused_at {instant},
    refusal_ground text constraint ck_erasure_request__refusal_ground check (refusal_ground in ('interest-of-another', 'law')),
    sealed {bytes},
    constraint pk_erasure_request primary key (organisation_id, id),
    constraint fk_erasure_request__client foreign key (organisation_id, client_id) references client (organisation_id, id) on delete cascade
) {end};

create index ix_erasure_request__client on erasure_request (organisation_id, client_id, id);
create unique index uq_erasure_request__org_client_waiting on erasure_request (organisation_id, client_id)
    where withdrawn_at is null and refused_at is null;

create table legal_hold (
    organisation_id {uuid} not null,
    id {uuid} not null,
    client_id {uuid} not null,
    sealed {bytes} not null,
    until {instant} not null,
    placed_by {uuid} not null,
    placed_at {instant} not null,
    released_by {uuid},
    released_at {instant},
    constraint pk_legal_hold primary key (organisation_id, id),
    constraint fk_legal_hold__client foreign key (organisation_id, client_id) references client (organisation_id, id) on delete cascade
) {end};

create index ix_legal_hold__client on legal_hold (organisation_id, client_id, id);

create table erasure (
    organisation_id {uuid} not null constraint fk_erasure__organisation references organisation (id) on delete cascade,
    id {uuid} not null,
    client_id {uuid} not null,
    basis text not null constraint ck_erasure__basis check (basis in ('request')),
    manner text not null,
    asked_at {instant} not null,
    recorded_by {uuid} not null,
    recorded_at {instant} not null,
    erased_at {instant} not null,
    counts text not null,
    constraint pk_erasure primary key (organisation_id, id),
    constraint uq_erasure__org_client unique (organisation_id, client_id)
) {end};
";

pub(crate) fn up(backend: Backend) -> Vec<String> {
    let mut statements = sql::statements(backend, RIGHTS);
    if backend == Backend::Postgres {
        statements
            .extend(["restriction", "erasure_request", "legal_hold", "erasure"].into_iter().flat_map(of_organisation));
    }
    statements
}
