use super::convert::text;
use crate::encryption::{ClientKey, Content};
use crate::engine::Row;
use crate::entity::{client, client_identifier, client_key};
use crate::pages::keyset;
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Granted, Visibility};
use domain::clients::{Client, Clients, ExternalIdentifier, Search};
use domain::{ClientId, Error, Page, PageRequest, Result, ShortText, Version};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    RelationDef, Select,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What is encrypted of a client.
#[derive(Serialize, Deserialize)]
struct Said {
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    preferred_name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date_of_birth: Option<NaiveDate>,
    /// System and value of each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    identifiers: Vec<(String, String)>,
}

impl Content for Said {
    const TABLE: &'static str = "client";
}

/// What was encrypted of a client.
pub(super) struct Identity {
    pub(super) name: ShortText,
    pub(super) preferred_name: Option<ShortText>,
    pub(super) date_of_birth: Option<NaiveDate>,
    pub(super) external_identifiers: Vec<ExternalIdentifier>,
}

#[async_trait]
impl Clients for Unit {
    async fn get(&mut self, id: &Granted<ClientId>) -> Result<Option<Client>> {
        let row = self.find::<client::Entity>().filter(client::Column::Id.eq(id.id().0));
        let Some(row) = self.find_one(row).await? else { return Ok(None) };
        client(&self.key_of(id.id()).await?, row).map(Some)
    }

    async fn find_by_identifiers(&mut self, identifiers: &[ExternalIdentifier]) -> Result<Vec<Client>> {
        if identifiers.is_empty() {
            return Ok(Vec::new());
        }
        let rows = self.identified(self.clients(), identifiers).await?.limit(2);
        let rows = self.select(&rows.order_by_asc(client::Column::Id)).await?;
        let clients = self.clients_in(&rows).await?;
        clients.into_iter().map(|client| identified_by(client, identifiers)).collect()
    }

    async fn list(
        &mut self,
        visibility: Visibility,
        at: DateTime<Utc>,
        search: &Search,
        page: PageRequest,
    ) -> Result<Page<Client>> {
        let mut query = self.clients().filter(self.within(visibility, at));
        if let Some(identifier) = &search.external_identifier {
            query = self.identified(query, std::slice::from_ref(identifier)).await?;
        }
        let clients = match &search.name {
            Some(name) => self.named(query, name, page).await?,
            None => {
                let rows = self.select(&keyset(query, client::Column::Id, page)).await?;
                page.page(self.clients_in(&rows).await?, |client| client.id.0)
            }
        };
        match &search.external_identifier {
            Some(identifier) => clients.try_map(|client| identified_by(client, std::slice::from_ref(identifier))),
            None => Ok(clients),
        }
    }

    async fn add(&mut self, client: &Client) -> Result<()> {
        let key = self.new_key(client.id).await?;
        let row = self.client_row(client).await?;
        self.insert_row(row);
        self.insert_row(client_key::ActiveModel {
            organisation_id: Set(self.organisation().0),
            client_id: Set(client.id.0),
            key_version: Set(key.version),
            client_key: Set(key.key),
        });
        self.add_identifiers(client).await
    }

    async fn update(&mut self, id: &Granted<ClientId>, client: &Client, seen: Version) -> Result<()> {
        let changes = self.client_row(client).await?;
        self.change_at::<client::Entity>(id.id().0, seen, changes);
        let identifiers =
            self.delete::<client_identifier::Entity>().filter(client_identifier::Column::ClientId.eq(id.id().0));
        self.change(&identifiers);
        self.add_identifiers(client).await
    }

    async fn remove(&mut self, id: &Granted<ClientId>, seen: Version) -> Result<()> {
        self.remove_at::<client::Entity>(id.id().0, seen);
        Ok(())
    }
}

impl Unit {
    /// Clients, each with their key, for [`Unit::clients_in`]. One without a key is found too, and refused then.
    fn clients(&self) -> Select<client::Entity> {
        self.find::<client::Entity>()
            .join(JoinType::LeftJoin, key())
            .column(client_key::Column::KeyVersion)
            .column(client_key::Column::ClientKey)
    }

    /// Those of these clients who have one of these identifiers.
    async fn identified(
        &self,
        clients: Select<client::Entity>,
        identifiers: &[ExternalIdentifier],
    ) -> Result<Select<client::Entity>> {
        let indexes = self.identifier_indexes().await?;
        let hashes = indexes.iter().flat_map(|index| identifiers.iter().map(|identifier| index.hash(identifier)));
        let ids = self
            .find::<client_identifier::Entity>()
            .filter(client_identifier::Column::ValueHash.is_in(hashes))
            .select_only()
            .column(client_identifier::Column::ClientId);
        Ok(clients.filter(client::Column::Id.in_subquery(ids.into_query())))
    }

    /// The clients of rows of [`Unit::clients`].
    pub(super) async fn clients_in(&self, rows: &[Row]) -> Result<Vec<Client>> {
        let mut clients = Vec::with_capacity(rows.len());
        for row in rows {
            let model = row.model::<client::Entity>()?;
            clients.push(client(&self.key_in(model.id.into(), row).await?, model)?);
        }
        Ok(clients)
    }

    async fn client_row(&self, client: &Client) -> Result<client::ActiveModel> {
        let said = Said {
            name: client.name.as_str().to_owned(),
            preferred_name: client.preferred_name.as_ref().map(|name| name.as_str().to_owned()),
            date_of_birth: client.date_of_birth,
            identifiers: client.external_identifiers.iter().map(pair).collect(),
        };
        Ok(client::ActiveModel {
            organisation_id: Set(self.organisation().0),
            id: Set(client.id.0),
            user_id: Set(client.user_id.map(|id| id.0)),
            login_confirmed: Set(client.login_confirmed),
            sealed: Set(self.key_of(client.id).await?.seal(client.id.0, &said)?),
            version: Set(client.version),
            created_at: Set(client.created_at),
            updated_at: Set(client.updated_at),
        })
    }

    /// Adds the hashes by which the client is found, in each index: the oldest one is whole until its key is destroyed, so that no two
    /// clients get one identifier.
    async fn add_identifiers(&mut self, client: &Client) -> Result<()> {
        if client.external_identifiers.is_empty() {
            return Ok(());
        }
        let indexes = self.identifier_indexes().await?;
        let rows = indexes.iter().flat_map(|index| {
            client.external_identifiers.iter().map(|identifier| client_identifier::ActiveModel {
                organisation_id: Set(self.organisation().0),
                key_version: Set(index.version()),
                value_hash: Set(index.hash(identifier)),
                client_id: Set(client.id.0),
            })
        });
        let rows: Vec<_> = rows.collect();
        self.insert_rows(rows).await
    }
}

/// How a client's key is found.
fn key() -> RelationDef {
    client::Entity::belongs_to(client_key::Entity)
        .from((client::Column::OrganisationId, client::Column::Id))
        .to((client_key::Column::OrganisationId, client_key::Column::ClientId))
        .into()
}

/// The client, if one of these identifiers is theirs: a hash can be moved to another client, and what is encrypted cannot.
fn identified_by(client: Client, identifiers: &[ExternalIdentifier]) -> Result<Client> {
    if client.external_identifiers.iter().any(|theirs| identifiers.contains(theirs)) {
        Ok(client)
    } else {
        Err(Error::internal("the hash of an identifier that its client does not have"))
    }
}

pub(super) fn client(key: &ClientKey, row: client::Model) -> Result<Client> {
    let Identity { name, preferred_name, date_of_birth, external_identifiers } = identity(key, row.id, &row.sealed)?;
    Ok(Client {
        id: row.id.into(),
        name,
        preferred_name,
        date_of_birth,
        external_identifiers,
        user_id: row.user_id.map(Into::into),
        login_confirmed: row.login_confirmed,
        version: row.version,
        created_at: row.created_at,
        updated_at: row.updated_at,
    })
}

/// The identifiers of the client of this id.
pub(crate) fn identifiers(key: &ClientKey, id: Uuid, sealed: &[u8]) -> Result<Vec<ExternalIdentifier>> {
    Ok(identity(key, id, sealed)?.external_identifiers)
}

/// What is encrypted of the client of this id.
pub(super) fn identity(key: &ClientKey, id: Uuid, sealed: &[u8]) -> Result<Identity> {
    let said: Said = key.open(id, sealed)?;
    let identifier = |(system, value)| Ok(ExternalIdentifier { system: text(system)?, value: text(value)? });
    Ok(Identity {
        name: text(said.name)?,
        preferred_name: said.preferred_name.map(text).transpose()?,
        date_of_birth: said.date_of_birth,
        external_identifiers: said.identifiers.into_iter().map(identifier).collect::<Result<_>>()?,
    })
}

fn pair(identifier: &ExternalIdentifier) -> (String, String) {
    (identifier.system.as_str().to_owned(), identifier.value.as_str().to_owned())
}
