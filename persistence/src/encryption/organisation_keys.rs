use super::aead::{cipher, decrypt, encrypt};
use super::client_key::{ClientKey, EncryptedKey};
use super::identifier_index::{IdentifierIndex, IdentifierIndexes};
use super::row_key::RowKey;
use aws_lc_rs::aead::RandomizedNonceKey;
use domain::ports::{KeyStore, KeyVersion, OrganisationKey};
use domain::{ClientId, Error, OrganisationId, Result};
use std::collections::HashMap;
use std::fmt;
use std::hash::Hash;
use std::sync::{Arc, PoisonError, RwLock};

/// A key that encrypts and decrypts, ready for use.
pub(crate) type Cipher = RandomizedNonceKey;

/// [`ClientKey::add_generation`] or [`ClientKey::use_generation`].
pub(crate) type ChangeGenerations = fn(OrganisationId, &EncryptedKey, &Cipher) -> Result<Option<EncryptedKey>>;

/// Keys that this process has used.
type Known<Of, Key> = Arc<RwLock<HashMap<Of, Arc<Key>>>>;

/// The keys of organisations that this process has used. There are as many as organisations, times the versions that some
/// client's key is still under, and those of the index of each.
#[derive(Clone)]
pub(crate) struct OrganisationKeys {
    store: Arc<dyn KeyStore>,
    ciphers: Known<(OrganisationId, KeyVersion), Cipher>,
    indexes: Known<(OrganisationId, KeyVersion), IdentifierIndex>,
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

    /// The key of a client with its generations changed so; `None` if nothing is to change.
    pub(crate) async fn change_generations(
        &self,
        organisation: OrganisationId,
        stored: &EncryptedKey,
        change: ChangeGenerations,
    ) -> Result<Option<EncryptedKey>> {
        change(organisation, stored, &*self.cipher(organisation, stored.version).await?)
    }

    /// The key of this version, for rows that are not about a client.
    pub(crate) async fn row_key(&self, organisation: OrganisationId, version: KeyVersion) -> Result<RowKey> {
        Ok(RowKey::new(organisation, version, self.cipher(organisation, version).await?))
    }

    /// The newest key, for rows that are not about a client.
    pub(crate) async fn newest_row_key(&self, organisation: OrganisationId) -> Result<RowKey> {
        let newest = self.store.newest(organisation).await?;
        Ok(RowKey::new(organisation, newest.version(), Arc::new(cipher(newest.expose())?)))
    }

    /// The indexes of the identifiers of an organisation's clients, and of the addresses it invited.
    ///
    /// Which ones there are is asked each time: while a key is replaced, every process must hash with the old and the new one.
    pub(crate) async fn indexes(&self, organisation: OrganisationId) -> Result<IdentifierIndexes> {
        match self.indexes_of(organisation).await {
            // A key may have been destroyed just now.
            Err(Error::Internal(_)) => self.indexes_of(organisation).await,
            indexes => indexes,
        }
    }

    async fn indexes_of(&self, organisation: OrganisationId) -> Result<IdentifierIndexes> {
        let versions = self.store.index_versions(organisation).await?;
        let mut indexes = Vec::with_capacity(versions.len());
        for version in versions {
            let of = (organisation, version);
            indexes.push(match known(&self.indexes, of) {
                Some(known) => known,
                None => {
                    let index = IdentifierIndex::new(&self.store.index_key(organisation, version).await?);
                    keep(&self.indexes, of, index)
                }
            });
        }
        Ok(indexes)
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
