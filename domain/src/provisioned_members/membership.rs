//! What becomes of the membership when the identity provider says something.

use super::{Attributes, MAX_INVITATIONS, ProvisionedMember};
use crate::access::{Role, Roles};
use crate::invitations::NewInvitation;
use crate::members::{self, Member};
use crate::{Conflict, Error, Ports, Result, UnitOfWork};

/// Makes the membership follow the attributes, which were `before` until now; `None` for a new one.
///
/// # Errors
/// [`Error::Forbidden`] for a role that the integration may not give; [`Conflict::LastAdmin`];
/// [`Conflict::InvitationSentOften`].
pub(super) async fn settle(
    ports: &Ports,
    work: &mut UnitOfWork,
    member: &mut ProvisionedMember,
    before: Option<&Attributes>,
) -> Result<()> {
    let asserted = member.attributes.roles;
    let granted = work.authorization().may_grant(asserted.into_iter().flat_map(Roles::iter), None);
    granted.map_err(|error| work.refuse(error))?;
    let was_active = before.is_some_and(|before| before.active);
    if !member.attributes.active {
        return if was_active { suspend(ports, work, member).await } else { Ok(()) };
    }
    let known = match member.user_id {
        Some(user) => work.members().of_user(user).await?,
        None => work.members().with_email(&member.email).await?,
    };
    match (known, member.user_id) {
        (Some(known), linked) => {
            let same = linked.is_some() && was_active && before.is_some_and(|before| before.roles == asserted);
            let roles = if same { known.roles } else { roles_of(work, &known, asserted) };
            member.user_id = Some(known.user_id);
            withdraw(work, member).await?;
            members::set_roles(ports, work, known, roles, false).await
        }
        // An administrator removed the member: only being active again gives the membership back.
        (None, Some(_)) if was_active => Ok(()),
        (None, Some(user)) => {
            let (id, now) = (work.new_id(), work.now());
            work.members().add(id, user, asserted.unwrap_or(Attributes::DEFAULT_ROLES), now).await
        }
        (None, None) => invite(ports, work, member).await,
    }
}

/// Ends the membership, and the assignments that a suspension kept.
///
/// # Errors
/// [`Conflict::LastAdmin`].
pub(super) async fn end(ports: &Ports, work: &mut UnitOfWork, member: &ProvisionedMember) -> Result<()> {
    let Some(user) = member.user_id else { return withdraw(work, member).await };
    if let Some(known) = work.members().of_user(user).await? {
        let roles = Roles { client: known.roles.client, ..Roles::default() };
        members::set_roles(ports, work, known, roles, false).await?;
    }
    let now = work.now();
    work.assignments().end_all_of(user, now).await
}

/// Takes the membership, or the invitation to it.
async fn suspend(ports: &Ports, work: &mut UnitOfWork, member: &ProvisionedMember) -> Result<()> {
    let Some(user) = member.user_id else { return withdraw(work, member).await };
    match work.members().of_user(user).await? {
        Some(known) => {
            let roles = Roles { client: known.roles.client, ..Roles::default() };
            members::set_roles(ports, work, known, roles, true).await
        }
        None => Ok(()),
    }
}

/// The roles of a known member: those that are asserted, as far as the integration may give and take them.
fn roles_of(work: &UnitOfWork, known: &Member, asserted: Option<Roles>) -> Roles {
    let gives_admin = work.authorization().may_grant([Role::Admin].into_iter(), None).is_ok();
    match asserted {
        Some(roles) => Roles {
            admin: if gives_admin { roles.admin } else { known.roles.admin },
            coach: roles.coach,
            client: known.roles.client,
        },
        // A client who now works here too.
        None if !known.roles.admin && !known.roles.coach => Roles { coach: true, ..known.roles },
        None => known.roles,
    }
}

/// Invites the address, unless an invitation of it with these roles is open.
async fn invite(ports: &Ports, work: &mut UnitOfWork, member: &mut ProvisionedMember) -> Result<()> {
    let roles = member.attributes.roles.unwrap_or(Attributes::DEFAULT_ROLES);
    let now = work.now();
    if let Some(id) = member.invitation_id
        && let Some(open) = work.invitations().get(id).await?
        && open.accepted_at.is_none()
        && open.expires_at > now
        && open.email.as_ref() == Some(&member.email)
        && open.roles == roles
    {
        return Ok(());
    }
    withdraw(work, member).await?;
    if member.invitations >= MAX_INVITATIONS {
        return Err(Error::Conflict(Conflict::InvitationSentOften));
    }
    work.authorization().may_grant(roles.iter(), None)?;
    let new =
        NewInvitation { email: Some(member.email.clone()), roles, language: None, client_id: None, member_id: None };
    let (invited, digest) = new.at(work.new_id(), work.named_user(), ports, now)?;
    member.invitation_id = Some(invited.invitation.id);
    member.invitations += 1;
    work.invitations().add(&invited.invitation, digest).await?;
    crate::invitations::enqueue_mail(work, &invited).await
}

/// Withdraws the invitation, if it is open.
async fn withdraw(work: &mut UnitOfWork, member: &ProvisionedMember) -> Result<()> {
    let Some(id) = member.invitation_id else { return Ok(()) };
    match work.invitations().get(id).await? {
        Some(open) if open.accepted_at.is_none() => work.invitations().remove(id, open.version).await,
        Some(_) | None => Ok(()),
    }
}
