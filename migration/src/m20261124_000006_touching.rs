//! Makes a change of something on a map cheap: each counts in the map's version and its instant.
//!
//! PostgreSQL writes a changed row once more into every index of the table, unless no index has a column that changed
//! and the page has room. So no index has the instant of the last change (the few maps of a client are looked through for the newest),
//! and pages are left with room.

use crate::sql;
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DatabaseBackend};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql::run(manager, "drop index ix_map__client_updated;\ndrop index ix_map__client_shown;\n").await?;
        if manager.get_connection().get_database_backend() == DatabaseBackend::Postgres {
            sql::run(manager, "alter table map set (fillfactor = 85)").await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql::run(manager, INDEXES).await?;
        if manager.get_connection().get_database_backend() == DatabaseBackend::Postgres {
            sql::run(manager, "alter table map reset (fillfactor)").await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

const INDEXES: &str = "
create index ix_map__client_updated on map (organisation_id, client_id, updated_at, id);
create index ix_map__client_shown on map (organisation_id, client_id, updated_at, id) where not private;
";
