use crate::accounts::Email;
use crate::second_factors::SecondFactor;
use crate::sessions::SessionKind;
use crate::{Secret, SecretDigest, ShortText, UserId};
use chrono::{DateTime, TimeDelta, Utc};
use std::fmt;

/// How long after its challenge a ceremony accepts an answer.
pub const CEREMONY_LASTS: TimeDelta = TimeDelta::minutes(5);

/// What a ceremony is for. Its answer counts for nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CeremonyKind {
    /// Logging in, by anybody who types an address.
    LogIn,
    /// Adding a passkey to the own account.
    Registration,
    /// Confirming the own session.
    Confirmation,
}

impl CeremonyKind {
    /// The code, as in the database.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::LogIn => "log-in",
            Self::Registration => "registration",
            Self::Confirmation => "confirmation",
        }
    }

    /// The slot of a new ceremony, from 16 random bits. The one that was in the slot is over.
    ///
    /// Slots bound the table: 4 ceremonies of each kind for a user, and 65,536 log-ins for all together. They are random, so that
    /// nobody can aim at the ceremony of another.
    pub(super) fn slot(self, random: u16) -> i16 {
        match self {
            Self::LogIn => random.cast_signed(),
            Self::Registration | Self::Confirmation => (random & 3).cast_signed(),
        }
    }
}

/// A ceremony to store.
#[derive(Clone, Debug)]
pub struct NewCeremony {
    /// What it is for.
    pub kind: CeremonyKind,
    /// Its place; it replaces the ceremony there.
    pub slot: i16,
    /// The digest of the secret by which its answer names it.
    pub secret: SecretDigest,
    /// Its encrypted state.
    pub encrypted: Vec<u8>,
    /// When it no longer accepts an answer.
    pub expires_at: DateTime<Utc>,
}

/// What an authenticator is asked. Both are opaque to the domain.
#[derive(Clone, Debug)]
pub struct Begun {
    /// The options for the browser, in JSON.
    pub options: String,
    /// What the answer is verified with.
    pub state: Vec<u8>,
}

/// A challenge for an authenticator.
#[derive(Clone, Debug)]
pub struct Challenge {
    /// The secret by which the answer names its ceremony.
    pub ceremony: Secret,
    /// The options for the browser, in JSON.
    pub options: String,
    /// When it no longer accepts an answer.
    pub expires_at: DateTime<Utc>,
}

/// The answer to a challenge.
#[derive(Clone)]
pub struct PasskeyAnswer {
    /// The secret of the ceremony.
    pub ceremony: Secret,
    /// The credential of the browser, in JSON.
    pub credential: String,
}

impl fmt::Debug for PasskeyAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasskeyAnswer")
    }
}

/// A request to log in with a passkey.
#[derive(Clone, Debug)]
pub struct PasskeyLogIn {
    /// The address of the account, as in the request for the challenge.
    pub email: Email,
    /// The answer to the challenge.
    pub answer: PasskeyAnswer,
    /// For what the session is.
    pub kind: SessionKind,
    /// The name of the browser or device, if known.
    pub device_name: Option<ShortText>,
    /// The network of the request, if known.
    pub network: Option<String>,
}

/// A passkey that answered a challenge, after the answer was verified.
#[derive(Clone, Debug)]
pub struct VerifiedPasskey {
    /// The id by which the authenticator knows it.
    pub credential_id: Vec<u8>,
    /// Its public key and state, opaque to the domain.
    pub passkey: Vec<u8>,
    /// The number of its uses, as its authenticator counts them; 0 if it does not count.
    pub counter: u32,
}

/// A stored passkey.
#[derive(Clone, Debug)]
pub struct StoredPasskey {
    /// Whose it is.
    pub user: UserId,
    /// The id by which the authenticator knows it.
    pub credential_id: Vec<u8>,
    /// Its encrypted public key and state.
    pub encrypted: Vec<u8>,
}

/// A passkey to store.
#[derive(Clone, Debug)]
pub struct NewPasskey {
    /// The second factor, confirmed by its registration.
    pub factor: SecondFactor,
    /// What its registration says.
    pub used: UsedPasskey,
}

/// The use of a passkey, with its new state.
#[derive(Clone, Debug)]
pub struct UsedPasskey {
    /// The id by which the authenticator knows it.
    pub credential_id: Vec<u8>,
    /// Its encrypted public key and state.
    pub encrypted: Vec<u8>,
    /// The number of its uses; 0 if its authenticator does not count.
    pub counter: u32,
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn slots_bound_the_number_of_ceremonies() {
        let slots = |kind: CeremonyKind| (0..=u16::MAX).map(|random| kind.slot(random)).collect::<HashSet<_>>().len();
        assert_eq!(slots(CeremonyKind::LogIn), 65_536);
        assert_eq!([CeremonyKind::Registration, CeremonyKind::Confirmation].map(slots), [4, 4]);
    }
}
