//! The time zone in which an organisation's days begin.

use crate::sql;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql::run(manager, "alter table organisation add column time_zone text not null default 'Europe/Amsterdam';\n")
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql::run(manager, "alter table organisation drop column time_zone;\n").await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
