//! Removes purged organisations: in bounded transactions, and their keys last.

use crate::accounts::delete_unused;
use crate::engine::{Ask, rows};
use crate::store::Database;
use crate::transaction::{Queries, Transaction};
use async_trait::async_trait;
use domain::organisations::PurgeStore;
use domain::ports::TransactionKind;
use domain::{Error, OrganisationId, Result, UserId};
use sea_orm::Value;
use uuid::Uuid;

/// The tables with rows that no other deletes, and their keys within the organisation, in the order of references: members, to whom
/// clients refer, are last. A client's data goes with the client, what an integration or a provider has with it.
const TABLES: [(&str, &str); 11] = [
    ("client", "id"),
    ("invitation", "id"),
    ("erasure", "id"),
    ("provisioned_member", "id"),
    ("integration_token", "id"),
    ("integration", "id"),
    ("provider_log_in", "state_hash"),
    ("identity_provider", "id"),
    ("log_in_domain", "id"),
    ("support_type", "code"),
    ("job", "id"),
];

rows! {
    struct Purged {
        id: Uuid,
    }

    struct Member {
        user_id: Uuid,
    }
}

impl Database {
    /// A transaction inside the organisation, if it is purged.
    async fn begin_purge(&self, organisation: OrganisationId) -> Result<Option<Transaction>> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        transaction.enter(Some(organisation));
        let sql = "select id from organisation where id = $1 and purged_at is not null";
        let purged: Option<Purged> = transaction.row(sql, [organisation.0.into()]).await?;
        Ok(purged.filter(|purged| purged.id == organisation.0).map(|_| transaction))
    }
}

#[async_trait]
impl PurgeStore for Database {
    async fn remove_some(&self, organisation: OrganisationId, most: u64) -> Result<u64> {
        let Some(mut transaction) = self.begin_purge(organisation).await? else { return Ok(0) };
        let most: Value = i64::try_from(most).map_err(Error::internal)?.into();
        let events = if transaction.postgres() { "xid, position" } else { "position" };
        for (table, key) in TABLES.into_iter().chain([("event", events)]) {
            let sql = format!(
                "delete from {table} where organisation_id = $1
                    and ({key}) in (select {key} from {table} where organisation_id = $1 limit $2)"
            );
            let removed = transaction.run_in(organisation, sql, [most.clone()]).await?;
            if removed > 0 {
                transaction.commit().await?;
                return Ok(removed);
            }
        }
        let sql = "select user_id from member where organisation_id = $1 order by id limit $2";
        let members: Vec<Member> = transaction.rows(sql, [organisation.0.into(), most]).await?;
        for member in &members {
            let user = UserId(member.user_id);
            let sql = "delete from member where organisation_id = $1 and user_id = $2";
            transaction.queue(Ask::new(sql, [organisation.0.into(), user.0.into()]), None);
            delete_unused(&mut transaction, user).await?;
        }
        transaction.commit().await?;
        Ok(members.len() as u64)
    }

    async fn remove_organisation(&self, organisation: OrganisationId) -> Result<()> {
        let Some(mut transaction) = self.begin_purge(organisation).await? else { return Ok(()) };
        transaction.run("delete from organisation where id = $1", [organisation.0.into()]).await?;
        transaction.commit().await
    }

    async fn destroy_keys(&self, organisation: OrganisationId) -> Result<()> {
        let mut transaction = self.begin(TransactionKind::Read).await?;
        transaction.enter(Some(organisation));
        let sql = "select id from organisation where id = $1";
        let left: Option<Purged> = transaction.row(sql, [organisation.0.into()]).await?;
        transaction.commit().await?;
        if left.is_some() {
            return Err(Error::internal("the keys of an organisation that is not removed"));
        }
        self.keys.store().destroy(organisation).await
    }
}
