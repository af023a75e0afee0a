//! The address of an invitation: encrypted with a key of its organisation, and hashed to be found (docs/adr/0056, 0058).

use super::convert::email;
use crate::encryption::{IdentifierIndex, IdentifierIndexes, OrganisationKeys, RowKey};
use domain::accounts::Email;
use domain::ports::KeyVersion;
use domain::{Error, OrganisationId, Result};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use uuid::Uuid;

const TABLE: &str = "invitation";

/// What is encrypted of an invitation.
#[derive(Serialize, Deserialize)]
struct Said {
    email: String,
}

/// The columns of an address that is encrypted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SealedAddress {
    pub(crate) key_version: KeyVersion,
    pub(crate) sealed: Vec<u8>,
    pub(crate) index_version: KeyVersion,
    pub(crate) address_hash: Vec<u8>,
}

/// The newest keys of an organisation, for addresses.
pub(crate) struct AddressKeys {
    key: RowKey,
    index: Arc<IdentifierIndex>,
}

impl AddressKeys {
    pub(crate) fn new(key: RowKey, indexes: IdentifierIndexes) -> Result<Self> {
        let index = indexes.into_iter().next_back();
        Ok(Self { key, index: index.ok_or_else(|| Error::internal("an organisation without an index key"))? })
    }

    pub(crate) async fn newest(keys: &OrganisationKeys, organisation: OrganisationId) -> Result<Self> {
        Self::new(keys.newest_row_key(organisation).await?, keys.indexes(organisation).await?)
    }

    /// The version of the key that encrypts.
    pub(crate) fn key_version(&self) -> KeyVersion {
        self.key.version()
    }

    /// The version of the key that hashes.
    pub(crate) fn index_version(&self) -> KeyVersion {
        self.index.version()
    }

    /// Encrypts the address of this invitation.
    pub(crate) fn seal(&self, invitation: Uuid, email: &Email) -> Result<SealedAddress> {
        let said = serde_json::to_vec(&Said { email: email.as_str().to_owned() }).map_err(Error::internal)?;
        Ok(SealedAddress {
            key_version: self.key.version(),
            sealed: self.key.seal(TABLE, invitation, &said)?,
            index_version: self.index.version(),
            address_hash: self.index.hash_address(email),
        })
    }
}

/// Decrypts the address of this invitation, in its columns `key_version` and `sealed`.
pub(crate) async fn open(
    keys: &OrganisationKeys,
    organisation: OrganisationId,
    invitation: Uuid,
    (version, sealed): (Option<KeyVersion>, Option<&[u8]>),
) -> Result<Option<Email>> {
    let (Some(version), Some(sealed)) = (version, sealed) else { return Ok(None) };
    let said = keys.row_key(organisation, version).await?.open(TABLE, invitation, sealed)?;
    // Not the error itself: it quotes what was decrypted.
    let said: Said =
        serde_json::from_slice(&said).map_err(|_| Error::internal("an encrypted value has an unknown shape"))?;
    email(said.email).map(Some)
}
