//! Codes that are mailed to clients to log in with, and invitations of members who lost their way in.

use crate::m20261126_000001_schema::own_membership;
use crate::row_level_security::{SECRET, SYSTEM, boundary};
use crate::{Backend, sql};

/// A row for each request. It has a user and a code once the mail was made.
const CODES: &str = "
alter table organisation add column clients_log_in_by_mail {bool} not null default false;
alter table invitation add column member_id {uuid};

create table log_in_code (
    id {uuid} not null constraint pk_log_in_code primary key,
    ticket_hash {bytes} not null constraint uq_log_in_code__ticket unique,
    email text not null,
    user_id {uuid} constraint fk_log_in_code__user references user_account (id) on delete cascade,
    code {bytes},
    tries {small} not null,
    expires_at {instant} not null,
    constraint ck_log_in_code__code check ((code is null) = (user_id is null))
) {end};
create index ix_log_in_code__user on log_in_code (user_id);
create index ix_log_in_code__expires on log_in_code (expires_at);
";

pub(crate) fn up(backend: Backend) -> Vec<String> {
    let mut statements = sql::statements(backend, CODES);
    if backend == Backend::Postgres {
        statements.extend(boundary("log_in_code", &format!("ticket_hash = {SECRET} or {SYSTEM}")));
    }
    statements.push("drop view own_membership".to_owned());
    let settings = ", o.admins_need_second_factor, o.coaches_need_second_factor, o.clients_log_in_by_mail";
    statements.push(own_membership(backend, settings));
    statements
}
