//! Second factors of accounts, and what a session says about how its user logged in.

use crate::m20261126_000001_schema::own_membership;
use crate::row_level_security::{SELF, boundary};
use crate::{Backend, sql};

pub(crate) fn up(backend: Backend) -> Vec<String> {
    let mut statements = sql::statements(backend, TABLES);
    if backend == Backend::Postgres {
        let own = format!("user_id = {SELF}");
        statements.extend(["second_factor", "recovery_code"].iter().flat_map(|table| boundary(table, &own)));
    }
    statements.push("drop view own_membership".to_owned());
    statements.push(own_membership(backend, ", o.admins_need_second_factor, o.coaches_need_second_factor"));
    statements
}

/// `factors` are bits: see `domain::sessions::Factors`. An organisation that says nothing demands a second factor.
const TABLES: &str = "
alter table user_account add column has_second_factor {bool} not null default false;
alter table user_account add column needs_second_factor {bool} not null default false;
update user_account set needs_second_factor = operator;

alter table organisation add column admins_need_second_factor {bool} not null default true;
alter table organisation add column coaches_need_second_factor {bool} not null default true;

alter table session add column kind text not null default 'browser'
    constraint ck_session__kind check (kind in ('browser', 'device'));
alter table session add column device_name text;
alter table session add column network text;
alter table session add column factors {small} not null default 0;
alter table session add column confirmed_at {instant};

alter table refresh_token add column rotated_at {instant};
alter table refresh_token add column successor {bytes};

create table second_factor (
    id {uuid} not null constraint pk_second_factor primary key,
    user_id {uuid} not null constraint fk_second_factor__user references user_account (id) on delete cascade,
    kind text not null constraint ck_second_factor__kind check (kind in ('totp')),
    name text not null,
    secret {bytes} not null,
    last_step {big} not null,
    confirmed_at {instant},
    used_at {instant},
    created_at {instant} not null
) {end};

create index ix_second_factor__user on second_factor (user_id, id);

create table recovery_code (
    user_id {uuid} not null constraint fk_recovery_code__user references user_account (id) on delete cascade,
    hash {bytes} not null,
    constraint pk_recovery_code primary key (user_id, hash)
) {end};
";
