use super::{Erasure, Outcome};
use crate::access::{Action, Resource};
use crate::audit::{self, AuditEntry, AuditScope};
use crate::erasure_requests::ErasureRequest;
use crate::jobs::{Job, Line};
use crate::{Caller, ErasureId, ErasureRequestId, Error, Page, PageRequest, Ports, Result, key_rotation};

/// Returns a page of the erasures in the organisation.
///
/// # Errors
/// [`Error::NotFound`] for everyone except an administrator.
pub async fn list(ports: &Ports, caller: &Caller, page: PageRequest) -> Result<Page<Erasure>> {
    let mut work = ports.begin(caller, Action::List(Resource::Erasure)).await?;
    let erasures = work.erasures().list(page).await?;
    work.end(erasures).await
}

/// Returns one erasure.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, id: ErasureId) -> Result<Erasure> {
    let mut work = ports.begin(caller, Action::Read(Resource::Erasure)).await?;
    let erasure = work.erasures().get(id).await?.ok_or(Error::NotFound)?;
    work.end(erasure).await
}

/// Erases the record that a job is about. A legal hold postpones it; done again, it has no effect.
pub(crate) async fn erase(ports: &Ports, job: &Job, audit: &AuditScope) -> Result<Line> {
    let (Some(organisation), Some(subject)) = (job.organisation, job.subject) else { return Ok(Line::Owed) };
    let request = ErasureRequestId(subject);
    let Some(client) = ports.erasures.client_of(organisation, request).await? else {
        // Erased by an attempt that failed to export.
        ports.client_keys.export(organisation).await?;
        return Ok(Line::Owed);
    };
    // Of a record that is not erased, the line does not name the client.
    let entry = AuditEntry { clients: vec![client], ..audit.entry(audit::Outcome::Done) };
    let now = ports.clock.now();
    let rotation = key_rotation::after_erasure(ports.ids.next().into(), organisation, now);
    match ports.erasures.erase(organisation, client, request, &entry, &rotation, now).await? {
        Outcome::Erased => {
            // So that the client is erased again after a restore of a backup from before.
            ports.client_keys.export(organisation).await?;
            Ok(Line::Stored)
        }
        Outcome::Over => Ok(Line::Owed),
        Outcome::Postponed(until) => {
            let job = ErasureRequest::job(request, ports.ids.next().into(), organisation, until);
            ports.queue.enqueue(&job).await?;
            Ok(Line::Owed)
        }
    }
}
