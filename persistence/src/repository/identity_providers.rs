use super::convert::{text, word};
use crate::engine::rows;
use crate::entity::{identity_provider, organisation};
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::identity_providers::{IdentityProvider, IdentityProviders, Issuer};
use domain::{Error, IdentityProviderId, Page, PageRequest, Result, Version};
use sea_orm::sea_query::LockType;
use sea_orm::{ActiveValue::NotSet, ActiveValue::Set, ColumnTrait, QueryFilter, QuerySelect};

rows! {
    pub(super) struct Count {
        pub(super) count: i64,
    }
}

#[async_trait]
impl IdentityProviders for Unit {
    async fn get(&mut self, id: IdentityProviderId) -> Result<Option<IdentityProvider>> {
        let query = self.find::<identity_provider::Entity>().filter(identity_provider::Column::Id.eq(id.0));
        self.find_one(query).await?.map(provider).transpose()
    }

    async fn list(&mut self, page: PageRequest) -> Result<Page<IdentityProvider>> {
        let query = self.find::<identity_provider::Entity>();
        self.page(query, page, provider).await
    }

    async fn count(&mut self) -> Result<usize> {
        let organisation = self.find::<organisation::Entity>().lock(LockType::NoKeyUpdate);
        self.lock(&organisation);
        let sql = "select count(*) as count from identity_provider where organisation_id = $1";
        let row: Option<Count> = self.row(sql, []).await?;
        usize::try_from(row.map_or(0, |row| row.count)).map_err(Error::internal)
    }

    async fn add(&mut self, provider: &IdentityProvider, credential: Vec<u8>) -> Result<()> {
        let row = self.provider_row(provider);
        self.insert_row(identity_provider::ActiveModel { client_secret: Set(credential), ..row });
        Ok(())
    }

    async fn update(&mut self, provider: &IdentityProvider, credential: Option<Vec<u8>>, seen: Version) -> Result<()> {
        let client_secret = credential.map_or(NotSet, Set);
        let changes = identity_provider::ActiveModel { client_secret, ..self.provider_row(provider) };
        self.change_at::<identity_provider::Entity>(provider.id.0, seen, changes);
        Ok(())
    }

    async fn remove(&mut self, id: IdentityProviderId, seen: Version) -> Result<()> {
        self.remove_at::<identity_provider::Entity>(id.0, seen);
        Ok(())
    }

    async fn end_sessions(&mut self, id: IdentityProviderId, at: DateTime<Utc>) -> Result<()> {
        let sql = "update session set ended_at = $3 where ended_at is null and identity_id in (
            select i.id from provider_identity i where i.organisation_id = $1 and i.provider_id = $2)";
        let end = self.statement(sql, [id.0.into(), at.into()]);
        self.queue(end, None);
        Ok(())
    }
}

impl Unit {
    fn provider_row(&self, provider: &IdentityProvider) -> identity_provider::ActiveModel {
        identity_provider::ActiveModel {
            organisation_id: Set(self.organisation().0),
            id: Set(provider.id.0),
            name: Set(provider.name.as_str().to_owned()),
            issuer: Set(provider.issuer.as_str().to_owned()),
            client_id: Set(provider.client_id.as_str().to_owned()),
            client_secret: NotSet,
            client_authentication: Set(provider.client_authentication.code().to_owned()),
            tenant_id: Set(provider.tenant_id.as_ref().map(|tenant| tenant.as_str().to_owned())),
            trusts_emails: Set(provider.trusts_emails),
            trusts_second_factor: Set(provider.trusts_second_factor),
            second_factor_acr: Set(provider.second_factor_acr.as_ref().map(|acr| acr.as_str().to_owned())),
            creates_coaches: Set(provider.creates_coaches),
            enabled: Set(provider.enabled),
            version: Set(provider.version),
            created_at: Set(provider.created_at),
            updated_at: Set(provider.updated_at),
        }
    }
}

pub(crate) fn provider(row: identity_provider::Model) -> Result<IdentityProvider> {
    Ok(IdentityProvider {
        id: row.id.into(),
        name: text(row.name)?,
        issuer: Issuer::new(row.issuer).map_err(Error::internal)?,
        client_id: text(row.client_id)?,
        client_authentication: word(&row.client_authentication)?,
        tenant_id: row.tenant_id.map(text).transpose()?,
        trusts_emails: row.trusts_emails,
        trusts_second_factor: row.trusts_second_factor,
        second_factor_acr: row.second_factor_acr.map(text).transpose()?,
        creates_coaches: row.creates_coaches,
        enabled: row.enabled,
        version: row.version,
        created_at: row.created_at,
        updated_at: row.updated_at,
    })
}
