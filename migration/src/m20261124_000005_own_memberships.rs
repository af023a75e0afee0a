//! What a user may read of their own memberships, in whatever organisation, is a view.
//!
//! It used to be a second policy on the tables themselves. Policies of one table are joined by `or`, and with an `or` the
//! planner no longer reads a list of clients or members along its key: it sorted the whole organisation for each page. The
//! view reads as the owner of the tables, and the policies for that are the owner's alone.

use crate::{rls, sql};
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DatabaseBackend};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let postgres = manager.get_connection().get_database_backend() == DatabaseBackend::Postgres;
        if postgres {
            rls::own_to_owner(manager, rls::FIRST).await?;
        }
        // Named once more, so that the view shows nobody else's whoever owns it.
        let own = if postgres { format!("where m.user_id = {}", rls::SELF) } else { String::new() };
        sql::run(manager, &format!("{OWN_MEMBERSHIP} {own};\n")).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("users would not see their own memberships".to_owned()))
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

const OWN_MEMBERSHIP: &str = "
create view own_membership as
    select m.user_id, m.organisation_id, o.name, o.status, m.id as member_id, m.admin, m.coach, m.client, c.id as client_id
    from member m join organisation o on o.id = m.organisation_id
    left join client c on c.organisation_id = m.organisation_id and c.user_id = m.user_id
";
