//! Reads a whole map, in one statement.
//!
//! Each kind of thing is one JSON array, read along an index that leads with the organisation and the map or the client. Rows are
//! arrays in the order of the entity's fields, and are joined here, not by a sub-select per supporter.

use super::agreements::agreement;
use super::convert::{self, json_rows};
use super::id_list::{ids, json};
use super::maps::map as map_of;
use super::persons::person;
use super::supporters::by_supporter;
use crate::dialect::{Sql, columns_of, translate};
use crate::encryption::ClientKey;
use crate::engine::{FromRow, Row};
use crate::entity::{agreement, map, need, person, supporter, tie};
use crate::unit_of_work::Unit;
use domain::access::Granted;
use domain::maps::WholeMap;
use domain::{ClientId, Error, MapId, Result};
use sea_orm::DatabaseBackend;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A map with its content, each kind as a JSON array.
struct Found {
    map: map::Model,
    supporters: Option<String>,
    persons: Option<String>,
    supports: Option<String>,
    ties: Option<String>,
    needs: Option<String>,
    agreements: Option<String>,
}

/// The columns of a map `m`.
const COLUMNS: &str = "
    {map},
        (select {all}({array}({id s.id}, {id s.person_id}, s.closeness, s.contact_frequency, s.tension, s.burden,
                {bool s.supports_answered}, s.version, s.created_at, s.updated_at, s.angle)){text}
            from supporter s where s.organisation_id = m.organisation_id and s.map_id = m.id) as supporters,
        (select {all}({array}({id p.id}, p.relationship, p.life_domain, {bytes p.sealed}, p.version, p.created_at,
                p.updated_at, {bool p.past})){text} from {persons}) as persons,
        (select {all}({array}({id x.supporter_id}, x.support_type, x.direction, x.availability)){text}
            from support x where x.organisation_id = m.organisation_id and x.map_id = m.id) as supports,
        (select {all}({array}({id t.id}, {id t.first_id}, {id t.second_id}, t.strength, t.version, t.created_at,
                t.updated_at)){text}
            from tie t where t.organisation_id = m.organisation_id and t.map_id = m.id) as ties,
        (select {all}({array}(n.support_type, n.level)){text}
            from need n where n.organisation_id = m.organisation_id and n.map_id = m.id) as needs,
        (select {all}({array}({id g.id}, {id g.supporter_id}, g.support_type, {bytes g.sealed}, g.due_on, g.status, g.version,
                g.created_at, g.updated_at)){text}
            from agreement g where g.organisation_id = m.organisation_id and g.map_id = m.id) as agreements";

/// The persons on the map, at a cost that does not depend on the client's other persons.
///
/// The persons of a map are usually created together, so their ids are close: a range of the index takes a quarter of the pages of
/// a look-up for each. If the range holds more than twice as many persons as the map, each is looked up.
const PERSONS_POSTGRES: &str = "(
    with placed as materialized (
        select array(select s.person_id from supporter s
            where s.organisation_id = m.organisation_id and s.map_id = m.id order by s.person_id) as ids),
    near as materialized (
        select n.* from person n where n.organisation_id = m.organisation_id and n.client_id = m.client_id
            and n.id between (select ids[1] from placed) and (select ids[cardinality(ids)] from placed)
        limit (select 2 * cardinality(ids) + 1 from placed)),
    few as materialized (select count(*) <= (select 2 * cardinality(ids) from placed) as complete from near)
    select near.* from near
        where (select complete from few) and near.id = any((select ids from placed)::uuid[])
    union all
    select one.* from supporter s cross join lateral (
            select q.* from person q
            where q.organisation_id = s.organisation_id and q.client_id = s.client_id and q.id = s.person_id limit 1) one
        where not (select complete from few) and s.organisation_id = m.organisation_id and s.map_id = m.id) p";

/// SQLite looks up each supporter's person, which is cheap. `cross join` fixes that order: with old statistics it would read all of
/// the client's persons and search each among the supporters.
const PERSONS_SQLITE: &str = "supporter s cross join person p
    where s.organisation_id = m.organisation_id and s.map_id = m.id
    and p.organisation_id = s.organisation_id and p.client_id = m.client_id and p.id = s.person_id";

/// The columns in the dialect of this database.
pub(super) fn columns(backend: DatabaseBackend) -> String {
    let persons = if backend == DatabaseBackend::Postgres { PERSONS_POSTGRES } else { PERSONS_SQLITE };
    translate(backend, &COLUMNS.replace("{persons}", persons).replace("{map}", &columns_of::<map::Entity>("m")))
}

static STATEMENT: LazyLock<Sql> = LazyLock::new(|| Sql::new(statement));
static OF_CLIENT: LazyLock<Sql> = LazyLock::new(|| Sql::new(statement_of_client));

/// One map. $1 and $2 are the organisation and the map.
fn statement(backend: DatabaseBackend) -> String {
    format!("select {} from map m where m.organisation_id = $1 and m.id = $2", columns(backend))
}

/// Maps of a client, in order of id. $2 and $3 are the client and the maps.
fn statement_of_client(backend: DatabaseBackend) -> String {
    let given = ids(backend, "$3");
    format!(
        "select {} from map m where m.organisation_id = $1 and m.client_id = $2 and m.id in ({given}) order by m.id",
        columns(backend)
    )
}

impl Unit {
    pub(super) async fn read_whole_map(&mut self, id: &Granted<MapId>) -> Result<WholeMap> {
        let key = self.key_of(id.client().id()).await?;
        if let (Some(revision), Some(replica)) = (id.revision(), self.replica())
            && let Some(map) = replica.whole_map(&key, id.id(), revision).await
        {
            return Ok(map);
        }
        let values = [id.id().0.into()];
        let row: Option<Row> = self.row(STATEMENT.on(self.backend()), values).await?;
        together(&key, row.as_ref().ok_or(Error::NotFound)?)
    }

    /// Reads these maps of the client, in one statement.
    pub(super) async fn read_whole_maps(
        &mut self,
        client: &Granted<ClientId>,
        maps: &[MapId],
    ) -> Result<Vec<WholeMap>> {
        let given = json(&maps.iter().map(|id| id.0).collect::<Vec<_>>())?;
        let values = [client.id().0.into(), given.into()];
        let sql = OF_CLIENT.on(self.backend());
        let rows: Vec<Row> = self.rows(sql, values).await?;
        let key = self.key_of(client.id()).await?;
        rows.iter().map(|row| together(&key, row)).collect()
    }
}

pub(super) fn together(key: &ClientKey, row: &Row) -> Result<WholeMap> {
    let row = Found::from_row(row)?;
    let (map, client) = (row.map.id, row.map.client_id);
    let mut supports = by_supporter(json_rows(row.supports)?)?;
    let mut persons: HashMap<_, _> =
        json_rows::<person::Model>(row.persons)?.into_iter().map(|row| (row.id, row)).collect();
    let mut whole = WholeMap::from(map_of(key, row.map)?);
    for supporter in json_rows::<supporter::Model>(row.supporters)? {
        let placed =
            persons.remove(&supporter.person_id).ok_or_else(|| Error::internal("a supporter has no person"))?;
        let supports = supports.remove(&supporter.id).unwrap_or_default();
        whole.supporters.push(convert::supporter(supporter::Model { map_id: map, ..supporter }, supports)?);
        whole.persons.push(person(key, person::Model { client_id: client, ..placed })?);
    }
    for tie in json_rows(row.ties)? {
        whole.ties.push(convert::tie(tie::Model { map_id: map, ..tie })?);
    }
    for need in json_rows::<need::Model>(row.needs)? {
        whole.needs.push(convert::need(need)?);
    }
    for agreed in json_rows(row.agreements)? {
        whole.agreements.push(agreement(key, agreement::Model { map_id: map, ..agreed })?);
    }
    whole.sort();
    Ok(whole)
}

impl FromRow for Found {
    fn from_row(row: &Row) -> Result<Self> {
        Ok(Self {
            map: row.named::<map::Entity>()?,
            supporters: row.get("supporters")?,
            persons: row.get("persons")?,
            supports: row.get("supports")?,
            ties: row.get("ties")?,
            needs: row.get("needs")?,
            agreements: row.get("agreements")?,
        })
    }
}
