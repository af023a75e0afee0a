//! Rotation of the keys of an organisation's hashes.
//!
//! While two keys are there, every process writes the hash of both for each identifier and looks for either. So what is stored with
//! the old key is whole, and identifiers are unique, until everything has a hash with the new one.

use super::{AT_ONCE, EncryptedRows, KEPT, concerned, enqueue, enqueue_for};
use crate::jobs::{Job, JobKind};
use crate::{OrganisationId, Ports, Result};

/// Enqueues a rotation of the index key of every organisation, or of this one. Returns the number of organisations.
///
/// # Errors
/// [`crate::Error::Unavailable`].
pub async fn rotate_indexes_now(ports: &Ports, only: Option<OrganisationId>) -> Result<usize> {
    enqueue_for(ports, JobKind::RotateIndexKey, only).await
}

/// The job that adds an index key and hashes with it too. A later attempt goes on.
///
/// # Errors
/// [`crate::Error::Unavailable`] if the database or the key store cannot be used; [`crate::Error::Internal`] if a client cannot be
/// decrypted.
pub(crate) async fn rotate_index(ports: &Ports, job: &Job) -> Result<()> {
    let organisation = concerned(job)?;
    ports.encrypted_rows.add_index_key(organisation).await?;
    hash(&*ports.encrypted_rows, organisation).await?;
    enqueue(ports, JobKind::DestroyOldIndexKeys, organisation, ports.clock.now() + KEPT).await
}

/// The job that destroys the old index keys, and then removes their hashes, some time after the rotation.
///
/// # Errors
/// As [`rotate_index`].
pub(crate) async fn destroy_old_indexes(ports: &Ports, job: &Job) -> Result<()> {
    let organisation = concerned(job)?;
    // What was written by requests that did not know the new key yet.
    hash(&*ports.encrypted_rows, organisation).await?;
    let now = ports.clock.now();
    if ports.encrypted_rows.destroy_replaced_index(organisation, now - KEPT).await? {
        enqueue(ports, JobKind::DestroyOldIndexKeys, organisation, now + KEPT).await?;
    }
    remove_old(&*ports.encrypted_rows, organisation).await
}

/// Brings what an older copy of the database has of an organisation to the keys of now: identifiers are found again, and invitations
/// whose key is destroyed go. The keys of its clients must be those of now already.
///
/// # Errors
/// As for a rotation: [`crate::Error::Unavailable`], or [`crate::Error::Internal`] if a client cannot be decrypted.
pub async fn after_restore(rows: &dyn EncryptedRows, organisation: OrganisationId) -> Result<()> {
    hash(rows, organisation).await?;
    remove_old(rows, organisation).await?;
    while rows.reencrypt_invitations(organisation, AT_ONCE).await? == AT_ONCE {}
    Ok(())
}

async fn hash(rows: &dyn EncryptedRows, organisation: OrganisationId) -> Result<()> {
    let mut after = None;
    while let Some(last) = rows.hash_clients(organisation, after, AT_ONCE).await? {
        after = Some(last);
    }
    while rows.hash_invitations(organisation, AT_ONCE).await? == AT_ONCE {}
    Ok(())
}

async fn remove_old(rows: &dyn EncryptedRows, organisation: OrganisationId) -> Result<()> {
    while rows.remove_old_hashes(organisation, AT_ONCE).await? == AT_ONCE {}
    Ok(())
}
