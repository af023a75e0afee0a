use crate::accounts::Profile;
use crate::sessions::Session;
use crate::vocabulary::words;
use crate::{SecondFactorId, Secret, ShortText};
use chrono::{DateTime, Utc};

/// Maximum number of second factors of an account.
pub const MAX_SECOND_FACTORS: usize = 10;
/// Number of recovery codes made together.
pub const RECOVERY_CODES: usize = 10;

words! {
    /// The kinds of second factors.
    pub enum SecondFactorKind {
        /// An authenticator app with codes by time (RFC 6238).
        Totp = "totp", "app met codes", "authenticator app";
        /// A passkey (WebAuthn).
        Passkey = "passkey", "passkey", "passkey";
    }
}

words! {
    /// Whether a session has or needs a second factor.
    pub enum SecondFactorState {
        /// A second factor was given.
        Given = "given", "gegeven", "given";
        /// The account has one, and the session waits for it.
        Expected = "expected", "wordt gevraagd", "expected";
        /// The user's role needs one, and the account has none.
        Missing = "missing", "moet nog ingesteld worden", "to be set up";
        /// The account has none and needs none.
        Optional = "optional", "niet nodig", "not needed";
    }
}

impl SecondFactorState {
    /// The state of a session of this account.
    ///
    /// Without a chosen organisation, a role in any organisation counts.
    #[must_use]
    pub fn of(session: &Session, profile: &Profile) -> Self {
        let in_question = |organisation| session.organisation_id.is_none_or(|chosen| chosen == organisation);
        let roles_need_one = profile
            .memberships
            .iter()
            .any(|membership| membership.needs_second_factor && in_question(membership.organisation_id));
        if session.factors.second() {
            Self::Given
        } else if profile.account.has_second_factor {
            Self::Expected
        } else if roles_need_one || profile.account.needs_second_factor {
            Self::Missing
        } else {
            Self::Optional
        }
    }
}

/// A second factor of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecondFactor {
    /// Unique identifier.
    pub id: SecondFactorId,
    /// What it is.
    pub kind: SecondFactorKind,
    /// The user's name for it.
    pub name: ShortText,
    /// When it was confirmed with a first use; until then it does not count.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// When it was last used.
    pub used_at: Option<DateTime<Utc>>,
    /// When it was added.
    pub created_at: DateTime<Utc>,
}

/// An authenticator app to store.
#[derive(Clone, Debug)]
pub struct NewSecondFactor {
    /// The factor, not yet confirmed.
    pub factor: SecondFactor,
    /// Its encrypted secret.
    pub encrypted: Vec<u8>,
}

/// A stored secret of an authenticator app.
#[derive(Clone, Debug)]
pub struct StoredSecret {
    /// The factor.
    pub id: SecondFactorId,
    /// Whether it is confirmed.
    pub confirmed: bool,
    /// Its encrypted secret.
    pub encrypted: Vec<u8>,
}

/// A second factor that was just added, with what the app needs. Returned only here.
#[derive(Clone, Debug)]
pub struct AddedSecondFactor {
    /// The factor, not yet confirmed.
    pub factor: SecondFactor,
    /// The secret in Base32, to type into the app.
    pub secret: Secret,
    /// The same as an `otpauth:` address, to show as a QR code.
    pub address: Secret,
}
