//! A new generation of a client's key, for one that may have leaked.

use super::{KEPT, concerned, of};
use crate::jobs::{Job, JobKind, NewJob};
use crate::{ClientId, Error, OrganisationId, Ports, Result};

/// Maximum number of rows per statement.
const AT_ONCE: usize = 200;

/// Adds a generation to a client's key, and enqueues the job that encrypts with it. Returns whether there is such a client.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn renew_client(ports: &Ports, organisation: OrganisationId, client: ClientId) -> Result<bool> {
    let exists = ports.encrypted_rows.add_generation(organisation, client).await?;
    if exists {
        // A restore of an older backup needs it, if what is written with it is in a later one.
        ports.client_keys.export(organisation).await?;
        enqueue(ports, organisation, client).await?;
    }
    Ok(exists)
}

/// The job that encrypts with the new generation, when each request has begun after it was added: another one could not decrypt.
/// It comes back for what was written meanwhile.
///
/// # Errors
/// [`Error::Unavailable`] if the database or the key store cannot be used.
pub(crate) async fn renew(ports: &Ports, job: &Job) -> Result<()> {
    let organisation = concerned(job)?;
    let client = job.subject.ok_or_else(|| Error::internal("a new generation of no client's key"))?.into();
    if !ports.encrypted_rows.use_generation(organisation, client).await? {
        // Erased meanwhile.
        return Ok(());
    }
    ports.client_keys.export(organisation).await?;
    let mut changed = 0;
    loop {
        match ports.encrypted_rows.reencrypt_rows(organisation, client, AT_ONCE).await? {
            0 => break,
            rows => changed += rows,
        }
    }
    if changed > 0 || ports.encrypted_rows.has_old_rows(organisation, client).await? {
        enqueue(ports, organisation, client).await?;
    }
    Ok(())
}

async fn enqueue(ports: &Ports, organisation: OrganisationId, client: ClientId) -> Result<()> {
    let run_at = ports.clock.now() + KEPT;
    let job: NewJob = of(ports.ids.next().into(), JobKind::RenewClientKey, organisation, run_at);
    ports.queue.enqueue(&job.about(client.0)).await
}
