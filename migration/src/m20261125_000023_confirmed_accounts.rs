//! Whether the address of an account is known to be its holder's, and by which organisation's invitation it was made.

use crate::sql;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql::run(manager, ACCOUNTS).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("an organisation could use the accounts that another made".to_owned()))
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// No reference to the organisation: an account that a purged organisation made is still not confirmed.
const ACCOUNTS: &str = "
alter table user_account add column email_confirmed_at {instant};
alter table user_account add column made_in {uuid};
update user_account set email_confirmed_at = created_at;
";
