use super::aead::{cipher, decrypt, encrypt};
use super::client_key::{ClientKey, EncryptedKey};
use super::identifier_index::{IdentifierIndex, IdentifierIndexes};
use super::row_key::RowKey;
use aws_lc_rs::aead::RandomizedNonceKey;
use domain::ports::{KeyStore, KeyVersion, OrganisationKey};
use domain::{ClientId, Error, OrganisationId, Result};
use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

/// A key that encrypts and decrypts, ready for use.
pub(crate) type Cipher = RandomizedNonceKey;

/// [`ClientKey::add_generation`] or [`ClientKey::use_generation`].
pub(crate) type ChangeGenerations = fn(OrganisationId, &EncryptedKey, &Cipher) -> Result<Option<EncryptedKey>>;

/// How long a key is used before it is read again: one that was destroyed meanwhile is gone from memory then.
const USED: Duration = Duration::from_hours(1);

/// Keys that this process has used, each with the time when it was read.
type Known<Key> = Arc<RwLock<HashMap<(OrganisationId, KeyVersion), (Arc<Key>, Instant)>>>;

/// The keys of organisations that this process has used. There are as many as organisations, times the versions that some
/// client's key is still under, and those of the index of each.
#[derive(Clone)]
pub(crate) struct OrganisationKeys {
    store: Arc<dyn KeyStore>,
    ciphers: Known<Cipher>,
    indexes: Known<IdentifierIndex>,
    used: Duration,
}

impl fmt::Debug for OrganisationKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OrganisationKeys")
    }
}

impl OrganisationKeys {
    pub(crate) fn new(store: Arc<dyn KeyStore>) -> Self {
        Self { store, ciphers: Arc::default(), indexes: Arc::default(), used: USED }
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
                Some((index, read_at)) if read_at.elapsed() < self.used => index,
                _ => {
                    let index = IdentifierIndex::new(&self.store.index_key(organisation, version).await?);
                    self.keep(&self.indexes, of, index)
                }
            });
        }
        Ok(indexes)
    }

    async fn cipher(&self, organisation: OrganisationId, version: KeyVersion) -> Result<Arc<Cipher>> {
        let of = (organisation, version);
        let known = known(&self.ciphers, of);
        if let Some((cipher, read_at)) = &known
            && read_at.elapsed() < self.used
        {
            return Ok(cipher.clone());
        }
        match (self.store.key(organisation, version).await, known) {
            (Ok(key), _) => Ok(self.keep(&self.ciphers, of, cipher(key.expose())?)),
            // A store that is away destroys nothing.
            (Err(Error::Unavailable(_)), Some((cipher, _))) => Ok(cipher),
            (Err(error), _) => {
                self.ciphers.write().unwrap_or_else(PoisonError::into_inner).remove(&of);
                Err(error)
            }
        }
    }

    /// Keeps a key that was read, and drops those that were read some time ago: what is still used is read again.
    fn keep<Key>(&self, keys: &Known<Key>, of: (OrganisationId, KeyVersion), key: Key) -> Arc<Key> {
        let key = Arc::new(key);
        let mut keys = keys.write().unwrap_or_else(PoisonError::into_inner);
        keys.retain(|_, (_, read_at)| read_at.elapsed() < self.used);
        keys.insert(of, (key.clone(), Instant::now()));
        key
    }
}

fn context_of_bundle(organisation: OrganisationId) -> Vec<u8> {
    [b"omringd bundle ".as_slice(), organisation.0.as_bytes()].concat()
}

fn known<Key>(keys: &Known<Key>, of: (OrganisationId, KeyVersion)) -> Option<(Arc<Key>, Instant)> {
    keys.read().unwrap_or_else(PoisonError::into_inner).get(&of).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use async_trait::async_trait;
    use chrono::{DateTime, Utc};
    use domain::ports::IndexKey;
    use std::sync::Mutex;
    use uuid::Uuid;

    const ONE: OrganisationId = OrganisationId(Uuid::from_u128(1));

    /// A store with one key, or why there is none.
    #[derive(Debug, Default)]
    struct OneKey(Mutex<Option<fn() -> Error>>);

    #[async_trait]
    impl KeyStore for OneKey {
        async fn create(&self, _: OrganisationId) -> Result<()> {
            Ok(())
        }
        async fn newest(&self, organisation: OrganisationId) -> Result<OrganisationKey> {
            self.key(organisation, 1).await
        }
        async fn key(&self, _: OrganisationId, version: KeyVersion) -> Result<OrganisationKey> {
            match *self.0.lock().unwrap() {
                Some(error) => Err(error()),
                None => Ok(OrganisationKey::new(version, Box::new([7; 32]))),
            }
        }
        async fn add(&self, _: OrganisationId) -> Result<()> {
            Ok(())
        }
        async fn destroy_replaced(&self, _: OrganisationId, _: DateTime<Utc>) -> Result<bool> {
            Ok(false)
        }
        async fn destroy(&self, _: OrganisationId) -> Result<()> {
            Ok(())
        }
        async fn put_bundle(&self, _: OrganisationId, _: DateTime<Utc>, _: &[u8]) -> Result<bool> {
            Ok(false)
        }
        async fn bundle(&self, _: OrganisationId) -> Result<Option<Vec<u8>>> {
            Ok(None)
        }
        async fn is_destroyed(&self, _: OrganisationId) -> Result<bool> {
            Ok(false)
        }
        async fn oldest(&self, _: OrganisationId) -> Result<KeyVersion> {
            Ok(1)
        }
        async fn index_versions(&self, _: OrganisationId) -> Result<Vec<KeyVersion>> {
            Ok(vec![1])
        }
        async fn index_key(&self, _: OrganisationId, version: KeyVersion) -> Result<IndexKey> {
            Ok(IndexKey::new(version, Box::new([7; 32])))
        }
        async fn add_index(&self, _: OrganisationId) -> Result<()> {
            Ok(())
        }
        async fn destroy_replaced_index(&self, _: OrganisationId, _: DateTime<Utc>) -> Result<bool> {
            Ok(false)
        }
    }

    #[tokio::test]
    async fn a_destroyed_key_is_used_for_a_while_and_then_dropped() {
        let store = Arc::new(OneKey::default());
        let keys = OrganisationKeys::new(store.clone());
        assert!(keys.row_key(ONE, 1).await.is_ok());
        *store.0.lock().unwrap() = Some(|| Error::internal("destroyed"));
        assert!(keys.row_key(ONE, 1).await.is_ok(), "used a moment ago");
        let later = OrganisationKeys { used: Duration::ZERO, ..keys.clone() };
        *store.0.lock().unwrap() = Some(|| Error::Unavailable("away".into()));
        assert!(later.row_key(ONE, 1).await.is_ok(), "the store is away");
        *store.0.lock().unwrap() = Some(|| Error::internal("destroyed"));
        assert!(later.row_key(ONE, 1).await.is_err() && keys.row_key(ONE, 1).await.is_err());
        assert!(known(&keys.ciphers, (ONE, 1)).is_none());
        *store.0.lock().unwrap() = None;
        assert!(later.row_key(ONE, 1).await.is_ok() && later.row_key(ONE, 2).await.is_ok());
        assert_eq!(later.ciphers.read().unwrap().len(), 1, "unused ones are dropped");
    }
}
