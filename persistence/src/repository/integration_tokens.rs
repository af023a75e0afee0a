use crate::entity::integration_token;
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use domain::integration_tokens::{IntegrationToken, IntegrationTokens, MAX_TOKENS};
use domain::{Conflict, Error, IntegrationId, IntegrationTokenId, Result, SecretDigest};
use sea_orm::sea_query::LockType;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};

#[async_trait]
impl IntegrationTokens for Unit {
    async fn list(&mut self, of: IntegrationId) -> Result<Vec<IntegrationToken>> {
        let query = self
            .find::<integration_token::Entity>()
            .filter(integration_token::Column::IntegrationId.eq(of.0))
            .order_by_asc(integration_token::Column::Id);
        Ok(self.find_all(query).await?.into_iter().map(token).collect())
    }

    async fn add(&mut self, token: &IntegrationToken, digest: SecretDigest) -> Result<()> {
        // Of two concurrent requests the second counts the token of the first.
        self.lock_organisation(LockType::NoKeyUpdate).await?;
        let sql = "delete from integration_token
            where organisation_id = $1 and integration_id = $2 and expires_at <= $3";
        self.run(sql, [token.integration_id.0.into(), token.created_at.into()]).await?;
        let sql = "insert into integration_token (organisation_id, id, integration_id, hash, expires_at, created_at)
            select i.organisation_id, $3, i.id, $4, $5, $6 from integration i
            where i.organisation_id = $1 and i.id = $2 and $7 >
                (select count(*) from integration_token t where t.organisation_id = $1 and t.integration_id = $2)";
        let values = [
            token.integration_id.0.into(),
            token.id.0.into(),
            digest.0.to_vec().into(),
            token.expires_at.into(),
            token.created_at.into(),
            MAX_TOKENS.into(),
        ];
        match self.run(sql, values).await? {
            0 => Err(Error::Conflict(Conflict::TooManyTokens)),
            _ => Ok(()),
        }
    }

    async fn remove(&mut self, id: IntegrationTokenId) -> Result<()> {
        let delete = self.delete::<integration_token::Entity>().filter(integration_token::Column::Id.eq(id.0));
        self.change_one(&delete, Error::NotFound);
        self.flush().await
    }
}

fn token(row: integration_token::Model) -> IntegrationToken {
    IntegrationToken {
        id: row.id.into(),
        integration_id: row.integration_id.into(),
        expires_at: row.expires_at,
        last_used_at: row.last_used_at,
        created_at: row.created_at,
    }
}
