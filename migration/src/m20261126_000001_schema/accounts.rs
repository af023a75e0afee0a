//! Accounts with their sessions, and organisations with their members and support types.

use crate::Backend;
use crate::row_level_security::SELF;

/// Accounts and sessions come before any organisation. `made_in` refers to no organisation: an account that a purged
/// organisation made stays unconfirmed.
pub(super) const ACCOUNTS: &str = "
create table user_account (
    id {uuid} not null constraint pk_user_account primary key,
    email text not null constraint uq_user_account__email unique,
    email_confirmed_at {instant},
    name text not null,
    password_hash text not null,
    language text not null constraint ck_user_account__language check (language in ('nl', 'en')),
    operator {bool} not null default false,
    made_in {uuid},
    version {big} not null,
    created_at {instant} not null,
    updated_at {instant} not null
) {end};

create table organisation (
    id {uuid} not null constraint pk_organisation primary key,
    name text not null,
    status text not null constraint ck_organisation__status check (status in ('active', 'suspended')),
    time_zone text not null default 'Europe/Amsterdam',
    vocabulary_version {big} not null,
    version {big} not null,
    created_at {instant} not null,
    updated_at {instant} not null
) {end};

create table session (
    id {uuid} not null constraint pk_session primary key,
    user_id {uuid} not null constraint fk_session__user references user_account (id) on delete cascade,
    organisation_id {uuid} constraint fk_session__organisation references organisation (id) on delete set null,
    refresh_generation {big} not null,
    created_at {instant} not null,
    used_at {instant} not null,
    expires_at {instant} not null,
    ended_at {instant}
) {end};

create index ix_session__user on session (user_id, id);
create index ix_session__organisation on session (organisation_id);

create table refresh_token (
    hash {bytes} not null constraint pk_refresh_token primary key,
    session_id {uuid} not null constraint fk_refresh_token__session references session (id) on delete cascade,
    generation {big} not null,
    retired {bool} not null
) {end};

create index ix_refresh_token__session on refresh_token (session_id, generation);

create table idempotency (
    user_id {uuid} not null constraint fk_idempotency__user references user_account (id) on delete cascade,
    key_hash {bytes} not null,
    fingerprint {bytes} not null,
    outcome {bytes} not null,
    created_at {instant} not null,
    constraint pk_idempotency primary key (user_id, key_hash)
) {end};

create index ix_idempotency__created on idempotency (created_at);
";

pub(super) const MEMBERS: &str = "
create table member (
    organisation_id {uuid} not null constraint fk_member__organisation references organisation (id) on delete cascade,
    id {uuid} not null,
    user_id {uuid} not null constraint fk_member__user references user_account (id) on delete cascade,
    admin {bool} not null,
    coach {bool} not null,
    client {bool} not null,
    version {big} not null,
    created_at {instant} not null,
    updated_at {instant} not null,
    constraint pk_member primary key (organisation_id, id),
    constraint uq_member__org_user unique (organisation_id, user_id),
    constraint ck_member__roles check (admin or coach or client)
) {end};

create index ix_member__user on member (user_id);

create table support_type (
    organisation_id {uuid} not null constraint fk_support_type__organisation references organisation (id) on delete cascade,
    code text not null,
    position {small} not null,
    built_in {bool} not null,
    label_nl text not null,
    label_en text not null,
    constraint pk_support_type primary key (organisation_id, code)
) {end};
";

/// A user's own memberships, in every organisation.
///
/// A view, not a second policy on the tables: policies of one table are joined by `or`, and with an `or` PostgreSQL no
/// longer reads a list of clients or members along its key. The view reads as the owner of the tables, to whom alone the
/// policies `own` apply; it names the user once more, so that it shows nobody else's memberships to any reader.
///
/// `more` are columns that later migrations add.
pub(crate) fn own_membership(backend: Backend, more: &str) -> String {
    let own = match backend {
        Backend::Postgres => format!("where m.user_id = {SELF}"),
        Backend::Sqlite => String::new(),
    };
    format!(
        "create view own_membership as
            select m.user_id, m.organisation_id, o.name, o.status, m.id as member_id, m.admin, m.coach, m.client,
                c.id as client_id{more}
            from member m join organisation o on o.id = m.organisation_id
            left join client c on c.organisation_id = m.organisation_id and c.user_id = m.user_id
            {own}"
    )
}
