use super::{Begun, CeremonyKind, NewCeremony, NewPasskey, StoredPasskey, UsedPasskey, VerifiedPasskey};
use crate::accounts::{Account, Email};
use crate::{Result, SecretDigest};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use std::fmt::Debug;

/// Makes challenges and verifies their answers, for the relying party of the settings. Demands user verification everywhere.
pub trait Passkeys: Debug + Send + Sync {
    /// A challenge to make a passkey for this account, by an authenticator that has none of these yet.
    fn register(&self, account: &Account, known: &[Vec<u8>]) -> Result<Begun>;
    /// The passkey of an answer to such a challenge. `None` if the answer is not valid.
    fn registered(&self, state: &[u8], credential: &str) -> Result<Option<VerifiedPasskey>>;
    /// A challenge to use one of these passkeys.
    fn challenge(&self, passkeys: &[Vec<u8>]) -> Result<Begun>;
    /// The used passkey, with its new state. `None` if the answer is not valid.
    fn verified(&self, state: &[u8], credential: &str) -> Result<Option<VerifiedPasskey>>;
    /// Made-up passkeys for an address without one: always the same, and no authenticator has them.
    fn made_up(&self, email: &Email) -> Result<Vec<Vec<u8>>>;
}

/// Passkeys and ceremonies of a log-in, outside any session.
#[async_trait]
pub trait PasskeyStore: Send + Sync {
    /// Returns the passkeys of the account with this address; none if it is unknown or disabled. It does the same for each.
    async fn passkeys_of(&self, email: &Email) -> Result<Vec<StoredPasskey>>;
    /// Stores the ceremony of a log-in.
    async fn store_ceremony(&self, new: &NewCeremony) -> Result<()>;
    /// Uses up the ceremony of a log-in and returns its encrypted state. `None` if it is unknown, used or over.
    async fn take_ceremony(&self, secret: SecretDigest, at: DateTime<Utc>) -> Result<Option<Vec<u8>>>;
}

/// Passkeys and ceremonies of the caller's own account.
#[async_trait]
pub trait OwnPasskeys: Send {
    /// Returns the passkeys of the account.
    async fn passkeys(&mut self) -> Result<Vec<StoredPasskey>>;
    /// Stores a ceremony of the caller.
    async fn store_ceremony(&mut self, new: &NewCeremony) -> Result<()>;
    /// Uses up a ceremony of the caller and returns its encrypted state. `None` if it is unknown, used or over.
    async fn take_ceremony(
        &mut self,
        kind: CeremonyKind,
        secret: SecretDigest,
        at: DateTime<Utc>,
    ) -> Result<Option<Vec<u8>>>;
    /// Inserts a passkey. Returns `false` if the passkey is already known, to this account or another.
    async fn add_passkey(&mut self, new: &NewPasskey) -> Result<bool>;
    /// Stores the new state of a used passkey. Returns `false` if it was removed, or its counter went back.
    async fn use_passkey(&mut self, used: &UsedPasskey, at: DateTime<Utc>) -> Result<bool>;
}
