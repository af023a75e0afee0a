use super::{LIFETIME, LoggedIn, NewSession, Refreshed, Session};
use crate::accounts::{Email, Profile};
use crate::audit::AccountTask;
use crate::audit::AuditedAccounts;
use crate::{Caller, Error, OrganisationId, Page, PageRequest, Password, Ports, Result, Secret, SessionId, UserId};
use chrono::{DateTime, Utc};

/// Logs in. A member of exactly one organisation gets a session for it.
///
/// # Errors
/// [`Error::LogInRefused`], for an unknown user and a wrong password alike, after the same work.
pub async fn log_in(ports: &Ports, email: &Email, password: &Password) -> Result<LoggedIn> {
    ports.audited(AccountTask::LogIn, None, async |passing| try_log_in(ports, passing, email, password).await).await
}

async fn try_log_in(
    ports: &Ports,
    passing: &mut AuditedAccounts<'_>,
    email: &Email,
    password: &Password,
) -> Result<LoggedIn> {
    let known = passing.accounts().credentials(email).await?;
    known.iter().for_each(|(user, _)| passing.by(*user, None));
    let hash = known.as_ref().map(|(_, hash)| hash.as_str());
    let right = ports.passwords.verify(password, hash).await?;
    let (user_id, password_hash) = known.filter(|_| right).ok_or(Error::LogInRefused)?;
    start(ports, passing, user_id, password_hash, None).await?.ok_or(Error::LogInRefused)
}

/// Starts a session of a user whose password was verified against this hash.
///
/// `None` if the password has changed since.
pub(crate) async fn start(
    ports: &Ports,
    passing: &mut AuditedAccounts<'_>,
    user_id: UserId,
    password_hash: String,
    organisation_id: Option<OrganisationId>,
) -> Result<Option<LoggedIn>> {
    let refresh_token = ports.secrets.fresh()?;
    let now = ports.clock.now();
    let new = NewSession {
        id: ports.ids.next().into(),
        user_id,
        password_hash,
        organisation_id,
        refresh_token: ports.secrets.digest(&refresh_token),
        created_at: now,
        expires_at: now + LIFETIME,
    };
    let Some((session, memberships)) = passing.accounts().start_session(&new).await? else { return Ok(None) };
    passing.by(session.user_id, Some(session.id));
    Ok(Some(LoggedIn { session, refresh_token, memberships }))
}

/// Rotates a refresh token.
///
/// The predecessor of the current token is accepted while the current one is unused, since the response with it may
/// have been lost. Any other old token has been copied, and ends the session.
///
/// # Errors
/// [`Error::GrantRefused`].
pub async fn refresh(ports: &Ports, presented: &Secret) -> Result<Refreshed> {
    let refresh_token = ports.secrets.fresh()?;
    let (presented, next) = (ports.secrets.digest(presented), ports.secrets.digest(&refresh_token));
    let rotate = async |passing: &mut AuditedAccounts<'_>| {
        let rotated = passing.accounts().rotate(presented, next, ports.clock.now()).await?;
        let session = rotated.ok_or(Error::GrantRefused)?;
        passing.by(session.user_id, Some(session.id));
        if ports.refusals.refuses(session.id) { Err(Error::GrantRefused) } else { Ok(session) }
    };
    let session = ports.audited(AccountTask::Refresh, None, rotate).await?;
    Ok(Refreshed { session, refresh_token })
}

/// Returns the caller's session, account and memberships: the initial data of a front end.
pub async fn current(ports: &Ports, caller: &Caller) -> Result<(Session, Profile)> {
    let read = async |passing: &mut AuditedAccounts<'_>| {
        let mut own = passing.accounts().own(caller, false, ports.clock.now()).await?;
        let current = own.everything().await?;
        own.commit().await?;
        Ok(current)
    };
    ports.audited(AccountTask::ReadAccount, Some(caller), read).await
}

/// Ends the session of a current or old refresh token. An unknown token is ignored.
///
/// # Errors
/// [`Error::Unavailable`] if the end cannot be stored; this process refuses the session nevertheless.
pub async fn revoke(ports: &Ports, presented: &Secret) -> Result<()> {
    let (token, now) = (ports.secrets.digest(presented), ports.clock.now());
    let revoke = async |passing: &mut AuditedAccounts<'_>| {
        let ended = passing.accounts().end_session_of(token, now).await;
        if matches!(ended, Err(Error::Unavailable(_)))
            && let Ok(Some((session, user))) = passing.accounts().session_of(token, now).await
        {
            passing.by(user, Some(session));
            ports.refusals.add(session, user, now);
        }
        ended
    };
    ports.audited(AccountTask::LogOut, None, revoke).await
}

/// Returns a page of the caller's live sessions.
pub async fn list(ports: &Ports, caller: &Caller, page: PageRequest) -> Result<Page<Session>> {
    let now = ports.clock.now();
    let list = async |passing: &mut AuditedAccounts<'_>| {
        let mut own = passing.accounts().own(caller, false, now).await?;
        let sessions = own.sessions(now, page).await?;
        own.commit().await?;
        Ok(sessions)
    };
    ports.audited(AccountTask::ListSessions, Some(caller), list).await
}

/// Ends one of the caller's sessions.
///
/// # Errors
/// [`Error::NotFound`] if it belongs to another user or has ended; [`Error::Unavailable`] if the end cannot be
/// stored; this process refuses the session nevertheless.
pub async fn end(ports: &Ports, caller: &Caller, id: SessionId) -> Result<()> {
    let now = ports.clock.now();
    let end = async |passing: &mut AuditedAccounts<'_>| {
        let ended = store_end(passing, caller, id, now).await;
        if matches!(ended, Err(Error::Unavailable(_))) && is_own(passing, caller, id, now).await {
            ports.refusals.add(id, caller.user, now);
        }
        ended
    };
    ports.audited(AccountTask::EndSession, Some(caller), end).await
}

/// Stores the ends of sessions that could not be stored earlier. Called periodically.
///
/// # Errors
/// [`Error::Unavailable`] while the database does not accept writes.
pub async fn store_ends(ports: &Ports) -> Result<()> {
    for ended in ports.refusals.all() {
        let now = ports.clock.now();
        let store = async |passing: &mut AuditedAccounts<'_>| store_end(passing, &ended, ended.session, now).await;
        match ports.audited(AccountTask::EndSession, Some(&ended), store).await {
            // Already ended or expired.
            Ok(()) | Err(Error::Unauthenticated | Error::NotFound) => ports.refusals.remove(ended.session),
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Whether a session belongs to the caller, as far as that can be read.
async fn is_own(passing: &AuditedAccounts<'_>, caller: &Caller, id: SessionId, now: DateTime<Utc>) -> bool {
    // The access token says so; the database may not be readable either.
    if id == caller.session {
        return true;
    }
    let Ok(mut own) = passing.accounts().own(caller, false, now).await else { return false };
    own.has_session(id, now).await.unwrap_or(false)
}

async fn store_end(passing: &AuditedAccounts<'_>, caller: &Caller, id: SessionId, now: DateTime<Utc>) -> Result<()> {
    let mut own = passing.accounts().own(caller, true, now).await?;
    if !own.end_session(id, now).await? {
        return Err(Error::NotFound);
    }
    own.commit().await
}

/// Ends the caller's current session.
pub async fn end_current(ports: &Ports, caller: &Caller) -> Result<()> {
    end(ports, caller, caller.session).await
}

/// Chooses the organisation of the session.
///
/// # Errors
/// [`Error::NotFound`] if the caller is not a member of it or it is not active.
pub async fn choose_organisation(ports: &Ports, caller: &Caller, organisation: OrganisationId) -> Result<Session> {
    let choose = async |passing: &mut AuditedAccounts<'_>| {
        let mut own = passing.accounts().own(caller, true, ports.clock.now()).await?;
        if !own.choose_organisation(organisation).await? {
            return Err(Error::NotFound);
        }
        let session = own.session().await?;
        own.commit().await?;
        Ok(session)
    };
    ports.audited(AccountTask::ChooseOrganisation, Some(caller), choose).await
}
