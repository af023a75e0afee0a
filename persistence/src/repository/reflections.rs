use super::convert::text;
use crate::encryption::{ClientKey, Content};
use crate::entity::reflection;
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use domain::access::Granted;
use domain::reflections::{Reflection, Reflections};
use domain::{ClientId, Error, MapId, Page, PageRequest, ReflectionId, Result, Version};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};

/// What is encrypted of a reflection.
#[derive(Serialize, Deserialize)]
struct Said {
    text: String,
}

impl Content for Said {
    const TABLE: &'static str = "reflection";
}

#[async_trait]
impl Reflections for Unit {
    async fn get(&mut self, id: &Granted<ReflectionId>) -> Result<Option<Reflection>> {
        let query = self.find::<reflection::Entity>().filter(reflection::Column::Id.eq(id.id().0));
        let Some(row) = self.find_one(query).await? else { return Ok(None) };
        let key = self.key_of(id.client().id()).await?;
        reflection(&key, row).map(Some)
    }

    async fn list(&mut self, map: &Granted<MapId>, page: PageRequest) -> Result<Page<Reflection>> {
        let query = self.find::<reflection::Entity>().filter(reflection::Column::MapId.eq(map.id().0));
        let key = self.key_of(map.client().id()).await?;
        self.page(query, page, |row| reflection(&key, row)).await
    }

    async fn all_of(&mut self, map: &Granted<MapId>) -> Result<Vec<Reflection>> {
        let query = self.find::<reflection::Entity>().filter(reflection::Column::MapId.eq(map.id().0));
        let key = self.key_of(map.client().id()).await?;
        let rows = self.find_all(query.order_by_asc(reflection::Column::Id)).await?;
        rows.into_iter().map(|row| reflection(&key, row)).collect()
    }

    async fn any_of(&mut self, map: &Granted<MapId>) -> Result<bool> {
        let one = self.find::<reflection::Entity>().select_only().column(reflection::Column::Id);
        let one = one.filter(reflection::Column::MapId.eq(map.id().0));
        Ok(!self.select(&one.limit(1)).await?.is_empty())
    }

    async fn count(&mut self, map: &Granted<MapId>) -> Result<u64> {
        let query = self.find::<reflection::Entity>().filter(reflection::Column::MapId.eq(map.id().0));
        let counted = query.select_only().column_as(reflection::Column::Id.count(), "reflections");
        let counted: i64 = self.select(&counted).await?.first().map_or(Ok(0), |row| row.at(0))?;
        u64::try_from(counted).map_err(Error::internal)
    }

    async fn add(&mut self, map: &Granted<MapId>, reflection: &Reflection) -> Result<()> {
        let client = map.client().id();
        let row = self.reflection_row(client, &self.key_of(client).await?, reflection)?;
        self.insert_row(row);
        Ok(())
    }

    async fn update(&mut self, id: &Granted<ReflectionId>, reflection: &Reflection, seen: Version) -> Result<()> {
        let key = self.key_of(id.client().id()).await?;
        let changes = reflection::ActiveModel {
            sealed: Set(sealed(&key, reflection)?),
            version: Set(reflection.version),
            updated_at: Set(reflection.updated_at),
            ..Default::default()
        };
        self.change_at::<reflection::Entity>(id.id().0, seen, changes);
        Ok(())
    }

    async fn remove(&mut self, id: &Granted<ReflectionId>, seen: Version) -> Result<()> {
        self.remove_at::<reflection::Entity>(id.id().0, seen);
        Ok(())
    }
}

impl Unit {
    pub(super) fn reflection_row(
        &self,
        client: ClientId,
        key: &ClientKey,
        reflection: &Reflection,
    ) -> Result<reflection::ActiveModel> {
        Ok(reflection::ActiveModel {
            organisation_id: Set(self.organisation().0),
            id: Set(reflection.id.0),
            client_id: Set(client.0),
            map_id: Set(reflection.map_id.0),
            sealed: Set(sealed(key, reflection)?),
            version: Set(reflection.version),
            created_at: Set(reflection.created_at),
            updated_at: Set(reflection.updated_at),
        })
    }
}

fn sealed(key: &ClientKey, reflection: &Reflection) -> Result<Vec<u8>> {
    key.seal(reflection.id.0, &Said { text: reflection.text.as_str().to_owned() })
}

pub(super) fn reflection(key: &ClientKey, row: reflection::Model) -> Result<Reflection> {
    let Said { text: said } = key.open(row.id, &row.sealed)?;
    Ok(Reflection {
        id: row.id.into(),
        map_id: row.map_id.into(),
        text: text(said)?,
        version: row.version,
        created_at: row.created_at,
        updated_at: row.updated_at,
    })
}
