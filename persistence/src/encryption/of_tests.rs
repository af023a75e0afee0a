use super::aead::cipher;
use super::client_key::{ClientKey, EncryptedKey, RowId};
use super::identifier_index::IdentifierIndex;
use super::row_key::RowKey;
use crate::repository::{AddressKeys, SealedAddress};
use domain::accounts::Email;
use domain::clients::ExternalIdentifier;
use domain::ports::{IndexKey, OrganisationKey};
use domain::{ClientId, OrganisationId, Result};
use std::fmt;
use std::sync::Arc;
use uuid::Uuid;

/// The key of a new client, for rows that tests write themselves.
pub struct TestClientKey {
    stored: EncryptedKey,
    key: ClientKey,
}

impl fmt::Debug for TestClientKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TestClientKey")
    }
}

impl TestClientKey {
    /// Makes one.
    ///
    /// # Errors
    /// [`domain::Error::Internal`].
    pub fn generate(organisation: OrganisationId, client: ClientId, under: &OrganisationKey) -> Result<Self> {
        let stored = ClientKey::generate(organisation, client, under)?;
        Self::stored(organisation, client, (stored.version, stored.key), under)
    }

    /// That of a client who has this one.
    ///
    /// # Errors
    /// [`domain::Error::Internal`].
    pub fn stored(
        organisation: OrganisationId,
        client: ClientId,
        columns: (i64, Vec<u8>),
        under: &OrganisationKey,
    ) -> Result<Self> {
        let stored = EncryptedKey { client, version: columns.0, key: columns.1 };
        let key = ClientKey::decrypt(organisation, &stored, &cipher(under.expose())?)?;
        Ok(Self { stored, key })
    }

    /// The columns `key_version` and `client_key`.
    #[must_use]
    pub fn columns(&self) -> (i64, Vec<u8>) {
        (self.stored.version, self.stored.key.clone())
    }

    /// The column `sealed` of a row of this table that says this, in JSON.
    ///
    /// # Errors
    /// [`domain::Error::Internal`].
    pub fn seal(&self, table: &str, row: impl Into<RowId>, json: &str) -> Result<Vec<u8>> {
        self.key.seal_bytes(table, row, json.as_bytes())
    }

    /// The JSON that the column `sealed` of a row of this table says.
    ///
    /// # Errors
    /// [`domain::Error::Internal`] for what this key does not decrypt.
    pub fn open(&self, table: &str, row: impl Into<RowId>, sealed: &[u8]) -> Result<String> {
        String::from_utf8(self.key.open_bytes(table, row, sealed)?).map_err(domain::Error::internal)
    }
}

/// The column `value_hash` of an identifier, for rows that tests write themselves.
#[must_use]
pub fn test_value_hash(key: &IndexKey, identifier: &ExternalIdentifier) -> Vec<u8> {
    IdentifierIndex::new(key).hash(identifier)
}

/// The columns `key_version`, `sealed`, `index_version` and `address_hash` of an invitation, for rows that tests write themselves.
///
/// # Errors
/// [`domain::Error::Internal`].
pub fn test_address(
    organisation: OrganisationId,
    invitation: Uuid,
    email: &Email,
    (key, index): (&OrganisationKey, &IndexKey),
) -> Result<(i64, Vec<u8>, i64, Vec<u8>)> {
    let key = RowKey::new(organisation, key.version(), Arc::new(cipher(key.expose())?));
    let SealedAddress { key_version, sealed, index_version, address_hash } =
        AddressKeys::new(key, vec![Arc::new(IdentifierIndex::new(index))])?.seal(invitation, email)?;
    Ok((key_version, sealed, index_version, address_hash))
}
