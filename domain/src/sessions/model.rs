use crate::accounts::{Email, Membership, Profile};
use crate::jobs::NewJob;
use crate::passkeys::UsedPasskey;
use crate::second_factors::SecondFactorState;
use crate::vocabulary::words;
use crate::{IdentityId, OrganisationId, Password, Secret, SecretDigest, SessionId, ShortText, UserId};
use chrono::{DateTime, TimeDelta, Utc};

words! {
    /// For what a session was started.
    pub enum SessionKind {
        /// A browser, perhaps shared: it ends the same day.
        Browser = "browser", "browser", "browser";
        /// A device of the user's own: it stays logged in, with fewer rights until its user confirms it.
        Device = "device", "eigen apparaat", "own device";
    }
}

impl SessionKind {
    /// Lifetime of a session: from its start for a browser, from its last refresh for a device.
    ///
    /// A browser's is a working day, so that a session left open on a shared computer ends before the next morning.
    #[must_use]
    pub fn lifetime(self) -> TimeDelta {
        match self {
            Self::Browser => TimeDelta::hours(12),
            Self::Device => TimeDelta::days(90),
        }
    }
}

words! {
    /// With what a user proved who they are.
    pub enum Factor {
        /// A password.
        Password = "password", "wachtwoord", "password";
        /// A code of an authenticator app.
        Totp = "totp", "code uit een app", "code of an app";
        /// A recovery code.
        RecoveryCode = "recovery-code", "herstelcode", "recovery code";
        /// A code that was mailed.
        MailCode = "mail-code", "code per e-mail", "code by email";
        /// A passkey, which is both factors.
        Passkey = "passkey", "passkey", "passkey";
        /// An identity provider.
        IdentityProvider = "identity-provider", "inlogdienst van de organisatie", "identity provider";
        /// A second factor at an identity provider.
        IdentityProviderMfa = "identity-provider-mfa", "tweede factor bij de inlogdienst", "second factor at the provider";
    }
}

impl Factor {
    fn bit(self) -> i16 {
        match self {
            Self::Password => 1,
            Self::Totp => 2,
            Self::RecoveryCode => 4,
            Self::MailCode => 16,
            Self::Passkey => 8,
            Self::IdentityProvider => 32,
            Self::IdentityProviderMfa => 64,
        }
    }
}

/// The factors given in a session, stored as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Factors(i16);

impl Factors {
    /// The bits of second factors.
    pub const SECOND: i16 = 2 | 4 | 8 | 64;
    /// The bits of factors that belong to the account, and to no organisation's provider.
    pub const OWN: i16 = 1 | 2 | 4 | 8 | 16;

    /// Reads the stored bits.
    #[must_use]
    pub fn from_bits(bits: i16) -> Self {
        Self(bits)
    }

    /// The bits to store.
    #[must_use]
    pub fn bits(self) -> i16 {
        self.0
    }

    /// These factors and one more.
    #[must_use]
    pub fn and(self, factor: Factor) -> Self {
        Self(self.0 | factor.bit())
    }

    /// Whether a second factor is among them.
    #[must_use]
    pub fn second(self) -> bool {
        self.0 & Self::SECOND != 0
    }

    /// Each factor.
    pub fn iter(self) -> impl Iterator<Item = Factor> {
        Factor::ALL.iter().copied().filter(move |factor| self.0 & factor.bit() != 0)
    }
}

/// A session of a user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Unique identifier.
    pub id: SessionId,
    /// The user of the session.
    pub user_id: UserId,
    /// The chosen organisation, if any.
    pub organisation_id: Option<OrganisationId>,
    /// The only organisation that it can be in, if a provider of that organisation said who the user is.
    pub confined_to: Option<OrganisationId>,
    /// For what it was started.
    pub kind: SessionKind,
    /// The name of the browser or device, if known.
    pub device_name: Option<ShortText>,
    /// The network from which the user logged in, if known.
    pub network: Option<String>,
    /// The factors given in it.
    pub factors: Factors,
    /// When its user last proved who they are.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// When the session started.
    pub created_at: DateTime<Utc>,
    /// When it was last refreshed.
    pub used_at: DateTime<Utc>,
    /// When the session expires.
    pub expires_at: DateTime<Utc>,
}

/// What a user logs in with.
#[derive(Clone, Debug)]
pub enum Credential {
    /// The password of the account.
    Password(Password),
    /// A code that was mailed, with the ticket of the request for it.
    MailCode {
        /// The ticket.
        ticket: Secret,
        /// The digits.
        code: Secret,
    },
}

/// A request to log in.
#[derive(Clone, Debug)]
pub struct LogIn {
    /// The address of the account.
    pub email: Email,
    /// What the user proves who they are with.
    pub credential: Credential,
    /// For what the session is.
    pub kind: SessionKind,
    /// The name of the browser or device, if known.
    pub device_name: Option<ShortText>,
    /// The network of the request, if known.
    pub network: Option<String>,
}

impl LogIn {
    /// A log-in with a password alone, for a session as of a browser.
    #[must_use]
    pub fn with_password(email: Email, password: Password) -> Self {
        Self {
            email,
            credential: Credential::Password(password),
            kind: SessionKind::Browser,
            device_name: None,
            network: None,
        }
    }
}

/// What a log-in rests on, verified; the session starts only if it still holds.
#[derive(Clone, Debug)]
pub enum LogInProof {
    /// A password that has this hash.
    Password(String),
    /// A code that was mailed. It holds only for a user who is nothing but a client, of organisations that all allow it: a
    /// mailbox alone must not open what others confided.
    MailCode,
    /// A passkey, whose use is stored when the session starts.
    Passkey(UsedPasskey),
    /// The word of an identity provider of an organisation, to which it confines the session.
    Identity {
        /// The organisation of the provider.
        organisation: OrganisationId,
        /// The identity at the provider, which must still be linked, and its provider enabled.
        identity: IdentityId,
        /// The session at the provider, if it named one.
        provider_session: Option<String>,
        /// Whether a second factor was given there, and the organisation trusts the provider with it.
        second_factor: bool,
    },
}

impl LogInProof {
    /// The factors that it gives the session.
    #[must_use]
    pub fn factors(&self) -> Factors {
        let none = Factors::default();
        match self {
            Self::MailCode => none.and(Factor::MailCode),
            Self::Passkey(_) => none.and(Factor::Passkey),
            Self::Password(_) => none.and(Factor::Password),
            Self::Identity { second_factor: false, .. } => none.and(Factor::IdentityProvider),
            Self::Identity { second_factor: true, .. } => {
                none.and(Factor::IdentityProvider).and(Factor::IdentityProviderMfa)
            }
        }
    }

    /// The only organisation that the session can be in.
    #[must_use]
    pub fn confines_to(&self) -> Option<OrganisationId> {
        match self {
            Self::Password(_) | Self::MailCode | Self::Passkey(_) => None,
            Self::Identity { organisation, .. } => Some(*organisation),
        }
    }
}

/// A session to start, for a user who proved who they are.
#[derive(Clone, Debug)]
pub struct NewSession {
    /// The session. Its organisation is chosen if the user is a member of it, or else the only one.
    pub session: Session,
    /// What the log-in rests on.
    pub proof: LogInProof,
    /// The digest of the first refresh token.
    pub refresh_token: SecretDigest,
    /// Tells the user, if the account has sessions from known networks: of a device always, of a browser if none is from
    /// the network of this session.
    pub notice: Option<NewJob>,
}

/// A session that has started.
#[derive(Clone, Debug)]
pub struct Started {
    /// The session.
    pub session: Session,
    /// The user's account and the organisations to choose from.
    pub profile: Profile,
}

/// The result of logging in.
#[derive(Clone, Debug)]
pub struct LoggedIn {
    /// The session.
    pub session: Session,
    /// The refresh token of the session.
    pub refresh_token: Secret,
    /// The organisations to choose from.
    pub memberships: Vec<Membership>,
    /// Whether the session has or needs a second factor.
    pub second_factor: SecondFactorState,
}

/// A refresh token to exchange for its successor.
#[derive(Clone, Debug)]
pub struct Rotation {
    /// The presented token.
    pub presented: SecretDigest,
    /// The digest of the successor.
    pub successor: SecretDigest,
    /// The successor, encrypted with the presented token: returned again to a request that comes at the same time.
    pub encrypted: Vec<u8>,
}

/// The result of a rotation.
#[derive(Clone, Debug)]
pub struct Rotated {
    /// The session.
    pub session: Session,
    /// The successor that an earlier request got, encrypted with the presented token.
    pub earlier: Option<Vec<u8>>,
}

/// How long the presented token of a rotation gives the same successor again.
///
/// For two tabs that refresh at once, and for a response that was lost.
pub const REPEATED_FOR: TimeDelta = TimeDelta::seconds(30);

/// The result of a refresh.
#[derive(Clone, Debug)]
pub struct Refreshed {
    /// The session.
    pub session: Session,
    /// The refresh token for the next refresh.
    pub refresh_token: Secret,
}
