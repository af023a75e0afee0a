use super::{Mail, MailError, MailState, Message};
use crate::accounts::{EMAIL_CHANGE_VALID_FOR, RESET_VALID_FOR};
use crate::jobs::Job;
use crate::{Error, Ports, Result};
use uuid::Uuid;

/// Mails an invitation with a new secret.
pub(crate) async fn mail_invitation(ports: &Ports, job: &Job) -> Result<()> {
    let organisation = job.organisation.ok_or_else(|| Error::internal("an invitation belongs to an organisation"))?;
    let secret = ports.secrets.fresh()?;
    let (digest, id) = (ports.secrets.digest(&secret), subject(job)?.into());
    let Some(mail) = ports.outbox.renew_invitation(organisation, id, digest, ports.clock.now()).await? else {
        return Ok(());
    };
    let message = Message::Invitation { organisation: mail.organisation, invited_by: mail.invited_by, secret };
    let state = send(ports, job, &Mail { to: mail.to, language: mail.language, message }).await?;
    ports.outbox.record_invitation(organisation, digest, state, ports.clock.now()).await
}

/// Mails a secret to choose a new password with. Sends nothing if no account has the address.
pub(crate) async fn mail_password_reset(ports: &Ports, job: &Job) -> Result<()> {
    let secret = ports.secrets.fresh()?;
    let (digest, until) = (ports.secrets.digest(&secret), ports.clock.now() + RESET_VALID_FOR);
    let Some(mail) = ports.outbox.renew_reset(subject(job)?, digest, until).await? else {
        return Ok(());
    };
    let message = Message::PasswordReset { name: mail.name, secret };
    send(ports, job, &Mail { to: mail.to, language: mail.language, message }).await.map(drop)
}

/// Mails a secret to the address that a user wants to have.
///
/// The notice to the current address comes first, so that nobody confirms the change before it is sent.
pub(crate) async fn mail_email_change(ports: &Ports, job: &Job) -> Result<()> {
    let Some(mail) = ports.outbox.renew_email_change(subject(job)?, None, ports.clock.now()).await? else {
        return Ok(());
    };
    let message = Message::EmailChangeNotice { name: mail.name };
    send(ports, job, &Mail { to: mail.from, language: mail.language, message }).await?;
    let secret = ports.secrets.fresh()?;
    let (digest, until) = (ports.secrets.digest(&secret), ports.clock.now() + EMAIL_CHANGE_VALID_FOR);
    let Some(mail) = ports.outbox.renew_email_change(subject(job)?, Some(digest), until).await? else {
        return Ok(());
    };
    let message = Message::EmailChange { name: mail.name, secret };
    send(ports, job, &Mail { to: mail.to, language: mail.language, message }).await.map(drop)
}

fn subject(job: &Job) -> Result<Uuid> {
    job.subject.ok_or_else(|| Error::internal("a mail is about something"))
}

/// Sends a mail. An error means that the job is tried again.
async fn send(ports: &Ports, job: &Job, mail: &Mail) -> Result<MailState> {
    let mailer = ports.mailer.as_ref().ok_or_else(|| Error::Unavailable("no mail is configured".into()))?;
    match mailer.send(mail).await {
        Ok(()) => Ok(MailState::Sent),
        Err(MailError::Refused) => Ok(MailState::Refused),
        Err(MailError::Failed(_)) if job.backoff().is_none() => Ok(MailState::Failed),
        Err(MailError::Failed(cause)) => Err(Error::Unavailable(cause)),
    }
}
