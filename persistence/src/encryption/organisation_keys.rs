use super::aead::{cipher, decrypt, encrypt};
use super::client_key::{ClientKey, EncryptedKey};
use super::identifier_index::IdentifierIndex;
use aws_lc_rs::aead::RandomizedNonceKey;
use domain::ports::{KeyStore, KeyVersion, OrganisationKey};
use domain::{ClientId, Error, OrganisationId, Result};
use std::collections::HashMap;
use std::fmt;
use std::hash::Hash;
use std::sync::{Arc, PoisonError, RwLock};

/// A key that encrypts and decrypts, ready for use.
pub(crate) type Cipher = RandomizedNonceKey;

/// Keys that this process has used.
type Known<Of, Key> = Arc<RwLock<HashMap<Of, Arc<Key>>>>;

/// The keys of organisations that this process has used. There are as many as organisations, times the versions that some
/// client's key is still under, and one for the index of each.
#[derive(Clone)]
pub(crate) struct OrganisationKeys {
    store: Arc<dyn KeyStore>,
    ciphers: Known<(OrganisationId, KeyVersion), Cipher>,
    indexes: Known<OrganisationId, IdentifierIndex>,
}

impl fmt::Debug for OrganisationKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OrganisationKeys")
    }
}

impl OrganisationKeys {
    pub(crate) fn new(store: Arc<dyn KeyStore>) -> Self {
        Self { store, ciphers: Arc::default(), indexes: Arc::default() }
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

    /// Encrypts the bundle of an organisation under its newest key. The result begins with the number of that key.
    pub(crate) async fn seal_bundle(&self, organisation: OrganisationId, plain: &[u8]) -> Result<Vec<u8>> {
        let newest = self.store.newest(organisation).await?;
        let sealed = encrypt(&cipher(newest.expose())?, &context_of_bundle(organisation), plain)?;
        Ok([newest.version().to_be_bytes().as_slice(), &sealed].concat())
    }

    /// Decrypts the bundle of an organisation; `None` if nothing was exported yet.
    pub(crate) async fn open_bundle(&self, organisation: OrganisationId) -> Result<Option<Vec<u8>>> {
        let Some(bundle) = self.store.bundle(organisation).await? else { return Ok(None) };
        let (version, sealed) =
            bundle.split_first_chunk().ok_or_else(|| Error::internal("a bundle of clients' keys is too short"))?;
        let under = self.store.key(organisation, KeyVersion::from_be_bytes(*version)).await?;
        let plain = decrypt(&cipher(under.expose())?, &context_of_bundle(organisation), sealed);
        plain
            .map(Some)
            .map_err(|_| Error::internal(format!("the bundle of the organisation {organisation} is damaged")))
    }

    /// The index of the identifiers of an organisation's clients.
    pub(crate) async fn index(&self, organisation: OrganisationId) -> Result<Arc<IdentifierIndex>> {
        if let Some(known) = known(&self.indexes, organisation) {
            return Ok(known);
        }
        let index = IdentifierIndex::new(&self.store.index_key(organisation).await?);
        Ok(keep(&self.indexes, organisation, index))
    }

    async fn cipher(&self, organisation: OrganisationId, version: KeyVersion) -> Result<Arc<Cipher>> {
        let of = (organisation, version);
        if let Some(known) = known(&self.ciphers, of) {
            return Ok(known);
        }
        let cipher = cipher(self.store.key(organisation, version).await?.expose())?;
        Ok(keep(&self.ciphers, of, cipher))
    }
}

fn context_of_bundle(organisation: OrganisationId) -> Vec<u8> {
    [b"omringd bundle ".as_slice(), organisation.0.as_bytes()].concat()
}

fn known<Of: Eq + Hash, Key>(keys: &Known<Of, Key>, of: Of) -> Option<Arc<Key>> {
    keys.read().unwrap_or_else(PoisonError::into_inner).get(&of).cloned()
}

fn keep<Of: Eq + Hash, Key>(keys: &Known<Of, Key>, of: Of, key: Key) -> Arc<Key> {
    let key = Arc::new(key);
    keys.write().unwrap_or_else(PoisonError::into_inner).insert(of, key.clone());
    key
}
