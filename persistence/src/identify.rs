//! Recognising the caller: the first statement of every unit of work, and the only one before its scope. A hot read is
//! joined to it and takes no other statement.

use crate::dialect::Sql;
use crate::engine::{Ask, Row};
use crate::replay;
use crate::repository::{facts_of, facts_of_session};
use crate::transaction::Transaction;
use chrono::{DateTime, Duration, Utc};
use domain::access::{ClientFacts, Identity, Roles, Target};
use domain::{Caller, Error, Replay, Result, TimeZone};
use sea_orm::DatabaseBackend;
use std::sync::LazyLock;
use uuid::Uuid;

/// How long an idempotent request is replayed.
pub(crate) const REPLAYED_FOR: Duration = Duration::hours(24);

/// Who it is, from the columns of [`CALLER`] and [`standby`].
///
/// # Errors
/// [`Error::Unavailable`] if a replica said so: it may not know yet what was taken away.
pub(crate) fn identity(row: &Row, caller: &Caller) -> Result<Identity> {
    refuse_standby(row.get("standby")?)?;
    let member_of: Option<Uuid> = row.get("member_of")?;
    let role = |name| Ok::<_, Error>(row.get::<Option<bool>>(name)?.unwrap_or_default());
    Ok(Identity {
        session: caller.session,
        user: caller.user,
        operator: row.get("operator")?,
        organisation: member_of.map(Into::into),
        roles: Roles { admin: role("admin")?, coach: role("coach")?, client: role("client")? },
    })
}

/// Nothing is authorized from a replica, wherever an address or a proxy may lead.
pub(crate) fn refuse_standby(standby: bool) -> Result<()> {
    if standby { Err(Error::Unavailable("the address of the data leads to a replica".into())) } else { Ok(()) }
}

/// Whether this server is a replica, as a column.
pub(crate) fn standby(backend: DatabaseBackend) -> &'static str {
    if backend == DatabaseBackend::Postgres { "pg_is_in_recovery() as standby" } else { "1 = 0 as standby" }
}

/// What is read of the caller.
const CALLER: &str =
    "membership.organisation_id as member_of, caller.operator, membership.admin, membership.coach, membership.client";

/// The caller: the live session and its user; on PostgreSQL, the settings that row-level security reads, for this
/// transaction only; the membership of an active organisation; and more columns from what is joined to it. Takes
/// the session, the user and the instant as $1, $2 and $3.
///
/// Fails closed: were the planner to look at a protected table before the settings are made, it would see no rows.
/// `limit 1` keeps the sub-selects from being flattened into a join whose order is free.
pub(crate) fn of_caller(backend: DatabaseBackend, columns: &str, joined: &str) -> String {
    let (session, member, standby) = (session(backend), membership(backend), standby(backend));
    format!("with {session} select {CALLER}, {standby}, {columns} from caller left join {member} {joined}")
}

/// The live session and its user, as the common table expression `caller`.
fn session(backend: DatabaseBackend) -> String {
    let (materialized, settings) = if backend == DatabaseBackend::Postgres {
        (
            "materialized",
            ", set_config('app.user_id', s.user_id::text, true),
               set_config('app.org_id', coalesce(s.organisation_id::text, ''), true),
               set_config('app.operator', case when u.operator then 'on' else '' end, true)",
        )
    } else {
        ("", "")
    };
    format!(
        "caller as {materialized} (
            select s.user_id, s.organisation_id, u.operator {settings}
            from session s join user_account u on u.id = s.user_id
            where s.id = $1 and s.user_id = $2 and s.ended_at is null and s.expires_at > $3)"
    )
}

/// The `membership` of the caller, to be joined.
fn membership(backend: DatabaseBackend) -> &'static str {
    // SQLite has no lateral joins: there the conditions stand outside, and a join in parentheses would be made of all
    // organisations first.
    if backend == DatabaseBackend::Postgres {
        "lateral (select admin, coach, client, i.organisation_id, o.time_zone
              from member i join organisation o on o.id = i.organisation_id
              where i.organisation_id = caller.organisation_id and i.user_id = caller.user_id and o.status = 'active'
              limit 1) membership on true"
    } else {
        "member membership
              on membership.organisation_id = caller.organisation_id and membership.user_id = caller.user_id
              and exists (select 1 from organisation o where o.id = membership.organisation_id and o.status = 'active')"
    }
}

/// The caller of a unit of work, the time zone of their organisation, the facts about what the request is about, and what the same
/// idempotent request was answered.
pub(crate) struct Identified {
    pub(crate) identity: Identity,
    pub(crate) time_zone: TimeZone,
    pub(crate) facts: Option<ClientFacts>,
    pub(crate) replay: Option<Replay>,
}

static STATEMENT: LazyLock<Sql> = LazyLock::new(|| Sql::new(statement));

/// Besides the caller, the organisation's time zone and the answer to the same idempotent request.
fn statement(backend: DatabaseBackend) -> String {
    let postgres = backend == DatabaseBackend::Postgres;
    let time_zone = if postgres {
        "membership.time_zone"
    } else {
        "(select o.time_zone from organisation o where o.id = membership.organisation_id) as time_zone"
    };
    let kept = if postgres {
        "left join lateral (select fingerprint, outcome from idempotency i
            where i.user_id = caller.user_id and i.key_hash = $4 and i.created_at > $5 limit 1) kept on true"
    } else {
        "left join idempotency kept on kept.user_id = caller.user_id and kept.key_hash = $4 and kept.created_at > $5"
    };
    of_caller(backend, &format!("{time_zone}, kept.fingerprint, kept.outcome"), kept)
}

pub(crate) async fn identify(
    transaction: &mut Transaction,
    caller: &Caller,
    about: Option<Target>,
    at: DateTime<Utc>,
) -> Result<Identified> {
    let (key, backend) = (caller.idempotency.as_ref(), transaction.backend());
    let key = key.map(|key| replay::key_hash(caller.user, key));
    let values = [caller.session.0.into(), caller.user.0.into(), at.into(), key.into(), (at - REPLAYED_FOR).into()];
    let mut asks = vec![Ask::new(STATEMENT.on(backend), values)];
    asks.extend(about.map(|target| facts_of_session(backend, caller, target, at)));
    let mut rows = transaction.first_rows(asks).await?.into_iter();
    let row = rows.next().flatten().ok_or(Error::Unauthenticated)?;
    let facts = rows.next().flatten().as_ref().map(facts_of).transpose()?;
    let identity = identity(&row, caller)?;
    let time_zone = row.get::<Option<String>>("time_zone")?.map(TimeZone::try_from).transpose();
    let time_zone = time_zone.map_err(Error::internal)?.unwrap_or_default();
    let (fingerprint, outcome) = (row.get::<Option<Vec<u8>>>("fingerprint")?, row.get("outcome")?);
    let replay = match (&caller.idempotency, fingerprint, outcome) {
        (Some(key), Some(fingerprint), Some(_)) if fingerprint != replay::fingerprint(key, identity.organisation) => {
            return Err(Error::IdempotencyKeyReused);
        }
        (Some(key), Some(_), Some::<Vec<u8>>(outcome)) => Some(replay::open(caller.user, key, &outcome)?),
        _ => None,
    };
    Ok(Identified { identity, time_zone, facts, replay })
}
