use super::{
    Credential, Factors, LogIn, LogInProof, LoggedIn, NewSession, Refreshed, Rotation, Session, SessionKind, Started,
    mail_code,
};
use crate::accounts::{Email, Profile};
use crate::audit::AccountTask;
use crate::audit::AuditedAccounts;
use crate::jobs::JobKind;
use crate::mail::notice;
use crate::second_factors::{self, SecondFactorState};
use crate::{
    Caller, Error, OrganisationId, Page, PageRequest, Password, Ports, Result, Secret, SessionId, ShortText, UserId,
};
use chrono::{DateTime, Utc};

/// Logs in. A member of exactly one organisation gets a session for it.
///
/// # Errors
/// [`Error::LogInRefused`], for an unknown user and a wrong password alike, after the same work.
pub async fn log_in(ports: &Ports, log_in: LogIn) -> Result<LoggedIn> {
    ports.audited(AccountTask::LogIn, None, async |passing| try_log_in(ports, passing, log_in).await).await
}

async fn try_log_in(ports: &Ports, passing: &mut AuditedAccounts, log_in: LogIn) -> Result<LoggedIn> {
    let proven = match &log_in.credential {
        Credential::Password(password) => with_password(ports, passing, &log_in.email, password).await?,
        Credential::MailCode { ticket, code } => mail_code::give(ports, passing, &log_in.email, ticket, code).await?,
    };
    let (user_id, proof) = proven.ok_or(Error::LogInRefused)?;
    let session = new_on(ports, user_id, log_in.kind, log_in.device_name, log_in.network);
    start(ports, passing, session, proof).await?.ok_or(Error::LogInRefused)
}

async fn with_password(
    ports: &Ports,
    passing: &mut AuditedAccounts,
    email: &Email,
    password: &Password,
) -> Result<Option<(UserId, LogInProof)>> {
    let known = passing.accounts().credentials(email).await?;
    known.iter().for_each(|(user, _)| passing.by(*user, None));
    let hash = known.as_ref().map(|(_, hash)| hash.as_str());
    let right = ports.passwords.verify(password, hash).await?;
    Ok(known.filter(|_| right).map(|(user, hash)| (user, LogInProof::Password(hash))))
}

/// A session as of a browser, from now on. It is in this organisation if the user is a member of it.
pub(crate) fn new(ports: &Ports, user_id: UserId, organisation_id: Option<OrganisationId>) -> Session {
    let now = ports.clock.now();
    let kind = SessionKind::Browser;
    Session {
        id: ports.ids.next().into(),
        user_id,
        organisation_id,
        confined_to: None,
        kind,
        device_name: None,
        network: None,
        factors: Factors::default(),
        confirmed_at: Some(now),
        created_at: now,
        used_at: now,
        expires_at: now + kind.lifetime(),
    }
}

/// A session in no organisation yet, of this kind.
pub(crate) fn new_on(
    ports: &Ports,
    user_id: UserId,
    kind: SessionKind,
    device_name: Option<ShortText>,
    network: Option<String>,
) -> Session {
    let session = new(ports, user_id, None);
    Session { kind, device_name, network, expires_at: session.created_at + kind.lifetime(), ..session }
}

/// Starts a session with the factor of its proof. It may wait for a second factor.
///
/// `None` if the proof no longer holds.
pub(crate) async fn start(
    ports: &Ports,
    passing: &mut AuditedAccounts,
    session: Session,
    proof: LogInProof,
) -> Result<Option<LoggedIn>> {
    let refresh_token = ports.secrets.fresh()?;
    let confined_to = proof.confines_to();
    let organisation_id = confined_to.or(session.organisation_id);
    let session = Session { factors: proof.factors(), organisation_id, confined_to, ..session };
    let told = match session.kind {
        SessionKind::Device => JobKind::MailNewDevice,
        SessionKind::Browser => JobKind::MailNewNetwork,
    };
    let notice = notice(ports, told, session.id.0, session.created_at);
    let new = NewSession { session, proof, refresh_token: ports.secrets.digest(&refresh_token), notice };
    let Some(Started { session, profile }) = passing.accounts().start_session(&new).await? else { return Ok(None) };
    let second_factor = SecondFactorState::of(&session, &profile);
    Ok(Some(LoggedIn { session, refresh_token, memberships: profile.memberships, second_factor }))
}

/// Adds a second factor to a session that has just started, or ends it.
///
/// # Errors
/// [`Error::LogInRefused`] for a wrong code.
pub async fn add_factor(ports: &Ports, logged_in: LoggedIn, code: &Secret) -> Result<LoggedIn> {
    let caller = Caller::person(logged_in.session.id, logged_in.session.user_id);
    let add = async |passing: &mut AuditedAccounts| try_add_factor(ports, passing, &caller, logged_in, code).await;
    ports.audited(AccountTask::ConfirmSession, Some(&caller), add).await
}

async fn try_add_factor(
    ports: &Ports,
    passing: &AuditedAccounts,
    caller: &Caller,
    logged_in: LoggedIn,
    code: &Secret,
) -> Result<LoggedIn> {
    let session = &logged_in.session;
    let now = ports.clock.now();
    let mut own = passing.own(caller, true, now).await?;
    let factor = second_factors::give(ports, &mut *own, caller.user, code, now).await?;
    let Some(factor) = factor else {
        own.end_session(session.id, now).await?;
        own.commit_before_refusal().await?;
        return Err(Error::LogInRefused);
    };
    own.confirm_session(factor, now).await?;
    own.commit().await?;
    let factors = session.factors.and(factor);
    let session = Session { factors, ..logged_in.session };
    Ok(LoggedIn { session, second_factor: SecondFactorState::Given, ..logged_in })
}

/// Exchanges a refresh token for its successor.
///
/// For [`super::REPEATED_FOR`] the same token gives the same successor. A token presented later has been copied, and
/// ends the session; but on a device, as long as the successor was not used, its response may have been lost, and a new
/// successor replaces it.
///
/// # Errors
/// [`Error::GrantRefused`].
pub async fn refresh(ports: &Ports, presented: &Secret) -> Result<Refreshed> {
    let successor = ports.secrets.fresh()?;
    let rotation = Rotation {
        presented: ports.secrets.digest(presented),
        successor: ports.secrets.digest(&successor),
        encrypted: ports.cipher.encrypt_for(presented, &successor)?,
    };
    let rotate = async |passing: &mut AuditedAccounts| {
        let rotated = passing.accounts().rotate(&rotation, ports.clock.now()).await?.ok_or(Error::GrantRefused)?;
        if ports.refusals.refuses(rotated.session.id) { Err(Error::GrantRefused) } else { Ok(rotated) }
    };
    let rotated = ports.audited(AccountTask::Refresh, None, rotate).await?;
    let earlier = rotated.earlier.map(|encrypted| ports.cipher.decrypt_for(presented, &encrypted)).transpose()?;
    Ok(Refreshed { session: rotated.session, refresh_token: earlier.unwrap_or(successor) })
}

/// Returns the caller's session, account and memberships: the initial data of a front end.
pub async fn current(ports: &Ports, caller: &Caller) -> Result<(Session, Profile)> {
    let read = async |passing: &mut AuditedAccounts| {
        let mut own = passing.own(caller, false, ports.clock.now()).await?;
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
    let revoke = async |passing: &mut AuditedAccounts| {
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
    let list = async |passing: &mut AuditedAccounts| {
        let mut own = passing.own(caller, false, now).await?;
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
    let end = async |passing: &mut AuditedAccounts| {
        let ended = store_end(passing, caller, id, now).await;
        if matches!(ended, Err(Error::Unavailable(_))) && is_own(passing, caller, id, now).await {
            ports.refusals.add(id, caller.user, now);
        }
        ended
    };
    // Also a session that waits for its second factor can be left.
    let task = if id == caller.session { AccountTask::LogOut } else { AccountTask::EndSession };
    ports.audited(task, Some(caller), end).await
}

/// Stores the ends of sessions that could not be stored earlier. Called periodically.
///
/// # Errors
/// [`Error::Unavailable`] while the database does not accept writes.
pub async fn store_ends(ports: &Ports) -> Result<()> {
    for ended in ports.refusals.all() {
        let now = ports.clock.now();
        let store = async |passing: &mut AuditedAccounts| store_end(passing, &ended, ended.session, now).await;
        match ports.audited(AccountTask::LogOut, Some(&ended), store).await {
            // Already ended or expired.
            Ok(()) | Err(Error::Unauthenticated | Error::NotFound) => ports.refusals.remove(ended.session),
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Whether a session belongs to the caller, as far as that can be read.
async fn is_own(passing: &AuditedAccounts, caller: &Caller, id: SessionId, now: DateTime<Utc>) -> bool {
    // The access token says so; the database may not be readable either.
    if id == caller.session {
        return true;
    }
    let Ok(mut own) = passing.own(caller, false, now).await else { return false };
    own.has_session(id, now).await.unwrap_or(false)
}

async fn store_end(passing: &AuditedAccounts, caller: &Caller, id: SessionId, now: DateTime<Utc>) -> Result<()> {
    let mut own = passing.own(caller, true, now).await?;
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
    let choose = async |passing: &mut AuditedAccounts| {
        let mut own = passing.own(caller, true, ports.clock.now()).await?;
        if !own.choose_organisation(organisation).await? {
            return Err(Error::NotFound);
        }
        let session = own.session().await?;
        own.commit().await?;
        Ok(session)
    };
    ports.audited(AccountTask::ChooseOrganisation, Some(caller), choose).await
}
