//! The keys of the clients that a unit of work is about.

use super::Unit;
use crate::encryption::{ClientKey, EncryptedKey, IdentifierIndexes, OrganisationKeys};
use crate::engine::Row;
use domain::{ClientId, Result};

impl Unit {
    /// Remembers the key of a client.
    pub(crate) fn add_key(&mut self, key: Option<EncryptedKey>) {
        self.keys.extend(key);
    }

    /// The key of a client of this unit's targets. A client without a key has nothing that can be read.
    ///
    /// # Errors
    /// [`domain::Error::Unavailable`] if the key store cannot be used.
    pub(crate) async fn key_of(&self, client: ClientId) -> Result<ClientKey> {
        self.decrypted(client, self.keys.iter().rfind(|key| key.client == client)).await
    }

    /// The key of a client in a row about them, for rows about many clients.
    ///
    /// # Errors
    /// As [`Unit::key_of`].
    pub(crate) async fn key_in(&self, client: ClientId, row: &Row) -> Result<ClientKey> {
        self.decrypted(client, EncryptedKey::of(client, row)?.as_ref()).await
    }

    async fn decrypted(&self, client: ClientId, stored: Option<&EncryptedKey>) -> Result<ClientKey> {
        match stored {
            Some(stored) => self.database.keys.decrypt(self.organisation(), stored).await,
            None => Ok(ClientKey::none(self.organisation(), client)),
        }
    }

    /// Makes the key of a new client.
    pub(crate) async fn new_key(&mut self, client: ClientId) -> Result<EncryptedKey> {
        let key = self.database.keys.generate(self.organisation(), client).await?;
        self.add_key(Some(key.clone()));
        Ok(key)
    }

    /// The keys of organisations.
    pub(crate) fn organisation_keys(&self) -> &OrganisationKeys {
        &self.database.keys
    }

    /// The indexes of the identifiers of the organisation's clients.
    ///
    /// # Errors
    /// As [`Unit::key_of`].
    pub(crate) async fn identifier_indexes(&self) -> Result<IdentifierIndexes> {
        self.database.keys.indexes(self.organisation()).await
    }
}
