//! What was done, one row each, and work to be done after a request (docs/adr/0034).
//!
//! An event refers to nothing: it outlives what it tells of, and a reference would lock the organisation's row for each change.

use crate::{Backend, rls, sql};

pub(crate) fn up(backend: Backend) -> Vec<String> {
    let events = match backend {
        Backend::Postgres => EVENT_POSTGRES,
        Backend::Sqlite => EVENT_SQLITE,
    };
    [sql::statements(backend, events), sql::statements(backend, JOB), rls::protect(backend, rls::EVENTS_AND_JOBS)]
        .concat()
}

// No primary key: nothing refers to an event, and an index more would be a tenth of what it costs. The order of commits is not that of
// the positions: a reader takes what has a smaller transaction than every running one.
const EVENT_POSTGRES: &str = "
create table event (
    organisation_id uuid not null,
    xid xid8 not null default pg_current_xact_id(),
    position bigint generated always as identity,
    action text not null,
    actor_id uuid not null,
    client_id uuid,
    target_id uuid,
    map_id uuid,
    at timestamptz not null
);
create index ix_event__commit on event (xid, position);
";

// There is one writer, so positions are in the order of commits. Of those that went none comes again.
const EVENT_SQLITE: &str = "
create table event (
    position integer primary key autoincrement,
    organisation_id blob not null,
    action text not null,
    actor_id blob not null,
    client_id blob,
    target_id blob,
    map_id blob,
    at text not null
) strict;
";

const JOB: &str = "
create table job (
    organisation_id {uuid} not null,
    id {uuid} not null,
    kind text not null,
    key text not null,
    run_at {instant} not null,
    attempts {small} not null,
    lease_until {instant},
    done_at {instant},
    given_up {bool} not null,
    constraint pk_job primary key (organisation_id, id),
    constraint uq_job__org_kind_key unique (organisation_id, kind, key)
) {end};
create index ix_job__due on job (run_at) where done_at is null;
";
