use chrono::{DateTime, Utc};
use domain::integration_tokens::{IntegrationToken, IssuedToken};
use serde::{Deserialize, Serialize};
use std::fmt;
use utoipa::ToSchema;
use uuid::Uuid;

/// A new token.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct CreateIntegrationToken {
    /// For how many days it is valid: 365 if absent.
    #[schema(value_type = u16, required = false, minimum = 1, maximum = 730, example = 365)]
    pub(super) valid_days: Option<u16>,
}

/// A token of an integration.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = IntegrationToken)]
pub(super) struct IntegrationTokenView {
    id: Uuid,
    integration_id: Uuid,
    /// Until when it is valid.
    expires_at: DateTime<Utc>,
    /// When it was last used, to the minute.
    #[schema(required)]
    last_used_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
}

impl From<IntegrationToken> for IntegrationTokenView {
    fn from(token: IntegrationToken) -> Self {
        Self {
            id: token.id.0,
            integration_id: token.integration_id.0,
            expires_at: token.expires_at,
            last_used_at: token.last_used_at,
            created_at: token.created_at,
        }
    }
}

/// A new token with its secret.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = IssuedIntegrationToken)]
pub(super) struct IssuedTokenView {
    #[serde(flatten)]
    token: IntegrationTokenView,
    /// The secret token to enter at the identity provider. Shown only here.
    #[schema(example = "mF2GZpXvT8yqk0S1hJcW4dRbN7uEoL5aIxYtQ3wVrKs")]
    secret: String,
}

impl fmt::Debug for IssuedTokenView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IssuedTokenView").field("token", &self.token).finish_non_exhaustive()
    }
}

impl From<IssuedToken> for IssuedTokenView {
    fn from(issued: IssuedToken) -> Self {
        Self { secret: issued.secret.expose().to_owned(), token: issued.token.into() }
    }
}
