//! Assignments outlive the coach's membership: they say who reached a client's data when, and on what basis.
//!
//! A membership that ends used to take them along. Only a constraint goes, so the release before works on this schema too.

use crate::sql;
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DatabaseBackend};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        match manager.get_connection().get_database_backend() {
            DatabaseBackend::Postgres => sql::run(manager, DROP).await,
            _ => sql::run(manager, REBUILD).await,
        }
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("there may be assignments of former members".to_owned()))
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

const DROP: &str = "alter table assignment drop constraint fk_assignment__coach;
";

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
