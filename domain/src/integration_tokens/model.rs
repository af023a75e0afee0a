use crate::audit::Disclosure;
use crate::{Error, FieldCode, IntegrationId, IntegrationTokenId, Result, Secret};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// Maximum number of tokens of an integration: the current one, and the next while they are exchanged.
pub const MAX_TOKENS: i64 = 2;

/// Validity period of a token in days, if no other is chosen.
pub const VALID_DAYS: u16 = 365;

/// Maximum validity period of a token in days.
pub const MAX_VALID_DAYS: u16 = 730;

/// A token of an integration, without its secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IntegrationToken {
    /// Unique identifier.
    pub id: IntegrationTokenId,
    /// The integration that it authenticates.
    pub integration_id: IntegrationId,
    /// When it expires.
    pub expires_at: DateTime<Utc>,
    /// When it was last used, to the minute.
    pub last_used_at: Option<DateTime<Utc>>,
    /// When it was created.
    pub created_at: DateTime<Utc>,
}

impl Disclosure for IntegrationToken {}

/// A new token with its secret.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct IssuedToken {
    /// The token.
    pub token: IntegrationToken,
    /// The secret, which no other call returns.
    #[serde(with = "shown")]
    pub secret: Secret,
}

/// Input for creating a token.
#[derive(Clone, Copy, Debug)]
pub struct NewToken {
    /// The integration.
    pub integration_id: IntegrationId,
    /// For how many days it is valid; [`VALID_DAYS`] if not given.
    pub valid_days: Option<u16>,
}

impl NewToken {
    /// Builds the token, created at `now`.
    ///
    /// # Errors
    /// [`Error::Invalid`] unless it is valid for 1 to [`MAX_VALID_DAYS`] days.
    pub(super) fn at(self, id: IntegrationTokenId, now: DateTime<Utc>) -> Result<IntegrationToken> {
        let days = self.valid_days.unwrap_or(VALID_DAYS);
        if days == 0 {
            return Err(Error::invalid("/validDays", FieldCode::TooSmall(1)));
        }
        if days > MAX_VALID_DAYS {
            return Err(Error::invalid("/validDays", FieldCode::TooLarge(usize::from(MAX_VALID_DAYS))));
        }
        let (integration_id, expires_at) = (self.integration_id, now + TimeDelta::days(days.into()));
        Ok(IntegrationToken { id, integration_id, expires_at, last_used_at: None, created_at: now })
    }
}

/// Serializes the secret into the stored response, which is encrypted.
mod shown {
    use crate::Secret;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn serialize<S: Serializer>(secret: &Secret, to: S) -> Result<S::Ok, S::Error> {
        secret.expose().serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Secret, D::Error> {
        Ok(Secret::new(String::deserialize(from)?))
    }
}
