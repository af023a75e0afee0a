use super::{Invitation, Invited, MAILED_WITHIN, NewInvitation};
use crate::access::{Action, Resource, Role};
use crate::{
    Caller, ClientId, Conflict, Error, Expected, FieldCode, InvitationId, MemberId, Page, PageRequest, Ports, Result,
    UnitOfWork,
};

/// Invites a user to become a member, or to be a client's log-in.
///
/// # Errors
/// [`Error::Invalid`] without a role; [`Error::Forbidden`] for a role the caller may not grant;
/// [`Error::UnknownReference`] for an unknown client; [`Conflict::ClientHasLogIn`]; [`Conflict::AlreadyMember`];
/// [`Conflict::TooManyInvitations`].
pub async fn create(ports: &Ports, caller: &Caller, new: NewInvitation) -> Result<Invited> {
    let mut work = ports.begin(caller, Action::Create(Resource::Invitation)).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    if new.roles.is_empty() && new.client_id.is_none() {
        return Err(Error::invalid("/roles", FieldCode::TooFew(1)));
    }
    work.authorization().may_grant(new.roles.iter().chain(new.client_id.map(|_| Role::Client)), None)?;
    if let Some(client) = new.client_id {
        without_log_in(&mut work, client).await?;
    }
    match &new.email {
        Some(email) if work.members().has(email).await? => return Err(Error::Conflict(Conflict::AlreadyMember)),
        // Without an address there is no account to give another role to.
        None if new.client_id.is_none() || !new.roles.is_empty() => {
            return Err(Error::invalid("/email", FieldCode::Required));
        }
        Some(_) | None => {}
    }
    let (invited, digest) = new.at(work.new_id(), work.named_user(), ports, work.now())?;
    work.invitations().add(&invited.invitation, digest).await?;
    enqueue_mails(ports, &mut work, [&invited.invitation]).await?;
    work.commit(invited).await
}

/// Invites a member who lost every way in to choose a new password. Only a mail to their own address tells the secret.
///
/// Accepting it also removes the second factors of an account that is a member of no other organisation.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::ConfirmationRequired`]; [`Error::Forbidden`] for a role the caller may not grant;
/// [`Conflict::NoMail`].
pub async fn invite_again(ports: &Ports, caller: &Caller, id: MemberId) -> Result<Invited> {
    let mut work = ports.begin(caller, Action::InviteMemberAgain).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    if ports.mailer.is_none() {
        return Err(Error::Conflict(Conflict::NoMail));
    }
    let member = work.members().get(id).await?.ok_or(Error::NotFound)?;
    work.authorization().may_grant(member.roles.iter(), None)?;
    let again = NewInvitation {
        email: Some(member.email),
        roles: member.roles,
        language: None,
        client_id: member.client_id,
        member_id: Some(member.id),
    };
    let (invited, digest) = again.at(work.new_id(), work.named_user(), ports, work.now())?;
    work.invitations().replace_of(id).await?;
    work.invitations().add(&invited.invitation, digest).await?;
    enqueue_mail(&mut work, &invited).await?;
    work.commit(invited).await
}

/// Enqueues the mail with the invitation, if it is mailed.
pub(crate) async fn enqueue_mail(work: &mut UnitOfWork, invited: &Invited) -> Result<()> {
    let (organisation, now) = (work.authorization().scope().organisation(), work.now());
    match invited.invitation.mail_job(work.new_id(), organisation, now) {
        Some(job) => work.jobs().enqueue(&job).await,
        None => Ok(()),
    }
}

/// Enqueues the mails with these invitations, of those that are mailed, within the limit of the organisation.
pub(super) async fn enqueue_mails<'a>(
    ports: &Ports,
    work: &mut UnitOfWork,
    invitations: impl IntoIterator<Item = &'a Invitation> + Send,
) -> Result<()> {
    let (organisation, now) = (work.authorization().scope().organisation(), work.now());
    let jobs = invitations.into_iter().filter_map(|invitation| invitation.mail_job(work.new_id(), organisation, now));
    let jobs: Vec<_> = jobs.collect();
    work.invitations().enqueue_mails(&jobs, now - MAILED_WITHIN, ports.max_mailed_invitations).await
}

/// Delivers an invitation again, with a new secret and a new term; the earlier secret is no longer accepted.
///
/// The caller becomes its inviter: a shown secret is known to them.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Forbidden`] for a role the caller may not grant; [`Conflict::InvitationOver`] if it was
/// accepted; [`Conflict::InvitationSentOften`]; [`Conflict::TooManyInvitations`].
pub async fn deliver(ports: &Ports, caller: &Caller, id: InvitationId) -> Result<Invited> {
    let mut work = ports.begin(caller, Action::DeliverInvitation).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    let mut invitation = work.invitations().get(id).await?.ok_or(Error::NotFound)?;
    if invitation.accepted_at.is_some() {
        return Err(Error::Conflict(Conflict::InvitationOver));
    }
    work.authorization().may_grant(invitation.roles.iter(), None)?;
    invitation.invited_by = work.named_user();
    invitation.version += 1;
    let (invited, digest) = invitation.delivered(ports, work.now())?;
    work.invitations().deliver(&invited.invitation, digest).await?;
    enqueue_mails(ports, &mut work, [&invited.invitation]).await?;
    work.commit(invited).await
}

/// Reports early what the constraint would reject on acceptance.
async fn without_log_in(work: &mut UnitOfWork, client: ClientId) -> Result<()> {
    let client = work.also(Action::Read(Resource::Client), client).await.map_err(|error| {
        let is_unknown = matches!(error, Error::NotFound);
        if is_unknown { Error::Conflict(Conflict::UnknownReference).at("/clientId") } else { error }
    })?;
    if client.attributes().user_id.is_some() { Err(Error::Conflict(Conflict::ClientHasLogIn)) } else { Ok(()) }
}

/// Returns a page of the organisation's invitations, including accepted and expired ones.
pub async fn list(ports: &Ports, caller: &Caller, page: PageRequest) -> Result<Page<Invitation>> {
    let mut work = ports.begin(caller, Action::List(Resource::Invitation)).await?;
    let invitations = work.invitations().list(page).await?;
    work.end(invitations).await
}

/// Returns one invitation.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, id: InvitationId) -> Result<Invitation> {
    let mut work = ports.begin(caller, Action::Read(Resource::Invitation)).await?;
    let invitation = work.invitations().get(id).await?.ok_or(Error::NotFound)?;
    work.end(invitation).await
}

/// Withdraws an invitation, so that it cannot be accepted any more.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Stale`].
pub async fn delete(ports: &Ports, caller: &Caller, id: InvitationId, expected: &Expected) -> Result<()> {
    let mut work = ports.begin(caller, Action::Delete(Resource::Invitation)).await?;
    let invitation = work.invitations().get(id).await?.ok_or(Error::NotFound)?;
    expected.check(invitation.version)?;
    work.invitations().remove(id, invitation.version).await?;
    work.commit(()).await
}
