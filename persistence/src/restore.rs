//! Brings a restored database together with the key store, and checks that everything in it can be read.

use crate::client_bundle::{Bundle, BundledKey, Tombstone};
use crate::client_erasure::{TOMBSTONE, delete, release};
use crate::encryption::EncryptedKey;
use crate::engine::{Row, rows};
use crate::repository::verify_cards;
use crate::store::Database;
use crate::transaction::{Queries, Transaction};
use chrono::{DateTime, Utc};
use domain::jobs::Queue;
use domain::organisations::PurgeStore;
use domain::ports::{ClientKeys, Ids, KeyVersion, TimeOrderedIds, TransactionKind};
use domain::{Error, OrganisationId, Result, UserId, key_rotation};
use sea_orm::Value;
use std::collections::{HashMap, HashSet};
use std::error::Error as _;
use uuid::Uuid;

/// Maximum number of organisations, and of clients, per statement.
const AT_ONCE: i64 = 500;

/// Maximum number of rows of a purged organisation removed per statement.
const PURGED_AT_ONCE: u64 = 1_000;

/// What a restore did and checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// Organisations.
    pub organisations: u64,
    /// Clients whose record was decrypted.
    pub clients: u64,
    /// Clients who were erased after the backup, and are erased again.
    pub erased_again: u64,
    /// Clients who were removed after the backup, and are removed again.
    pub removed_again: u64,
    /// Clients whose key is that of the bundle.
    pub keys_of_bundle: u64,
    /// Organisations that were purged after the backup, and are purged again.
    pub purged_again: u64,
    /// Cards that were decrypted and agree with their hash.
    pub cards: u64,
}

rows! {
    struct Client {
        id: Uuid,
        user_id: Option<Uuid>,
        key_version: Option<KeyVersion>,
        client_key: Option<Vec<u8>>,
    }
}

impl Client {
    /// Whether the bundle has a later key: under a newer key of the organisation, or with another generation.
    fn lacks(&self, bundled: &BundledKey, exported_later: bool) -> Result<bool> {
        let same = self.key_version == Some(bundled.version);
        let other = self.client_key.as_deref() != Some(&bundled.key()?);
        Ok(Some(bundled.version) > self.key_version || same && other && exported_later)
    }
}

const CLIENTS: &str = "select c.id, c.user_id, k.key_version, k.client_key from client c
    left join client_key k on k.organisation_id = c.organisation_id and k.client_id = c.id
    where c.organisation_id = $1 order by c.id";

const RECORDS: &str = "select c.id, c.sealed, k.key_version, k.client_key from client c
    left join client_key k on k.organisation_id = c.organisation_id and k.client_id = c.id
    where c.organisation_id = $1 and c.id > $2 order by c.id limit $3";

impl Database {
    /// Gives a restored database what the bundles in the key store have and it has not: later keys of clients, and erasures, which
    /// are applied. Then decrypts the record of every client, and verifies every card.
    ///
    /// # Errors
    /// [`Error::Internal`] if the key store lacks a key, or a value does not decrypt or agree with its hash;
    /// [`Error::Unavailable`].
    pub async fn complete_restore(&self, taken_at: DateTime<Utc>, at: DateTime<Utc>) -> Result<Restored> {
        let (mut restored, mut last) = (Restored::default(), None);
        loop {
            let most = usize::try_from(AT_ONCE).map_err(Error::internal)?;
            let organisations = self.organisations(last, most).await?;
            for organisation in &organisations {
                if self.keys.store().is_destroyed(*organisation).await? {
                    self.purge_again(*organisation, at).await?;
                    restored.purged_again += 1;
                    continue;
                }
                self.apply_bundle(*organisation, taken_at, at, &mut restored).await?;
                key_rotation::after_restore(self, *organisation).await?;
                let job = key_rotation::after_loss(TimeOrderedIds.next().into(), *organisation, at);
                self.enqueue(&job).await?;
                restored.clients += self.verify_clients(*organisation).await?;
                restored.cards += verify_cards(self, *organisation).await?;
                restored.organisations += 1;
            }
            if organisations.len() < most {
                return Ok(restored);
            }
            last = organisations.last().copied();
        }
    }

    async fn apply_bundle(
        &self,
        organisation: OrganisationId,
        taken_at: DateTime<Utc>,
        at: DateTime<Utc>,
        restored: &mut Restored,
    ) -> Result<()> {
        let Bundle { exported_at, keys, erasures } = self.read_bundle(organisation).await?;
        let keys: HashMap<_, _> = keys.into_iter().map(|key| (key.client, key)).collect();
        let erased: HashSet<_> = erasures.iter().map(|erasure| erasure.client_id).collect();
        let mut transaction = self.begin(TransactionKind::Write).await?;
        transaction.enter(Some(organisation));
        for erasure in erasures {
            bury(&mut transaction, organisation, erasure).await?;
        }
        let clients: Vec<Client> = transaction.rows(CLIENTS, [organisation.0.into()]).await?;
        for client in clients {
            let bundled = keys.get(&client.id);
            if erased.contains(&client.id) {
                restored.erased_again += 1;
                remove(&mut transaction, organisation, &client, at).await?;
            } else if bundled.is_none() && taken_at < exported_at {
                // The bundle has every client of its time, and this one was older.
                restored.removed_again += 1;
                remove(&mut transaction, organisation, &client, at).await?;
            } else if let Some(bundled) = bundled
                && client.lacks(bundled, taken_at < exported_at)?
            {
                restored.keys_of_bundle += 1;
                let sql = "insert into client_key (organisation_id, client_id, key_version, client_key) values ($1, $2, $3, $4)
                    on conflict (organisation_id, client_id) do update set key_version = $3, client_key = $4";
                let values: [Value; 4] =
                    [organisation.0.into(), client.id.into(), bundled.version.into(), bundled.key()?.into()];
                transaction.run(sql, values).await?;
            }
        }
        transaction.commit().await
    }

    /// Removes an organisation whose keys were destroyed: nothing in the backup can read what it wrote.
    async fn purge_again(&self, organisation: OrganisationId, at: DateTime<Utc>) -> Result<()> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        transaction.enter(Some(organisation));
        transaction
            .run("update organisation set purged_at = $2 where id = $1", [organisation.0.into(), at.into()])
            .await?;
        transaction.commit().await?;
        while self.remove_some(organisation, PURGED_AT_ONCE).await? > 0 {}
        self.remove_organisation(organisation).await
    }

    /// Decrypts the record of every client. Returns their number.
    async fn verify_clients(&self, organisation: OrganisationId) -> Result<u64> {
        let (mut number, mut last) = (0, Uuid::nil());
        loop {
            let mut transaction = self.begin(TransactionKind::Read).await?;
            transaction.enter(Some(organisation));
            let rows: Vec<Row> =
                transaction.rows(RECORDS, [organisation.0.into(), last.into(), AT_ONCE.into()]).await?;
            transaction.commit().await?;
            let Some(end) = rows.last() else { return Ok(number) };
            last = end.get("id")?;
            for row in &rows {
                let opened = self.open_client(organisation, row).await;
                opened.map_err(|error| unreadable("client", row, organisation, &error))?;
                number += 1;
            }
        }
    }

    async fn open_client(&self, organisation: OrganisationId, row: &Row) -> Result<()> {
        let client: Uuid = row.get("id")?;
        let key = EncryptedKey::of(client.into(), row)?.ok_or_else(|| Error::internal("it has no key"))?;
        let key = self.keys.decrypt(organisation, &key).await?;
        key.open_bytes("client", client, &row.get::<Vec<u8>>("sealed")?).map(drop)
    }
}

/// The error of a row that cannot be decrypted or was changed.
pub(crate) fn unreadable(what: &str, row: &Row, organisation: OrganisationId, error: &Error) -> Error {
    let id = row.get::<Uuid>("id").unwrap_or_default();
    let cause = error.source().map_or_else(|| error.to_string(), ToString::to_string);
    Error::internal(format!(
        "the {what} {id} of the organisation {organisation} cannot be read with this key store: {cause}"
    ))
}

/// Inserts a tombstone that the backup lacks.
async fn bury(transaction: &mut Transaction, organisation: OrganisationId, erasure: Tombstone) -> Result<()> {
    let values: Vec<Value> = vec![
        organisation.0.into(),
        erasure.id.into(),
        erasure.client_id.into(),
        erasure.basis.into(),
        erasure.manner.into(),
        erasure.asked_at.into(),
        erasure.recorded_by.into(),
        erasure.recorded_at.into(),
        erasure.erased_at.into(),
        erasure.counts.into(),
    ];
    transaction.run(format!("{TOMBSTONE} on conflict do nothing"), values).await.map(drop)
}

async fn remove(
    transaction: &mut Transaction,
    organisation: OrganisationId,
    client: &Client,
    at: DateTime<Utc>,
) -> Result<()> {
    delete(transaction, organisation, client.id.into());
    transaction.flush().await?;
    match client.user_id {
        Some(user) => release(transaction, organisation, UserId(user), at).await,
        None => Ok(()),
    }
}
