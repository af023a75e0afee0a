//! Reads from a streaming replica, of what the primary has authorized and in that version only (docs/adr/0017).
//!
//! The primary says in one statement who the caller is, the attributes that the rules need, and the version of the map. The
//! replica answers with the map in this very version or not at all. Every change of a map counts in its version, so what was
//! acknowledged before is in it, and what came after the check is not.

use super::whole_map::{columns, together};
use crate::connect::{ConnectError, Settings, postgres, refuse_powerful_role};
use crate::engine::{Ask, Engine};
use domain::maps::{Revision, WholeMap};
use domain::{MapId, OrganisationId};
use sea_orm::DatabaseBackend;
use secrecy::ExposeSecret;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::OnceCell;

/// How long a read waits for the replica before it goes to the primary.
const TIMEOUT: Duration = Duration::from_millis(500);
/// How long a replica that did not answer is left alone.
const REST: Duration = Duration::from_secs(5);

/// A replica. It can be asked for the data of a version and for nothing else: no session, no membership, no assignment.
#[derive(Debug)]
pub(crate) struct Replica {
    engine: Engine,
    /// Once its role is known to be bound by row-level security.
    bound: OnceCell<()>,
    rests_until: Mutex<Option<Instant>>,
}

/// The map in one version, of the replica, under row-level security: the organisation, the map and its revision as $1 to $4.
static DATA: LazyLock<String> = LazyLock::new(|| {
    let columns = columns(DatabaseBackend::Postgres);
    format!(
        "with scope as materialized (
            select $1::uuid as organisation_id, set_config('app.org_id', $1::uuid::text, true))
        select shown.* from scope cross join lateral (select {columns}
            from map m where m.organisation_id = scope.organisation_id and m.id = $2 and m.version = $3 and m.updated_at = $4
            limit 1) shown"
    )
});

impl Replica {
    /// The replica of these settings, if they name one and are PostgreSQL's. One that is away is looked for again later.
    pub(crate) async fn of(settings: &Settings) -> Result<Option<Self>, ConnectError> {
        let postgres_url =
            settings.replica_url.as_ref().filter(|_| !settings.url.expose_secret().starts_with("sqlite:"));
        let Some(url) = postgres_url else { return Ok(None) };
        let replica = Self {
            engine: postgres(settings, url.expose_secret(), TIMEOUT)?,
            bound: OnceCell::new(),
            rests_until: Mutex::default(),
        };
        match replica.bound().await {
            Err(error @ ConnectError::RoleTooPowerful(_)) => Err(error),
            Err(error) => {
                tracing::warn!(%error, "the replica does not answer; reads go to the primary");
                Ok(Some(replica))
            }
            Ok(()) => Ok(Some(replica)),
        }
    }

    async fn bound(&self) -> Result<(), ConnectError> {
        self.bound.get_or_try_init(|| refuse_powerful_role(&self.engine)).await.copied()
    }

    /// Whether it is asked: it answered the last time, or has rested and this is the one request that tries again.
    pub(crate) fn asked(&self) -> bool {
        let mut rests_until = self.rests_until();
        match *rests_until {
            None => true,
            Some(until) if until > Instant::now() => {
                count("primary");
                false
            }
            Some(_) => {
                *rests_until = Some(Instant::now() + REST);
                true
            }
        }
    }

    fn rests_until(&self) -> MutexGuard<'_, Option<Instant>> {
        self.rests_until.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Ends every connection.
    pub(crate) async fn close(&self) {
        self.engine.close().await;
    }

    /// The map in this revision, if the replica answers and has it.
    pub(super) async fn whole_map(
        &self,
        organisation: OrganisationId,
        id: MapId,
        revision: Revision,
    ) -> Option<WholeMap> {
        let read = tokio::time::timeout(TIMEOUT, self.read(organisation, id, revision)).await;
        let read = read.unwrap_or_else(|_| Err(ConnectError::Late));
        *self.rests_until() = read.is_err().then(|| Instant::now() + REST);
        let map = read.unwrap_or_else(|error| {
            tracing::warn!(%error, "the replica does not answer; reads go to the primary");
            None
        });
        count(if map.is_some() { "replica" } else { "primary" });
        map
    }

    async fn read(
        &self,
        organisation: OrganisationId,
        id: MapId,
        revision: Revision,
    ) -> Result<Option<WholeMap>, ConnectError> {
        self.bound().await?;
        let values = [organisation.0.into(), id.0.into(), revision.version.into(), revision.updated_at.into()];
        let row = self.engine.alone(Ask::new(DATA.as_str(), values)).await?.rows.pop();
        Ok(row.and_then(|row| together(&row).ok()))
    }
}

/// By whom a read that could go to the replica was answered.
fn count(answered_by: &'static str) {
    metrics::counter!("replica_reads_total", "answered_by" => answered_by).increment(1);
}
