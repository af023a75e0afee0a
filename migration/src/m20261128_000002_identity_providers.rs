//! Identity providers of organisations, the domains they have proven, and the identities of their members.

use crate::row_level_security::{ORGANISATION, SELF, SYSTEM, boundary, of_organisation};
use crate::{Backend, sql};

const TABLES: &str = "
create table identity_provider (
    organisation_id {uuid} not null constraint fk_identity_provider__organisation references organisation (id) on delete cascade,
    id {uuid} not null,
    name text not null,
    issuer text not null,
    client_id text not null,
    client_secret {bytes} not null,
    tenant_id text,
    trusts_emails {bool} not null,
    trusts_second_factor {bool} not null,
    second_factor_acr text,
    creates_coaches {bool} not null,
    enabled {bool} not null,
    version {big} not null,
    created_at {instant} not null,
    updated_at {instant} not null,
    constraint pk_identity_provider primary key (organisation_id, id)
) {end};

create index ix_identity_provider__id on identity_provider (id);

create table log_in_domain (
    organisation_id {uuid} not null constraint fk_log_in_domain__organisation references organisation (id) on delete cascade,
    id {uuid} not null,
    domain text not null,
    challenge text not null,
    verified_at {instant},
    created_at {instant} not null,
    constraint pk_log_in_domain primary key (organisation_id, id),
    constraint uq_log_in_domain__org_domain unique (organisation_id, domain)
) {end};

create index ix_log_in_domain__domain on log_in_domain (domain);

create table provider_identity (
    organisation_id {uuid} not null,
    id {uuid} not null,
    provider_id {uuid} not null,
    user_id {uuid} not null,
    subject text not null,
    created_at {instant} not null,
    used_at {instant},
    constraint pk_provider_identity primary key (organisation_id, id),
    constraint uq_provider_identity__org_provider_subject unique (organisation_id, provider_id, subject),
    constraint uq_provider_identity__org_provider_user unique (organisation_id, provider_id, user_id),
    constraint fk_provider_identity__provider foreign key (organisation_id, provider_id)
        references identity_provider (organisation_id, id) on delete cascade,
    constraint fk_provider_identity__member foreign key (organisation_id, user_id)
        references member (organisation_id, user_id) on delete cascade
) {end};

create index ix_provider_identity__user on provider_identity (user_id, id);
create index ix_provider_identity__member on provider_identity (organisation_id, user_id);

create table provider_log_in (
    organisation_id {uuid} not null,
    state_hash {bytes} not null,
    provider_id {uuid} not null,
    browser_hash {bytes} not null,
    user_id {uuid} constraint fk_provider_log_in__user references user_account (id) on delete cascade,
    sealed {bytes} not null,
    expires_at {instant} not null,
    constraint pk_provider_log_in primary key (organisation_id, state_hash),
    constraint fk_provider_log_in__provider foreign key (organisation_id, provider_id)
        references identity_provider (organisation_id, id) on delete cascade
) {end};

create index ix_provider_log_in__provider on provider_log_in (organisation_id, provider_id);
create index ix_provider_log_in__user on provider_log_in (user_id);
create index ix_provider_log_in__expires on provider_log_in (expires_at);

create table log_out_token (
    organisation_id {uuid} not null,
    provider_id {uuid} not null,
    hash {bytes} not null,
    remember_until {instant} not null,
    constraint pk_log_out_token primary key (organisation_id, provider_id, hash),
    constraint fk_log_out_token__provider foreign key (organisation_id, provider_id)
        references identity_provider (organisation_id, id) on delete cascade
) {end};

create index ix_log_out_token__until on log_out_token (organisation_id, provider_id, remember_until);

alter table session add column identity_id {uuid};
alter table session add column provider_session text;
alter table session add column confined_to {uuid}
    constraint ck_session__confined check ((confined_to is null) = (identity_id is null)
        and (confined_to is null or organisation_id is null or organisation_id = confined_to));
create index ix_session__identity on session (identity_id) where identity_id is not null;
";

/// The domain for which providers are looked up.
const DOMAIN: &str = "(select current_setting('app.log_in_domain', true))";

/// A provider that is logged in with is read by its own id, before any organisation is known; its users see it by their
/// identities at it.
///
/// The policies `by_domain` are for the owner alone, as which the view below reads; see `own_membership`.
fn policies() -> Vec<String> {
    let own_id = "(select nullif(current_setting('app.provider_id', true), '')::uuid)";
    let proven = |organisation: &str| {
        format!(
            "exists (select 1 from log_in_domain d
                where d.organisation_id = {organisation} and d.domain = {DOMAIN} and d.verified_at is not null)"
        )
    };
    let own_provider = format!(
        "exists (select 1 from provider_identity i where i.organisation_id = identity_provider.organisation_id
            and i.provider_id = identity_provider.id and i.user_id = {SELF})"
    );
    let by_domain = |table: &str, condition: &str| {
        format!("create policy by_domain on {table} for select to current_user using ({condition})")
    };
    let (own_or, old_or) = (format!("user_id = {SELF}"), SYSTEM);
    let of_organisation_or = |more: &str| format!("organisation_id = {ORGANISATION} or {more}");
    let tables = ["identity_provider", "log_in_domain", "log_out_token"].into_iter().flat_map(of_organisation);
    tables
        .chain(boundary("provider_identity", &of_organisation_or(&own_or)))
        .chain(boundary("provider_log_in", &of_organisation_or(old_or)))
        .chain([
            format!("create policy own_id on identity_provider for select using (id = {own_id})"),
            format!("create policy own_identity on identity_provider for select using ({own_provider})"),
            by_domain("log_in_domain", &format!("domain = {DOMAIN}")),
            by_domain("identity_provider", &proven("identity_provider.organisation_id")),
            by_domain("organisation", &proven("organisation.id")),
        ])
        .collect()
}

/// The providers that are offered to the addresses of a domain, of every organisation that has proven it.
fn offered_provider(backend: Backend) -> String {
    let of_domain = match backend {
        Backend::Postgres => format!("and d.domain = {DOMAIN}"),
        Backend::Sqlite => String::new(),
    };
    format!(
        "create view offered_provider as
            select d.domain, p.id, p.name, o.name as organisation
            from log_in_domain d join identity_provider p on p.organisation_id = d.organisation_id
            join organisation o on o.id = d.organisation_id
            where d.verified_at is not null and p.enabled and o.status = 'active' {of_domain}"
    )
}

pub(crate) fn up(backend: Backend) -> Vec<String> {
    let mut statements = sql::statements(backend, TABLES);
    if backend == Backend::Postgres {
        statements.extend(policies());
    }
    statements.push(offered_provider(backend));
    statements
}
