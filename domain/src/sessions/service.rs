use super::{LIFETIME, LoggedIn, NewSession, Refreshed, Session};
use crate::accounts::Email;
use crate::{Caller, Error, OrganisationId, Page, PageRequest, Password, Ports, Result, Secret, SessionId};
use chrono::{DateTime, Utc};

/// Logs in. A member of one organisation has chosen it thereby.
///
/// # Errors
/// [`Error::LogInRefused`], the same and after the same work for an unknown user and a wrong password.
pub async fn log_in(ports: &Ports, email: &Email, password: &Password) -> Result<LoggedIn> {
    let known = ports.system.credentials(email).await?;
    let hash = known.as_ref().map(|(_, hash)| hash.as_str());
    let right = ports.passwords.verify(password, hash).await?;
    let (user_id, password_hash) = known.filter(|_| right).ok_or(Error::LogInRefused)?;
    let refresh_token = ports.secrets.fresh()?;
    let now = ports.clock.now();
    let new = NewSession {
        id: ports.ids.next().into(),
        user_id,
        password_hash,
        refresh_token: ports.secrets.digest(&refresh_token),
        created_at: now,
        expires_at: now + LIFETIME,
    };
    let (session, memberships) = ports.system.start_session(&new).await?.ok_or(Error::LogInRefused)?;
    Ok(LoggedIn { session, refresh_token, memberships })
}

/// Exchanges a refresh token for the next one.
///
/// The token before the current one is good too while the current one is unused: the answer that held it got lost.
/// Any other old token was copied by somebody, and ends the session.
///
/// # Errors
/// [`Error::GrantRefused`].
pub async fn refresh(ports: &Ports, presented: &Secret) -> Result<Refreshed> {
    let refresh_token = ports.secrets.fresh()?;
    let (presented, next) = (ports.secrets.digest(presented), ports.secrets.digest(&refresh_token));
    let session = ports.system.rotate(presented, next, ports.clock.now()).await?.ok_or(Error::GrantRefused)?;
    if ports.refusals.refuses(session.id) {
        return Err(Error::GrantRefused);
    }
    Ok(Refreshed { session, refresh_token })
}

/// Ends the session of a refresh token, whichever of its tokens it is. An unknown one ends nothing and is no error.
///
/// # Errors
/// [`Error::Unavailable`] if that cannot be stored; this process refuses the session all the same.
pub async fn revoke(ports: &Ports, presented: &Secret) -> Result<()> {
    let (token, now) = (ports.secrets.digest(presented), ports.clock.now());
    let ended = ports.system.end_session_of(token, now).await;
    if matches!(ended, Err(Error::Unavailable(_)))
        && let Ok(Some((session, user))) = ports.system.session_of(token, now).await
    {
        ports.refusals.add(session, user, now);
    }
    ended
}

/// A page of one's own live sessions.
///
/// # Errors
/// Only the general ones.
pub async fn list(ports: &Ports, caller: &Caller, page: PageRequest) -> Result<Page<Session>> {
    let now = ports.clock.now();
    let mut own = ports.system.own(caller, false, now).await?;
    let sessions = own.sessions(now, page).await?;
    own.commit().await?;
    Ok(sessions)
}

/// Ends one of one's own sessions.
///
/// # Errors
/// [`Error::NotFound`] if it is somebody else's or has ended; [`Error::Unavailable`] if that cannot be stored, and then this
/// process refuses the session all the same.
pub async fn end(ports: &Ports, caller: &Caller, id: SessionId) -> Result<()> {
    let now = ports.clock.now();
    let ended = store_end(ports, caller, id, now).await;
    if matches!(ended, Err(Error::Unavailable(_))) && is_own(ports, caller, id, now).await {
        ports.refusals.add(id, caller.user, now);
    }
    ended
}

/// Stores the ends of sessions that could not be stored when they were ended. To be called now and then.
///
/// # Errors
/// [`Error::Unavailable`] as long as nothing can be stored.
pub async fn store_ends(ports: &Ports) -> Result<()> {
    for ended in ports.refusals.all() {
        match store_end(ports, &ended, ended.session, ports.clock.now()).await {
            // Ended by somebody else, or expired.
            Ok(()) | Err(Error::Unauthenticated | Error::NotFound) => ports.refusals.remove(ended.session),
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Whether a session is the caller's, as far as that can be read.
async fn is_own(ports: &Ports, caller: &Caller, id: SessionId, now: DateTime<Utc>) -> bool {
    // The access token says so, and reading may not work either.
    if id == caller.session {
        return true;
    }
    let Ok(mut own) = ports.system.own(caller, false, now).await else { return false };
    own.has_session(id, now).await.unwrap_or(false)
}

async fn store_end(ports: &Ports, caller: &Caller, id: SessionId, now: DateTime<Utc>) -> Result<()> {
    let mut own = ports.system.own(caller, true, now).await?;
    if !own.end_session(id, now).await? {
        return Err(Error::NotFound);
    }
    own.commit().await
}

/// Logs out.
///
/// # Errors
/// Only the general ones.
pub async fn end_current(ports: &Ports, caller: &Caller) -> Result<()> {
    end(ports, caller, caller.session).await
}

/// Chooses the organisation the session is for from now on.
///
/// # Errors
/// [`Error::NotFound`] if one is no member of it, or it is not active.
pub async fn choose_organisation(ports: &Ports, caller: &Caller, organisation: OrganisationId) -> Result<Session> {
    let mut own = ports.system.own(caller, true, ports.clock.now()).await?;
    if !own.choose_organisation(organisation).await? {
        return Err(Error::NotFound);
    }
    let session = own.session().await?;
    own.commit().await?;
    Ok(session)
}
