//! Integrations of organisations, and the assertions with which they have proved who they are.

use crate::row_level_security::of_organisation;
use crate::{Backend, sql};

/// An integration that proves who it is is read by its own id, before any organisation is known.
const BY_ITS_OWN_ID: &str = "create policy own_id on integration for select
    using (id = (select nullif(current_setting('app.integration_id', true), '')::uuid))";

const INTEGRATIONS: &str = "
create table integration (
    organisation_id {uuid} not null constraint fk_integration__organisation references organisation (id) on delete cascade,
    id {uuid} not null,
    name text not null,
    jwks text,
    jwks_uri text,
    scopes text not null,
    enabled {bool} not null,
    last_used_at {instant},
    version {big} not null,
    created_at {instant} not null,
    updated_at {instant} not null,
    constraint pk_integration primary key (organisation_id, id),
    constraint ck_integration__keys check ((jwks is null) <> (jwks_uri is null))
) {end};

create index ix_integration__id on integration (id);

create table client_assertion (
    organisation_id {uuid} not null,
    integration_id {uuid} not null,
    hash {bytes} not null,
    remember_until {instant} not null,
    constraint pk_client_assertion primary key (organisation_id, integration_id, hash),
    constraint fk_client_assertion__integration foreign key (organisation_id, integration_id)
        references integration (organisation_id, id) on delete cascade
) {end};

create index ix_client_assertion__until on client_assertion (organisation_id, integration_id, remember_until);
";

/// Stored responses are also those of integrations, which are no users. Without the foreign key, responses of a deleted
/// user stay until they are too old to be replayed.
const RESPONSES_POSTGRES: &[&str] = &["alter table idempotency drop constraint fk_idempotency__user"];

const RESPONSES_SQLITE: &[&str] = &[
    "alter table idempotency rename to idempotency_of_users",
    "create table idempotency (
        user_id blob not null,
        key_hash blob not null,
        fingerprint blob not null,
        outcome blob not null,
        created_at text not null,
        constraint pk_idempotency primary key (user_id, key_hash)
    ) strict",
    "insert into idempotency select * from idempotency_of_users",
    "drop table idempotency_of_users",
    "create index ix_idempotency__created on idempotency (created_at)",
];

pub(crate) fn up(backend: Backend) -> Vec<String> {
    let mut statements = sql::statements(backend, INTEGRATIONS);
    match backend {
        Backend::Postgres => {
            statements.extend(["integration", "client_assertion"].into_iter().flat_map(of_organisation));
            statements.extend(sql::verbatim(&[BY_ITS_OWN_ID]));
            statements.extend(sql::verbatim(RESPONSES_POSTGRES));
        }
        Backend::Sqlite => statements.extend(sql::verbatim(RESPONSES_SQLITE)),
    }
    statements
}
