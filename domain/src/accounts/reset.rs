//! A new password for a user who forgot theirs.
//!
//! A reset proves possession of the mailbox and nothing else: it gives no session, and the next log-in demands every
//! other factor as before. An account whose address was unconfirmed may be another person's work: it keeps only its password.

use super::{Email, guessable};
use crate::audit::{AccountTask, AuditedAccounts};
use crate::jobs::{JobKind, NewJob};
use crate::mail::notice;
use crate::{Conflict, Error, FieldCode, Password, Ports, Result, Secret, ShortText, UserId};
use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

/// Validity period of a reset's secret, from the moment it is mailed.
pub const RESET_VALID_FOR: TimeDelta = TimeDelta::minutes(30);

/// A request for a new password.
#[derive(Clone, Debug)]
pub struct ResetRequest {
    /// The id to assign.
    pub id: Uuid,
    /// The address, which need not have an account.
    pub email: Email,
    /// When it was requested.
    pub at: DateTime<Utc>,
}

/// An account with what its password must not be like.
#[derive(Clone, Debug)]
pub struct NamedAccount {
    /// The user.
    pub user: UserId,
    /// The address of the account.
    pub email: Email,
    /// The user's name.
    pub name: ShortText,
}

/// Requests a mail with which the holder of the address can choose a new password.
///
/// It answers and works alike for known and unknown addresses: only the job finds out whether there is an account.
///
/// # Errors
/// [`Conflict::NoMail`].
pub async fn request_reset(ports: &Ports, email: Email) -> Result<()> {
    if ports.mailer.is_none() {
        return Err(Error::Conflict(Conflict::NoMail));
    }
    let request = ResetRequest { id: ports.ids.next(), email, at: ports.clock.now() };
    let job = NewJob::mail(ports.ids.next().into(), None, JobKind::MailPasswordReset, request.id, request.at);
    let store = async |passing: &mut AuditedAccounts| passing.accounts().request_reset(&request, &job).await;
    ports.audited(AccountTask::RequestReset, None, store).await
}

/// Sets a new password with the secret of a mail, once, and ends every session.
///
/// It confirms the address. If that was unconfirmed, the account's second factors and identities at providers end.
///
/// # Errors
/// [`Conflict::LinkOver`]; [`Error::Invalid`] if the password is easily guessed, which does not use up the secret.
pub async fn reset_password(ports: &Ports, secret: &Secret, password: &Password) -> Result<()> {
    let digest = ports.secrets.digest(secret);
    let reset = async |passing: &mut AuditedAccounts| {
        let over = || Error::Conflict(Conflict::LinkOver);
        let pending = passing.accounts().pending_reset(digest, ports.clock.now()).await?;
        let NamedAccount { user, email, name } = pending.ok_or_else(over)?;
        // Hashing is slow: no transaction is open during it.
        if guessable(ports, password, &email, &[name.as_str()]).await? {
            return Err(Error::invalid("/newPassword", FieldCode::Guessable));
        }
        let hash = ports.passwords.hash(password).await?;
        let now = ports.clock.now();
        let notice = notice(ports, JobKind::MailPasswordChanged, user.0, now);
        let valid = passing.accounts().reset_password(digest, &hash, notice.as_ref(), now).await?;
        if valid { Ok(()) } else { Err(over()) }
    };
    ports.audited(AccountTask::ResetPassword, None, reset).await
}
