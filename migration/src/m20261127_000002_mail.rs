//! Mail: jobs about one thing, invitations that are mailed or have no address, and the requests of a way back in.

use crate::row_level_security::{ORGANISATION, SECRET, SELF, SYSTEM, USER, boundary};
use crate::{Backend, sql};

pub(crate) fn up(backend: Backend) -> Vec<String> {
    let (invitation, policies) = match backend {
        Backend::Postgres => (INVITATION_POSTGRES, policies()),
        Backend::Sqlite => (INVITATION_SQLITE, Vec::new()),
    };
    let tables = [JOB, invitation, REQUESTS].into_iter().flat_map(|text| sql::statements(backend, text));
    tables.chain(policies).collect()
}

/// The subject of a job is an id and nothing else: no address and no secret.
const JOB: &str = "
alter table job add column subject_id {uuid};
";

const INVITATION_POSTGRES: &str = "
alter table invitation
    add column delivery text not null default 'shown',
    add column mail_state text,
    add column mail_at timestamptz,
    add column deliveries smallint not null default 1,
    add constraint ck_invitation__delivery check (delivery = 'shown' or sealed is not null),
    add constraint ck_invitation__email check (sealed is not null or not admin and not coach);
create index ix_invitation__expires on invitation (expires_at);
";

/// SQLite cannot add a constraint, so the table is made anew.
const INVITATION_SQLITE: &str = "
create table new_invitation (
    organisation_id blob not null constraint fk_invitation__organisation references organisation (id) on delete cascade,
    id blob not null,
    key_version integer,
    sealed blob,
    index_version integer,
    address_hash blob,
    admin integer not null,
    coach integer not null,
    client_id blob,
    invited_by blob not null,
    secret_hash blob not null,
    expires_at text not null,
    accepted_at text,
    delivery text not null default 'shown',
    mail_state text,
    mail_at text,
    deliveries integer not null default 1,
    version integer not null,
    created_at text not null,
    constraint pk_invitation primary key (organisation_id, id),
    constraint uq_invitation__org_secret unique (organisation_id, secret_hash),
    constraint fk_invitation__client foreign key (organisation_id, client_id) references client (organisation_id, id) on delete cascade,
    constraint ck_invitation__roles check (admin or coach or client_id is not null),
    constraint ck_invitation__delivery check (delivery = 'shown' or sealed is not null),
    constraint ck_invitation__email check (sealed is not null or not admin and not coach),
    constraint ck_invitation__sealed check ((sealed is null) = (key_version is null) and (sealed is null) = (address_hash is null)
        and (sealed is null) = (index_version is null))
) strict;
insert into new_invitation (organisation_id, id, key_version, sealed, index_version, address_hash, admin, coach, client_id, invited_by, secret_hash, expires_at, accepted_at, version, created_at)
    select organisation_id, id, key_version, sealed, index_version, address_hash, admin, coach, client_id, invited_by, secret_hash, expires_at, accepted_at, version, created_at from invitation;
drop table invitation;
alter table new_invitation rename to invitation;
create index ix_invitation__secret on invitation (secret_hash);
create index ix_invitation__client on invitation (organisation_id, client_id);
create index ix_invitation__expires on invitation (expires_at);
";

/// A row for each address or user, so that a later request replaces the earlier one and its secret.
const REQUESTS: &str = "
create table password_reset (
    email text not null constraint pk_password_reset primary key,
    id {uuid} not null,
    user_id {uuid} constraint fk_password_reset__user references user_account (id) on delete cascade,
    secret_hash {bytes} constraint uq_password_reset__secret unique,
    requested_at {instant} not null,
    expires_at {instant} not null,
    constraint ck_password_reset__secret check (secret_hash is null or user_id is not null)
) {end};
create index ix_password_reset__id on password_reset (id);
create index ix_password_reset__user on password_reset (user_id);
create index ix_password_reset__requested on password_reset (requested_at);

create table email_change (
    user_id {uuid} not null constraint pk_email_change primary key
        constraint fk_email_change__user references user_account (id) on delete cascade,
    id {uuid} not null,
    email text not null,
    secret_hash {bytes} constraint uq_email_change__secret unique,
    requested_at {instant} not null,
    expires_at {instant} not null
) {end};
create index ix_email_change__id on email_change (id);
create index ix_email_change__requested on email_change (requested_at);

create index ix_session__expires on session (expires_at);
";

/// The service's own transactions remove expired rows of every organisation and user. A request is seen by them, with its
/// secret, and by its user.
fn policies() -> Vec<String> {
    let again = [
        ("idempotency", format!("user_id = {USER} or {SYSTEM}")),
        ("invitation", format!("organisation_id = {ORGANISATION} or secret_hash = {SECRET} or {SYSTEM}")),
    ];
    let request = format!("user_id = {SELF} or secret_hash = {SECRET} or {SYSTEM}");
    let dropped = again.iter().map(|(table, _)| format!("drop policy boundary on {table}")).collect::<Vec<_>>();
    let requests = ["password_reset", "email_change"].map(|table| (table, request.clone()));
    let boundaries = again.into_iter().chain(requests).flat_map(|(table, condition)| boundary(table, &condition));
    dropped.into_iter().chain(boundaries).collect()
}
