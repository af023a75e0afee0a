//! Merges two persons, with a fixed number of statements.
//!
//! In each statement $1 to $6 are the organisation, the client, the person who is kept, the other person, whether private maps are
//! included, and the instant.

use super::id_list;
use super::persons::named;
use crate::dialect::later;
use crate::engine::Ask;
use crate::entity::person;
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use chrono::{DateTime, Utc};
use domain::access::Granted;
use domain::persons::Person;
use domain::{Error, PersonId, Result};
use sea_orm::{DatabaseBackend, QueryOrder, QuerySelect, Value};
use uuid::Uuid;

/// The two supporters of each map that both persons are on.
const PAIR: &str = "with pair as materialized (
    select k.id as kept, o.id as gone, k.map_id from supporter k
    join supporter o on o.organisation_id = k.organisation_id and o.client_id = k.client_id and o.map_id = k.map_id
    join map m on m.organisation_id = k.organisation_id and m.client_id = k.client_id and m.id = k.map_id
    where k.organisation_id = $1 and k.client_id = $2 and k.person_id = $3 and o.person_id = $4 and ($5 or not m.private))";

/// The ties of the supporters who are removed, each with the ends it gets when it moves to the kept supporter.
const LOOSE: &str = ", ended as materialized (
    select t.id, t.map_id, t.strength, pair.kept, case when t.first_id = pair.gone then t.second_id else t.first_id end as other
    from pair join tie t on t.organisation_id = $1 and t.map_id = pair.map_id
        and (t.first_id = pair.gone or t.second_id = pair.gone)),
loose as materialized (
    select id, map_id, strength, case when kept < other then kept else other end as first_id,
        case when kept < other then other else kept end as second_id from ended)";

/// The condition that a tie has the ends of a `loose` one.
fn same_tie(tie: &str) -> String {
    format!(
        "{tie}.organisation_id = $1 and {tie}.map_id = loose.map_id and {tie}.first_id = loose.first_id
            and {tie}.second_id = loose.second_id"
    )
}

/// Merges the supporters on maps that both persons are on: a missing answer of the kept supporter is taken from the other one, who
/// is then removed with the ties that both have.
fn on_the_same_map(backend: DatabaseBackend) -> [String; 7] {
    let changed = |table: &str| {
        format!("version = {table}.version + 1, updated_at = {}", later(backend, &format!("{table}.updated_at"), "$6"))
    };
    let filled = |table: &str, other: &str, columns: &[&str]| {
        let fill = |column: &&str| format!("{column} = coalesce({table}.{column}, {other}.{column})");
        columns.iter().map(fill).collect::<Vec<_>>().join(", ")
    };
    let answers = filled("supporter", "o", &["closeness", "contact_frequency", "tension", "burden", "angle"]);
    let support = filled("support", "x", &["direction", "availability"]);
    let same = same_tie("tie");
    let has_same = format!("exists (select 1 from tie y where {})", same_tie("y"));
    let (supporter_changed, tie_changed, agreement_changed) =
        (changed("supporter"), changed("tie"), changed("agreement"));
    [
        format!(
            "{PAIR} update supporter set {answers}, supports_answered = (supporter.supports_answered or o.supports_answered),
                {supporter_changed}
            from pair join supporter o on o.organisation_id = $1 and o.id = pair.gone
            where supporter.organisation_id = $1 and supporter.id = pair.kept"
        ),
        format!(
            "{PAIR} update support set {support}
            from pair join support x on x.organisation_id = $1 and x.map_id = pair.map_id and x.supporter_id = pair.gone
            where support.organisation_id = $1 and support.map_id = pair.map_id and support.supporter_id = pair.kept
                and support.support_type = x.support_type"
        ),
        format!(
            "{PAIR} update support set supporter_id = pair.kept from pair
            where support.organisation_id = $1 and support.map_id = pair.map_id and support.supporter_id = pair.gone
                and not exists (select 1 from support y where y.organisation_id = $1 and y.map_id = pair.map_id
                    and y.supporter_id = pair.kept and y.support_type = support.support_type)"
        ),
        format!(
            "{PAIR}{LOOSE} update tie set strength = loose.strength, {tie_changed} from loose
            where {same} and tie.strength is null and loose.strength is not null"
        ),
        format!(
            "{PAIR}{LOOSE} update tie set first_id = loose.first_id, second_id = loose.second_id, {tie_changed} from loose
            where tie.organisation_id = $1 and tie.id = loose.id and loose.first_id <> loose.second_id and not {has_same}"
        ),
        format!(
            "{PAIR} update agreement set supporter_id = pair.kept, {agreement_changed} from pair
            where agreement.organisation_id = $1 and agreement.map_id = pair.map_id and agreement.supporter_id = pair.gone"
        ),
        // Deletes the remaining supports and ties too, by their foreign keys.
        format!("{PAIR} delete from supporter where supporter.organisation_id = $1 and id in (select gone from pair)"),
    ]
}

/// Moves the other supporters to the kept person and removes the other person, unless a map that the caller cannot see is left.
fn rest(backend: DatabaseBackend) -> [String; 4] {
    let updated_at = later(backend, "updated_at", "$6");
    let gone = "not exists (select 1 from person p where p.organisation_id = $1 and p.id = $4)";
    [
        format!(
            "update supporter set person_id = $3, version = version + 1, updated_at = {updated_at}
            where organisation_id = $1 and client_id = $2 and person_id = $4 and map_id in (
                select m.id from map m where m.organisation_id = $1 and m.client_id = $2 and ($5 or not m.private))"
        ),
        "delete from person where organisation_id = $1 and client_id = $2 and id = $4 and not exists (
            select 1 from supporter s where s.organisation_id = $1 and s.client_id = $2 and s.person_id = $4)"
            .to_owned(),
        format!(
            "insert into merged_person (organisation_id, client_id, kept_id, person_id)
            select $1, $2, $3, $4 where {gone} and exists (
                select 1 from card_person c where c.organisation_id = $1 and c.client_id = $2 and c.person_id = $4)"
        ),
        format!(
            "update merged_person set kept_id = $3
            where organisation_id = $1 and client_id = $2 and kept_id = $4 and {gone}"
        ),
    ]
}

impl Unit {
    /// Bumps the versions of both persons' maps, which locks them, and locks the persons. Returns the persons, each with whether they
    /// are on private maps only.
    pub(super) async fn hold_to_merge(
        &mut self,
        kept: &Granted<PersonId>,
        other: PersonId,
        at: DateTime<Utc>,
    ) -> Result<Vec<(Person, bool)>> {
        let (client, both) = (kept.client(), [kept.id(), other]);
        let touch = self.touching_of_persons(&client, &both, at)?;
        let mut persons = self.persons_named(&client, &both).order_by_asc(person::Column::Id);
        if self.backend() == DatabaseBackend::Postgres {
            persons = persons.lock_exclusive();
        }
        let persons = Ask::of(&persons, self.backend());
        let given = id_list::ids(self.backend(), "$3");
        let placed = format!(
            "select s.map_id from supporter s where s.organisation_id = $1 and s.client_id = $2 and s.person_id in ({given})"
        );
        let placed = self.statement(placed, [client.id().0.into(), id_list::json(&both)?.into()]);
        let [touched, persons, placed] = self.transaction().ask_all([touch, persons, placed]).await?;
        self.has_touched(&touched.rows)?;
        let key = self.key_of(client.id()).await?;
        let persons = persons.rows.iter().map(|row| named(&key, row)).collect::<Result<Vec<_>>>()?;
        for row in &placed.rows {
            // A concurrent request placed one of them on a map that is not locked.
            if !self.touched.contains(&row.get::<Uuid>("map_id")?.into()) {
                return Err(Error::Stale(persons.iter().map(|(person, _)| person.version).max().unwrap_or_default()));
            }
        }
        Ok(persons)
    }

    /// Queues the merge of persons whose maps are locked.
    pub(super) fn merge_held(
        &mut self,
        kept: &Granted<PersonId>,
        other: PersonId,
        private_too: bool,
        at: DateTime<Utc>,
    ) {
        let (backend, client) = (self.backend(), kept.client().id().0);
        for sql in on_the_same_map(backend).into_iter().chain(rest(backend)) {
            let values: [Value; 5] = [client.into(), kept.id().0.into(), other.0.into(), private_too.into(), at.into()];
            // PostgreSQL would choose a bad join order without it; SQLite cannot index what it materializes.
            let sql = if backend == DatabaseBackend::Sqlite { sql.replace("as materialized", "as") } else { sql };
            let ask = self.statement(sql, values);
            self.queue(ask, None);
        }
    }
}
