//! Reads whole maps from a streaming replica, after the primary has authorized the caller (docs/adr/0017).
//!
//! The first statement, on the primary, returns the caller, the attributes and the version of the map. The replica returns the
//! map in this version or nothing. Every change bumps the version, so the map has every acknowledged change and none after the
//! authorization.

use super::whole_map::{columns, together};
use crate::connect::{ConnectError, Settings, postgres, refuse_powerful_role};
use crate::encryption::ClientKey;
use crate::engine::{Ask, Engine};
use domain::MapId;
use domain::maps::{Revision, WholeMap};
use sea_orm::DatabaseBackend;
use secrecy::ExposeSecret;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::OnceCell;

/// How long a read waits for the replica before it goes to the primary.
const TIMEOUT: Duration = Duration::from_millis(500);
/// How long a replica is not used after it did not answer.
const COOLDOWN: Duration = Duration::from_secs(5);

/// A replica, which reads the data of a map's version and nothing that authorizes: no session, membership or assignment.
#[derive(Debug)]
pub(crate) struct Replica {
    engine: Engine,
    /// Set once the role is known to be bound by row-level security.
    bound: OnceCell<()>,
    cooldown_until: Mutex<Option<Instant>>,
}

/// Reads a map in one version under row-level security. $1 to $4 are the organisation, the map and its revision.
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
    /// Connects to the replica of the settings, if they have one. If it cannot be reached, reads try again later.
    pub(crate) async fn of(settings: &Settings) -> Result<Option<Self>, ConnectError> {
        let postgres_url =
            settings.replica_url.as_ref().filter(|_| !settings.url.expose_secret().starts_with("sqlite:"));
        let Some(url) = postgres_url else { return Ok(None) };
        let replica = Self {
            engine: postgres(settings, url.expose_secret(), TIMEOUT)?,
            bound: OnceCell::new(),
            cooldown_until: Mutex::default(),
        };
        match replica.bound().await {
            Err(error @ ConnectError::RoleTooPowerful(_)) => Err(error),
            Err(error) => {
                tracing::warn!(%error, "the replica does not answer; the primary serves its reads");
                Ok(Some(replica))
            }
            Ok(()) => Ok(Some(replica)),
        }
    }

    async fn bound(&self) -> Result<(), ConnectError> {
        self.bound.get_or_try_init(|| refuse_powerful_role(&self.engine)).await.copied()
    }

    /// Whether to use it: it answered the last time, or the cooldown is over and this request tries again.
    pub(crate) fn asked(&self) -> bool {
        let mut cooldown_until = self.cooldown_until();
        match *cooldown_until {
            None => true,
            Some(until) if until > Instant::now() => {
                count("primary");
                false
            }
            Some(_) => {
                *cooldown_until = Some(Instant::now() + COOLDOWN);
                true
            }
        }
    }

    fn cooldown_until(&self) -> MutexGuard<'_, Option<Instant>> {
        self.cooldown_until.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Closes every connection.
    pub(crate) async fn close(&self) {
        self.engine.close().await;
    }

    /// The map in this revision, if the replica has it and answers in time.
    pub(super) async fn whole_map(&self, key: &ClientKey, id: MapId, revision: Revision) -> Option<WholeMap> {
        let read = tokio::time::timeout(TIMEOUT, self.read(key, id, revision)).await;
        let read = read.unwrap_or_else(|_| Err(ConnectError::Late));
        *self.cooldown_until() = read.is_err().then(|| Instant::now() + COOLDOWN);
        let map = read.unwrap_or_else(|error| {
            tracing::warn!(%error, "the replica does not answer; the primary serves its reads");
            None
        });
        count(if map.is_some() { "replica" } else { "primary" });
        map
    }

    async fn read(&self, key: &ClientKey, id: MapId, revision: Revision) -> Result<Option<WholeMap>, ConnectError> {
        self.bound().await?;
        let values = [key.organisation().0.into(), id.0.into(), revision.version.into(), revision.updated_at.into()];
        let row = self.engine.alone(Ask::new(DATA.as_str(), values)).await?.rows.pop();
        Ok(row.and_then(|row| together(key, &row).ok()))
    }
}

/// Counts a read that could use the replica, by the server that answered it.
fn count(answered_by: &'static str) {
    metrics::counter!("replica_reads_total", "answered_by" => answered_by).increment(1);
}
