use super::IntegrationToken;
use crate::{IntegrationId, IntegrationTokenId, Result, SecretDigest};
use async_trait::async_trait;

/// The tokens of the integrations of one organisation.
#[async_trait]
pub trait IntegrationTokens: Send {
    /// Returns the tokens of an integration, which are few. Expired ones stay until the next is made.
    async fn list(&mut self, of: IntegrationId) -> Result<Vec<IntegrationToken>>;
    /// Inserts the token with the digest of its secret, and removes the expired ones of its integration.
    ///
    /// # Errors
    /// [`crate::Conflict::TooManyTokens`].
    async fn add(&mut self, token: &IntegrationToken, digest: SecretDigest) -> Result<()>;
    /// Removes the token.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`].
    async fn remove(&mut self, id: IntegrationTokenId) -> Result<()>;
}
