use crate::accounts::Membership;
use crate::{OrganisationId, Secret, SecretDigest, SessionId, UserId};
use chrono::{DateTime, TimeDelta, Utc};

/// Lifetime of a session from log-in, regardless of refreshes.
///
/// A working day, so that a session left open on a shared computer ends before the next morning.
pub const LIFETIME: TimeDelta = TimeDelta::hours(12);

/// A session of a user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Unique identifier.
    pub id: SessionId,
    /// The user of the session.
    pub user_id: UserId,
    /// The chosen organisation, if any.
    pub organisation_id: Option<OrganisationId>,
    /// When the session started.
    pub created_at: DateTime<Utc>,
    /// When it was last refreshed.
    pub used_at: DateTime<Utc>,
    /// When the session expires.
    pub expires_at: DateTime<Utc>,
}

/// A session to start, for a user whose password was verified.
#[derive(Clone, Debug)]
pub struct NewSession {
    /// Unique identifier.
    pub id: SessionId,
    /// The user of the session.
    pub user_id: UserId,
    /// The hash against which the password was verified.
    ///
    /// The session starts only if it is still the user's hash.
    pub password_hash: String,
    /// The organisation to choose if the user is a member of several.
    pub organisation_id: Option<OrganisationId>,
    /// The digest of the first refresh token.
    pub refresh_token: SecretDigest,
    /// When the session starts.
    pub created_at: DateTime<Utc>,
    /// When the session expires.
    pub expires_at: DateTime<Utc>,
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
}

/// The result of a refresh.
#[derive(Clone, Debug)]
pub struct Refreshed {
    /// The session.
    pub session: Session,
    /// The refresh token for the next refresh.
    pub refresh_token: Secret,
}
