//! Somebody new on a map, in one statement on PostgreSQL: what sessions write most (docs/adr/0020).
//!
//! It says who calls and the facts that leave turns on; and if this is a case of the admission, and the map has room, it counts the
//! change of the map and adds the person, the supporter and the supports. All of it is one state of the map: where somebody else
//! changes it meanwhile, nothing is done.

use super::access::{columns_of_facts, facts};
use super::bulk::json;
use super::persons::profile_row;
use super::supporters::supporter_row;
use super::whole_map::joined_to_caller;
use crate::engine::{Ask, Kind};
use crate::entity::{person, supporter};
use crate::identify::identity;
use crate::store::Database;
use domain::access::{Admission, Sealed};
use domain::maps::{MAX_SUPPORTERS, MAX_SUPPORTS};
use domain::support_types::OwnSupportTypes;
use domain::supporters::{Placing, Support};
use domain::vocabulary::BuiltInSupport;
use domain::{Caller, Error, Result};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DatabaseBackend, EntityTrait, IdenStatic, Iterable, Value};
use std::sync::LazyLock;
use uuid::Uuid;

/// What a new row takes from the map it is about.
const OF_MAP: [&str; 2] = ["organisation_id", "client_id"];

/// With fewer supporters a map has room for whatever one more may bring: nobody gives a type of support twice. So supports are
/// not counted, and a map with as many is left to the ordinary way.
const FEW: usize = MAX_SUPPORTS / (BuiltInSupport::ALL.len() + OwnSupportTypes::MAX);
const _: () = assert!(FEW <= MAX_SUPPORTERS);

static STATEMENT: LazyLock<String> = LazyLock::new(statement);

/// The session, the user, the instant and the map as $1 to $4; the admission; the supporter's id and its supports as $6 and $7;
/// then the columns of the person and of the supporter.
fn statement() -> String {
    let facts = columns_of_facts("$2", "$3");
    let found = joined_to_caller(
        DatabaseBackend::Postgres,
        &format!(
            "m.ctid as place, m.organisation_id, m.version, {facts},
                (select count(*) from supporter s
                    where s.organisation_id = m.organisation_id and s.map_id = m.id) as supporters"
        ),
    );
    let case = case();
    let mut next = 8;
    let person = insert::<person::Entity>("person", &mut next);
    let supporter = insert::<supporter::Entity>("supporter", &mut next);
    format!(
        "with found as materialized ({found}),
        touched as (
            update map set version = map.version + 1, updated_at = greatest(map.updated_at, $3) from found
            where map.ctid = found.place and map.organisation_id = found.organisation_id and map.id = $4
                and map.version = found.version
                and not found.operator and ($5::bigint >> ({case})) & 1 = 1 and found.supporters < {FEW}
            returning map.organisation_id, map.client_id),
        added_person as ({person}),
        added_supporter as ({supporter}),
        added_support as (
            insert into support (organisation_id, map_id, supporter_id, support_type, direction, availability)
            select touched.organisation_id, $4, $6, x.* from touched cross join json_to_recordset($7::text::json)
                as x(support_type text, direction text, availability text))
        select found.*, exists (select 1 from touched) as placed from found"
    )
}

/// The number of the case among those of an [`Admission`].
fn case() -> String {
    let holds = [
        (Admission::ADMIN, "found.admin"),
        (Admission::COACH, "found.coach"),
        (Admission::CLIENT, "found.client"),
        (Admission::ASSIGNED, "found.assigned"),
        (Admission::PRIVATE, "found.private"),
        (Admission::OWN, "coalesce(found.user_id = $2, false) and (found.confirmed or not found.private)"),
    ];
    holds.map(|(what, column)| format!("{what} * ({column})::int")).join(" + ")
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
    let Placing { admission, person, profile, supporter } = placing;
    let at = supporter.created_at;
    let supports: Vec<_> = supporter.answers.supports.iter().flatten().map(row).collect();
    let mut values: Vec<Value> = vec![
        caller.session.0.into(),
        caller.user.0.into(),
        at.into(),
        supporter.map_id.0.into(),
        admission.cases().cast_signed().into(),
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
    /// `None` where the database refused it, for whatever reason: the ordinary way finds out, and says so.
    pub(crate) async fn place_at_once(&self, caller: &Caller, placing: &Placing) -> Result<Option<Sealed<bool>>> {
        if self.engine.backend() != DatabaseBackend::Postgres {
            return Ok(None);
        }
        let ask = Ask::new(STATEMENT.as_str(), values(caller, placing)?);
        let answers = match self.engine.session(Kind::Write).await {
            Ok(session) => session.commit(vec![ask]).await.map_err(|failed| failed.failure),
            Err(error) => Err(error),
        };
        let row = match answers {
            Ok(mut answers) => answers.pop().and_then(|mut answer| answer.rows.pop()).ok_or(Error::Unauthenticated)?,
            Err(error) if error.is_undone() => {
                tracing::debug!(%error, "somebody is placed on a map the ordinary way");
                return Ok(None);
            }
            // Perhaps it was done: once more would be twice.
            Err(error) => return Err(error.into()),
        };
        let placed: bool = row.get("placed")?;
        if placed {
            let organisation: Uuid = row.get("organisation_id")?;
            self.followers.tell(organisation.into(), placing.supporter.map_id);
        }
        Ok(Some(Sealed::new(identity(&row, caller)?, facts(&row)?.map(|facts| (facts, placed)))))
    }
}
