use crate::accounts::{Email, NamedUser};
use crate::{ClientId, LogInId, SecretDigest};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// How many wrong codes may be tried for one log-in. After that, administrators or the operator confirm it.
pub const MAX_FAILED_CODES: i16 = 10;

crate::vocabulary::words! {
    /// What confirmed a log-in.
    pub enum Confirmation {
        /// The record had no log-in before.
        First = "first", "Eerste inlog", "First log-in";
        /// The client's code.
        Code = "code", "Code van de cliënt", "The client's code";
        /// An administrator, another than the one who invited.
        Administrator = "administrator", "Tweede beheerder", "Second administrator";
        /// The operator, on the command line.
        Operator = "operator", "Platformbeheerder", "Platform operator";
    }
}

/// A user linked to a client's record, now or before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogIn {
    /// Id.
    pub id: LogInId,
    /// The client.
    pub client_id: ClientId,
    /// The user.
    pub user: NamedUser,
    /// The user's address, while there is an account.
    pub email: Option<Email>,
    /// When it was linked.
    pub linked_at: DateTime<Utc>,
    /// Who invited it, if that was recorded.
    pub linked_by: Option<NamedUser>,
    /// When the link ended; none while it lasts.
    pub unlinked_at: Option<DateTime<Utc>>,
    /// Who ended it.
    pub unlinked_by: Option<NamedUser>,
    /// When it was confirmed; until then it does not see what is private.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// Who confirmed it, if a user did.
    pub confirmed_by: Option<NamedUser>,
    /// What confirmed it.
    pub confirmation: Option<Confirmation>,
}

impl LogIn {
    /// The same for a log-in that is not confirmed: whose address was linked before is not for a stranger to read.
    #[must_use]
    pub fn masked(mut self) -> Self {
        self.email = None;
        self
    }
}

/// What linking a log-in needs, whether or not it turns out to be the first.
#[derive(Clone, Copy, Debug)]
pub struct NewLogIn {
    /// Its id.
    pub id: LogInId,
    /// The digest of the client's code, kept only with the first.
    pub code: SecretDigest,
}
