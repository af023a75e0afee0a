use super::support_types::entry;
use crate::dialect::Sql;
use crate::engine::{FromRow, Row};
use crate::entity::support_type;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use domain::access::Granted;
use domain::helpers::{Helpers, LookUp};
use domain::vocabulary::SupportType;
use domain::{ClientId, Error, MapId, Result};
use sea_orm::DatabaseBackend;

use std::sync::LazyLock;
use uuid::Uuid;

/// The client's map with somebody on it that was last worked on, of the few maps of a client. Naming the client in the
/// inner condition too would read all of the client's supporters instead.
fn latest(condition: &str) -> String {
    format!(
        "(select m.id from map m
            where m.organisation_id = c.organisation_id and m.client_id = c.id {condition}
            and exists (select 1 from supporter s where s.organisation_id = m.organisation_id and s.map_id = m.id)
            order by m.updated_at desc, m.id desc limit 1)"
    )
}

/// The organisation, the client, the support type, the map that was named and whether private maps count as $1 to $5.
static SQL: LazyLock<Sql> = LazyLock::new(|| {
    Sql::new(|backend| {
        let uuid = if backend == DatabaseBackend::Postgres { "::uuid" } else { "" };
        let latest = latest("and ($5 or not m.private)");
        format!(
            "select t.*, m.id as map_id, m.private as private
            from (select c.organisation_id, c.id, coalesce($4{uuid}, {latest}) as map_id
                from client c where c.organisation_id = $1 and c.id = $2 limit 1) c
            left join support_type t on t.organisation_id = c.organisation_id and t.code = $3
            left join map m on m.organisation_id = c.organisation_id and m.client_id = c.id and m.id = c.map_id"
        )
    })
});

#[async_trait]
impl Helpers for Unit {
    async fn look_up(
        &mut self,
        client: &Granted<ClientId>,
        support_type: &SupportType,
        map: Option<MapId>,
        private_too: bool,
    ) -> Result<LookUp> {
        let map: Option<Uuid> = map.map(|map| map.0);
        let values = [client.id().0.into(), support_type.code().into(), map.into(), private_too.into()];
        let found: Option<LookUp> = self.row(SQL.on(self.backend()), values).await?;
        found.ok_or(Error::NotFound)
    }
}

impl FromRow for LookUp {
    fn from_row(row: &Row) -> Result<Self> {
        let known: Option<Uuid> = row.get("organisation_id")?;
        let support_type = known.map(|_| row.named::<support_type::Entity>()).transpose()?;
        Ok(Self {
            map: row.get::<Option<Uuid>>("map_id")?.map(Into::into),
            private: row.get::<Option<bool>>("private")?.unwrap_or_default(),
            support_type: support_type.map(entry).transpose()?,
        })
    }
}
