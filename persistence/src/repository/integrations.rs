use super::convert::text;
use crate::entity::integration;
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use domain::access::Scope;
use domain::integrations::{Integration, Integrations, KeySetUrl, KeySource};
use domain::{Error, IntegrationId, Page, PageRequest, Result, Version};
use sea_orm::{ActiveValue::NotSet, ActiveValue::Set, ColumnTrait, QueryFilter};

#[async_trait]
impl Integrations for Unit {
    async fn get(&mut self, id: IntegrationId) -> Result<Option<Integration>> {
        let query = self.find::<integration::Entity>().filter(integration::Column::Id.eq(id.0));
        self.find_one(query).await?.map(integration).transpose()
    }

    async fn list(&mut self, page: PageRequest) -> Result<Page<Integration>> {
        let query = self.find::<integration::Entity>();
        self.page(query, page, integration).await
    }

    async fn add(&mut self, integration: &Integration) -> Result<()> {
        let row = self.integration_row(integration)?;
        self.insert_row(row);
        Ok(())
    }

    async fn update(&mut self, integration: &Integration, seen: Version) -> Result<()> {
        // Set by every token, which does not change the version.
        let changes = integration::ActiveModel { last_used_at: NotSet, ..self.integration_row(integration)? };
        self.change_at::<integration::Entity>(integration.id.0, seen, changes);
        Ok(())
    }

    async fn remove(&mut self, id: IntegrationId, seen: Version) -> Result<()> {
        self.remove_at::<integration::Entity>(id.0, seen);
        Ok(())
    }
}

impl Unit {
    fn integration_row(&self, integration: &Integration) -> Result<integration::ActiveModel> {
        let (value, url) = match &integration.keys {
            KeySource::Value(keys) => (Some(serde_json::to_string(keys).map_err(Error::internal)?), None),
            KeySource::Url(url) => (None, Some(url.as_str().to_owned())),
            KeySource::None => (Some(NO_KEYS.to_owned()), None),
        };
        Ok(integration::ActiveModel {
            organisation_id: Set(self.organisation().0),
            id: Set(integration.id.0),
            name: Set(integration.name.as_str().to_owned()),
            jwks: Set(value),
            jwks_uri: Set(url),
            scopes: Set(serde_json::to_string(&integration.scopes).map_err(Error::internal)?),
            enabled: Set(integration.enabled),
            last_used_at: Set(integration.last_used_at),
            version: Set(integration.version),
            created_at: Set(integration.created_at),
            updated_at: Set(integration.updated_at),
        })
    }
}

fn integration(row: integration::Model) -> Result<Integration> {
    Ok(Integration {
        id: row.id.into(),
        name: text(row.name)?,
        keys: key_source(row.jwks, row.jwks_uri)?,
        scopes: scopes(row.scopes)?,
        enabled: row.enabled,
        last_used_at: row.last_used_at,
        version: row.version,
        created_at: row.created_at,
        updated_at: row.updated_at,
    })
}

/// The scopes of a JSON array.
pub(crate) fn scopes(json: String) -> Result<Vec<Scope>> {
    serde_json::from_str(&json).map_err(Error::internal)
}

/// What is stored of an integration without keys.
const NO_KEYS: &str = r#"{"keys":[]}"#;

/// The keys, of which one column or the other tells.
pub(crate) fn key_source(value: Option<String>, url: Option<String>) -> Result<KeySource> {
    match (value, url) {
        (Some(keys), None) if keys == NO_KEYS => Ok(KeySource::None),
        (Some(keys), None) => serde_json::from_str(&keys).map(KeySource::Value).map_err(Error::internal),
        (None, Some(url)) => KeySetUrl::new(url).map(KeySource::Url).map_err(Error::internal),
        (Some(_), Some(_)) | (None, None) => Err(Error::internal("an integration has one source of keys")),
    }
}
