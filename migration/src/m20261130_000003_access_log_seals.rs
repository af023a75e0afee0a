//! Seals of the access log: blocks of lines with their Merkle root, and the signed heads over the blocks of all organisations.
//!
//! Like the lines, they are added and read, never changed or removed.

use crate::Backend;
use crate::row_level_security::{ORGANISATION, SYSTEM};
use crate::sql;

/// Set by the transactions that seal or verify the log of every organisation.
const SEALER: &str = "(select current_setting('app.sealer', true)) = 'on'";

/// A logical restore begins the numbers of transactions anew; the epoch then puts new lines behind the restored ones. The index
/// is that order.
const EPOCH: &str = "
alter table access_log add column epoch smallint not null default 0;
drop index ix_access_log__commit;
create index ix_access_log__commit on access_log (epoch, xid);
";

/// `*_commit` is `xid`, on SQLite `position`.
const TABLES: &str = "
create table log_tick (
    id {small} not null constraint ck_log_tick__id check (id = 1),
    log_id {uuid} not null,
    epoch {small} not null,
    constraint pk_log_tick primary key (id)
) {end};
create table log_head (
    log_id {uuid} not null,
    number {big} not null,
    seals {big} not null,
    lines {big} not null,
    last_epoch {small} not null,
    last_commit {big} not null,
    last_id {uuid} not null,
    root {bytes} not null,
    previous {bytes} not null,
    hash {bytes} not null,
    signature {bytes} not null,
    sealed_at {instant} not null,
    constraint pk_log_head primary key (number)
) {end};
create table log_seal (
    organisation_id {uuid} not null,
    number {big} not null,
    head {big} not null,
    first_epoch {small} not null,
    first_commit {big} not null,
    first_id {uuid} not null,
    last_epoch {small} not null,
    last_commit {big} not null,
    last_id {uuid} not null,
    lines {big} not null,
    root {bytes} not null,
    tags {bytes} not null,
    previous {bytes} not null,
    hash {bytes} not null,
    sealed_at {instant} not null,
    constraint pk_log_seal primary key (organisation_id, number)
) {end};
create index ix_log_seal__head on log_seal (head, organisation_id);
create index ix_log_seal__last on log_seal (organisation_id, last_id);
";

/// The random id tells this log from every other one, also in its anchors.
const TICK: [(Backend, &str); 2] = [
    (Backend::Postgres, "insert into log_tick (id, log_id, epoch) values (1, gen_random_uuid(), 0)"),
    (Backend::Sqlite, "insert into log_tick (id, log_id, epoch) values (1, randomblob(16), 0)"),
];

pub(crate) fn up(backend: Backend) -> Vec<String> {
    let mut statements = sql::statements(backend, TABLES);
    statements.extend(TICK.iter().filter(|(of, _)| *of == backend).map(|(_, sql)| (*sql).to_owned()));
    for table in ["log_seal", "log_head"] {
        statements.extend(append_only(backend, table));
    }
    if backend == Backend::Postgres {
        statements.extend(sql::statements(backend, EPOCH));
        statements.extend(row_level_security());
    }
    statements
}

/// Also for the owner: only without the trigger can a row be changed.
fn append_only(backend: Backend, table: &str) -> Vec<String> {
    match backend {
        Backend::Postgres => vec![format!(
            "create trigger tr_{table}__append_only before update or delete or truncate on {table}
                for each statement execute function access_log_is_append_only()"
        )],
        Backend::Sqlite => ["update", "delete"]
            .map(|change| {
                format!(
                    "create trigger tr_{table}__{change} before {change} on {table}
                        begin select raise(abort, 'the access log is append-only'); end"
                )
            })
            .to_vec(),
    }
}

/// The sealer reads every line and adds none; an organisation reads its own seals and the heads over them.
fn row_level_security() -> Vec<String> {
    let forced = ["log_seal", "log_head", "log_tick"].iter().flat_map(|table| {
        [
            format!("alter table {table} enable row level security"),
            format!("alter table {table} force row level security"),
        ]
    });
    let own = format!("organisation_id = {ORGANISATION}");
    forced
        .chain([
            "drop policy boundary on access_log".to_owned(),
            format!(
                "create policy boundary on access_log using ({own} or {SYSTEM} or {SEALER}) with check ({own} or {SYSTEM})"
            ),
            format!("create policy boundary on log_seal using ({own} or {SEALER}) with check ({SEALER})"),
            format!(
                "create policy boundary on log_head using ({SEALER} or exists (select 1 from log_seal s
                    where s.head = log_head.number and s.{own})) with check ({SEALER})"
            ),
            format!("create policy boundary on log_tick using ({SEALER}) with check ({SEALER})"),
        ])
        .collect()
}
