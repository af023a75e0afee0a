//! Authenticates an integration: reads it anew at each request, so that a change applies to the next one.

use crate::authentication::standby;
use crate::engine::Row;
use crate::repository::scopes;
use domain::access::{Integration, Principal};
use domain::{Error, IntegrationId, Result};
use sea_orm::DatabaseBackend;
use uuid::Uuid;

/// A statement that reads the enabled integration `$1` and its active organisation, with more `columns` from what is
/// `joined`. `$2` is the same id and `$3` the instant, as in the statement for persons.
///
/// On PostgreSQL it first makes the setting with which row-level security shows an integration by its id, and then those of
/// its organisation. It fails closed, as the statement for persons does.
pub(crate) fn statement(backend: DatabaseBackend, columns: &str, joined: &str) -> String {
    let standby = standby(backend);
    let (caller, membership) =
        if backend == DatabaseBackend::Postgres { (POSTGRES, ACTIVE_POSTGRES) } else { (SQLITE, ACTIVE_SQLITE) };
    format!(
        "with {caller} select membership.organisation_id as member_of, caller.name as caller_name, caller.scopes, {standby},
            {columns}
        from caller left join {membership} {joined}"
    )
}

const POSTGRES: &str = "own as materialized (
        select $2::uuid as id, set_config('app.integration_id', $1::uuid::text, true)),
    caller as materialized (
        select i.id as user_id, i.organisation_id, i.name, i.scopes, set_config('app.user_id', i.id::text, true),
            set_config('app.org_id', i.organisation_id::text, true), set_config('app.operator', '', true)
        from own cross join lateral (
            select id, organisation_id, name, scopes from integration
            where id = own.id and enabled and created_at <= $3 limit 1) i)";

const ACTIVE_POSTGRES: &str = "lateral (select o.id as organisation_id, o.time_zone from organisation o
        where o.id = caller.organisation_id and o.status = 'active' limit 1) membership on true";

const SQLITE: &str = "caller as (
        select i.id as user_id, i.organisation_id, i.name, i.scopes from integration i
        where i.id = $1 and i.id = $2 and i.enabled and i.created_at <= $3)";

const ACTIVE_SQLITE: &str = "(select id as organisation_id from organisation where status = 'active') membership
        on membership.organisation_id = caller.organisation_id";

/// The integration that calls.
///
/// # Errors
/// [`Error::Unauthenticated`] if its organisation is suspended.
pub(crate) fn principal(row: &Row, id: IntegrationId) -> Result<Principal> {
    let organisation: Uuid = row.get::<Option<Uuid>>("member_of")?.ok_or(Error::Unauthenticated)?;
    let scopes = scopes(row.get("scopes")?)?;
    Ok(Principal::Integration(Integration { id, organisation: organisation.into(), scopes }))
}
