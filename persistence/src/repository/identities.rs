use super::convert::text;
use crate::accounts::identities::{Holder, end_sessions_of};
use crate::engine::{FromRow, rows};
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::accounts::NamedUser;
use domain::identities::{Identities, Identity, TOLD_USERS};
use domain::{Error, IdentityId, IdentityProviderId, Page, PageRequest, Result, UserId};
use uuid::Uuid;

rows! {
    struct Row {
        id: Uuid,
        provider_id: Uuid,
        user_id: Uuid,
        user_name: String,
        created_at: DateTime<Utc>,
        used_at: Option<DateTime<Utc>>,
    }
}

rows! {
    struct User {
        user_id: Uuid,
    }
}

#[async_trait]
impl Identities for Unit {
    async fn list(&mut self, page: PageRequest) -> Result<Page<Identity>> {
        let sql = "select i.id, i.provider_id, i.user_id, u.name as user_name, i.created_at, i.used_at
            from provider_identity i join user_account u on u.id = i.user_id where i.organisation_id = $1";
        self.page_by_hand(sql, "i.id", [], page, identity).await
    }

    async fn remove(&mut self, id: IdentityId, at: DateTime<Utc>) -> Result<Option<UserId>> {
        // In this order: a log-in that is under way has locked the identity, and its session exists by then.
        let sql = "delete from provider_identity where organisation_id = $1 and id = $2 returning user_id";
        let delete = self.statement(sql, [id.0.into()]);
        let end = end_sessions_of(Holder::Organisation(self.organisation()), id, at);
        let [deleted, _] = self.transaction().ask_all([delete, end]).await?;
        let user = deleted.rows.first().map(User::from_row).transpose()?;
        Ok(user.map(|user| user.user_id.into()))
    }

    async fn users_at(&mut self, provider: IdentityProviderId) -> Result<Vec<UserId>> {
        let sql = "select user_id from provider_identity where organisation_id = $1 and provider_id = $2
            order by id limit $3";
        let most = i64::try_from(TOLD_USERS).map_err(Error::internal)?;
        let users: Vec<User> = self.rows(sql, [provider.0.into(), most.into()]).await?;
        Ok(users.into_iter().map(|user| user.user_id.into()).collect())
    }

    async fn is_linked(&mut self, user: UserId) -> Result<bool> {
        let sql = "select user_id from provider_identity where organisation_id = $1 and user_id = $2 limit 1";
        Ok(self.row::<User>(sql, [user.0.into()]).await?.is_some())
    }
}

fn identity(row: Row) -> Result<Identity> {
    Ok(Identity {
        id: row.id.into(),
        provider_id: row.provider_id.into(),
        user: NamedUser { id: row.user_id.into(), name: Some(text(row.user_name)?) },
        created_at: row.created_at,
        used_at: row.used_at,
    })
}
