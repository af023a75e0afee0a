use super::access::{Facts, assigned, columns_of_facts};
use super::convert;
use crate::dialect::later;
use crate::entity::map;
use crate::error::from_db;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::ClientFacts;
use domain::maps::{ContentChange, Map, MapSize, Maps, WholeMap};
use domain::{ClientId, Error, MapId, Page, PageRequest, PersonId, Result, UserId, Version};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseBackend, EntityTrait, FromQueryResult, QueryFilter,
    QueryOrder, QuerySelect, Statement,
};
use uuid::Uuid;

#[derive(FromQueryResult)]
struct Touched {
    version: i64,
}

#[derive(FromQueryResult)]
struct Size {
    supporters: i64,
    supports: i64,
    ties: i64,
    agreements: i64,
}

#[async_trait]
impl Maps for Unit {
    async fn whole(&mut self, id: MapId, user: UserId, at: DateTime<Utc>) -> Result<Option<(ClientFacts, WholeMap)>> {
        self.read_whole_map(id, user, at).await
    }

    async fn version(&mut self, id: MapId, user: UserId, at: DateTime<Utc>) -> Result<Option<(ClientFacts, Version)>> {
        let facts = columns_of_facts("$3", "$4");
        let sql = format!(
            "select m.version, {facts}
            from map m join client c on c.organisation_id = m.organisation_id and c.id = m.client_id
            where m.organisation_id = $1 and m.id = $2"
        );
        let values = [self.organisation().0.into(), id.0.into(), user.0.into(), at.into()];
        let row = self.db().query_one_raw(Statement::from_sql_and_values(self.backend(), sql, values)).await;
        let Some(row) = row.map_err(from_db)? else { return Ok(None) };
        let version = Touched::from_query_result(&row, "").map_err(from_db)?.version;
        Ok(Some((Facts::from_query_result(&row, "").map_err(from_db)?.into(), version)))
    }

    async fn list(&mut self, client: ClientId, private_too: bool, page: PageRequest) -> Result<Page<Map>> {
        let mut query = self.find::<map::Entity>().filter(map::Column::ClientId.eq(client.0));
        if !private_too {
            query = query.filter(map::Column::Private.eq(false));
        }
        if let Some(after) = page.after {
            query = query.filter(map::Column::Id.gt(after));
        }
        let rows = query.order_by_asc(map::Column::Id).limit(page.rows()).all(self.db()).await.map_err(from_db)?;
        let maps = rows.into_iter().map(convert::map).collect::<Result<Vec<_>>>()?;
        Ok(page.page(maps, |map| map.id.0))
    }

    async fn add(&mut self, map: &Map) -> Result<()> {
        let row = self.map_row(map);
        map::Entity::insert(row).exec_without_returning(self.db()).await.map_err(from_db).map(drop)
    }

    async fn update(&mut self, map: &Map, seen: Version) -> Result<()> {
        let update = Unit::update::<map::Entity>(self)
            .set(self.map_row(map))
            .filter(map::Column::Id.eq(map.id.0))
            .filter(map::Column::Version.eq(seen));
        if update.exec(self.db()).await.map_err(from_db)?.rows_affected == 0 {
            return Err(Error::Stale(map.version));
        }
        self.touched.push(map.id);
        Ok(())
    }

    async fn remove(&mut self, id: MapId, seen: Version) -> Result<()> {
        let delete =
            self.delete::<map::Entity>().filter(map::Column::Id.eq(id.0)).filter(map::Column::Version.eq(seen));
        if delete.exec(self.db()).await.map_err(from_db)?.rows_affected == 0 {
            return Err(Error::Stale(seen + 1));
        }
        self.touched.push(id);
        Ok(())
    }

    async fn touch(&mut self, id: MapId, at: DateTime<Utc>) -> Result<Version> {
        let updated_at = later(self.backend(), "updated_at", "$3");
        let sql = format!(
            "update map set version = version + 1, updated_at = {updated_at}
            where organisation_id = $1 and id = $2 returning version"
        );
        let values = [self.organisation().0.into(), id.0.into(), at.into()];
        let row = self.db().query_one_raw(Statement::from_sql_and_values(self.backend(), sql, values)).await;
        let row = row.map_err(from_db)?.ok_or(Error::NotFound)?;
        self.touched.push(id);
        Ok(Touched::from_query_result(&row, "").map_err(from_db)?.version)
    }

    async fn touch_as(&mut self, id: MapId, user: UserId, at: DateTime<Utc>) -> Result<Option<ClientFacts>> {
        let assigned = assigned("map.organisation_id", "map.client_id", "$3", "$4");
        let updated_at = later(self.backend(), "updated_at", "$4");
        let sql = format!(
            "update map set version = version + 1, updated_at = {updated_at} where organisation_id = $1 and id = $2
            returning client_id, private, {assigned} as assigned,
                (select c.login_confirmed from client c
                 where c.organisation_id = map.organisation_id and c.id = map.client_id) as confirmed,
                (select c.user_id from client c
                 where c.organisation_id = map.organisation_id and c.id = map.client_id) as user_id"
        );
        let values = [self.organisation().0.into(), id.0.into(), user.0.into(), at.into()];
        let row = self.db().query_one_raw(Statement::from_sql_and_values(self.backend(), sql, values)).await;
        let row = row.map_err(from_db)?.map(|row| Facts::from_query_result(&row, "")).transpose().map_err(from_db)?;
        self.touched.push(id);
        Ok(row.map(Into::into))
    }

    async fn size(&mut self, id: MapId) -> Result<MapSize> {
        let [supporters, supports, ties, agreements] = ["supporter", "support", "tie", "agreement"]
            .map(|table| format!("(select count(*) from {table} t where t.organisation_id = $1 and t.map_id = $2)"));
        let sql = format!(
            "select {supporters} as supporters, {supports} as supports, {ties} as ties, {agreements} as agreements"
        );
        let values = [self.organisation().0.into(), id.0.into()];
        let row = self.db().query_one_raw(Statement::from_sql_and_values(self.backend(), sql, values)).await;
        let row = row.map_err(from_db)?.ok_or_else(|| Error::internal("a count that counted nothing"))?;
        let size = Size::from_query_result(&row, "").map_err(from_db)?;
        let count = |n: i64| usize::try_from(n).map_err(Error::internal);
        Ok(MapSize {
            supporters: count(size.supporters)?,
            supports: count(size.supports)?,
            ties: count(size.ties)?,
            agreements: count(size.agreements)?,
        })
    }

    async fn replace_content(&mut self, change: &ContentChange) -> Result<()> {
        self.write_content(change).await
    }

    async fn touch_of_persons(&mut self, client: ClientId, persons: &[PersonId], at: DateTime<Utc>) -> Result<()> {
        let postgres = self.backend() == DatabaseBackend::Postgres;
        // In order of id, so that two who touch the same maps wait and never deadlock. SQLite has one writer anyway.
        let lock = if postgres { "order by m.id for update" } else { "" };
        let given = super::bulk::ids(self.backend(), "$3");
        let updated_at = later(self.backend(), "updated_at", "$4");
        let sql = format!(
            "update map set version = version + 1, updated_at = {updated_at} where organisation_id = $1 and id in (
                select m.id from map m where m.organisation_id = $1 and m.client_id = $2 and m.id in (
                    select s.map_id from supporter s
                    where s.organisation_id = $1 and s.client_id = $2 and s.person_id in ({given})) {lock})
            returning id"
        );
        let persons = super::bulk::json(persons)?;
        let values = [self.organisation().0.into(), client.0.into(), persons.into(), at.into()];
        let statement = Statement::from_sql_and_values(self.backend(), sql, values);
        let rows = self.db().query_all_raw(statement).await.map_err(from_db)?;
        for row in rows {
            let id: Uuid = row.try_get("", "id").map_err(from_db)?;
            self.touched.push(id.into());
        }
        Ok(())
    }
}

impl Unit {
    pub(super) fn map_row(&self, map: &Map) -> map::ActiveModel {
        map::ActiveModel {
            organisation_id: Set(self.organisation().0),
            id: Set(map.id.0),
            client_id: Set(map.client_id.0),
            theme: Set(map.theme.as_str().to_owned()),
            private: Set(map.private),
            everyone_named: Set(map.everyone_named),
            every_tie_named: Set(map.every_tie_named),
            review_on: Set(map.review_on),
            version: Set(map.version),
            created_at: Set(map.created_at),
            updated_at: Set(map.updated_at),
        }
    }
}
