//! Members whom an organisation's identity provider manages, and the tokens of integrations.
//!
//! The invitation of a provisioned member is no foreign key: it may be withdrawn, or removed once it is old.

use crate::row_level_security::{SECRET, of_organisation};
use crate::{Backend, sql};

const TABLES: &str = "
create table integration_token (
    organisation_id {uuid} not null,
    id {uuid} not null,
    integration_id {uuid} not null,
    hash {bytes} not null,
    expires_at {instant} not null,
    last_used_at {instant},
    created_at {instant} not null,
    constraint pk_integration_token primary key (organisation_id, id),
    constraint uq_integration_token__org_hash unique (organisation_id, hash),
    constraint fk_integration_token__integration foreign key (organisation_id, integration_id)
        references integration (organisation_id, id) on delete cascade
) {end};

create index ix_integration_token__hash on integration_token (hash);
create index ix_integration_token__integration on integration_token (organisation_id, integration_id, id);

create table provisioned_member (
    organisation_id {uuid} not null
        constraint fk_provisioned_member__organisation references organisation (id) on delete cascade,
    id {uuid} not null,
    external_id text,
    user_name text not null,
    user_name_key text not null,
    email text not null,
    name text not null,
    addresses text not null,
    roles text,
    active {bool} not null,
    user_id {uuid} constraint fk_provisioned_member__user references user_account (id) on delete set null,
    invitation_id {uuid},
    invitations {small} not null,
    version {big} not null,
    created_at {instant} not null,
    updated_at {instant} not null,
    constraint pk_provisioned_member primary key (organisation_id, id),
    constraint uq_provisioned_member__org_user_name unique (organisation_id, user_name_key),
    constraint uq_provisioned_member__org_email unique (organisation_id, email)
) {end};

create index ix_provisioned_member__external on provisioned_member (organisation_id, external_id);
create index ix_provisioned_member__invitation on provisioned_member (organisation_id, invitation_id);
create index ix_provisioned_member__user on provisioned_member (user_id);
";

pub(crate) fn up(backend: Backend) -> Vec<String> {
    let mut statements = sql::statements(backend, TABLES);
    if backend == Backend::Postgres {
        statements.extend(["integration_token", "provisioned_member"].into_iter().flat_map(of_organisation));
        // A token is read by its secret, before any organisation is known.
        statements.push(format!("create policy own_secret on integration_token for select using (hash = {SECRET})"));
    }
    statements
}
