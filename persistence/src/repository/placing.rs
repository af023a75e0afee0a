//! Somebody new on a map, in one statement on PostgreSQL: what sessions write most (docs/adr/0020).
//!
//! It says who calls and the facts that leave turns on, counts the change of the map, and adds the person, the supporter and the
//! supports. It is done by then, but lasts only if it is committed, and that takes leave.

use super::access::{assigned, facts};
use super::bulk::json;
use super::persons::profile_row;
use super::supporters::supporter_row;
use crate::entity::{person, supporter};
use crate::error::from_direct;
use crate::identify::{CALLER, identity, membership, session, standby};
use crate::pipeline::Unanswered;
use crate::store::{Answer, Database};
use crate::writers::{BEGUN, Begun};
use async_trait::async_trait;
use domain::access::Sealed;
use domain::supporters::{Placed, Placing, Support};
use domain::{Caller, Error, MapId, OrganisationId, Result};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DatabaseBackend, EntityTrait, IdenStatic, Iterable, Value};
use std::sync::LazyLock;
use tokio_postgres::error::SqlState;

/// What a new row takes from the map it is about.
const OF_MAP: [&str; 2] = ["organisation_id", "client_id"];

static STATEMENT: LazyLock<String> = LazyLock::new(statement);

/// The session, the user, the instant and the map as $1 to $4; then the supporter's id, its supports, and the columns of the
/// person and of the supporter.
fn statement() -> String {
    let backend = DatabaseBackend::Postgres;
    let (caller, membership, standby) =
        (session(backend, &format!("and {BEGUN}")), membership(backend), standby(backend));
    let assigned = assigned("touched.organisation_id", "touched.client_id", "$2", "$3");
    let mut next = 7;
    let person = insert::<person::Entity>("person", &mut next);
    let supporter = insert::<supporter::Entity>("supporter", &mut next);
    format!(
        "with {caller},
        identified as materialized (select {CALLER} from caller left join {membership}),
        touched as (
            update map set version = map.version + 1, updated_at = $3
            from identified where map.organisation_id = identified.member_of and map.id = $4
            returning map.organisation_id, map.client_id, map.private),
        added_person as ({person}),
        added_supporter as ({supporter}),
        added_support as (
            insert into support (organisation_id, map_id, supporter_id, support_type, direction, availability)
            select touched.organisation_id, $4, $5, x.* from touched cross join json_to_recordset($6::text::json)
                as x(support_type text, direction text, availability text))
        select identified.*, {standby}, touched.organisation_id, touched.client_id, touched.private,
            {assigned} as assigned,
            (select c.user_id from client c
                where c.organisation_id = touched.organisation_id and c.id = touched.client_id) as user_id,
            (select count(*) from supporter s
                where s.organisation_id = touched.organisation_id and s.map_id = $4) as supporters,
            (select count(*) from support x
                where x.organisation_id = touched.organisation_id and x.map_id = $4) as supports
        from identified left join touched on true"
    )
}

/// Adds a row whose columns are the parameters from `next` on, and which belongs to whom the map does.
fn insert<E: EntityTrait>(table: &str, next: &mut usize) -> String {
    let columns: Vec<_> = own::<E>().map(|column| column.as_str()).collect();
    let values: Vec<_> = (*next..).take(columns.len()).map(|parameter| format!("${parameter}")).collect();
    *next += columns.len();
    let (of_map, columns, values) = (OF_MAP.join(", "), columns.join(", "), values.join(", "));
    format!(
        "insert into {table} ({of_map}, {columns}) select touched.organisation_id, touched.client_id, {values} from touched"
    )
}

fn own<E: EntityTrait>() -> impl Iterator<Item = E::Column> {
    E::Column::iter().filter(|column| !OF_MAP.contains(&column.as_str()))
}

/// The row's columns, in the order of [`own`].
fn cells<A: ActiveModelTrait>(row: &A) -> impl Iterator<Item = Value> + use<'_, A> {
    own::<A::Entity>().filter_map(|column| row.get(column).into_value())
}

fn values(caller: &Caller, placing: &Placing) -> Result<Vec<Value>> {
    let Placing { person, profile, supporter } = placing;
    let at = supporter.created_at;
    let supports: Vec<_> = supporter.answers.supports.iter().flatten().map(row).collect();
    let mut values: Vec<Value> = vec![
        caller.session.0.into(),
        caller.user.0.into(),
        at.into(),
        supporter.map_id.0.into(),
        supporter.id.0.into(),
        json(&supports)?.into(),
    ];
    let person = person::ActiveModel {
        id: Set(person.0),
        version: Set(supporter.version),
        created_at: Set(at),
        updated_at: Set(at),
        ..profile_row(profile)
    };
    values.extend(cells(&person));
    values.extend(cells(&supporter_row(supporter)));
    Ok(values)
}

/// As `json_to_recordset` takes it.
fn row(support: &Support) -> serde_json::Value {
    serde_json::json!({
        "support_type": support.support_type.code(),
        "direction": support.direction.map(|word| word.code()),
        "availability": support.availability.map(|word| word.code()),
    })
}

impl Database {
    /// `None` where it did not come about, for whatever reason: the ordinary way finds out, and says so.
    pub(crate) async fn place_at_once(
        &self,
        caller: &Caller,
        placing: &Placing,
    ) -> Result<Option<Sealed<Box<dyn Placed>>>> {
        let Some(direct) = &self.direct else { return Ok(None) };
        let (row, begun) = match direct.writes.begin(&STATEMENT, &values(caller, placing)?).await {
            Ok((Some(row), begun)) => (Answer::Pipelined(row), begun),
            Ok((None, _)) => return Ok(None),
            // Who has waited that long does not wait once more.
            Err(error) if too_late(&error) => return Err(from_direct(error)),
            Err(error) => {
                tracing::debug!(%error, "somebody is placed on a map the ordinary way");
                return Ok(None);
            }
        };
        let identity = identity(&row, caller)?;
        let placed = |facts| Ok((facts, Box::new(self.placed(&row, placing.supporter.map_id, begun)?) as _));
        Ok(Some(Sealed::new(identity, facts(&row)?.map(placed).transpose()?)))
    }

    fn placed(&self, row: &Answer, map: MapId, begun: Begun) -> Result<AtOnce> {
        let count = |name| usize::try_from(row.get::<i64>(name)?).map_err(Error::internal);
        Ok(AtOnce {
            supporters: count("supporters")?,
            supports: count("supports")?,
            told: (row.get::<uuid::Uuid>("organisation_id")?.into(), map),
            database: self.clone(),
            begun,
        })
    }
}

fn too_late(error: &Unanswered) -> bool {
    match error {
        Unanswered::TooLate => true,
        Unanswered::Failed(error) => error.code() == Some(&SqlState::QUERY_CANCELED),
        Unanswered::NotOpen => false,
    }
}

/// Done, in an open transaction.
struct AtOnce {
    supporters: usize,
    supports: usize,
    told: (OrganisationId, MapId),
    database: Database,
    begun: Begun,
}

#[async_trait]
impl Placed for AtOnce {
    fn supporters(&self) -> usize {
        self.supporters
    }

    fn supports(&self) -> usize {
        self.supports
    }

    async fn commit(self: Box<Self>) -> Result<()> {
        self.begun.commit().await.map_err(from_direct)?;
        self.database.followers.tell(self.told.0, self.told.1);
        Ok(())
    }
}
