use super::StoredProvider;
use crate::audit::AccountTask;
use crate::{Error, IdentityProviderId, Ports, Result};
use chrono::{DateTime, Utc};

/// A logout token (OpenID Connect Back-Channel Logout) that was verified.
#[derive(Clone, Debug)]
pub struct LogOutToken {
    /// SHA-256 of its `jti`.
    pub id: [u8; 32],
    /// Until when it must be remembered: its expiry and the tolerated clock skew.
    pub remember_until: DateTime<Utc>,
    /// The user at the provider, if it names one.
    pub subject: Option<String>,
    /// The session at the provider, if it names one.
    pub session: Option<String>,
}

/// Ends the sessions that a provider's logout token names. `verify` checks the token with the keys of the provider.
///
/// # Errors
/// [`Error::LogInRefused`], which does not say why.
pub async fn log_out(
    ports: &Ports,
    id: IdentityProviderId,
    verify: impl AsyncFnOnce(&StoredProvider) -> Result<LogOutToken>,
) -> Result<()> {
    ports
        .audited(AccountTask::ProviderLogOut, None, async |audited| {
            let accounts = audited.accounts();
            let stored = accounts.provider(id).await?.ok_or(Error::LogInRefused)?;
            let token = verify(&stored).await?;
            let unused = accounts.end_sessions_of(stored.organisation, id, &token, ports.clock.now()).await?;
            if unused { Ok(()) } else { Err(Error::LogInRefused) }
        })
        .await
}
