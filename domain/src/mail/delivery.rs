use super::{DomainNotice, LogInPlace, Mail, MailError, MailState, Message, Notice};
use crate::access::Attributes;
use crate::accounts::{EMAIL_CHANGE_VALID_FOR, RESET_VALID_FOR};
use crate::jobs::{Job, JobKind, NewJob};
use crate::sessions::{MAIL_CODE_VALID_FOR, fresh_digits};
use crate::{Error, OrganisationId, Ports, Result, ShortText, UnitOfWork, UserId};
use chrono::{DateTime, Utc};
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

/// Mails a code to log in with. Sends nothing if no account has the address, or the account may not log in so.
pub(crate) async fn mail_log_in_code(ports: &Ports, job: &Job) -> Result<()> {
    let code = fresh_digits(ports)?;
    let request = subject(job)?;
    let encrypted = ports.cipher.encrypt(request.as_bytes(), code.expose().as_bytes())?;
    let until = ports.clock.now() + MAIL_CODE_VALID_FOR;
    let Some(holder) = ports.outbox.renew_log_in_code(request, encrypted, until).await? else { return Ok(()) };
    let message = Message::LogInCode { name: holder.name, code };
    send(ports, job, &Mail { to: holder.to, language: holder.language, message }).await.map(drop)
}

/// Mails a secret to the address that a user wants to have.
///
/// The notice to the current address comes first, so that nobody confirms the change before it is sent.
pub(crate) async fn mail_email_change(ports: &Ports, job: &Job) -> Result<()> {
    let Some(mail) = ports.outbox.renew_email_change(subject(job)?, None, ports.clock.now()).await? else {
        return Ok(());
    };
    let message = Message::Notice { name: mail.name, notice: Notice::EmailChangeRequested };
    send(ports, job, &Mail { to: mail.from, language: mail.language, message }).await?;
    let secret = ports.secrets.fresh()?;
    let (digest, until) = (ports.secrets.digest(&secret), ports.clock.now() + EMAIL_CHANGE_VALID_FOR);
    let Some(mail) = ports.outbox.renew_email_change(subject(job)?, Some(digest), until).await? else {
        return Ok(());
    };
    let message = Message::EmailChange { name: mail.name, secret };
    send(ports, job, &Mail { to: mail.to, language: mail.language, message }).await.map(drop)
}

/// Tells the holder of an account what happened to it.
pub(crate) async fn mail_notice(ports: &Ports, job: &Job, notice: Notice) -> Result<()> {
    notify(ports, job, subject(job)?.into(), notice).await
}

/// Tells a user what happened in the organisation of the job, or to its administrators.
pub(crate) async fn mail_about_organisation(
    ports: &Ports,
    job: &Job,
    notice: impl FnOnce(ShortText) -> Notice,
) -> Result<()> {
    let organisation = job.organisation.ok_or_else(|| Error::internal("the notice is about an organisation"))?;
    let Some(name) = ports.outbox.organisation_name(organisation).await? else { return Ok(()) };
    notify(ports, job, subject(job)?.into(), notice(name)).await
}

/// Tells an administrator which domains have no record: those that are still proven, or those that no longer are.
///
/// Sends nothing if all have one again.
pub(crate) async fn mail_missing_domains(ports: &Ports, job: &Job, proven: bool) -> Result<()> {
    let id = job.organisation.ok_or_else(|| Error::internal("a domain belongs to an organisation"))?;
    let domains = ports.outbox.missing_domains(id, proven).await?;
    if domains.is_empty() {
        return Ok(());
    }
    let notice = |organisation| {
        let notice = DomainNotice { organisation, domains };
        if proven { Notice::DomainsMissing(notice) } else { Notice::DomainsLost(notice) }
    };
    mail_about_organisation(ports, job, notice).await
}

/// Tells the user of a session from where it started.
pub(crate) async fn mail_log_in_place(
    ports: &Ports,
    job: &Job,
    notice: impl FnOnce(LogInPlace) -> Notice,
) -> Result<()> {
    let Some((user, place)) = ports.outbox.log_in_place(subject(job)?.into()).await? else { return Ok(()) };
    notify(ports, job, user, notice(place)).await
}

async fn notify(ports: &Ports, job: &Job, user: UserId, notice: Notice) -> Result<()> {
    let Some(holder) = ports.outbox.holder(user).await? else { return Ok(()) };
    let message = Message::Notice { name: holder.name, notice };
    send(ports, job, &Mail { to: holder.to, language: holder.language, message }).await.map(drop)
}

/// A job that tells a user what happened to their account, where mail is configured.
///
/// Its subject is the user, or the session of [`JobKind::MailNewNetwork`] and [`JobKind::MailNewDevice`].
pub(crate) fn notice(ports: &Ports, kind: JobKind, subject: Uuid, at: DateTime<Utc>) -> Option<NewJob> {
    notice_to_holder(ports, kind, at).map(|notice| notice.about(subject))
}

/// The same, about an organisation.
pub(crate) fn notice_in(
    ports: &Ports,
    organisation: OrganisationId,
    kind: JobKind,
    user: UserId,
    at: DateTime<Utc>,
) -> Option<NewJob> {
    let notice = notice(ports, kind, user.0, at);
    notice.map(|notice| NewJob { organisation: Some(organisation), ..notice })
}

/// Tells a client by mail what another than themselves recorded about their record, where mail is configured.
///
/// Not with a log-in that is not confirmed, which may be another person's.
pub(crate) async fn tell_client(ports: &Ports, work: &mut UnitOfWork, of: &Attributes, kind: JobKind) -> Result<()> {
    let Some(user) = of.user_id.filter(|user| of.confirmed && *user != work.user()) else { return Ok(()) };
    let organisation = work.authorization().scope().organisation();
    let Some(job) = notice_in(ports, organisation, kind, user, work.now()) else { return Ok(()) };
    work.jobs().enqueue(&job).await
}

/// The same, for the user whom the transaction that stores it finds.
pub(crate) fn notice_to_holder(ports: &Ports, kind: JobKind, at: DateTime<Utc>) -> Option<NewJob> {
    ports.mailer.as_ref().map(|_| NewJob::notice(ports.ids.next().into(), kind, at))
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
