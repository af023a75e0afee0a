//! What finds the maps a coach may see of a client, newest first and by review date, past those kept private.

use crate::sql;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql::run(manager, INDEXES).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql::run(manager, "drop index ix_map__client_review;\ndrop index ix_map__client_shown;\n").await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

const INDEXES: &str = "
create index ix_map__client_review on map (organisation_id, client_id, review_on) where not private and review_on is not null;
create index ix_map__client_shown on map (organisation_id, client_id, updated_at, id) where not private;
";
