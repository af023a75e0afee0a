//! Events, jobs and the write probe.

/// Events on PostgreSQL. An event refers to nothing: it outlives what it is about, and a foreign key would lock the
/// organisation's row at each change.
///
/// Nothing refers to an event, so it has no primary key: one more index would be a tenth of its cost. Positions are not in
/// the order of commits: a reader takes events whose transaction is older than every running one.
pub(super) const EVENTS_POSTGRES: &str = "
create table event (
    organisation_id uuid not null,
    xid xid8 not null default pg_current_xact_id(),
    position bigint generated always as identity,
    action text not null,
    actor_id uuid not null,
    client_id uuid,
    target_id uuid,
    map_id uuid,
    change_id text,
    at timestamptz not null
);
create index ix_event__commit on event (xid, position);
";

/// Events on SQLite, which has one writer: positions are in the order of commits, and none is used twice.
pub(super) const EVENTS_SQLITE: &str = "
create table event (
    position integer primary key autoincrement,
    organisation_id blob not null,
    action text not null,
    actor_id blob not null,
    client_id blob,
    target_id blob,
    map_id blob,
    change_id text,
    at text not null
) strict;
";

pub(super) const JOBS: &str = "
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

/// One row that readiness changes to find out whether the database can be written.
pub(super) const WRITE_PROBE: &str = "
create table write_probe (
    tried_at {instant} not null
) {end};

insert into write_probe (tried_at) values ('2026-11-25T00:00:00+00:00');
";
