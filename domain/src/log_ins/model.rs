use crate::accounts::{Email, NamedUser};
use crate::audit::Disclosure;
use crate::{ClientId, LogInId, SecretDigest};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Maximum number of wrong codes per log-in.
///
/// After that, an administrator or the operator must confirm it.
pub const MAX_FAILED_CODES: i16 = 10;

crate::vocabulary::words! {
    /// How a log-in was confirmed.
    pub enum Confirmation {
        /// The record had no log-in before.
        First = "first", "Eerste inlog", "First log-in";
        /// With the client's confirmation code.
        Code = "code", "Code van de cliënt", "The client's code";
        /// By an administrator other than the inviter.
        Administrator = "administrator", "Tweede beheerder", "Second administrator";
        /// By the operator, on the command line.
        Operator = "operator", "Platformbeheerder", "Platform operator";
    }
}

/// A link between a user and a client's record, current or past.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogIn {
    /// Unique identifier.
    pub id: LogInId,
    /// The linked client record.
    pub client_id: ClientId,
    /// The linked user.
    pub user: NamedUser,
    /// The user's address, while the account exists.
    pub email: Option<Email>,
    /// When the link was created.
    pub linked_at: DateTime<Utc>,
    /// The user who created the invitation, if recorded.
    pub linked_by: Option<NamedUser>,
    /// When the link ended; `None` while it is current.
    pub unlinked_at: Option<DateTime<Utc>>,
    /// The user who ended the link.
    pub unlinked_by: Option<NamedUser>,
    /// When it was confirmed; an unconfirmed log-in does not see private data.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// The user who confirmed it, if any.
    pub confirmed_by: Option<NamedUser>,
    /// How it was confirmed.
    pub confirmation: Option<Confirmation>,
}

impl Disclosure for LogIn {}

impl LogIn {
    /// Hides the email address, which a caller with an unconfirmed log-in may not read.
    #[must_use]
    pub fn masked(mut self) -> Self {
        self.email = None;
        self
    }
}

/// The data for linking a log-in, whether or not it is the client's first.
#[derive(Clone, Copy, Debug)]
pub struct NewLogIn {
    /// The id to assign.
    pub id: LogInId,
    /// The digest of the client's code; stored only for the first log-in.
    pub code: SecretDigest,
}
