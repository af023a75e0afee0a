use super::{Job, JobKind, NewJob};
use crate::audit::AuditScope;
use crate::audit::AuditedOperation;
use crate::events::KEPT;
use crate::mail::{self, Notice};
use crate::{Ports, Result, erasures, key_rotation, log_in_domains, organisations};
use chrono::{DateTime, Duration, Utc};
use tracing::Instrument;

/// Lease time of a job; extend the lease before it ends.
pub const LEASE: Duration = Duration::seconds(60);
/// Maximum number of rows removed per statement.
const AT_ONCE: u64 = 1_000;
/// Maximum number of statements per attempt; the next day's job removes the rest.
const STATEMENTS: usize = 1_000;

/// Retention period of sessions and invitations after they expired.
const KEPT_EXPIRED: Duration = Duration::days(30);

/// Enqueues recurring jobs. Every process calls this periodically.
///
/// # Errors
/// [`crate::Error::Unavailable`].
pub async fn schedule(ports: &Ports) -> Result<()> {
    let now = ports.clock.now();
    for kind in [JobKind::RemoveOldEvents, JobKind::RemoveExpired, JobKind::CheckLogInDomains] {
        let daily = NewJob {
            id: ports.ids.next().into(),
            organisation: None,
            kind,
            key: now.date_naive().to_string(),
            subject: None,
            run_at: now,
        };
        ports.queue.enqueue(&daily).await?;
    }
    Ok(())
}

/// Leases the job that has been due longest, if any.
///
/// # Errors
/// [`crate::Error::Unavailable`].
pub async fn take(ports: &Ports) -> Result<Option<Job>> {
    let now = ports.clock.now();
    ports.queue.take(now, now + LEASE).await
}

/// Runs a leased job and marks it as done; a failed job is retried later.
///
/// # Errors
/// The error for which the job failed.
pub async fn run(ports: &Ports, job: &Job) -> Result<()> {
    let mut audit = AuditScope::new(ports, AuditedOperation::Job(job.kind), None, ports.clock.now());
    audit.about(job.organisation, None);
    if let (JobKind::PurgeOrganisation, Some(organisation)) = (job.kind, job.subject) {
        audit.about_organisation(organisation.into());
    }
    let span = audit.span();
    let done = perform(ports, job, &audit).instrument(span).await;
    let now = ports.clock.now();
    match done {
        Ok(line) => {
            ports.queue.finish(job, now).await?;
            match line {
                Line::Owed => audit.done().await,
                Line::Stored => {
                    audit.committed();
                    Ok(())
                }
            }
        }
        Err(error) => {
            ports.queue.give_back(job, job.backoff().map(|wait| now + wait), now).await?;
            Err(error)
        }
    }
}

/// Where the line of a job in the access log is.
pub(crate) enum Line {
    /// In the transaction of what the job changed.
    Stored,
    /// Not stored yet.
    Owed,
}

async fn perform(ports: &Ports, job: &Job, audit: &AuditScope) -> Result<Line> {
    match job.kind {
        JobKind::EraseClient => return erasures::erase(ports, job, audit).await,
        JobKind::RemoveOldEvents => remove_old(ports, ports.clock.now() - KEPT).await,
        JobKind::RemoveExpired => remove_expired(ports).await,
        JobKind::CheckLogInDomains => log_in_domains::check(ports, job).await,
        JobKind::RotateKeys => key_rotation::rotate(ports, job).await,
        JobKind::DestroyOldKeys => key_rotation::destroy_old(ports, job).await,
        JobKind::RotateIndexKey => key_rotation::rotate_index(ports, job).await,
        JobKind::DestroyOldIndexKeys => key_rotation::destroy_old_indexes(ports, job).await,
        JobKind::RenewClientKey => key_rotation::renew(ports, job).await,
        JobKind::PurgeOrganisation => organisations::remove(ports, job).await,
        JobKind::MailInvitation => mail::mail_invitation(ports, job).await,
        JobKind::MailPasswordReset => mail::mail_password_reset(ports, job).await,
        JobKind::MailEmailChange => mail::mail_email_change(ports, job).await,
        JobKind::MailLogInCode => mail::mail_log_in_code(ports, job).await,
        JobKind::MailAdministratorInvited => {
            mail::mail_about_organisation(ports, job, Notice::AdministratorInvited).await
        }
        JobKind::MailPasswordChanged => mail::mail_notice(ports, job, Notice::PasswordChanged).await,
        JobKind::MailSecondFactorsChanged => mail::mail_notice(ports, job, Notice::SecondFactorsChanged).await,
        JobKind::MailRecoveryCodeUsed => mail::mail_notice(ports, job, Notice::RecoveryCodeUsed).await,
        JobKind::MailDomainsMissing => mail::mail_missing_domains(ports, job, true).await,
        JobKind::MailDomainsLost => mail::mail_missing_domains(ports, job, false).await,
        JobKind::MailIdentityLinked => mail::mail_about_organisation(ports, job, Notice::IdentityLinked).await,
        JobKind::MailIdentityRemoved => mail::mail_about_organisation(ports, job, Notice::IdentityRemoved).await,
        JobKind::MailRecordRestricted => mail::mail_about_organisation(ports, job, Notice::RecordRestricted).await,
        JobKind::MailRestrictionLifted => mail::mail_about_organisation(ports, job, Notice::RestrictionLifted).await,
        JobKind::MailErasureRecorded => mail::mail_about_organisation(ports, job, Notice::ErasureRecorded).await,
        JobKind::MailErasureRefused => mail::mail_about_organisation(ports, job, Notice::ErasureRefused).await,
        JobKind::MailNewDevice => mail::mail_log_in_place(ports, job, Notice::NewDevice).await,
        JobKind::MailNewNetwork => mail::mail_log_in_place(ports, job, Notice::NewNetwork).await,
    }?;
    Ok(Line::Owed)
}

async fn remove_old(ports: &Ports, before: DateTime<Utc>) -> Result<()> {
    for _ in 0..STATEMENTS {
        let old = ports.queue.remove_old(before, AT_ONCE).await?;
        if old + ports.failures.remove_forgiven(ports.clock.now(), AT_ONCE).await? == 0 {
            break;
        }
    }
    Ok(())
}

async fn remove_expired(ports: &Ports) -> Result<()> {
    let now = ports.clock.now();
    for _ in 0..STATEMENTS {
        if ports.queue.remove_expired(now - KEPT_EXPIRED, now, AT_ONCE).await? == 0 {
            break;
        }
    }
    Ok(())
}
