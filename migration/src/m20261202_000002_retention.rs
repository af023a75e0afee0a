//! Periods of retention, erasures without a request, and the end of an organisation.
//!
//! An erasure rests on a request, which says how and when the client asked, or on the organisation's period of retention.

use crate::{Backend, sql};

const ORGANISATION: &str = "
alter table organisation add column retention_years {small} not null default 20;
alter table organisation add column erasure_waiting_days {small} not null default 7;
alter table organisation add column purgeable_at {instant};
alter table organisation add column purged_at {instant};
";

const BASIS_POSTGRES: &str = "
alter table erasure_request add column basis text not null default 'request';
alter table erasure_request alter column manner drop not null;
alter table erasure_request alter column asked_at drop not null;
alter table erasure_request
    add constraint ck_erasure_request__basis check (basis in ('request', 'retention')),
    add constraint ck_erasure_request__asked check ((basis = 'request') = (manner is not null) and (manner is null) = (asked_at is null));
alter table erasure drop constraint ck_erasure__basis;
alter table erasure alter column manner drop not null;
alter table erasure alter column asked_at drop not null;
alter table erasure
    add constraint ck_erasure__basis check (basis in ('request', 'retention')),
    add constraint ck_erasure__asked check ((basis = 'request') = (manner is not null) and (manner is null) = (asked_at is null));
";

/// SQLite cannot change a constraint, so the tables are made anew.
const BASIS_SQLITE: &str = "
create table new_erasure_request (
    organisation_id blob not null,
    id blob not null,
    client_id blob not null,
    basis text not null default 'request' constraint ck_erasure_request__basis check (basis in ('request', 'retention')),
    manner text constraint ck_erasure_request__manner check (manner in ('own-log-in', 'in-person', 'by-phone', 'on-paper')),
    asked_at text,
    recorded_by blob not null,
    recorded_at text not null,
    erases_at text not null,
    withdrawn_by blob,
    withdrawn_at text,
    refused_by blob,
    refused_at text,
    refusal_ground text constraint ck_erasure_request__refusal_ground check (refusal_ground in ('interest-of-another', 'law')),
    sealed blob,
    constraint pk_erasure_request primary key (organisation_id, id),
    constraint fk_erasure_request__client foreign key (organisation_id, client_id) references client (organisation_id, id) on delete cascade,
    constraint ck_erasure_request__asked check ((basis = 'request') = (manner is not null) and (manner is null) = (asked_at is null))
) strict;
insert into new_erasure_request (organisation_id, id, client_id, manner, asked_at, recorded_by, recorded_at, erases_at,
        withdrawn_by, withdrawn_at, refused_by, refused_at, refusal_ground, sealed)
    select organisation_id, id, client_id, manner, asked_at, recorded_by, recorded_at, erases_at,
        withdrawn_by, withdrawn_at, refused_by, refused_at, refusal_ground, sealed from erasure_request;
drop table erasure_request;
alter table new_erasure_request rename to erasure_request;
create index ix_erasure_request__client on erasure_request (organisation_id, client_id, id);
create unique index uq_erasure_request__org_client_waiting on erasure_request (organisation_id, client_id)
    where withdrawn_at is null and refused_at is null;

create table new_erasure (
    organisation_id blob not null constraint fk_erasure__organisation references organisation (id) on delete cascade,
    id blob not null,
    client_id blob not null,
    basis text not null constraint ck_erasure__basis check (basis in ('request', 'retention')),
    manner text,
    asked_at text,
    recorded_by blob not null,
    recorded_at text not null,
    erased_at text not null,
    counts text not null,
    constraint pk_erasure primary key (organisation_id, id),
    constraint uq_erasure__org_client unique (organisation_id, client_id),
    constraint ck_erasure__asked check ((basis = 'request') = (manner is not null) and (manner is null) = (asked_at is null))
) strict;
insert into new_erasure (organisation_id, id, client_id, basis, manner, asked_at, recorded_by, recorded_at, erased_at, counts)
    select organisation_id, id, client_id, basis, manner, asked_at, recorded_by, recorded_at, erased_at, counts from erasure;
drop table erasure;
alter table new_erasure rename to erasure;
";

pub(crate) fn up(backend: Backend) -> Vec<String> {
    let basis = match backend {
        Backend::Postgres => BASIS_POSTGRES,
        Backend::Sqlite => BASIS_SQLITE,
    };
    [ORGANISATION, basis].into_iter().flat_map(|text| sql::statements(backend, text)).collect()
}
