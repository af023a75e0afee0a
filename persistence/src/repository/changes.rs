//! The events of a user's clients, and what the user may see: two statements in one flight.
//!
//! What the user may see is read after the events, so that no event is shown of something that was hidden meanwhile.

use super::access::{assigned, attributes};
use super::convert::named;
use crate::authentication::CallerKind;
use crate::dialect::Sql;
use crate::engine::Row;
use crate::event_reader::cursor;
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::Action;
use domain::events::{Candidate, Changes, ClientEvent, Cursor, Reading};
use domain::maps::LastChange;
use domain::{Result, UserId};
use sea_orm::DatabaseBackend;
use std::sync::LazyLock;
use uuid::Uuid;

/// The maximum of events read at a time.
const AT_ONCE: usize = 500;
/// How far back events are read, in transactions of the server on PostgreSQL and in events of all organisations on SQLite. No
/// index of events leads with the organisation.
const WITHIN: i64 = 50_000;
/// The maximum of clients and maps that one user follows.
const FOLLOWED: usize = 10_000;
/// A cursor after every event.
const NEVER: Cursor = Cursor { transaction: i64::MAX, position: i64::MAX };

/// The clients that the user `$2` coaches or is at `$3`.
const MINE: &str = "select a.client_id as id from assignment a
        where a.organisation_id = $1 and a.coach_id = $2 and a.starts_at <= $3 and (a.ends_at is null or a.ends_at > $3)
    union select c.id from client c where c.organisation_id = $1 and c.user_id = $2";

/// The clients who consented that the integration `$2` reads their cards.
const CONSENTING: &str = "select k.client_id as id from consent k where k.organisation_id = $1 and k.receiver_id = $2
        and k.purpose = 'read-cards' and k.withdrawn_at is null and k.given_at <= $3";

/// Both statements for one kind of caller.
struct Statements {
    events: Sql,
    visible: Sql,
}

impl Statements {
    fn of(clients: &str, consented: &str) -> Self {
        Self {
            events: Sql::new(|backend| events(backend, clients)),
            visible: Sql::new(|_| visible(clients, consented)),
        }
    }
}

static OF_PERSON: LazyLock<Statements> = LazyLock::new(|| Statements::of(MINE, "1 = 0"));
static OF_INTEGRATION: LazyLock<Statements> = LazyLock::new(|| Statements::of(CONSENTING, "1 = 1"));

/// The events after a cursor. Each row begins with the horizon of readable events; without events there is one row.
fn events(backend: DatabaseBackend, clients: &str) -> String {
    let (now, lateral, xid, beyond) = if backend == DatabaseBackend::Postgres {
        (
            "select s.xmin, s.xmin::text::bigint as reached_xid, cast(0 as bigint) as reached_position,
                exists (select 1 from event p where p.organisation_id = $1 and p.xid >= s.xmin) as pending
            from (select pg_snapshot_xmin(pg_current_snapshot()) as xmin) s",
            "lateral",
            "e.xid::text::bigint",
            format!(
                "(e.xid, e.position) > ($4::bigint::text::xid8, $5) and e.xid < now.xmin
                    and now.reached_xid - $4 < {WITHIN} order by e.xid, e.position"
            ),
        )
    } else {
        (
            "select 0 as reached_xid, coalesce(max(position), 0) as reached_position, 1 = 0 as pending from event",
            "",
            "0",
            format!("e.position > $4 and $4 > (select max(position) from event) - {WITHIN} order by e.position"),
        )
    };
    format!(
        "with mine as ({clients}), now as ({now})
        select now.reached_xid, now.reached_position, now.pending, e.*, u.id as by_id, u.name as by_name
        from now left join {lateral} (
            select {xid} as xid, e.position, e.action, e.actor_id, e.client_id, e.map_id, e.change_id from event e
            where e.organisation_id = $1 and e.client_id in (select id from mine) and {beyond} limit {AT_ONCE}) e on 1 = 1
            left join user_account u on u.id = e.actor_id
        order by e.xid, e.position"
    )
}

/// The maps of the clients with their last change; a client without maps has one row.
fn visible(clients: &str, consented: &str) -> String {
    let assigned = assigned("$1", "c.id", "$2", "$3");
    format!(
        "with mine as ({clients})
        select c.id as client_id, c.user_id, c.login_confirmed as confirmed, c.restricted, {assigned} as assigned, {consented} as consented,
            coalesce(m.private, 1 = 0) as private, nullif(c.id, c.id) as author_id,
            m.id as map_id, m.version as map_version, m.updated_at as map_updated_at, m.change_id,
            m.updated_by as by_id, u.name as by_name
        from mine join client c on c.organisation_id = $1 and c.id = mine.id
            left join map m on m.organisation_id = $1 and m.client_id = c.id
            left join user_account u on u.id = m.updated_by
        order by c.id, m.id limit {FOLLOWED}"
    )
}

#[async_trait]
impl Changes for Unit {
    async fn since(&mut self, after: Option<Cursor>, user: UserId, at: DateTime<Utc>) -> Result<Reading> {
        let backend = self.backend();
        let statements = match self.caller_kind() {
            CallerKind::Person => &*OF_PERSON,
            CallerKind::Integration => &*OF_INTEGRATION,
        };
        let Cursor { transaction, position } = after.unwrap_or(NEVER);
        let beyond = if backend == DatabaseBackend::Postgres { vec![transaction, position] } else { vec![position] };
        let values = [user.0.into(), at.into()].into_iter().chain(beyond.into_iter().map(Into::into));
        let asks = [
            self.statement(statements.events.on(backend).to_owned(), values),
            self.statement(statements.visible.on(backend).to_owned(), [user.0.into(), at.into()]),
        ];
        let [events, visible] = self.transaction().ask_all(asks).await?.map(|answer| answer.rows);
        let candidates = visible.iter().map(candidate).collect::<Result<Vec<_>>>()?;
        Ok(Reading { candidates: candidates.into_iter().flatten().collect(), ..reading(&events, after)? })
    }
}

/// Reads the answer to [`events`].
fn reading(rows: &[Row], after: Option<Cursor>) -> Result<Reading> {
    let first = rows.first().ok_or_else(|| domain::Error::internal("the query of events returned no row"))?;
    let now = Cursor { transaction: first.get("reached_xid")?, position: first.get("reached_position")? };
    let far = |after: Cursor| {
        after > now || now.transaction - after.transaction >= WITHIN || now.position - after.position >= WITHIN
    };
    let is_event = first.get::<Option<String>>("action")?.is_some();
    let events = if is_event { rows } else { &[] };
    let more = events.len() >= AT_ONCE;
    Ok(Reading {
        reached: if let (true, Some(last)) = (more, events.last()) { cursor(last)? } else { now },
        more,
        pending: first.get("pending")?,
        lost: after.is_some_and(far),
        events: events.iter().map(event).collect::<Result<_>>()?,
        candidates: Vec::new(),
    })
}

fn event(row: &Row) -> Result<ClientEvent> {
    Ok(ClientEvent {
        action: Action::named(&row.get::<String>("action")?),
        client: row.get::<Uuid>("client_id")?.into(),
        map: row.get::<Option<Uuid>>("map_id")?.map(Into::into),
        by: named(row.get("by_id")?, row.get("by_name")?)?,
        request: row.get("change_id")?,
    })
}

fn candidate(row: &Row) -> Result<Option<Candidate>> {
    let Some(attributes) = attributes(row)? else { return Ok(None) };
    let last_change = attributes.map.map(|map| {
        let by = named(row.get("by_id")?, row.get("by_name")?)?;
        Ok::<_, domain::Error>(LastChange { version: map.revision.version, by, request: row.get("change_id")? })
    });
    Ok(Some(Candidate { attributes, last_change: last_change.transpose()? }))
}
