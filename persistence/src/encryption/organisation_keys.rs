use super::aead::cipher;
use super::client_key::{ClientKey, EncryptedKey};
use aws_lc_rs::aead::RandomizedNonceKey;
use domain::ports::{KeyStore, KeyVersion, OrganisationKey};
use domain::{ClientId, OrganisationId, Result};
use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

/// A key that encrypts and decrypts, ready for use.
pub(crate) type Cipher = RandomizedNonceKey;

type Ciphers = HashMap<(OrganisationId, KeyVersion), Arc<Cipher>>;

/// The keys of organisations that this process has used. There are as many as organisations, times the versions that some
/// client's key is still under.
#[derive(Clone)]
pub(crate) struct OrganisationKeys {
    store: Arc<dyn KeyStore>,
    known: Arc<RwLock<Ciphers>>,
}

impl fmt::Debug for OrganisationKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OrganisationKeys")
    }
}

impl OrganisationKeys {
    pub(crate) fn new(store: Arc<dyn KeyStore>) -> Self {
        Self { store, known: Arc::default() }
    }

    /// Makes a key for a client, under the organisation's newest key.
    pub(crate) async fn generate(&self, organisation: OrganisationId, client: ClientId) -> Result<EncryptedKey> {
        let newest = self.store.newest(organisation).await?;
        ClientKey::generate(organisation, client, &newest)
    }

    /// Where the keys are.
    pub(crate) fn store(&self) -> &dyn KeyStore {
        self.store.as_ref()
    }

    /// Encrypts the key of a client under another key of the organisation.
    pub(crate) async fn reencrypt(
        &self,
        organisation: OrganisationId,
        stored: &EncryptedKey,
        under: &OrganisationKey,
    ) -> Result<EncryptedKey> {
        let old = self.cipher(organisation, stored.version).await?;
        ClientKey::reencrypt(organisation, stored, &old, under)
    }

    /// Decrypts the key of a client.
    pub(crate) async fn decrypt(&self, organisation: OrganisationId, stored: &EncryptedKey) -> Result<ClientKey> {
        let under = self.cipher(organisation, stored.version).await?;
        ClientKey::decrypt(organisation, stored, &under)
    }

    async fn cipher(&self, organisation: OrganisationId, version: KeyVersion) -> Result<Arc<Cipher>> {
        let of = (organisation, version);
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner).get(&of).cloned();
        if let Some(known) = known {
            return Ok(known);
        }
        let read = Arc::new(cipher(self.store.key(organisation, version).await?.expose())?);
        self.known.write().unwrap_or_else(PoisonError::into_inner).insert(of, read.clone());
        Ok(read)
    }
}
