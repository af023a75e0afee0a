use super::KeySource;
use crate::access::Scope;
use crate::audit::AccountTask;
use crate::{Error, IntegrationId, OrganisationId, Ports, Result, SecretDigest};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// What an external system proves its identity with, and what it may do then.
#[derive(Clone, Debug)]
pub struct Credentials {
    /// The organisation that owns the integration.
    pub organisation: OrganisationId,
    /// Where its public keys come from.
    pub keys: KeySource,
    /// What it may do.
    pub scopes: Vec<Scope>,
}

/// A client assertion (RFC 7523) with a valid signature and valid claims.
#[derive(Clone, Debug)]
pub struct Assertion {
    /// SHA-256 of its `jti`.
    pub id: [u8; 32],
    /// Until when it must be remembered: its expiry and the tolerated clock skew.
    pub remember_until: DateTime<Utc>,
}

/// Access to integrations by their own id, before any organisation is known.
#[async_trait]
pub trait IntegrationCredentials {
    /// Returns the credentials of an enabled integration of an active organisation.
    async fn credentials_of(&self, id: IntegrationId) -> Result<Option<Credentials>>;

    /// Returns the organisation and the integration of the token with this secret, if it is valid at this instant.
    ///
    /// Records its use, at most once a minute.
    async fn holder_of(
        &self,
        secret: SecretDigest,
        at: DateTime<Utc>,
    ) -> Result<Option<(OrganisationId, IntegrationId)>>;

    /// Records the use of an assertion, at most once regardless of concurrent requests and processes.
    ///
    /// Returns whether it was unused. Forgets the integration's assertions that are past `remember_until`.
    async fn redeem(
        &self,
        organisation: OrganisationId,
        id: IntegrationId,
        assertion: &Assertion,
        at: DateTime<Utc>,
    ) -> Result<bool>;
}

/// Authenticates an external system by its assertion and returns what it may do.
///
/// `verify` checks the assertion with the keys of the claimed integration. The assertion is used up after that, so that
/// nobody can use up the id of an assertion they cannot sign.
///
/// # Errors
/// [`Error::Unauthenticated`], which does not say why.
pub async fn authenticate(
    ports: &Ports,
    claimed: IntegrationId,
    verify: impl AsyncFnOnce(&KeySource) -> Result<Assertion>,
) -> Result<Vec<Scope>> {
    ports
        .audited(AccountTask::IssueToken, None, async |audited| {
            let accounts = audited.accounts();
            let known = accounts.credentials_of(claimed).await?.ok_or(Error::Unauthenticated)?;
            let assertion = verify(&known.keys).await?;
            audited.by_integration(claimed, known.organisation);
            let unused = accounts.redeem(known.organisation, claimed, &assertion, ports.clock.now()).await?;
            if unused { Ok(known.scopes) } else { Err(Error::Unauthenticated) }
        })
        .await
}
