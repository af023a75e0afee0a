//! Another email address, which its holder confirms with the secret of a mail to it.

use super::Email;
use crate::audit::{AccountTask, AuditedAccounts};
use crate::jobs::{JobKind, NewJob};
use crate::{Caller, Conflict, Error, FieldCode, Password, Ports, Result, Secret};
use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

/// Validity period of the secret that confirms a new address, from the moment it is mailed.
pub const EMAIL_CHANGE_VALID_FOR: TimeDelta = TimeDelta::days(1);

/// A request for another address.
#[derive(Clone, Debug)]
pub struct NewEmail {
    /// The id to assign.
    pub id: Uuid,
    /// The new address.
    pub email: Email,
    /// When it was requested.
    pub at: DateTime<Utc>,
}

/// Requests another address for the caller: mails a secret to it, and tells the current one.
///
/// The answer does not tell whether the address has an account.
///
/// # Errors
/// [`Conflict::NoMail`]; [`Error::Invalid`] for a wrong password.
pub async fn request_email_change(ports: &Ports, caller: &Caller, email: Email, password: &Password) -> Result<()> {
    if ports.mailer.is_none() {
        return Err(Error::Conflict(Conflict::NoMail));
    }
    let request = async |passing: &mut AuditedAccounts| {
        check_password(ports, passing, caller, password).await?;
        let new = NewEmail { id: ports.ids.next(), email, at: ports.clock.now() };
        let job = NewJob::mail(ports.ids.next().into(), None, JobKind::MailEmailChange, new.id, new.at);
        let mut own = passing.own(caller, true, new.at).await?;
        own.request_email(&new, &job).await?;
        own.commit().await
    };
    ports.audited(AccountTask::RequestEmailChange, Some(caller), request).await
}

/// Verifies the caller's password.
///
/// # Errors
/// [`Error::Invalid`] if it is wrong.
pub(super) async fn check_password(
    ports: &Ports,
    passing: &AuditedAccounts,
    caller: &Caller,
    password: &Password,
) -> Result<()> {
    let mut own = passing.own(caller, false, ports.clock.now()).await?;
    let hash = own.password_hash().await?;
    own.commit().await?;
    if ports.passwords.verify(password, Some(&hash)).await? {
        Ok(())
    } else {
        Err(Error::invalid("/password", FieldCode::WrongPassword))
    }
}

/// Gives a user the address that this secret was mailed to, once.
///
/// # Errors
/// [`Conflict::LinkOver`]; [`Conflict::EmailTaken`] if another account has it by now.
pub async fn accept_email_change(ports: &Ports, secret: &Secret) -> Result<()> {
    let digest = ports.secrets.digest(secret);
    let accept = async |passing: &mut AuditedAccounts| {
        let valid = passing.accounts().accept_email(digest, ports.clock.now()).await?;
        if valid { Ok(()) } else { Err(Error::Conflict(Conflict::LinkOver)) }
    };
    ports.audited(AccountTask::ChangeEmail, None, accept).await
}
