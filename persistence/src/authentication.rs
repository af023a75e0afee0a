//! Authenticates the caller, with the first statement of every unit of work.

use crate::dialect::Sql;
use crate::encryption::EncryptedKey;
use crate::engine::{Ask, Row};
use crate::integration_caller;
use crate::repository::{attributes, attributes_of, text, word};
use crate::stored_response;
use chrono::{DateTime, Duration, Utc};
use domain::access::{Attributes, Identity, Principal, Resource, Roles, SessionConfirmation, Target};
use domain::ports::StoredResponse;
use domain::sessions::Factors;
use domain::{Caller, Error, IdempotencyKey, Result, ShortText, TimeZone, UserId};
use sea_orm::DatabaseBackend;
use std::collections::HashMap;
use std::sync::LazyLock;
use uuid::Uuid;

/// How long a stored response is replayed.
pub(crate) const REPLAYED_FOR: Duration = Duration::hours(24);

/// The kinds of caller: each is authenticated by its own statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum CallerKind {
    Person,
    Integration,
}

impl CallerKind {
    pub(crate) fn of(caller: &Caller) -> Self {
        if caller.integration.is_some() { Self::Integration } else { Self::Person }
    }
}

/// The person who calls, from the columns of [`CALLER`].
///
/// # Errors
/// [`Error::SecondFactorRequired`].
fn person(row: &Row, caller: &Caller, at: DateTime<Utc>) -> Result<Principal> {
    // The rights are withheld by the statement; this says why.
    if row.get("lacks_factor")? {
        return Err(Error::SecondFactorRequired);
    }
    let kind = word(&row.get::<String>("session_kind")?)?;
    let member_of: Option<Uuid> = row.get("member_of")?;
    let role = |name| Ok::<_, Error>(row.get::<Option<bool>>(name)?.unwrap_or_default());
    Ok(Principal::Person(Identity {
        session: caller.session,
        user: caller.user,
        operator: row.get("operator")?,
        organisation: member_of.map(Into::into),
        roles: Roles { admin: role("admin")?, coach: role("coach")?, client: role("client")? },
        confirmation: SessionConfirmation::new(kind, row.get("confirmed_at")?, at),
    }))
}

/// Refuses to authorize from a replica, to which a wrong address or a proxy can lead.
pub(crate) fn refuse_standby(standby: bool) -> Result<()> {
    if standby {
        Err(Error::Unavailable("OMRINGD_DATABASE_URL leads to a replica; it must lead to the primary".into()))
    } else {
        Ok(())
    }
}

/// A column that says whether this server is a replica.
pub(crate) fn standby(backend: DatabaseBackend) -> &'static str {
    if backend == DatabaseBackend::Postgres { "pg_is_in_recovery() as standby" } else { "1 = 0 as standby" }
}

/// The columns of the caller and their membership. `lacks_factor` says whether rights are withheld from the session for want
/// of a second factor.
const CALLER: &str = "membership.organisation_id as member_of, caller.name as caller_name, caller.operator,
    membership.admin, membership.coach, (membership.client and caller.confined_to is null) as client, caller.kind as session_kind, caller.confirmed_at,
    (not caller.complete or (membership.organisation_id is null and not caller.proven and exists (
        select 1 from member m join organisation o on o.id = m.organisation_id
        where m.organisation_id = caller.organisation_id and m.user_id = caller.user_id and o.status = 'active'
            and {CONFINED}
    ))) as lacks_factor";

/// A statement that reads the live session, its user and the membership of an active organisation, with more `columns` from
/// what is `joined`.
///
/// $1 to $3 are the session, the user and the instant. On PostgreSQL it also makes the settings that row-level security
/// reads, for this transaction. It fails closed: if the planner read a protected table before the settings are made, it would
/// find no rows. `limit 1` keeps PostgreSQL from flattening the sub-selects into a join of any order.
pub(crate) fn of_caller(backend: DatabaseBackend, columns: &str, joined: &str) -> String {
    let [member, caller] = [membership(backend), CALLER].map(|text| text.replace("{CONFINED}", CONFINED));
    let (session, standby) = (session(backend), standby(backend));
    format!("with {session} select {caller}, {standby}, {columns} from caller left join {member} {joined}")
}

/// Whether session `s` has the second factor that its account has or needs.
const COMPLETE: &str = "({PROVEN} or not (u.has_second_factor or u.needs_second_factor))";

/// Whether a second factor was given in session `s`.
pub(crate) fn proven() -> String {
    format!("((s.factors & {}) <> 0)", Factors::SECOND)
}

/// The common table expression `caller`: the live session and its user. A session that lacks the second factor of its
/// account gives no right: it is in no organisation, and its user is no operator.
///
/// A session that an identity provider began is confined to the provider's organisation. There its user has the roles of
/// staff only: an administrator could make the provider assert a client.
fn session(backend: DatabaseBackend) -> String {
    let proven = proven();
    let complete = COMPLETE.replace("{PROVEN}", &proven);
    let (materialized, settings, sessions) = if backend == DatabaseBackend::Postgres {
        let settings = format!(
            ", set_config('app.org_id', case when {complete} then coalesce(s.organisation_id::text, '') else '' end, true),
               set_config('app.operator', case when u.operator and {complete} and s.confined_to is null then 'on' else '' end, true)"
        );
        // Row-level security shows the session to the user whom the token names. The join makes it wait for the setting.
        let own = "(select set_config('app.user_id', ($2::uuid)::text, true)::uuid as id limit 1) caller_id
            join lateral (select * from session s where s.id = $1 and s.user_id = caller_id.id limit 1) s on true";
        ("materialized", settings, own)
    } else {
        ("", String::new(), "session s")
    };
    format!(
        "caller as {materialized} (
            select s.user_id, s.organisation_id, s.confined_to, s.identity_id, u.name, s.kind, s.confirmed_at, {proven} as proven,
                {complete} as complete, (u.operator and {complete} and s.confined_to is null) as operator {settings}
            from {sessions} join user_account u on u.id = s.user_id
            where s.id = $1 and s.user_id = $2 and s.ended_at is null and s.expires_at > $3 and u.disabled_at is null)"
    )
}

/// Whether a session that a provider began still rests on it: in its organisation, the identity linked, the provider enabled.
const CONFINED: &str = "(caller.confined_to is null or caller.confined_to = caller.organisation_id and exists (
        select 1 from provider_identity pi
        join identity_provider ip on ip.organisation_id = pi.organisation_id and ip.id = pi.provider_id
        where pi.organisation_id = caller.confined_to and pi.id = caller.identity_id and pi.user_id = caller.user_id
            and ip.enabled))";

/// A join of the caller's `membership`: none in a session that lacks a second factor which the caller's role needs.
fn membership(backend: DatabaseBackend) -> &'static str {
    // SQLite has no lateral joins, and it would compute a join in parentheses for all organisations first.
    if backend == DatabaseBackend::Postgres {
        "lateral (select admin, coach, client, i.organisation_id, o.time_zone
              from member i join organisation o on o.id = i.organisation_id
              where i.organisation_id = caller.organisation_id and i.user_id = caller.user_id and o.status = 'active'
                  and {CONFINED}
                  and caller.complete and (caller.proven
                      or not (o.admins_need_second_factor and i.admin or o.coaches_need_second_factor and i.coach))
              limit 1) membership on true"
    } else {
        "member membership
              on membership.organisation_id = caller.organisation_id and membership.user_id = caller.user_id
              and {CONFINED}
              and caller.complete and exists (
                  select 1 from organisation o where o.id = membership.organisation_id and o.status = 'active'
                  and (caller.proven or not (o.admins_need_second_factor and membership.admin
                      or o.coaches_need_second_factor and membership.coach)))"
    }
}

/// What the first statement of a unit of work finds.
pub(crate) struct Identified {
    pub(crate) principal: Principal,
    /// The name of the user or the integration.
    pub(crate) name: ShortText,
    /// The time zone of the caller's organisation.
    pub(crate) time_zone: TimeZone,
    /// The attributes of the target.
    pub(crate) attributes: Option<Attributes>,
    /// The key of the client to whom the target belongs.
    pub(crate) key: Option<EncryptedKey>,
    /// The stored response to the same idempotent request.
    pub(crate) stored: Option<StoredResponse>,
}

/// The kind of caller, the kind of target, if any, and whether the request has an idempotency key: each combination has its
/// own statement.
type About = (CallerKind, Option<Resource>, bool);

static STATEMENTS: LazyLock<HashMap<About, Sql>> = LazyLock::new(|| {
    let resources = Resource::ALL.iter().copied().map(Some).chain([None]);
    let kinds = [CallerKind::Person, CallerKind::Integration];
    let keyed = resources.flat_map(|resource| [(resource, false), (resource, true)]);
    let abouts = keyed.flat_map(|(resource, keyed)| kinds.map(|by| (by, resource, keyed)));
    abouts.map(|about| (about, Sql::new(|backend| statement(backend, about)))).collect()
});

/// Reads the caller, the organisation's time zone, the attributes of the target and the stored response.
///
/// $4 is the id of the target, if there is one; the last two parameters are the hash of the key and the earliest instant.
fn statement(backend: DatabaseBackend, (by, resource, is_keyed): About) -> String {
    let postgres = backend == DatabaseBackend::Postgres;
    let time_zone = if postgres {
        "membership.time_zone"
    } else {
        "(select o.time_zone from organisation o where o.id = membership.organisation_id) as time_zone"
    };
    let (mut columns, mut joined) = (time_zone.to_owned(), String::new());
    let target = resource.and_then(|resource| attributes_of(resource, by, "membership.organisation_id", "$4"));
    let (key, since) = if target.is_some() { ("$5", "$6") } else { ("$4", "$5") };
    if let Some(target) = target {
        if postgres {
            columns.push_str(", shown.*");
            joined.push_str(&format!(" left join lateral ({} limit 1) shown on true", target.select()));
        } else {
            columns.push_str(&format!(", {}", target.columns));
            joined.push_str(&target.left_joins());
        }
    }
    if is_keyed {
        columns.push_str(", kept.fingerprint, kept.outcome");
        joined.push_str(&if postgres {
            format!(
                " left join lateral (select fingerprint, outcome from idempotency i
                    where i.user_id = caller.user_id and i.key_hash = {key} and i.created_at > {since} limit 1)
                    kept on true"
            )
        } else {
            format!(
                " left join idempotency kept
                    on kept.user_id = caller.user_id and kept.key_hash = {key} and kept.created_at > {since}"
            )
        });
    }
    match by {
        CallerKind::Person => of_caller(backend, &columns, &joined),
        CallerKind::Integration => integration_caller::statement(backend, &columns, &joined),
    }
}

/// The statement that identifies the caller.
pub(crate) fn identifying(
    backend: DatabaseBackend,
    caller: &Caller,
    on: Option<Target>,
    at: DateTime<Utc>,
) -> Result<Ask> {
    let about = (CallerKind::of(caller), on.map(Target::resource), caller.idempotency.is_some());
    let sql = STATEMENTS.get(&about).ok_or_else(|| Error::internal("no such target"))?.on(backend);
    let mut values = vec![caller.session.0.into(), caller.user.0.into(), at.into()];
    values.extend(on.map(|target| target.id().into()));
    if let Some(key) = &caller.idempotency {
        values.extend([stored_response::key_hash(caller.user, key).into(), (at - REPLAYED_FOR).into()]);
    }
    Ok(Ask::new(sql, values))
}

/// Reads the answer to [`identifying`].
///
/// # Errors
/// [`Error::Unauthenticated`]; [`Error::SecondFactorRequired`]; [`Error::Unavailable`] if a replica answered: it may not have received a revocation yet.
pub(crate) fn identified(
    row: Option<&Row>,
    caller: &Caller,
    on: Option<Target>,
    at: DateTime<Utc>,
) -> Result<Identified> {
    let row = row.ok_or(Error::Unauthenticated)?;
    refuse_standby(row.get("standby")?)?;
    let principal = match caller.integration {
        None => person(row, caller, at)?,
        Some(id) => integration_caller::principal(row, id)?,
    };
    let name = text(row.get("caller_name")?)?;
    let attributes = if on.is_some() { attributes(row)? } else { None };
    let key = attributes.map(|found| EncryptedKey::of(found.client_id, row)).transpose()?.flatten();
    let time_zone = row.get::<Option<String>>("time_zone")?.map(TimeZone::try_from).transpose();
    let time_zone = time_zone.map_err(Error::internal)?.unwrap_or_default();
    let stored =
        caller.idempotency.as_ref().map(|key| stored(row, caller.user, key, &principal)).transpose()?.flatten();
    Ok(Identified { principal, name, time_zone, attributes, key, stored })
}

/// The stored response to the request of this key.
fn stored(row: &Row, user: UserId, key: &IdempotencyKey, principal: &Principal) -> Result<Option<StoredResponse>> {
    let (fingerprint, outcome) = (row.get::<Option<Vec<u8>>>("fingerprint")?, row.get::<Option<Vec<u8>>>("outcome")?);
    let (Some(fingerprint), Some(outcome)) = (fingerprint, outcome) else { return Ok(None) };
    if fingerprint != stored_response::fingerprint(key, principal.organisation()) {
        return Err(Error::IdempotencyKeyReused);
    }
    stored_response::decrypt(user, key, &outcome).map(Some)
}
