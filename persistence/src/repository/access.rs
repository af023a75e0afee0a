use crate::engine::{Ask, FromRow, Row, rows};
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::{Access, ClientFacts, Target};
use domain::{Caller, Result, UserId};
use sea_orm::DatabaseBackend;

use uuid::Uuid;

rows! {
    /// The facts of a statement that joins the client and asks for [`assigned`]; none is an author's.
    pub(super) struct Facts {
        client_id: Uuid,
        user_id: Option<Uuid>,
        confirmed: bool,
        assigned: bool,
        private: bool,
    }
}

impl From<Facts> for ClientFacts {
    fn from(row: Facts) -> Self {
        Self {
            client_id: row.client_id.into(),
            user_id: row.user_id.map(Into::into),
            confirmed: row.confirmed,
            assigned: row.assigned,
            private: row.private,
            author: None,
        }
    }
}

/// The facts, if something was found.
pub(super) fn facts(row: &Row) -> Result<Option<ClientFacts>> {
    let client: Option<Uuid> = row.get("client_id")?;
    client.map(|_| Ok(Facts::from_row(row)?.into())).transpose()
}

/// The columns of [`Facts`] about the log-in of a client `c`.
pub(super) const LOG_IN: &str = "c.user_id, c.login_confirmed as confirmed";

/// One statement for every kind of target: its row, the client it belongs to, the map it is on, the assignment.
/// The organisation, the id, the coach and the instant as $1 to $4, but the organisation may be something else.
fn statement(target: Target, organisation: &str) -> (String, Uuid) {
    let person_private = person_private("t");
    // No author: a null of the right type on both databases.
    const NOBODY: &str = "nullif(c.id, c.id)";
    const ON_MAP: &str =
        "join map m on m.organisation_id = t.organisation_id and m.client_id = t.client_id and m.id = t.map_id";
    let (table, id, client, map, private, author) = match target {
        Target::Client(id) => ("client", id.0, "t.id", "", "1 = 0", NOBODY),
        Target::Assignment(id) => ("assignment", id.0, "t.client_id", "", "1 = 0", NOBODY),
        Target::Person(id) => ("person", id.0, "t.client_id", "", person_private.as_str(), NOBODY),
        Target::Map(id) => ("map", id.0, "t.client_id", "", "t.private", NOBODY),
        Target::Supporter(id) => ("supporter", id.0, "t.client_id", ON_MAP, "m.private", NOBODY),
        Target::Tie(id) => ("tie", id.0, "t.client_id", ON_MAP, "m.private", NOBODY),
        Target::Agreement(id) => ("agreement", id.0, "t.client_id", ON_MAP, "m.private", NOBODY),
        Target::Reflection(id) => ("reflection", id.0, "t.client_id", ON_MAP, "m.private", NOBODY),
        Target::Card(id) => ("card", id.0, "t.client_id", ON_MAP, "m.private", NOBODY),
        Target::CoachNote(id) => ("coach_note", id.0, "t.client_id", "", "1 = 0", "t.author_id"),
    };
    let assigned = assigned("c.organisation_id", "c.id", "$3", "$4");
    let sql = format!(
        "select c.id as client_id, {LOG_IN}, {private} as private, {author} as author_id,
            {assigned} as assigned
        from {table} t {map}
        join client c on c.organisation_id = t.organisation_id and c.id = {client}
        where t.organisation_id = {organisation} and t.id = $2"
    );
    (sql, id)
}

/// Whether the person of this row is on maps and every one of those is private: otherwise the list of persons would
/// tell the coach who is on a map the client keeps to themself.
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

/// Whether this coach is assigned to the client at this instant.
pub(super) fn assigned(organisation: &str, client: &str, coach: &str, at: &str) -> String {
    format!(
        "exists (select 1 from assignment a
            where a.organisation_id = {organisation} and a.client_id = {client} and a.coach_id = {coach}
            and a.starts_at <= {at} and (a.ends_at is null or a.ends_at > {at}))"
    )
}

/// The columns of [`Facts`], of a map `m` and its client `c`, for this coach at this instant.
pub(super) fn columns_of_facts(coach: &str, at: &str) -> String {
    let assigned = assigned("m.organisation_id", "m.client_id", coach, at);
    format!("m.client_id, m.private, {LOG_IN}, {assigned} as assigned")
}

/// Asks for the facts before it is known who calls, in the organisation of the session, right behind the statement that says so: nothing
/// is found where that finds nobody.
pub(crate) fn facts_of_session(backend: DatabaseBackend, caller: &Caller, target: Target, at: DateTime<Utc>) -> Ask {
    let organisation = if backend == DatabaseBackend::Postgres {
        // As that statement has set it.
        "nullif(current_setting('app.org_id', true), '')::uuid"
    } else {
        "(select session.organisation_id from session where session.id = $1)"
    };
    let (sql, id) = statement(target, organisation);
    Ask::new(sql, [caller.session.0.into(), id.into(), caller.user.0.into(), at.into()])
}

/// The facts of an answer.
pub(crate) fn facts_of(row: &Row) -> Result<ClientFacts> {
    let author: Option<Uuid> = row.get("author_id")?;
    Ok(ClientFacts { author: author.map(Into::into), ..Facts::from_row(row)?.into() })
}

#[async_trait]
impl Access for Unit {
    async fn facts(&mut self, target: Target, user: UserId, at: DateTime<Utc>) -> Result<Option<ClientFacts>> {
        let (sql, id) = statement(target, "$1");
        let values = [self.organisation().0.into(), id.into(), user.0.into(), at.into()];
        self.row::<Row>(sql, values).await?.as_ref().map(facts_of).transpose()
    }
}
