//! Six digits that are mailed to a client, to log in without a password.
//!
//! A code belongs to the browser that asked for it: it counts only with the ticket of that request.

use super::LogInProof;
use crate::accounts::Email;
use crate::audit::{AccountTask, AuditedAccounts};
use crate::jobs::{JobKind, NewJob};
use crate::{Conflict, Error, Ports, Result, Secret, SecretDigest, UserId};
use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

/// Validity period of a code, from the moment it is mailed.
pub const MAIL_CODE_VALID_FOR: TimeDelta = TimeDelta::minutes(10);
/// Number of codes that can be tried with one ticket.
pub const MAIL_CODE_TRIES: i16 = 5;

/// A request for a code.
#[derive(Clone, Debug)]
pub struct MailCodeRequest {
    /// The id to assign.
    pub id: Uuid,
    /// The digest of the ticket.
    pub ticket: SecretDigest,
    /// The address, which need not have an account.
    pub email: Email,
    /// When it was requested.
    pub at: DateTime<Utc>,
}

/// A mailed code whose try was counted.
#[derive(Clone, Debug)]
pub struct TriedMailCode {
    /// The request.
    pub id: Uuid,
    /// The user whom it was mailed to.
    pub user: UserId,
    /// The encrypted code.
    pub encrypted: Vec<u8>,
}

/// Requests a mail with a code, and returns the ticket that the code is valid with.
///
/// It answers and works alike for every address: only the job finds out whether there is an account that may log in so.
///
/// # Errors
/// [`Conflict::NoMail`].
pub async fn request_mail_code(ports: &Ports, email: Email) -> Result<Secret> {
    if ports.mailer.is_none() {
        return Err(Error::Conflict(Conflict::NoMail));
    }
    let ticket = ports.secrets.fresh()?;
    let (id, at) = (ports.ids.next(), ports.clock.now());
    let request = MailCodeRequest { id, ticket: ports.secrets.digest(&ticket), email, at };
    let job = NewJob::mail(ports.ids.next().into(), None, JobKind::MailLogInCode, id, at);
    let store = async |passing: &mut AuditedAccounts| passing.accounts().request_mail_code(&request, &job).await;
    ports.audited(AccountTask::RequestLogInCode, None, store).await?;
    Ok(ticket)
}

/// Makes six random digits.
pub(crate) fn fresh_digits(ports: &Ports) -> Result<Secret> {
    let bytes = ports.cipher.random(8)?;
    let number = bytes.iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    Ok(Secret::new(format!("{:06}", number % 1_000_000)))
}

/// Uses up the code of this ticket. `None` if it is wrong, used, or tried too often.
pub(super) async fn give(
    ports: &Ports,
    passing: &AuditedAccounts,
    email: &Email,
    ticket: &Secret,
    code: &Secret,
) -> Result<Option<(UserId, LogInProof)>> {
    let (ticket, now) = (ports.secrets.digest(ticket), ports.clock.now());
    let Some(tried) = passing.accounts().try_mail_code(ticket, email, now).await? else { return Ok(None) };
    let expected = ports.cipher.decrypt(tried.id.as_bytes(), &tried.encrypted)?;
    let given: String = code.expose().chars().filter(|char| !char.is_whitespace()).collect();
    // Digests are compared, so that the time says nothing about the digits.
    let digest = |text: String| ports.secrets.digest(&Secret::new(text));
    let expected = String::from_utf8(expected).map_err(Error::internal)?;
    let right = digest(given) == digest(expected) && passing.accounts().use_mail_code(ticket).await?;
    Ok(right.then_some((tried.user, LogInProof::MailCode)))
}
