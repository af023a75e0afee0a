use super::convert::{named, text};
use crate::dialect::later;
use crate::encryption::{ClientKey, Content};
use crate::engine::{Ask, Row};
use crate::entity::map;
use crate::transaction::{Queries, unexpected};
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::Granted;
use domain::maps::{
    ContentChange, ContentIds, LastChange, MAX_AGREEMENTS, MAX_SUPPORTERS, MAX_SUPPORTS, MAX_TIES, Map, Maps, Room,
    WholeMap,
};
use domain::persons::Person;
use domain::{ClientId, Conflict, Error, MapId, Page, PageRequest, PersonId, Result, ShortText, Version};
use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseBackend, QueryFilter, Select, Value};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What is encrypted of a map.
#[derive(Serialize, Deserialize)]
struct Said {
    theme: String,
}

impl Content for Said {
    const TABLE: &'static str = "map";
}

#[async_trait]
impl Maps for Unit {
    async fn whole(&mut self, id: &Granted<MapId>) -> Result<WholeMap> {
        self.read_whole_map(id).await
    }

    async fn list(&mut self, client: &Granted<ClientId>, private_too: bool, page: PageRequest) -> Result<Page<Map>> {
        let query = self.maps_of_client(client, private_too);
        let key = self.key_of(client.id()).await?;
        self.page(query, page, |row| map(&key, row)).await
    }

    async fn add(&mut self, client: &Granted<ClientId>, map: &Map) -> Result<()> {
        let key = self.key_of(client.id()).await?;
        let row = map::ActiveModel { client_id: Set(client.id().0), ..self.map_row(&key, map)? };
        self.insert_row(row);
        self.touched.push(map.id);
        Ok(())
    }

    async fn update(&mut self, id: &Granted<MapId>, map: &Map, seen: Version) -> Result<()> {
        let changes = self.map_row(&self.key_of(id.client().id()).await?, map)?;
        self.change_at::<map::Entity>(id.id().0, seen, changes);
        self.touched.push(id.id());
        Ok(())
    }

    async fn remove(&mut self, id: &Granted<MapId>, seen: Version) -> Result<()> {
        self.remove_at::<map::Entity>(id.id().0, seen);
        self.touched.push(id.id());
        Ok(())
    }

    async fn bump_version(&mut self, id: &Granted<MapId>, at: DateTime<Utc>) -> Result<()> {
        let ask = self.touching(id.id(), at, "");
        self.queue_touch(id.id(), ask, Error::NotFound);
        self.touched.push(id.id());
        Ok(())
    }

    async fn bump_needs_version(&mut self, id: &Granted<MapId>, at: DateTime<Utc>) -> Result<()> {
        let ask = self.touching(id.id(), at, ", needs_version = needs_version + 1");
        self.queue_touch(id.id(), ask, Error::NotFound);
        self.touched.push(id.id());
        Ok(())
    }

    async fn last_change(&mut self, id: &Granted<MapId>) -> Result<LastChange> {
        let sql = "select m.version, m.updated_by, u.name, m.change_id from map m
            left join user_account u on u.id = m.updated_by where m.organisation_id = $1 and m.id = $2";
        let row: Option<Row> = self.row(sql, [id.id().0.into()]).await?;
        let row = row.ok_or(Error::NotFound)?;
        let by: Option<Uuid> = row.get("updated_by")?;
        Ok(LastChange {
            version: row.get("version")?,
            by: named(by, row.get("name")?)?,
            request: row.get("change_id")?,
        })
    }

    async fn require_room(&mut self, id: &Granted<MapId>, room: Room) -> Result<()> {
        let wanted = [
            ("supporter", room.supporters, MAX_SUPPORTERS),
            ("support", room.supports, MAX_SUPPORTS),
            ("tie", room.ties, MAX_TIES),
            ("agreement", room.agreements, MAX_AGREEMENTS),
        ];
        let counts: Vec<_> = wanted.into_iter().filter(|(_, more, _)| *more > 0).collect();
        if counts.is_empty() {
            return Ok(());
        }
        let fits = counts.iter().zip(3..).map(|((table, _, _), place)| {
            format!("(select count(*) from {table} t where t.organisation_id = $1 and t.map_id = $2) <= ${place}")
        });
        let sql = format!("select {}", fits.collect::<Vec<_>>().join(" and "));
        let mut values: Vec<Value> = vec![id.id().0.into()];
        for (_, more, most) in &counts {
            let left =
                i64::try_from(*most).map_err(Error::internal)? - i64::try_from(*more).map_err(Error::internal)?;
            values.push(left.into());
        }
        let ask = self.statement(sql, values).expecting_true();
        self.queue(ask, Some(unexpected(Error::Conflict(Conflict::MapFull))));
        Ok(())
    }

    async fn existing(
        &mut self,
        id: &Granted<MapId>,
        persons: &[PersonId],
        new: &ContentIds,
    ) -> Result<(Vec<(Person, bool)>, ContentIds)> {
        self.existing_of_content(id, persons, new).await
    }

    async fn replace_content(&mut self, id: &Granted<MapId>, change: &ContentChange) -> Result<()> {
        self.write_content(id, change).await
    }

    async fn bump_versions_of_persons(
        &mut self,
        client: &Granted<ClientId>,
        persons: &[PersonId],
        at: DateTime<Utc>,
    ) -> Result<()> {
        let touch = self.touching_of_persons(client, persons, at)?;
        let touched = self.transaction().ask(touch).await?;
        self.has_touched(&touched.rows)
    }
}

impl Unit {
    /// The client's maps, without the private ones unless `private_too`.
    pub(super) fn maps_of_client(&self, client: &Granted<ClientId>, private_too: bool) -> Select<map::Entity> {
        let maps = self.find::<map::Entity>().filter(map::Column::ClientId.eq(client.id().0));
        if private_too { maps } else { maps.filter(map::Column::Private.eq(false)) }
    }

    /// A statement that bumps the version of every map that one of these persons is on, and returns the ids.
    pub(super) fn touching_of_persons(
        &self,
        client: &Granted<ClientId>,
        persons: &[PersonId],
        at: DateTime<Utc>,
    ) -> Result<Ask> {
        let postgres = self.backend() == DatabaseBackend::Postgres;
        // Locked in order of id, so that concurrent transactions do not deadlock. SQLite has one writer anyway.
        let lock = if postgres { "order by m.id for update" } else { "" };
        let given = super::id_list::ids(self.backend(), "$3");
        let updated_at = later(self.backend(), "updated_at", "$4");
        let sql = format!(
            "update map set version = version + 1, updated_at = {updated_at}, updated_by = $5, change_id = $6
                where organisation_id = $1 and id in (
                select m.id from map m where m.organisation_id = $1 and m.client_id = $2 and m.id in (
                    select s.map_id from supporter s
                    where s.organisation_id = $1 and s.client_id = $2 and s.person_id in ({given})) {lock})
            returning id"
        );
        let persons = super::id_list::json(persons)?;
        let (by, request) = self.change();
        let values = [client.id().0.into(), persons.into(), at.into(), by.0.into(), request.map(str::to_owned).into()];
        Ok(self.statement(sql, values))
    }

    /// Records the maps that changed, for the events.
    pub(super) fn has_touched(&mut self, maps: &[Row]) -> Result<()> {
        for map in maps {
            let id: Uuid = map.get("id")?;
            self.touched.push(id.into());
        }
        Ok(())
    }

    /// A statement that bumps the version of a map, and makes another assignment too.
    fn touching(&self, id: MapId, at: DateTime<Utc>, also: &str) -> Ask {
        let updated_at = later(self.backend(), "updated_at", "$3");
        let sql = format!(
            "update map set version = version + 1, updated_at = {updated_at}, updated_by = $4, change_id = $5{also}
            where organisation_id = $1 and id = $2"
        );
        let (by, request) = self.change();
        self.statement(sql, [id.0.into(), at.into(), by.0.into(), request.map(str::to_owned).into()])
    }

    pub(super) fn map_row(&self, key: &ClientKey, map: &Map) -> Result<map::ActiveModel> {
        let (by, request) = self.change();
        let said = Said { theme: map.theme.as_str().to_owned() };
        Ok(map::ActiveModel {
            organisation_id: Set(self.organisation().0),
            id: Set(map.id.0),
            client_id: Set(map.client_id.0),
            sealed: Set(key.seal(map.id.0, &said)?),
            private: Set(map.private),
            everyone_named: Set(map.everyone_named),
            every_tie_named: Set(map.every_tie_named),
            review_on: Set(map.review_on),
            head_version: Set(map.head_version),
            needs_version: Set(map.needs_version),
            updated_by: Set(Some(by.0)),
            change_id: Set(request.map(str::to_owned)),
            version: Set(map.version),
            created_at: Set(map.created_at),
            updated_at: Set(map.updated_at),
        })
    }
}

/// The theme of the map of this id.
pub(super) fn theme(key: &ClientKey, id: Uuid, sealed: &[u8]) -> Result<ShortText> {
    text(key.open::<Said>(id, sealed)?.theme)
}

pub(super) fn map(key: &ClientKey, row: map::Model) -> Result<Map> {
    Ok(Map {
        theme: theme(key, row.id, &row.sealed)?,
        id: row.id.into(),
        client_id: row.client_id.into(),
        private: row.private,
        everyone_named: row.everyone_named,
        every_tie_named: row.every_tie_named,
        review_on: row.review_on,
        version: row.version,
        head_version: row.head_version,
        needs_version: row.needs_version,
        created_at: row.created_at,
        updated_at: row.updated_at,
    })
}
