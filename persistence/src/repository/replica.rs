//! Reads from a streaming replica, of what the primary has given leave to and in that version only (docs/adr/0017).
//!
//! The primary says in one statement who the caller is, the facts that leave turns on, and the version of the map. The
//! replica answers with the map in this very version or not at all. Every change of a map counts in its version, so what was
//! acknowledged before is in it, and what came after the check is not.

use super::access::{Facts, assigned};
use super::whole_map::{Row, columns, together};
use crate::connect::{ConnectError, Settings, postgres, postgres_options, refuse_powerful_role};
use crate::error::from_db;
use crate::identify::{Recognised, of_caller};
use crate::pooler::{Preamble, preamble, query_one};
use crate::store::Database;
use chrono::{DateTime, Utc};
use domain::access::{ClientFacts, Sealed};
use domain::maps::WholeMap;
use domain::{Caller, Error, MapId, Result};
use sea_orm::{DatabaseBackend, DatabaseConnection, FromQueryResult, SqlxPostgresConnector, Statement};
use secrecy::ExposeSecret;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::OnceCell;
use uuid::Uuid;

/// How long a read waits for the replica before it goes to the primary.
const PATIENCE: Duration = Duration::from_millis(500);
/// How long a replica that did not answer is left alone.
const REST: Duration = Duration::from_secs(5);

/// A replica. It can be asked for the data of a version and for nothing else: no session, no membership, no assignment.
#[derive(Debug)]
pub(crate) struct Replica {
    connection: DatabaseConnection,
    preamble: Preamble,
    /// Once its role is known to be bound by row-level security.
    bound: OnceCell<()>,
    rests_until: Mutex<Option<Instant>>,
}

/// A map as the primary knows it: which version leave is asked for.
#[derive(Clone, Copy, FromQueryResult)]
struct Version {
    organisation_id: Uuid,
    id: Uuid,
    version: i64,
    updated_at: DateTime<Utc>,
}

/// The caller, the facts and the version, of the primary: the session, the user, the instant and the map as $1 to $4.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    let assigned = assigned("m.organisation_id", "m.client_id", "$2", "$3");
    let joined = format!(
        "left join lateral (select m.organisation_id, m.id, m.client_id, m.private, m.version, m.updated_at, c.user_id,
                {assigned} as assigned
            from map m join client c on c.organisation_id = m.organisation_id and c.id = m.client_id
            where m.organisation_id = membership.organisation_id and m.id = $4 limit 1) shown on true"
    );
    of_caller(DatabaseBackend::Postgres, "shown.*", &joined)
});

/// The map in one version, of the replica, under row-level security: the fields of [`Version`] as $1 to $4. Nobody is
/// assigned to anybody here: those facts are the primary's.
static DATA: LazyLock<String> = LazyLock::new(|| {
    let columns = columns(DatabaseBackend::Postgres, "null::uuid", "now()");
    format!(
        "with scope as materialized (
            select $1::uuid as organisation_id, set_config('app.org_id', $1::uuid::text, true))
        select shown.* from scope cross join lateral (select {columns}
            from map m join client c on c.organisation_id = m.organisation_id and c.id = m.client_id
            where m.organisation_id = scope.organisation_id and m.id = $2 and m.version = $3 and m.updated_at = $4
            limit 1) shown"
    )
});

impl Replica {
    /// The replica of these settings, if they name one and are PostgreSQL's. One that is away is looked for again later.
    pub(crate) async fn of(settings: &Settings) -> Result<Option<Self>, ConnectError> {
        let postgres_url =
            settings.replica_url.as_ref().filter(|_| !settings.url.expose_secret().starts_with("sqlite:"));
        let Some(url) = postgres_url else { return Ok(None) };
        let options = postgres_options(settings, url.expose_secret())?;
        let pool = postgres(settings).acquire_timeout(PATIENCE).connect_lazy_with(options);
        let replica = Self {
            connection: SqlxPostgresConnector::from_sqlx_postgres_pool(pool),
            preamble: settings.transaction_pooler.then(|| preamble(settings.statement_timeout)),
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
        self.bound.get_or_try_init(|| refuse_powerful_role(&self.connection, &self.preamble)).await.copied()
    }

    /// Whether it is asked: it answered the last time, or has rested and this is the one request that tries again.
    fn asked(&self) -> bool {
        let mut rests_until = self.rests_until();
        match *rests_until {
            None => true,
            Some(until) if until > Instant::now() => false,
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
        drop(self.connection.close_by_ref().await);
    }

    /// The map in this version, if the replica answers and has it.
    async fn whole_map(&self, version: Version) -> Option<WholeMap> {
        let read = tokio::time::timeout(PATIENCE, self.read(version)).await;
        let read = read.unwrap_or_else(|_| Err(ConnectError::Late));
        *self.rests_until() = read.is_err().then(|| Instant::now() + REST);
        let map = read.unwrap_or_else(|error| {
            tracing::warn!(%error, "the replica does not answer; reads go to the primary");
            None
        });
        count(if map.is_some() { "replica" } else { "primary" });
        map
    }

    async fn read(&self, seen: Version) -> Result<Option<WholeMap>, ConnectError> {
        self.bound().await?;
        let values = [seen.organisation_id.into(), seen.id.into(), seen.version.into(), seen.updated_at.into()];
        let statement = Statement::from_sql_and_values(DatabaseBackend::Postgres, DATA.as_str(), values);
        let row = query_one(&self.connection, &self.preamble, statement).await?;
        let row = row.map(|row| Row::from_query_result(&row, "")).transpose()?;
        // What it says of the client is left behind: leave is asked with the primary's facts.
        Ok(row.and_then(|row| together(row).ok()).map(|(_, map)| map))
    }
}

/// By whom a read that could go to the replica was answered.
fn count(answered_by: &'static str) {
    metrics::counter!("replica_reads_total", "answered_by" => answered_by).increment(1);
}

impl Database {
    /// The caller and the facts from the primary; the data from the replica, or from the primary as well.
    pub(crate) async fn read_whole_map_with(
        &self,
        replica: &Replica,
        caller: &Caller,
        id: MapId,
        at: DateTime<Utc>,
    ) -> Result<Sealed<WholeMap>> {
        if !replica.asked() {
            count("primary");
            return self.read_whole_map(caller, id, at).await;
        }
        let values = [caller.session.0.into(), caller.user.0.into(), at.into(), id.0.into()];
        let statement = Statement::from_sql_and_values(DatabaseBackend::Postgres, VERSION.as_str(), values);
        let row = query_one(&self.connection, &self.preamble, statement).await.map_err(from_db)?;
        let row = row.ok_or(Error::Unauthenticated)?;
        let identity = Recognised::from_query_result(&row, "").map_err(from_db)?.identity(caller)?;
        if row.try_get::<Option<Uuid>>("", "id").map_err(from_db)?.is_none() {
            return Ok(Sealed::new(identity, None));
        }
        let facts: ClientFacts = Facts::from_query_result(&row, "").map_err(from_db)?.into();
        let version = Version::from_query_result(&row, "").map_err(from_db)?;
        match replica.whole_map(version).await {
            Some(map) => Ok(Sealed::new(identity, Some((facts, map)))),
            None => self.read_whole_map(caller, id, at).await,
        }
    }
}
