//! Rotation of the keys of organisations: after it, what was erased before is unreadable in every older copy of the database.
//!
//! A new key is added, the keys of all clients and the invitations are encrypted under it, and a while later the old keys are destroyed. Requests are
//! served meanwhile: each client's key, and each invitation, says which key of the organisation decrypts it.

use crate::jobs::{Job, JobKind, NewJob};
use crate::{Error, JobId, OrganisationId, Ports, Result};
use async_trait::async_trait;
use chrono::{DateTime, Days, Duration, NaiveTime, Utc};
use std::fmt::Debug;

mod client;
mod index;
mod rows;

pub(crate) use client::renew;
pub use client::renew_client;
pub use index::{after_restore, rotate_indexes_now};
pub(crate) use index::{destroy_old_indexes, rotate_index};
pub use rows::EncryptedRows;

/// How long a key stays after its successor was added. Longer than any request, and than a replica may lag: what was read under the
/// old key is decrypted by then.
pub const KEPT: Duration = Duration::hours(1);
/// Maximum number of clients' keys, and of organisations, per statement.
const AT_ONCE: usize = 500;

/// The keys of the clients of all organisations, under those of their organisations.
#[async_trait]
pub trait ClientKeys: Debug + Send + Sync {
    /// At most `most` organisations, in the order of their ids, after this one.
    async fn organisations(&self, after: Option<OrganisationId>, most: usize) -> Result<Vec<OrganisationId>>;
    /// Adds a key of the organisation, under which keys of clients are encrypted from now on.
    async fn add_key(&self, organisation: OrganisationId) -> Result<()>;
    /// Encrypts at most `most` keys of clients that are under an older key of the organisation under its newest one.
    ///
    /// Returns the number of keys.
    async fn reencrypt(&self, organisation: OrganisationId, most: usize) -> Result<usize>;
    /// Writes the bundle of the organisation to the key store: the keys of its clients under its newest key, and its erasures.
    ///
    /// An older backup is restored with it: keys of clients in the backup are under a destroyed key, and it lacks later erasures.
    async fn export(&self, organisation: OrganisationId) -> Result<()>;
    /// Destroys the keys of the organisation whose successor was added before this instant. Returns whether there is still one that
    /// has a successor.
    ///
    /// Nothing may be encrypted under them any more.
    async fn destroy_replaced(&self, organisation: OrganisationId, before: DateTime<Utc>) -> Result<bool>;
}

/// A rotation in the night, because something of this organisation was erased. One is enough for all of a day (UTC), and it is at
/// one o'clock: what was begun that day is committed by then.
#[must_use]
pub fn after_erasure(id: JobId, organisation: OrganisationId, now: DateTime<Utc>) -> NewJob {
    let tomorrow = now.date_naive() + Days::new(1);
    let run_at = tomorrow.and_time(NaiveTime::MIN).and_utc() + Duration::hours(1);
    NewJob { key: tomorrow.to_string(), ..of(id, JobKind::RotateKeys, organisation, run_at) }
}

/// A rotation after a restore: the one that an erasure asked for may be lost with the database, and so may its end.
#[must_use]
pub fn after_loss(id: JobId, organisation: OrganisationId, now: DateTime<Utc>) -> NewJob {
    of(id, JobKind::RotateKeys, organisation, now)
}

/// Enqueues a rotation of the keys of every organisation, or of this one. Returns the number of organisations.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn rotate_now(ports: &Ports, only: Option<OrganisationId>) -> Result<usize> {
    enqueue_for(ports, JobKind::RotateKeys, only).await
}

/// Enqueues a job of this kind for every organisation, or for this one. Returns the number of organisations.
async fn enqueue_for(ports: &Ports, kind: JobKind, only: Option<OrganisationId>) -> Result<usize> {
    let (mut last, mut count) = (None, 0);
    loop {
        let organisations = ports.client_keys.organisations(last, AT_ONCE).await?;
        for organisation in organisations.iter().filter(|id| only.is_none_or(|only| only == **id)) {
            enqueue(ports, kind, *organisation, ports.clock.now()).await?;
            count += 1;
        }
        if organisations.len() < AT_ONCE {
            return Ok(count);
        }
        last = organisations.last().copied();
    }
}

/// The job that adds a key and encrypts under it what is under older ones.
///
/// An attempt after a failed one adds another key, which does no harm.
///
/// # Errors
/// [`Error::Unavailable`] if the database or the key store cannot be used.
pub(crate) async fn rotate(ports: &Ports, job: &Job) -> Result<()> {
    let organisation = concerned(job)?;
    ports.client_keys.add_key(organisation).await?;
    reencrypt(ports, organisation).await?;
    ports.client_keys.export(organisation).await?;
    enqueue(ports, JobKind::DestroyOldKeys, organisation, ports.clock.now() + KEPT).await
}

/// The job that destroys the old keys, some time after the rotation.
///
/// # Errors
/// [`Error::Unavailable`] if the database or the key store cannot be used.
pub(crate) async fn destroy_old(ports: &Ports, job: &Job) -> Result<()> {
    let organisation = concerned(job)?;
    // Keys of clients that were added by a process that did not know the new key yet.
    reencrypt(ports, organisation).await?;
    // Before anything is destroyed: afterwards, an older backup has no other key of these clients.
    ports.client_keys.export(organisation).await?;
    let now = ports.clock.now();
    // The time of a key is that of its file, which changes when it is copied or encrypted anew.
    if ports.client_keys.destroy_replaced(organisation, now - KEPT).await? {
        enqueue(ports, JobKind::DestroyOldKeys, organisation, now + KEPT).await?;
    }
    Ok(())
}

async fn reencrypt(ports: &Ports, organisation: OrganisationId) -> Result<()> {
    while ports.client_keys.reencrypt(organisation, AT_ONCE).await? == AT_ONCE {}
    while ports.encrypted_rows.reencrypt_invitations(organisation, AT_ONCE).await? == AT_ONCE {}
    Ok(())
}

async fn enqueue(ports: &Ports, kind: JobKind, organisation: OrganisationId, run_at: DateTime<Utc>) -> Result<()> {
    ports.queue.enqueue(&of(ports.ids.next().into(), kind, organisation, run_at)).await
}

fn of(id: JobId, kind: JobKind, organisation: OrganisationId, run_at: DateTime<Utc>) -> NewJob {
    NewJob { organisation: Some(organisation), ..NewJob::notice(id, kind, run_at) }
}

fn concerned(job: &Job) -> Result<OrganisationId> {
    job.organisation.ok_or_else(|| Error::internal("a rotation of keys without an organisation"))
}
