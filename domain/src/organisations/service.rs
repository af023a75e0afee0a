use super::NewAdministrator;
use super::{CreatedOrganisation, NewOrganisation, Organisation, OrganisationChanges, SecondFactorRoles};
use crate::access::{Action, Resource, Roles};
use crate::invitations::{Invited, NewInvitation};
use crate::jobs::{JobKind, NewJob};
use crate::{Caller, Conflict, Error, Expected, OrganisationId, Page, PageRequest, Ports, Result};
use chrono::TimeDelta;
use uuid::Uuid;

/// Creates an organisation with the built-in support types and an invitation for its first admin.
pub async fn create(ports: &Ports, caller: &Caller, new: NewOrganisation) -> Result<CreatedOrganisation> {
    let mut work = ports.begin_platform(caller, Action::Create(Resource::PlatformOrganisation)).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    let roles = Roles { admin: true, coach: new.admin.coach, client: false };
    work.may_grant(roles.iter())?;
    let second_factor_for =
        if ports.second_factor_by_default { SecondFactorRoles::STAFF } else { SecondFactorRoles::NOBODY };
    let admin =
        NewInvitation { email: Some(new.admin.email.clone()), roles, language: None, client_id: None, member_id: None };
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

/// How long an invitation by the operator waits while the organisation has an administrator, who may withdraw it.
pub const OPERATOR_WAITS: TimeDelta = TimeDelta::hours(72);

/// Invites an administrator to an existing organisation, such as one whose administrators all left.
///
/// While it has an administrator, the invitation is mailed after [`OPERATOR_WAITS`], and every administrator is told at once.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::ConfirmationRequired`]; [`Conflict::AlreadyMember`]; [`Conflict::NoMail`] if it has an
/// administrator and none can be told.
pub async fn invite_administrator(
    ports: &Ports,
    caller: &Caller,
    id: OrganisationId,
    new: NewAdministrator,
) -> Result<Invited> {
    let mut work = ports.begin_platform(caller, Action::InviteAdministrator).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    let roles = Roles { admin: true, coach: new.coach, client: false };
    work.may_grant(roles.iter())?;
    work.organisations().get(id).await?.ok_or(Error::NotFound)?;
    let (now, invited_by) = (work.now(), work.named_user());
    let ids: [Uuid; 2] = [work.new_id(), work.new_id()];
    let invitation =
        NewInvitation { email: Some(new.email.clone()), roles, language: None, client_id: None, member_id: None };
    let mut inside = work.within(id).await?;
    if inside.has_member(&new.email).await? {
        return Err(Error::Conflict(Conflict::AlreadyMember));
    }
    let administrators = inside.administrators().await?;
    let opens = if administrators.is_empty() { now } else { now + OPERATOR_WAITS };
    let (mut invited, digest) = invitation.at(ids[0].into(), invited_by, ports, opens)?;
    invited.invitation.created_at = now;
    let job = invited.invitation.mail_job(ids[1].into(), id, opens);
    if job.is_none() && !administrators.is_empty() {
        return Err(Error::Conflict(Conflict::NoMail));
    }
    inside.invitations().add(&invited.invitation, digest).await?;
    for administrator in administrators {
        let told = ports.ids.next().into();
        let notice = NewJob::mail(told, Some(id), JobKind::MailAdministratorInvited, administrator.0, now);
        inside.jobs().enqueue(&notice).await?;
    }
    if let Some(job) = job {
        inside.jobs().enqueue(&job).await?;
    }
    inside.commit(invited).await
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

/// Renames, suspends or reactivates an organisation. Reactivating withdraws the request to purge it.
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
