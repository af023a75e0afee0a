//! The end of an organisation, in two steps with a month between them.

use super::{Organisation, OrganisationStatus};
use crate::access::{Action, Resource};
use crate::jobs::{Job, JobKind, NewJob};
use crate::{Caller, Conflict, Error, Expected, OrganisationId, Ports, Result};
use chrono::TimeDelta;

/// The time between the request to purge an organisation and the first moment that it can be purged.
pub const PURGE_WAITS: TimeDelta = TimeDelta::days(30);
/// Maximum number of clients, or of other rows, per transaction.
const AT_ONCE: u64 = 100;

/// The first step: suspends the organisation and records that it will be purged. Requesting it again has no effect.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::ConfirmationRequired`].
pub async fn request_purge(ports: &Ports, caller: &Caller, id: OrganisationId) -> Result<Organisation> {
    let mut work = ports.begin_platform(caller, Action::RequestPurge).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    work.about(id);
    let mut organisation = work.organisations().get(id).await?.ok_or(Error::NotFound)?;
    if organisation.purgeable_at.is_none() {
        let (seen, now) = (organisation.version, work.now());
        organisation.status = OrganisationStatus::Suspended;
        organisation.purgeable_at = Some(now + PURGE_WAITS);
        crate::version::bump(&mut organisation.version, &mut organisation.updated_at, now);
        work.organisations().update(&organisation, seen).await?;
    }
    work.commit(organisation).await
}

/// The second step: nobody finds the organisation any more, and a job removes everything in it and then its keys.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Stale`]; [`Error::ConfirmationRequired`]; [`Conflict::PurgeNotDue`] before [`PURGE_WAITS`] are
/// over; [`Conflict::OrganisationHeld`] while a legal hold on a record is in force.
pub async fn purge(ports: &Ports, caller: &Caller, id: OrganisationId, expected: &Expected) -> Result<()> {
    let mut work = ports.begin_platform(caller, Action::Delete(Resource::PlatformOrganisation)).await?;
    work.about(id);
    let organisation = work.organisations().get(id).await?.ok_or(Error::NotFound)?;
    expected.check(organisation.version)?;
    let now = work.now();
    let due = organisation.purgeable_at.is_some_and(|from| from <= now);
    match organisation.status {
        OrganisationStatus::Suspended if due => {}
        OrganisationStatus::Suspended | OrganisationStatus::Active => {
            return Err(Error::Conflict(Conflict::PurgeNotDue));
        }
    }
    let job = NewJob::notice(work.new_id(), JobKind::PurgeOrganisation, now).about(id.0);
    let mut inside = work.within(id).await?;
    if inside.organisation().has_holds(now).await? {
        return Err(Error::Conflict(Conflict::OrganisationHeld));
    }
    inside.organisation().purge(organisation.version, now, &job).await?;
    // The organisation's own log ends before this line.
    inside.log_outside(id);
    inside.commit(()).await
}

/// The job that removes what is in a purged organisation, in steps, and destroys its keys last. Run again it goes on.
///
/// # Errors
/// [`Error::Unavailable`] if the database or the key store cannot be used.
pub(crate) async fn remove(ports: &Ports, job: &Job) -> Result<()> {
    let organisation = job.subject.ok_or_else(|| Error::internal("a purge of no organisation"))?.into();
    while ports.purges.remove_some(organisation, AT_ONCE).await? > 0 {}
    ports.purges.remove_organisation(organisation).await?;
    ports.purges.destroy_keys(organisation).await
}
