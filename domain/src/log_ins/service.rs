use super::{Confirmation, LogIn};
use crate::access::{Action, Granted, Resource};
use crate::audit::AccountTask;
use crate::audit::AuditedAccounts;
use crate::{
    Caller, ClientId, Conflict, Error, FieldCode, FieldError, OrganisationId, Page, PageRequest, Ports, Result,
    TypedCode, UnitOfWork,
};

/// Returns a page of a client's log-ins, including ended ones.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Forbidden`] for a coach.
pub async fn list(ports: &Ports, caller: &Caller, client: ClientId, page: PageRequest) -> Result<Page<LogIn>> {
    let (mut work, client) = ports.begin_on(caller, Action::List(Resource::LogIn), client).await?;
    let log_ins = work.log_ins().list(&client, page).await?;
    let attributes = client.attributes();
    let stranger = attributes.is(work.user()) && !attributes.confirmed;
    work.end(if stranger { log_ins.map(LogIn::masked) } else { log_ins }).await
}

/// Confirms the client's log-in.
///
/// By the log-in itself with the client's code, or by an administrator other than the inviter. Has no effect on a
/// confirmed log-in.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Forbidden`] for a coach; [`Conflict::ClientHasNoLogIn`];
/// [`Conflict::ConfirmedByInviter`]; [`Conflict::CodeClosed`]; [`Error::Invalid`] for a wrong code.
pub async fn confirm(ports: &Ports, caller: &Caller, client: ClientId, code: Option<TypedCode>) -> Result<LogIn> {
    let (mut work, client) = ports.begin_on(caller, Action::ConfirmLogIn, client).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    let current = work.log_ins().current(&client).await?.ok_or(Error::Conflict(Conflict::ClientHasNoLogIn))?;
    if current.confirmed_at.is_some() {
        return work.commit(current).await;
    }
    // A user who is both administrator and client cannot confirm their own log-in as administrator.
    let how = if client.attributes().is(work.user()) {
        let code = code.ok_or_else(|| Error::invalid("/code", FieldCode::Required))?;
        work = checked(ports, work, &client, &current, &code).await?;
        Confirmation::Code
    } else {
        if code.is_some() {
            return Err(Error::ForbiddenMembers(vec![FieldError::new("/code", FieldCode::Forbidden)]));
        }
        if current.linked_by.as_ref().is_none_or(|inviter| inviter.id == work.user()) {
            return Err(Error::Conflict(Conflict::ConfirmedByInviter));
        }
        Confirmation::Administrator
    };
    let (user, now) = (work.user(), work.now());
    work.log_ins().confirm(&client, &current, how, Some(user), now).await?;
    let confirmed = work.log_ins().current(&client).await?.ok_or(Error::NotFound)?;
    work.commit(confirmed).await
}

/// Continues if the code is right. A wrong code is counted, so that is committed before the refusal.
async fn checked(
    ports: &Ports,
    mut work: UnitOfWork,
    client: &Granted<ClientId>,
    log_in: &LogIn,
    code: &TypedCode,
) -> Result<UnitOfWork> {
    if !work.log_ins().count_code(client, log_in.id).await? {
        return Err(Error::Conflict(Conflict::CodeClosed));
    }
    if work.log_ins().is_code(client, code.digest(ports.secrets.as_ref())).await? {
        return Ok(work);
    }
    work.commit_before_refusal().await?;
    Err(Error::invalid("/code", FieldCode::WrongCode))
}

/// Confirms a client's log-in for an organisation with one administrator.
///
/// Command line only, not exposed by the API. Returns whether there was a log-in to confirm.
pub async fn confirm_as_operator(ports: &Ports, organisation: OrganisationId, client: ClientId) -> Result<bool> {
    let now = ports.clock.now();
    let confirm =
        async |passing: &mut AuditedAccounts| passing.accounts().confirm_log_in(organisation, client, now).await;
    ports.audited(AccountTask::ConfirmLogIn, None, confirm).await
}
