use crate::accounts::{Domain, Email};
use crate::vocabulary::{Language, words};
use crate::{Secret, ShortText};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use std::fmt::Debug;

/// A mail to one address.
#[derive(Clone, Debug)]
pub struct Mail {
    /// The recipient.
    pub to: Email,
    /// The language of the text.
    pub language: Language,
    /// What it says.
    pub message: Message,
}

/// What a mail says. The adapter has the texts, and makes a link of a secret.
#[derive(Clone, Debug)]
pub enum Message {
    /// An invitation to an organisation.
    Invitation {
        /// The organisation.
        organisation: ShortText,
        /// The user who invites, while the account exists.
        invited_by: Option<ShortText>,
        /// The secret for accepting it.
        secret: Secret,
    },
    /// A way to choose a new password.
    PasswordReset {
        /// The holder of the account.
        name: ShortText,
        /// The secret for choosing it.
        secret: Secret,
    },
    /// A code to log in with.
    LogInCode {
        /// The holder of the account.
        name: ShortText,
        /// The six digits.
        code: Secret,
    },
    /// To a new address: a way to confirm it.
    EmailChange {
        /// The holder of the account.
        name: ShortText,
        /// The secret for confirming the address.
        secret: Secret,
    },
    /// To the holder of an account: what happened to it.
    Notice {
        /// The holder of the account.
        name: ShortText,
        /// What happened.
        notice: Notice,
    },
}

/// What the holder of an account is told, who may not be the one who did it.
#[derive(Clone, Debug)]
pub enum Notice {
    /// To the current address: a change to another one was requested.
    EmailChangeRequested,
    /// The password was changed.
    PasswordChanged,
    /// A second factor was added or removed, or the recovery codes were replaced.
    SecondFactorsChanged,
    /// A recovery code was used.
    RecoveryCodeUsed,
    /// To an administrator: the operator invited another one to this organisation.
    AdministratorInvited(ShortText),
    /// To an administrator: the records of proven domains are missing.
    DomainsMissing(DomainNotice),
    /// To an administrator: domains are no longer proven.
    DomainsLost(DomainNotice),
    /// An identity at a provider of this organisation was linked.
    IdentityLinked(ShortText),
    /// An identity at a provider of this organisation was removed.
    IdentityRemoved(ShortText),
    /// To a client: another restricted the record at this organisation, as the client asked.
    RecordRestricted(ShortText),
    /// To a client: another lifted the restriction.
    RestrictionLifted(ShortText),
    /// To a client: another recorded that the record will be erased.
    ErasureRecorded(ShortText),
    /// To a client: the request for erasure was refused.
    ErasureRefused(ShortText),
    /// A device stays logged in.
    NewDevice(LogInPlace),
    /// A log-in from a network that the account was not used from before.
    NewNetwork(LogInPlace),
}

/// Domains of an organisation whose records are missing.
#[derive(Clone, Debug)]
pub struct DomainNotice {
    /// The organisation.
    pub organisation: ShortText,
    /// The domains, in Unicode.
    pub domains: Vec<Domain>,
}

/// Where and when a session started.
#[derive(Clone, Debug)]
pub struct LogInPlace {
    /// The name of the browser or device, if known.
    pub device_name: Option<ShortText>,
    /// The network.
    pub network: String,
    /// When it started.
    pub at: DateTime<Utc>,
}

/// Sends mail.
#[async_trait]
pub trait Mailer: Debug + Send + Sync {
    /// Hands the mail over to the mail server.
    ///
    /// # Errors
    /// [`MailError::Refused`] if the server will never accept it for this address; [`MailError::Failed`] if it may later.
    async fn send(&self, mail: &Mail) -> Result<(), MailError>;
}

/// Why a mail was not sent. The causes never contain the address.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// The mail server refuses the address for good.
    #[error("the mail server refuses the address")]
    Refused,
    /// The mail server was not reached or could not accept the mail now.
    #[error("the mail was not sent")]
    Failed(#[source] Box<dyn std::error::Error + Send + Sync>),
}

words! {
    /// The state of a mail.
    pub enum MailState {
        /// Not sent yet.
        Waiting = "waiting", "Wacht", "Waiting";
        /// Accepted by the mail server.
        Sent = "sent", "Verstuurd", "Sent";
        /// The mail server refuses the address; it is not tried again.
        Refused = "refused", "Geweigerd", "Refused";
        /// Given up after several attempts.
        Failed = "failed", "Mislukt", "Failed";
    }
}
