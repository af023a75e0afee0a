use crate::vocabulary::words;
use crate::{JobId, OrganisationId};
use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

words! {
    /// The kinds of jobs.
    pub enum JobKind {
        /// Removes old events and finished jobs.
        RemoveOldEvents = "remove-old-events", "oude gebeurtenissen verwijderen", "remove old events";
        /// Removes old sessions, invitations, stored responses and requests of a way back in.
        RemoveExpired = "remove-expired", "verlopen gegevens verwijderen", "remove expired data";
        /// Checks that proven domains still have their record in DNS.
        CheckLogInDomains = "check-log-in-domains", "bewezen domeinen nakijken", "check proven domains";
        /// Replaces the key under which an organisation's keys of clients are encrypted.
        RotateKeys = "rotate-keys", "sleutels vervangen", "replace keys";
        /// Destroys keys of an organisation that were replaced.
        DestroyOldKeys = "destroy-old-keys", "oude sleutels vernietigen", "destroy old keys";
        /// Replaces the key with which an organisation hashes identifiers and addresses.
        RotateIndexKey = "rotate-index-key", "indexsleutel vervangen", "replace the index key";
        /// Destroys index keys of an organisation that were replaced.
        DestroyOldIndexKeys = "destroy-old-index-keys", "oude indexsleutels vernietigen", "destroy old index keys";
        /// Encrypts what is written about a client with a new generation of their key.
        RenewClientKey = "renew-client-key", "sleutel van een cliënt vernieuwen", "renew a client’s key";
        /// Erases the record of a client.
        EraseClient = "erase-client", "dossier van een cliënt vernietigen", "erase a client’s record";
        /// Removes a purged organisation and destroys its keys.
        PurgeOrganisation = "purge-organisation", "organisatie verwijderen", "remove an organisation";
        /// Mails an invitation.
        MailInvitation = "mail-invitation", "uitnodiging mailen", "mail an invitation";
        /// Mails a way to choose a new password.
        MailPasswordReset = "mail-password-reset", "wachtwoordherstel mailen", "mail a password reset";
        /// Mails a new address, to confirm it.
        MailEmailChange = "mail-email-change", "nieuw adres mailen", "mail a new address";
        /// Mails a code to log in with.
        MailLogInCode = "mail-log-in-code", "inlogcode mailen", "mail a log-in code";
        /// Tells an administrator by mail that the operator invited another one.
        MailAdministratorInvited = "mail-administrator-invited", "uitgenodigde beheerder melden", "report an invited administrator";
        /// Tells a user by mail that the password was changed.
        MailPasswordChanged = "mail-password-changed", "nieuw wachtwoord melden", "report a new password";
        /// Tells a user by mail that second factors were added or removed.
        MailSecondFactorsChanged = "mail-second-factors-changed", "andere tweede factor melden", "report other second factors";
        /// Tells a user by mail that a recovery code was used.
        MailRecoveryCodeUsed = "mail-recovery-code-used", "gebruik van herstelcode melden", "report the use of a recovery code";
        /// Tells an administrator by mail that records of proven domains are missing.
        MailDomainsMissing = "mail-domains-missing", "ontbrekend domeinbewijs melden", "report missing records of domains";
        /// Tells an administrator by mail that domains are no longer proven.
        MailDomainsLost = "mail-domains-lost", "vervallen domeinbewijs melden", "report domains that are no longer proven";
        /// Tells a user by mail that an identity at a provider was linked to the account.
        MailIdentityLinked = "mail-identity-linked", "gekoppelde inlog melden", "report a linked identity";
        /// Tells a user by mail that an identity at a provider was removed from the account.
        MailIdentityRemoved = "mail-identity-removed", "verwijderde inlog melden", "report a removed identity";
        /// Tells a client by mail that another restricted their record.
        MailRecordRestricted = "mail-record-restricted", "beperking van dossier melden", "report a restriction of a record";
        /// Tells a client by mail that another lifted the restriction of their record.
        MailRestrictionLifted = "mail-restriction-lifted", "einde van beperking melden", "report the end of a restriction";
        /// Tells a client by mail that another recorded that their record will be erased.
        MailErasureRecorded = "mail-erasure-recorded", "vernietiging van dossier melden", "report a coming erasure of a record";
        /// Tells a client by mail that their request for erasure was refused.
        MailErasureRefused = "mail-erasure-refused", "weigering van vernietiging melden", "report a refused erasure";
        /// Tells a user by mail that a device stays logged in.
        MailNewDevice = "mail-new-device", "nieuw apparaat melden", "report a new device";
        /// Tells a user by mail of a log-in from a new network.
        MailNewNetwork = "mail-new-network", "inlog vanaf nieuw netwerk melden", "report a log-in from a new network";
    }
}

/// Maximum number of attempts of a job.
pub const MAX_ATTEMPTS: i32 = 10;

/// A job to enqueue. A second job with the same kind and key in an organisation is ignored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewJob {
    /// The id to assign.
    pub id: JobId,
    /// The organisation concerned; `None` means the platform.
    pub organisation: Option<OrganisationId>,
    /// The kind of job.
    pub kind: JobKind,
    /// The deduplication key.
    pub key: String,
    /// The id of what the job is about, if it is about one thing.
    pub subject: Option<Uuid>,
    /// The earliest time to run.
    pub run_at: DateTime<Utc>,
}

/// A job leased by this process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// The id of the job.
    pub id: JobId,
    /// The organisation concerned; `None` means the platform.
    pub organisation: Option<OrganisationId>,
    /// The kind of job.
    pub kind: JobKind,
    /// The id of what the job is about, if it is about one thing.
    pub subject: Option<Uuid>,
    /// Number of this attempt, from 1. Also identifies the lease.
    pub attempt: i32,
}

impl NewJob {
    /// A mail about this subject. It has a key of its own: each request for a mail gets one.
    pub(crate) fn mail(
        id: JobId,
        organisation: Option<OrganisationId>,
        kind: JobKind,
        subject: Uuid,
        run_at: DateTime<Utc>,
    ) -> Self {
        Self { organisation, ..Self::notice(id, kind, run_at).about(subject) }
    }

    /// A mail without a subject yet.
    pub(crate) fn notice(id: JobId, kind: JobKind, run_at: DateTime<Utc>) -> Self {
        Self { id, organisation: None, kind, key: id.to_string(), subject: None, run_at }
    }

    /// The same job, about this.
    #[must_use]
    pub fn about(self, subject: Uuid) -> Self {
        Self { subject: Some(subject), ..self }
    }
}

impl Job {
    /// The wait before the next attempt: 10 seconds, doubled each time, at most an hour.
    ///
    /// `None` after the last attempt. What the law demands has none.
    #[must_use]
    pub fn backoff(&self) -> Option<Duration> {
        let doubled = u32::try_from(self.attempt.saturating_sub(1)).unwrap_or_default().min(9);
        let owed = matches!(
            self.kind,
            JobKind::EraseClient
                | JobKind::RotateKeys
                | JobKind::DestroyOldKeys
                | JobKind::RotateIndexKey
                | JobKind::DestroyOldIndexKeys
                | JobKind::RenewClientKey
                | JobKind::PurgeOrganisation
        );
        (owed || self.attempt < MAX_ATTEMPTS).then(|| Duration::seconds((10_i64 << doubled).min(3600)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_up_to_an_hour_and_ends() {
        let waits = (1..=MAX_ATTEMPTS).map(|attempt| {
            let job = Job {
                id: Uuid::nil().into(),
                organisation: None,
                kind: JobKind::RemoveOldEvents,
                subject: None,
                attempt,
            };
            job.backoff().map(|wait| wait.num_seconds())
        });
        let expected = [10, 20, 40, 80, 160, 320, 640, 1280, 2560].map(Some).into_iter().chain([None]);
        assert!(waits.eq(expected));
    }
}
