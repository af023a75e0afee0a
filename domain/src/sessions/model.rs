use crate::accounts::Membership;
use crate::{OrganisationId, Secret, SecretDigest, SessionId, UserId};
use chrono::{DateTime, TimeDelta, Utc};

/// How long a session lasts from log-in, refreshed or not: a working day. Who forgot to log out on a shared computer
/// is logged out before the next morning.
pub const LIFETIME: TimeDelta = TimeDelta::hours(12);

/// A log-in of a user, until it ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Id.
    pub id: SessionId,
    /// Its user.
    pub user_id: UserId,
    /// The organisation chosen.
    pub organisation_id: Option<OrganisationId>,
    /// When it began.
    pub created_at: DateTime<Utc>,
    /// When it was last refreshed.
    pub used_at: DateTime<Utc>,
    /// When it ends by itself.
    pub expires_at: DateTime<Utc>,
}

/// A session to begin, for the user whose password was right.
#[derive(Clone, Debug)]
pub struct NewSession {
    /// Id.
    pub id: SessionId,
    /// Its user.
    pub user_id: UserId,
    /// The hash the password was checked against: the session begins only if it is the user's still.
    pub password_hash: String,
    /// The digest of its first refresh token.
    pub refresh_token: SecretDigest,
    /// When it begins.
    pub created_at: DateTime<Utc>,
    /// When it ends by itself.
    pub expires_at: DateTime<Utc>,
}

/// What a log-in gives.
#[derive(Clone, Debug)]
pub struct LoggedIn {
    /// The session.
    pub session: Session,
    /// Its refresh token.
    pub refresh_token: Secret,
    /// The organisations to choose from.
    pub memberships: Vec<Membership>,
}

/// What a refresh gives.
#[derive(Clone, Debug)]
pub struct Refreshed {
    /// The session.
    pub session: Session,
    /// The refresh token to present next time.
    pub refresh_token: Secret,
}
