use super::convert;
use crate::engine::Row;
use crate::entity::{map, need};
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use domain::access::Granted;
use domain::needs::{Need, Needs};
use domain::{Error, MapId, Result, Version};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QuerySelect};

#[async_trait]
impl Needs for Unit {
    async fn get(&mut self, map: &Granted<MapId>) -> Result<Option<(Vec<Need>, Version)>> {
        // The version first: after a concurrent change the entity tag is too old, not too new.
        let version = self
            .find::<map::Entity>()
            .filter(map::Column::Id.eq(map.id().0))
            .select_only()
            .column(map::Column::NeedsVersion);
        let needs = self.find::<need::Entity>().filter(need::Column::MapId.eq(map.id().0));
        let (version, rows) = self.select_both(&version, &needs).await?;
        let Some(version) = version.first() else { return Ok(None) };
        let version = version.at(0)?;
        let need = |row: &Row| convert::need(row.model::<need::Entity>()?);
        let mut needs = rows.iter().map(need).collect::<Result<Vec<_>>>()?;
        needs.sort();
        Ok(Some((needs, version)))
    }

    async fn versions(&mut self, map: &Granted<MapId>) -> Result<(Version, Version)> {
        let query = self
            .find::<map::Entity>()
            .filter(map::Column::Id.eq(map.id().0))
            .select_only()
            .columns([map::Column::Version, map::Column::NeedsVersion]);
        let rows = self.select(&query).await?;
        let row = rows.first().ok_or(Error::NotFound)?;
        Ok((row.at(0)?, row.at(1)?))
    }

    async fn replace(&mut self, map: &Granted<MapId>, needs: &[Need]) -> Result<()> {
        let delete = self.delete::<need::Entity>().filter(need::Column::MapId.eq(map.id().0));
        self.change(&delete);
        let rows: Vec<_> = needs.iter().map(|need| self.need_row(map.id(), need)).collect();
        self.insert_naming(rows, "/needs");
        Ok(())
    }
}

impl Unit {
    pub(super) fn need_row(&self, map: MapId, need: &Need) -> need::ActiveModel {
        need::ActiveModel {
            organisation_id: Set(self.organisation().0),
            map_id: Set(map.0),
            support_type: Set(need.support_type.code().to_owned()),
            level: Set(need.level.into()),
        }
    }
}
