use super::support_types::entry;
use super::whole_map::{columns, together};
use crate::dialect::Sql;
use crate::engine::{Ask, Row};
use crate::entity::support_type;
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use domain::access::Granted;
use domain::helpers::{Helpers, MAX_MAPS};
use domain::maps::WholeMap;
use domain::support_types::SupportTypeEntry;
use domain::vocabulary::SupportType;
use domain::{ClientId, MapId, Result};
use sea_orm::{ColumnTrait, DatabaseBackend, QueryFilter, QueryOrder};
use std::sync::LazyLock;
use uuid::Uuid;

/// $1 to $5 are the organisation, the client, the map (or null), whether private maps are included, and the limit.
///
/// The inner query limits the maps before anything on them is read. Its sub-select does not name the client, or PostgreSQL would
/// read all of the client's supporters.
static MAPS: LazyLock<Sql> = LazyLock::new(|| {
    Sql::new(|backend| {
        let uuid = if backend == DatabaseBackend::Postgres { "::uuid" } else { "" };
        let columns = columns(backend);
        format!(
            "select {columns} from (select * from map m
                where m.organisation_id = $1 and m.client_id = $2 and ($4 or not m.private)
                and (m.id = $3{uuid} or $3{uuid} is null and exists (
                    select 1 from supporter s where s.organisation_id = m.organisation_id and s.map_id = m.id))
                order by m.updated_at desc, m.id desc limit $5) m
            order by m.updated_at desc, m.id desc"
        )
    })
});

#[async_trait]
impl Helpers for Unit {
    async fn look_up(
        &mut self,
        client: &Granted<ClientId>,
        support_type: Option<&SupportType>,
        map: Option<MapId>,
        private_too: bool,
    ) -> Result<(Vec<SupportTypeEntry>, Vec<WholeMap>)> {
        let mut types = self
            .find::<support_type::Entity>()
            .order_by_desc(support_type::Column::BuiltIn)
            .order_by_asc(support_type::Column::Position);
        if let Some(support_type) = support_type {
            types = types.filter(support_type::Column::Code.eq(support_type.code()));
        }
        let types = Ask::of(&types, self.backend());
        let map: Option<Uuid> = map.map(|map| map.0);
        let values = [client.id().0.into(), map.into(), private_too.into(), MAX_MAPS.into()];
        let maps = self.statement(MAPS.on(self.backend()), values);
        let [types, maps] = self.transaction().ask_all([types, maps]).await?;
        let types = types.rows.iter().map(|row: &Row| entry(row.model::<support_type::Entity>()?));
        let key = self.key_of(client.id()).await?;
        let maps = maps.rows.iter().map(|row| together(&key, row)).collect::<Result<_>>();
        Ok((types.collect::<Result<_>>()?, maps?))
    }
}
