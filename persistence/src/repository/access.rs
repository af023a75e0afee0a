use crate::authentication::CallerKind;
use crate::encryption::EncryptedKey;
use crate::engine::Row;
use crate::scoped::is_of;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::{Access, Attributes, MapAttributes, Resource, Target};
use domain::maps::Revision;
use domain::{Error, Result, UserId};
use uuid::Uuid;

/// The attributes of a thing, from the columns of [`attributes_of`]; `None` if it does not exist.
pub(crate) fn attributes(row: &Row) -> Result<Option<Attributes>> {
    let Some(client) = row.get::<Option<Uuid>>("client_id")? else { return Ok(None) };
    let map: Option<Uuid> = row.get("map_id")?;
    let map = map.map(|id| {
        let revision = Revision { version: row.get("map_version")?, updated_at: row.get("map_updated_at")? };
        Ok::<_, Error>(MapAttributes { id: id.into(), revision })
    });
    Ok(Some(Attributes {
        client_id: client.into(),
        user_id: row.get::<Option<Uuid>>("user_id")?.map(Into::into),
        confirmed: row.get("confirmed")?,
        assigned: row.get("assigned")?,
        private: row.get("private")?,
        author: row.get::<Option<Uuid>>("author_id")?.map(Into::into),
        map: map.transpose()?,
        consented: row.get("consented")?,
        restricted: row.get("restricted")?,
    }))
}

/// The table of a resource: its name in snake case.
fn table(resource: Resource) -> String {
    let mut table = String::new();
    for letter in resource.name().chars() {
        if letter.is_uppercase() && !table.is_empty() {
            table.push('_');
        }
        table.extend(letter.to_lowercase());
    }
    table
}

/// The parts of a query for the attributes of a thing.
pub(crate) struct OfTarget {
    pub(crate) columns: String,
    /// The table of the thing, and the condition that finds it.
    thing: (String, String),
    /// The map, if it is on one, and the client, each with its join condition.
    joined: Vec<(&'static str, String)>,
    /// The join of the client's key.
    key: &'static str,
}

impl OfTarget {
    /// The query.
    pub(crate) fn select(&self) -> String {
        let joins: String = self.joined.iter().map(|(table, on)| format!(" join {table} on {on}")).collect();
        let (thing, found) = &self.thing;
        format!("select {} from {thing}{joins}{} where {found}", self.columns, self.key)
    }

    /// The same as outer joins, for a query that returns a row even if the thing does not exist.
    pub(crate) fn left_joins(&self) -> String {
        let (thing, found) = &self.thing;
        let joins = self.joined.iter().map(|(table, on)| format!(" left join {table} on {on}"));
        let thing = format!(" left join {thing} on {found}");
        std::iter::once(thing).chain(joins).chain([self.key.to_owned()]).collect()
    }
}

/// The condition that the client `c` consents to be read by the integration `$2`.
const CONSENTED: &str = "exists (select 1 from consent k where k.organisation_id = c.organisation_id
    and k.client_id = c.id and k.receiver_id = $2 and k.purpose = 'read-cards' and k.withdrawn_at is null)";

/// The query for the attributes of a thing with this id in this organisation; `None` if the resource is no target. $2 and $3 are
/// the caller and the instant.
pub(crate) fn attributes_of(resource: Resource, by: CallerKind, organisation: &str, id: &str) -> Option<OfTarget> {
    if !resource.is_target() {
        return None;
    }
    let (table, on_map) = (table(resource), resource.is_on_map());
    let private = if resource == Resource::Person {
        person_private("t")
    } else {
        (if on_map { "m.private" } else { "1 = 0" }).to_owned()
    };
    // No author: a null of the right type on both databases.
    let author = if resource.has_author() { "t.author_id" } else { "nullif(c.id, c.id)" };
    let client = if resource == Resource::Client { "t.id" } else { "t.client_id" };
    let assigned = assigned("c.organisation_id", "c.id", "$2", "$3");
    let map = match (on_map, resource) {
        (true, Resource::Map) => Some("m.organisation_id = t.organisation_id and m.id = t.id"),
        (true, _) => Some("m.organisation_id = t.organisation_id and m.client_id = t.client_id and m.id = t.map_id"),
        (false, _) => None,
    };
    let of_map = if on_map {
        "m.id as map_id, m.version as map_version, m.updated_at as map_updated_at"
    } else {
        "nullif(c.id, c.id) as map_id"
    };
    let consented = match by {
        CallerKind::Person => "1 = 0",
        CallerKind::Integration => CONSENTED,
    };
    let columns = format!(
        "c.id as client_id, c.user_id, c.login_confirmed as confirmed, c.restricted, {private} as private, {author} as author_id,
            {assigned} as assigned, {consented} as consented, k.key_version, k.client_key, {of_map}"
    );
    let client = ("client c", format!("c.organisation_id = t.organisation_id and c.id = {client}"));
    Some(OfTarget {
        columns,
        thing: (format!("{table} t"), format!("{} and t.id = {id}", is_of("t.organisation_id", organisation))),
        joined: map.map(|on| ("map m", on.to_owned())).into_iter().chain([client]).collect(),
        key: " left join client_key k on k.organisation_id = c.organisation_id and k.client_id = c.id",
    })
}

/// The condition that a person is on private maps only: such a person is hidden from the coach.
pub(super) fn person_private(row: &str) -> String {
    format!(
        "(exists (select 1 from supporter s where s.organisation_id = {row}.organisation_id
            and s.client_id = {row}.client_id and s.person_id = {row}.id)
        and not exists (select 1 from supporter s
            join map m on m.organisation_id = s.organisation_id and m.client_id = s.client_id and m.id = s.map_id
            where s.organisation_id = {row}.organisation_id and s.client_id = {row}.client_id
            and s.person_id = {row}.id and not m.private))"
    )
}

/// The condition that a coach is assigned to a client at an instant.
pub(super) fn assigned(organisation: &str, client: &str, coach: &str, at: &str) -> String {
    format!(
        "exists (select 1 from assignment a
            where a.organisation_id = {organisation} and a.client_id = {client} and a.coach_id = {coach}
            and a.starts_at <= {at} and (a.ends_at is null or a.ends_at > {at}))"
    )
}

#[async_trait]
impl Access for Unit {
    async fn attributes(&mut self, target: Target, user: UserId, at: DateTime<Utc>) -> Result<Option<Attributes>> {
        let of_target = attributes_of(target.resource(), self.caller_kind(), "$1", "$4");
        let sql = of_target.ok_or_else(|| Error::internal("no such target"))?.select();
        let values = [user.0.into(), at.into(), target.id().into()];
        let row: Option<Row> = self.row(sql, values).await?;
        let Some(row) = row else { return Ok(None) };
        let Some(found) = attributes(&row)? else { return Ok(None) };
        self.add_key(EncryptedKey::of(found.client_id, &row)?);
        Ok(Some(found))
    }
}
