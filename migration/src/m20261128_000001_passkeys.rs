//! Passkeys as second factors, and the ceremonies in which they answer a challenge.

use crate::row_level_security::{SECRET, SELF, SYSTEM, boundary};
use crate::{Backend, sql};

pub(crate) fn up(backend: Backend) -> Vec<String> {
    let factors = match backend {
        Backend::Postgres => FACTOR_POSTGRES,
        Backend::Sqlite => FACTOR_SQLITE,
    };
    let mut statements =
        [factors, CEREMONY].into_iter().flat_map(|text| sql::statements(backend, text)).collect::<Vec<_>>();
    if backend == Backend::Postgres {
        // The service's own transactions store log-ins and remove what is over.
        let condition = format!("owner = {SELF} or secret_hash = {SECRET} or {SYSTEM}");
        statements.extend(boundary("passkey_ceremony", &condition));
    }
    statements
}

/// Of a passkey, `last_step` is its counter and `secret` its encrypted public key and state.
const FACTOR_POSTGRES: &str = "
alter table second_factor drop constraint ck_second_factor__kind;
alter table second_factor
    add column credential_id bytea,
    add constraint uq_second_factor__credential unique (credential_id),
    add constraint ck_second_factor__kind check (kind in ('totp', 'passkey')),
    add constraint ck_second_factor__credential check ((kind = 'passkey') = (credential_id is not null));
";

/// SQLite cannot change a constraint, so the table is made anew.
const FACTOR_SQLITE: &str = "
create table new_second_factor (
    id blob not null constraint pk_second_factor primary key,
    user_id blob not null constraint fk_second_factor__user references user_account (id) on delete cascade,
    kind text not null constraint ck_second_factor__kind check (kind in ('totp', 'passkey')),
    name text not null,
    secret blob not null,
    last_step integer not null,
    confirmed_at text,
    used_at text,
    created_at text not null,
    credential_id blob constraint uq_second_factor__credential unique,
    constraint ck_second_factor__credential check ((kind = 'passkey') = (credential_id is not null))
) strict;
insert into new_second_factor (id, user_id, kind, name, secret, last_step, confirmed_at, used_at, created_at)
    select id, user_id, kind, name, secret, last_step, confirmed_at, used_at, created_at from second_factor;
drop table second_factor;
alter table new_second_factor rename to second_factor;
create index ix_second_factor__user on second_factor (user_id, id);
";

/// The owner of a log-in is the nil id. Slots bound the number of rows: see `domain::passkeys::CeremonyKind`.
const CEREMONY: &str = "
create table passkey_ceremony (
    owner {uuid} not null,
    kind text not null constraint ck_passkey_ceremony__kind check (kind in ('log-in', 'registration', 'confirmation')),
    slot {small} not null,
    secret_hash {bytes} not null constraint uq_passkey_ceremony__secret unique,
    state {bytes} not null,
    expires_at {instant} not null,
    constraint pk_passkey_ceremony primary key (owner, kind, slot)
) {end};
create index ix_passkey_ceremony__expires on passkey_ceremony (expires_at);
";
