use super::{AT_ONCE, Confirmed, Preview, changed_before};
use crate::access::Action;
use crate::cards::Digest;
use crate::erasure_requests::{ErasureRequest, WAITING_TIME};
use crate::erasures::{Cause, Confirmation};
use crate::jobs::JobKind;
use crate::organisations::Organisation;
use crate::{Caller, Conflict, Error, Ports, Result, UnitOfWork, mail};

/// Returns the records that the organisation need not keep any longer. Erases nothing.
///
/// # Errors
/// [`Error::Forbidden`] for everyone except an administrator.
pub async fn preview(ports: &Ports, caller: &Caller) -> Result<Preview> {
    let mut work = ports.begin(caller, Action::PreviewRetention).await?;
    let (_, preview) = read(&mut work, false).await?;
    work.end(preview).await
}

/// Confirms the erasure of exactly the records of a preview, which has this digest.
///
/// Each waits as long as one that a client asks for, and at least [`WAITING_TIME`].
///
/// # Errors
/// [`Error::Forbidden`] for everyone except an administrator; [`Conflict::RetentionChanged`] if the preview is another now.
pub async fn confirm(ports: &Ports, caller: &Caller, digest: Digest) -> Result<Confirmed> {
    let mut work = ports.begin(caller, Action::ConfirmRetention).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    let (organisation, preview) = read(&mut work, true).await?;
    if preview.digest != digest {
        return Err(Error::Conflict(Conflict::RetentionChanged));
    }
    let (now, by) = (work.now(), work.named_user());
    let clients: Vec<_> = preview.clients.iter().map(|due| due.client_id).collect();
    let cause = Cause::Retention(Confirmation { confirmed_by: by, confirmed_at: now });
    let erases_at = now + organisation.erasure_waiting_time().max(WAITING_TIME);
    let erasures: Vec<_> =
        clients.iter().map(|client| ErasureRequest::new(work.new_id(), *client, cause.clone(), erases_at)).collect();
    let jobs: Vec<_> = erasures
        .iter()
        .map(|erasure| ErasureRequest::job(erasure.id, work.new_id(), organisation.id, erases_at))
        .collect();
    work.retention().add_all(&erasures).await?;
    work.jobs().enqueue_all(&jobs).await?;
    let users = preview.clients.iter().filter_map(|due| due.user_id);
    let mails: Vec<_> = users
        .filter_map(|user| mail::notice_in(ports, organisation.id, JobKind::MailErasureRecorded, user, now))
        .collect();
    work.jobs().enqueue_all(&mails).await?;
    work.about_all(clients);
    work.commit(Confirmed { erasures }).await
}

async fn read(work: &mut UnitOfWork, lock: bool) -> Result<(Organisation, Preview)> {
    let organisation = work.organisation().get().await?;
    let now = work.now();
    let before = changed_before(organisation.retention_years, now);
    let due = work.retention().due(before, now, AT_ONCE + 1, lock).await?;
    let preview = Preview::of(organisation.retention_years, before, due);
    Ok((organisation, preview))
}
