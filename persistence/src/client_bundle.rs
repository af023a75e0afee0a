//! The bundle of an organisation in the key store: what a restore of an older backup needs beside the keys of the organisation.
//!
//! Keys of clients in an older backup are under destroyed keys of their organisation, and it has no later erasures.

use crate::engine::rows;
use crate::store::Database;
use crate::transaction::Transaction;
use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use domain::ports::{Clock as _, KeyVersion, SystemClock, TransactionKind};
use domain::{Error, OrganisationId, Result};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use uuid::Uuid;

/// How often an export is repeated while other processes export.
const ATTEMPTS: usize = 5;

/// The keys of an organisation's clients, under its newest key, and its erasures.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Bundle {
    /// Before anything of it was read, by the clock of the database.
    pub(crate) exported_at: DateTime<Utc>,
    pub(crate) keys: Vec<BundledKey>,
    pub(crate) erasures: Vec<Tombstone>,
}

/// The key of a client.
#[derive(Serialize, Deserialize)]
pub(crate) struct BundledKey {
    pub(crate) client: Uuid,
    pub(crate) version: KeyVersion,
    key: String,
}

impl BundledKey {
    /// The key, under that of its organisation.
    pub(crate) fn key(&self) -> Result<Vec<u8>> {
        HEXLOWER.decode(self.key.as_bytes()).map_err(Error::internal)
    }
}

rows! {
    #[derive(Serialize, Deserialize)]
    pub(crate) struct Tombstone {
        pub(crate) id: Uuid,
        pub(crate) client_id: Uuid,
        pub(crate) basis: String,
        pub(crate) manner: Option<String>,
        pub(crate) asked_at: Option<DateTime<Utc>>,
        pub(crate) recorded_by: Uuid,
        pub(crate) recorded_at: DateTime<Utc>,
        pub(crate) erased_at: DateTime<Utc>,
        pub(crate) counts: String,
    }

    struct Stored {
        client_id: Uuid,
        key_version: KeyVersion,
        client_key: Vec<u8>,
    }

    struct Clock {
        now: DateTime<Utc>,
    }
}

const KEYS: &str = "select k.client_id, k.key_version, k.client_key from client_key k
    where k.organisation_id = $1 order by k.client_id";
const ERASURES: &str =
    "select e.id, e.client_id, e.basis, e.manner, e.asked_at, e.recorded_by, e.recorded_at, e.erased_at, e.counts
    from erasure e where e.organisation_id = $1 order by e.id";

impl Database {
    /// Writes the bundle of the organisation to the key store.
    pub(crate) async fn export_bundle(&self, organisation: OrganisationId) -> Result<()> {
        for _ in 0..ATTEMPTS {
            let before = self.read_bundle(organisation).await?;
            let bundle = self.bundle_of(organisation).await?;
            // An erasure is never forgotten: a database that lacks one is an older copy that was not restored.
            let known: HashSet<_> = bundle.erasures.iter().map(|erasure| erasure.id).collect();
            if !before.erasures.iter().all(|erasure| known.contains(&erasure.id)) {
                return Err(Error::internal(format!(
                    "the key store knows an erasure of the organisation {organisation} that the database does not: restore \
                     the database with `omringd restore`"
                )));
            }
            let plain = serde_json::to_vec(&bundle).map_err(Error::internal)?;
            let sealed = self.keys.seal_bundle(organisation, &plain).await?;
            // The one that was exported last has what all others have, as each begins after the commit that it is for.
            if self.keys.store().put_bundle(organisation, bundle.exported_at, &sealed).await? {
                return Ok(());
            }
        }
        Err(Error::Unavailable("the key store has a later bundle: was the clock of the database set back?".into()))
    }

    async fn bundle_of(&self, organisation: OrganisationId) -> Result<Bundle> {
        let mut transaction = self.begin(TransactionKind::Read).await?;
        transaction.enter(Some(organisation));
        let exported_at = beginning(&mut transaction).await?;
        let keys: Vec<Stored> = transaction.rows(KEYS, [organisation.0.into()]).await?;
        let erasures = transaction.rows(ERASURES, [organisation.0.into()]).await?;
        transaction.commit().await?;
        let bundled = |row: Stored| BundledKey {
            client: row.client_id,
            version: row.key_version,
            key: HEXLOWER.encode(&row.client_key),
        };
        Ok(Bundle { exported_at, keys: keys.into_iter().map(bundled).collect(), erasures })
    }

    /// The bundle of the organisation in the key store; an empty one if nothing was exported yet.
    pub(crate) async fn read_bundle(&self, organisation: OrganisationId) -> Result<Bundle> {
        let Some(plain) = self.keys.open_bundle(organisation).await? else { return Ok(Bundle::default()) };
        serde_json::from_slice(&plain).map_err(|_| Error::internal("a bundle of clients' keys has an unknown shape"))
    }
}

/// An instant before which nothing of this transaction was read, by the clock of the database.
async fn beginning(transaction: &mut Transaction) -> Result<DateTime<Utc>> {
    if !transaction.postgres() {
        // Nothing was read yet, and the file is on this machine.
        return Ok(SystemClock.now());
    }
    let clock: Option<Clock> = transaction.row("select now() as now", []).await?;
    clock.map(|clock| clock.now).ok_or_else(|| Error::internal("a select without a row"))
}
