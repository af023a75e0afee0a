use super::convert::text;
use crate::entity::reflection;
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use domain::access::Granted;
use domain::reflections::{Reflection, Reflections};
use domain::{ClientId, Error, MapId, Page, PageRequest, ReflectionId, Result, Version};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

#[async_trait]
impl Reflections for Unit {
    async fn get(&mut self, id: &Granted<ReflectionId>) -> Result<Option<Reflection>> {
        let query = self.find::<reflection::Entity>().filter(reflection::Column::Id.eq(id.id().0));
        self.find_one(query).await?.map(reflection).transpose()
    }

    async fn list(&mut self, map: &Granted<MapId>, page: PageRequest) -> Result<Page<Reflection>> {
        let query = self.find::<reflection::Entity>().filter(reflection::Column::MapId.eq(map.id().0));
        self.page(query, page, reflection).await
    }

    async fn all_of(&mut self, map: &Granted<MapId>) -> Result<Vec<Reflection>> {
        let query = self.find::<reflection::Entity>().filter(reflection::Column::MapId.eq(map.id().0));
        let rows = self.find_all(query.order_by_asc(reflection::Column::Id)).await?;
        rows.into_iter().map(reflection).collect()
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
        let row = self.reflection_row(map.client().id(), reflection);
        self.insert_row(row);
        Ok(())
    }

    async fn update(&mut self, id: &Granted<ReflectionId>, reflection: &Reflection, seen: Version) -> Result<()> {
        let changes = reflection::ActiveModel {
            text: Set(reflection.text.as_str().to_owned()),
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
    pub(super) fn reflection_row(&self, client: ClientId, reflection: &Reflection) -> reflection::ActiveModel {
        reflection::ActiveModel {
            organisation_id: Set(self.organisation().0),
            id: Set(reflection.id.0),
            client_id: Set(client.0),
            map_id: Set(reflection.map_id.0),
            text: Set(reflection.text.as_str().to_owned()),
            version: Set(reflection.version),
            created_at: Set(reflection.created_at),
            updated_at: Set(reflection.updated_at),
        }
    }
}

pub(super) fn reflection(row: reflection::Model) -> Result<Reflection> {
    Ok(Reflection {
        id: row.id.into(),
        map_id: row.map_id.into(),
        text: text(row.text)?,
        version: row.version,
        created_at: row.created_at,
        updated_at: row.updated_at,
    })
}
