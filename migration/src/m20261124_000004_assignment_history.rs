//! Assignments outlive the coach's membership: they say who reached a client's data when, and on what basis.
//!
//! A membership that ends used to take them along. The foreign key becomes a check at the moment of assigning, which leaves
//! what was assigned alone; the release before works on this schema too.

use crate::{Backend, sql};

pub(crate) fn up(backend: Backend) -> Vec<String> {
    let (change, checks) = match backend {
        Backend::Postgres => (DROP, CHECK_POSTGRES),
        Backend::Sqlite => (REBUILD, CHECK_SQLITE),
    };
    [sql::statements(backend, change), sql::verbatim(checks)].concat()
}

const DROP: &str = "alter table assignment drop constraint fk_assignment__coach;
";

/// Whoever is assigned is a member of the same organisation, whoever asks. After the row is there, and so past row-level
/// security's own check. The path is fixed, so that no temporary table passes for the members.
const CHECK_POSTGRES: &[&str] = &[
    "create function assignment_of_member() returns trigger language plpgsql
    set search_path = pg_catalog, public, pg_temp as $$ begin
        if not exists (select 1 from member where organisation_id = new.organisation_id and user_id = new.coach_id) then
            raise exception 'foreign key: the coach is no member of the organisation' using errcode = 'foreign_key_violation';
        end if;
        return null;
    end $$",
    "create trigger of_member after insert or update of organisation_id, coach_id on assignment
        for each row execute function assignment_of_member()",
];

const CHECK_SQLITE: &[&str] = &[
    "create trigger assignment_of_member before insert on assignment
        when not exists (select 1 from member where organisation_id = new.organisation_id and user_id = new.coach_id)
        begin select raise(abort, 'foreign key: the coach is no member of the organisation'); end",
    "create trigger assignment_to_member before update of organisation_id, coach_id on assignment
        when not exists (select 1 from member where organisation_id = new.organisation_id and user_id = new.coach_id)
        begin select raise(abort, 'foreign key: the coach is no member of the organisation'); end",
];

/// SQLite drops no constraint: the table is made anew. Nothing refers to it.
const REBUILD: &str = "
create table assignment_kept (
    organisation_id {uuid} not null,
    id {uuid} not null,
    client_id {uuid} not null,
    coach_id {uuid} not null,
    basis text not null,
    starts_at {instant} not null,
    ends_at {instant},
    version {big} not null,
    created_at {instant} not null,
    constraint pk_assignment primary key (organisation_id, id),
    constraint fk_assignment__client foreign key (organisation_id, client_id) references client (organisation_id, id) on delete cascade
) {end};

insert into assignment_kept select organisation_id, id, client_id, coach_id, basis, starts_at, ends_at, version, created_at from assignment;

drop table assignment;

alter table assignment_kept rename to assignment;

create unique index uq_assignment__org_client_coach_open on assignment (organisation_id, client_id, coach_id) where ends_at is null;
create index ix_assignment__client on assignment (organisation_id, client_id, id);
create index ix_assignment__coach on assignment (organisation_id, coach_id, client_id);
";
