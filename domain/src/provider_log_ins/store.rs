use super::{Asserted, LogInState, LogOutToken, OfferedProvider, StoredProvider, TakenState};
use crate::accounts::{Account, Domain};
use crate::{IdentityId, IdentityProviderId, MemberId, OrganisationId, Result, SecretDigest, UserId};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// Access to providers and log-ins before anybody is logged in.
#[async_trait]
pub trait ProviderLogIns: Send + Sync {
    /// Returns an enabled provider of an active organisation.
    async fn provider(&self, id: IdentityProviderId) -> Result<Option<StoredProvider>>;
    /// Returns the enabled providers of active organisations that have proven this domain, at most 50.
    async fn offered(&self, domain: &Domain) -> Result<Vec<OfferedProvider>>;
    /// Stores a log-in that begins.
    async fn add_state(&self, state: &LogInState) -> Result<()>;
    /// Uses up the state of this provider, at most once regardless of concurrent requests.
    ///
    /// `None` if it is unknown, expired, of another provider, or the browser kept something else.
    async fn take_state(
        &self,
        provider: &StoredProvider,
        state: SecretDigest,
        browser: SecretDigest,
        at: DateTime<Utc>,
    ) -> Result<Option<TakenState>>;
    /// Returns the user of this identity, or of a new one: linked to a member on the staff whose confirmed address the
    /// provider says, in a domain that its organisation has proven.
    async fn find_or_link(&self, asserted: &Asserted<'_>) -> Result<Option<(UserId, IdentityId)>>;
    /// Makes an account, a coach of the organisation, with this identity, if the organisation has proven its domain.
    ///
    /// Returns whether it was made: not if the address has an account.
    async fn make_coach(
        &self,
        asserted: &Asserted<'_>,
        account: &Account,
        hash: &str,
        member: MemberId,
    ) -> Result<bool>;
    /// Ends the sessions that a logout token names, at most once regardless of concurrent requests.
    ///
    /// Returns whether the token was unused.
    async fn end_sessions_of(
        &self,
        organisation: OrganisationId,
        provider: IdentityProviderId,
        token: &LogOutToken,
        at: DateTime<Utc>,
    ) -> Result<bool>;
}
