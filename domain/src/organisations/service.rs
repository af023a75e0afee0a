use super::{
    CreatedOrganisation, NewOrganisation, Organisation, OrganisationChanges, OrganisationStatus, SecondFactorRoles,
};
use crate::access::{Action, Resource, Roles};
use crate::invitations::NewInvitation;
use crate::{Caller, Conflict, Error, Expected, OrganisationId, Page, PageRequest, Ports, Result};

/// Creates an organisation with the built-in support types and an invitation for its first admin.
pub async fn create(ports: &Ports, caller: &Caller, new: NewOrganisation) -> Result<CreatedOrganisation> {
    let mut work = ports.begin_platform(caller, Action::Create(Resource::PlatformOrganisation)).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    let roles = Roles { admin: true, coach: new.coach, client: false };
    work.may_grant(roles.iter())?;
    let second_factor_for =
        if ports.second_factor_by_default { SecondFactorRoles::STAFF } else { SecondFactorRoles::NOBODY };
    let admin = NewInvitation { email: Some(new.admin.clone()), roles, client_id: None };
    let (invited, digest) = admin.at(work.new_id(), work.named_user(), ports, work.now())?;
    let (job, now) = (work.new_id(), work.now());
    let organisation = new.at(work.new_id(), second_factor_for, now);
    work.organisations().add(&organisation).await?;
    let mut inside = work.within(organisation.id).await?;
    inside.support_types().add_built_in().await?;
    inside.invitations().add(&invited.invitation, digest).await?;
    if let Some(job) = invited.invitation.mail_job(job, organisation.id, now) {
        inside.jobs().enqueue(&job).await?;
    }
    inside.commit(CreatedOrganisation { organisation, invited }).await
}

/// Returns a page of the platform's organisations.
pub async fn list(ports: &Ports, caller: &Caller, page: PageRequest) -> Result<Page<Organisation>> {
    let mut work = ports.begin_platform(caller, Action::List(Resource::PlatformOrganisation)).await?;
    let organisations = work.organisations().list(page).await?;
    work.end(organisations).await
}

/// Returns one organisation, without its contents.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, id: OrganisationId) -> Result<Organisation> {
    let mut work = ports.begin_platform(caller, Action::Read(Resource::PlatformOrganisation)).await?;
    let organisation = work.organisations().get(id).await?.ok_or(Error::NotFound)?;
    work.end(organisation).await
}

/// Renames, suspends or reactivates an organisation.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Stale`].
pub async fn update(
    ports: &Ports,
    caller: &Caller,
    id: OrganisationId,
    expected: &Expected,
    changes: OrganisationChanges,
) -> Result<Organisation> {
    let mut work = ports.begin_platform(caller, Action::Update(Resource::PlatformOrganisation)).await?;
    let organisation = work.organisations().get(id).await?.ok_or(Error::NotFound)?;
    expected.check(organisation.version)?;
    let seen = organisation.version;
    let organisation = changes.apply(organisation, work.now());
    work.organisations().update(&organisation, seen).await?;
    work.commit(organisation).await
}

/// Permanently removes a suspended organisation and everything in it.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Stale`]; [`Conflict::OrganisationNotSuspended`].
pub async fn purge(ports: &Ports, caller: &Caller, id: OrganisationId, expected: &Expected) -> Result<()> {
    let mut work = ports.begin_platform(caller, Action::Delete(Resource::PlatformOrganisation)).await?;
    let organisation = work.organisations().get(id).await?.ok_or(Error::NotFound)?;
    expected.check(organisation.version)?;
    match organisation.status {
        OrganisationStatus::Suspended => {}
        OrganisationStatus::Active => return Err(Error::Conflict(Conflict::OrganisationNotSuspended)),
    }
    let mut inside = work.within(id).await?;
    inside.organisation().purge(organisation.version).await?;
    inside.commit(()).await
}

/// Returns the organisation of the session.
pub async fn show_own(ports: &Ports, caller: &Caller) -> Result<Organisation> {
    let mut work = ports.begin(caller, Action::Read(Resource::Organisation)).await?;
    let organisation = work.organisation().get().await?;
    work.end(organisation).await
}

/// Updates the organisation of the session.
///
/// # Errors
/// [`Error::Stale`].
pub async fn update_own(
    ports: &Ports,
    caller: &Caller,
    expected: &Expected,
    changes: OrganisationChanges,
) -> Result<Organisation> {
    let mut work = ports.begin(caller, Action::Update(Resource::Organisation)).await?;
    let organisation = work.organisation().get().await?;
    expected.check(organisation.version)?;
    let seen = organisation.version;
    // Only the operator may change the status.
    let changes = OrganisationChanges { status: None, ..changes };
    let organisation = changes.apply(organisation, work.now());
    work.organisation().update(&organisation, seen).await?;
    work.commit(organisation).await
}
