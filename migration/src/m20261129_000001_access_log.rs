//! The access log: lines are added and read, never changed or removed by the service.
//!
//! No foreign keys: a line outlives the client and the user it is about. Lines outside any organisation have the nil id.

use crate::Backend;
use crate::row_level_security::{ORGANISATION, SYSTEM};
use crate::sql;

/// `xid` puts lines in the order of their commits, for readers that must not miss one.
const POSTGRES: &str = "
create table access_log (
    organisation_id uuid not null,
    id uuid not null,
    xid xid8 not null default pg_current_xact_id(),
    at timestamptz not null,
    {columns},
    constraint pk_access_log primary key (organisation_id, id)
);
create index ix_access_log__commit on access_log (xid);
";

/// SQLite has one writer: `position` is the order of commits.
const SQLITE: &str = "
create table access_log (
    position integer primary key autoincrement,
    organisation_id blob not null,
    id blob not null,
    at text not null,
    {columns},
    constraint uq_access_log__org_id unique (organisation_id, id)
) strict;
";

const COLUMNS: &str = "kind text not null constraint ck_access_log__kind check (kind in ('action', 'account', 'job')),
    operation text not null,
    outcome text not null constraint ck_access_log__outcome check (outcome in ('done', 'repeated', 'refused', 'failed')),
    user_id {uuid},
    session_id {uuid},
    integration_id {uuid},
    capacity text,
    basis text,
    client_id {uuid},
    target_id {uuid},
    request_id text,
    address text";

const INDEXES: &[&str] = &[
    "create index ix_access_log__org_client on access_log (organisation_id, client_id, id) where client_id is not null",
    "create index ix_access_log__org_user on access_log (organisation_id, user_id, id) where user_id is not null",
];

const APPEND_ONLY_SQLITE: &[&str] = &[
    "create trigger tr_access_log__update before update on access_log
        begin select raise(abort, 'the access log is append-only'); end",
    "create trigger tr_access_log__delete before delete on access_log
        begin select raise(abort, 'the access log is append-only'); end",
];

/// Also for the owner: only without the trigger can a line be changed.
const APPEND_ONLY_POSTGRES: &[&str] = &[
    "create function access_log_is_append_only() returns trigger language plpgsql as
        $$ begin raise exception 'the access log is append-only'; end $$",
    "create trigger tr_access_log__append_only before update or delete or truncate on access_log
        for each statement execute function access_log_is_append_only()",
];

pub(crate) fn up(backend: Backend) -> Vec<String> {
    let table = if backend == Backend::Postgres { POSTGRES } else { SQLITE };
    let mut statements = sql::statements(backend, &table.replace("{columns}", COLUMNS));
    statements.extend(sql::verbatim(INDEXES));
    match backend {
        Backend::Postgres => {
            statements.extend(sql::verbatim(APPEND_ONLY_POSTGRES));
            let own = format!("organisation_id = {ORGANISATION} or {SYSTEM}");
            statements.extend(crate::row_level_security::boundary("access_log", &own));
        }
        Backend::Sqlite => statements.extend(sql::verbatim(APPEND_ONLY_SQLITE)),
    }
    statements
}
