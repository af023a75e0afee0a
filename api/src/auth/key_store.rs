//! The keys of organisations, as files in a directory of their own.

use super::key_encryption_key::{KeyEncryptionKey, KeyEncryptionKeys};
use super::keys::{KeyDirectory, KeyError, SECRET_BYTES, random};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::ports::{IndexKey, KeyStore, KeyVersion, OrganisationKey};
use domain::{Error, OrganisationId, Result};
use std::fmt;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

/// The file of an organisation's index key; the files of its keys are named by their versions.
const INDEX: &str = "index";

/// A directory for each organisation, with a file for each version of its key and one for its index key, encrypted under the key
/// encryption key.
///
/// It belongs on another disk than the database, and in none of its backups: see docs/security.md.
#[derive(Clone)]
pub struct OrganisationKeyFiles(Arc<Files>);

struct Files {
    directory: PathBuf,
    key_encryption_key: KeyEncryptionKey,
    /// Read when first needed: most commands do not need it, and may not read it.
    known: RwLock<Option<Arc<KeyEncryptionKeys>>>,
}

impl fmt::Debug for OrganisationKeyFiles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("OrganisationKeyFiles").field(&self.0.directory).finish()
    }
}

impl OrganisationKeyFiles {
    /// Keeps the keys in this directory, which is created on first use.
    #[must_use]
    pub fn new(directory: PathBuf, key_encryption_key: KeyEncryptionKey) -> Self {
        Self(Arc::new(Files { directory, key_encryption_key, known: RwLock::default() }))
    }

    /// Encrypts every key anew, with a new key if it is in a file, else with the first of those of the setting or the command.
    ///
    /// Processes serve meanwhile. Returns the number of organisations.
    ///
    /// # Errors
    /// [`KeyError`].
    pub fn reencrypt(&self) -> Result<usize, KeyError> {
        let Files { directory, key_encryption_key, .. } = self.0.as_ref();
        let organisations = self.0.organisations()?;
        if organisations.is_empty() {
            // A directory that is not mounted, or another one: with the new key nothing in the right one could be decrypted.
            return Err(KeyError::Missing(directory.clone()));
        }
        let _alone = KeyDirectory::new(directory).lock()?;
        key_encryption_key.renew()?;
        // A process that read the former keys makes no key of an organisation with them any more: it reads them anew for each.
        let keys = key_encryption_key.read()?;
        // Those that were made meanwhile too.
        let organisations = self.0.organisations()?;
        for organisation in &organisations {
            let directory = self.0.directory_of(*organisation);
            directory.replace_each(|name, text| {
                let context = context(*organisation, name);
                let key = keys.decrypt(&context, text);
                keys.encrypt(&context, &*key.ok_or_else(|| KeyError::Undecipherable(directory.path(name)))?)
            })?;
        }
        key_encryption_key.forget_old()?;
        Ok(organisations.len())
    }

    /// Reads files away from the threads that serve: the directory may be on another machine.
    async fn run<T: Send + 'static>(
        &self,
        read: impl FnOnce(&Files) -> Result<T, KeyError> + Send + 'static,
    ) -> Result<T> {
        let files = self.0.clone();
        let read = tokio::task::spawn_blocking(move || read(&files)).await.map_err(Error::internal)?;
        let unreachable = |error: &KeyError| matches!(error, KeyError::Io(..));
        read.map_err(
            |error| if unreachable(&error) { Error::Unavailable(error.into()) } else { Error::internal(error) },
        )
    }
}

#[async_trait]
impl KeyStore for OrganisationKeyFiles {
    async fn create(&self, organisation: OrganisationId) -> Result<()> {
        self.run(move |files| {
            files.make(organisation, INDEX)?;
            files.make(organisation, "1")
        })
        .await
    }

    async fn newest(&self, organisation: OrganisationId) -> Result<OrganisationKey> {
        self.run(move |files| files.key(organisation, files.newest(organisation)?)).await
    }

    async fn key(&self, organisation: OrganisationId, version: KeyVersion) -> Result<OrganisationKey> {
        self.run(move |files| files.key(organisation, version)).await
    }

    async fn add(&self, organisation: OrganisationId) -> Result<()> {
        self.run(move |files| {
            let newest = files.newest(organisation)?;
            files.make(organisation, &(newest + 1).to_string())
        })
        .await
    }

    async fn destroy_replaced(&self, organisation: OrganisationId, before: DateTime<Utc>) -> Result<bool> {
        self.run(move |files| {
            let directory = files.directory_of(organisation);
            let replaced = |version: &KeyVersion| {
                directory.changed_at(&version.to_string()).is_some_and(|added| DateTime::<Utc>::from(added) < before)
            };
            let versions = files.versions(organisation)?;
            let kept = versions.iter().copied().filter(replaced).max().unwrap_or_default();
            versions
                .iter()
                .filter(|version| **version < kept)
                .try_for_each(|old| directory.remove(&old.to_string()))?;
            Ok(versions.iter().filter(|version| **version >= kept).count() > 1)
        })
        .await
    }

    async fn index_key(&self, organisation: OrganisationId) -> Result<IndexKey> {
        self.run(move |files| files.secret(organisation, INDEX).map(IndexKey::new)).await
    }
}

impl Files {
    fn directory_of(&self, organisation: OrganisationId) -> KeyDirectory {
        KeyDirectory::new(self.directory.join(organisation.0.to_string()))
    }

    /// The organisations that have a key.
    fn organisations(&self) -> Result<Vec<OrganisationId>, KeyError> {
        let names = KeyDirectory::new(&self.directory).names()?;
        Ok(names.iter().filter_map(|name| Some(OrganisationId(name.parse().ok()?))).collect())
    }

    /// The versions of the organisation's key that there are.
    fn versions(&self, organisation: OrganisationId) -> Result<Vec<KeyVersion>, KeyError> {
        let names = self.directory_of(organisation).names()?;
        Ok(names.iter().filter_map(|name| name.parse().ok()).collect())
    }

    /// The newest version of the organisation's key.
    fn newest(&self, organisation: OrganisationId) -> Result<KeyVersion, KeyError> {
        let newest = self.versions(organisation)?.into_iter().max();
        newest.ok_or_else(|| KeyError::Missing(self.directory_of(organisation).path("1")))
    }

    fn key(&self, organisation: OrganisationId, version: KeyVersion) -> Result<OrganisationKey, KeyError> {
        let key = self.secret(organisation, &version.to_string())?;
        Ok(OrganisationKey::new(version, key))
    }

    /// Makes the key in the file of this name, unless it is there.
    fn make(&self, organisation: OrganisationId, name: &str) -> Result<(), KeyError> {
        // With the keys of this moment: under one that was just replaced it would be lost.
        let make = || self.read_keys()?.encrypt(&context(organisation, name), &random()?);
        self.directory_of(organisation).made_once(name, make).map(drop)
    }

    /// The key in the file of this name, which is never made here: one that is missing was lost or destroyed.
    fn secret(&self, organisation: OrganisationId, name: &str) -> Result<Box<[u8; SECRET_BYTES]>, KeyError> {
        let (directory, context) = (self.directory_of(organisation), context(organisation, name));
        let text = match directory.text(name) {
            Err(KeyError::Io(path, error)) if error.kind() == ErrorKind::NotFound => {
                return Err(KeyError::Missing(path));
            }
            text => text?,
        };
        let secret = match self.keys()?.decrypt(&context, &text) {
            Some(secret) => Some(secret),
            // It may have been encrypted anew.
            None => self.read_keys()?.decrypt(&context, &directory.text(name)?),
        };
        secret.ok_or_else(|| KeyError::Undecipherable(directory.path(name)))
    }

    fn keys(&self) -> Result<Arc<KeyEncryptionKeys>, KeyError> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner).clone();
        known.map_or_else(|| self.read_keys(), Ok)
    }

    fn read_keys(&self) -> Result<Arc<KeyEncryptionKeys>, KeyError> {
        let read = Arc::new(self.key_encryption_key.read()?);
        *self.known.write().unwrap_or_else(PoisonError::into_inner) = Some(read.clone());
        Ok(read)
    }
}

/// What the encrypted key in the file of this name is bound to.
fn context(organisation: OrganisationId, name: &str) -> Vec<u8> {
    [b"omringd organisation ".as_slice(), organisation.0.as_bytes(), name.as_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::super::keys::ORGANISATIONS;
    use super::*;
    use base64::{Engine, prelude::BASE64_STANDARD};
    use chrono::Duration;
    use domain::ports::{Clock, SystemClock};
    use std::fs;
    use uuid::Uuid;

    const ONE: OrganisationId = OrganisationId(Uuid::from_u128(1));
    const OTHER: OrganisationId = OrganisationId(Uuid::from_u128(2));

    fn setting(byte: u8) -> KeyEncryptionKey {
        KeyEncryptionKey::Setting(BASE64_STANDARD.encode([byte; SECRET_BYTES]).into())
    }

    /// Makes the keys of an organisation.
    async fn created(store: &OrganisationKeyFiles, organisation: OrganisationId) -> OrganisationKey {
        store.create(organisation).await.unwrap();
        store.newest(organisation).await.unwrap()
    }

    #[tokio::test]
    async fn processes_that_ask_together_get_the_same_key() {
        let place = tempfile::tempdir().unwrap();
        let ask = || async { created(&OrganisationKeyFiles::new(place.path().to_owned(), setting(1)), ONE).await };
        let keys = tokio::join!(ask(), ask(), ask(), ask());
        assert!([&keys.1, &keys.2, &keys.3].iter().all(|key| key.expose() == keys.0.expose() && key.version() == 1));
        let store = OrganisationKeyFiles::new(place.path().to_owned(), setting(1));
        assert_eq!(store.key(ONE, 1).await.unwrap().expose(), keys.0.expose());
        assert_ne!(created(&store, OTHER).await.expose(), keys.0.expose());
    }

    #[tokio::test]
    async fn only_the_right_key_encryption_key_opens_a_file_in_its_own_place() {
        let place = tempfile::tempdir().unwrap();
        let store = |byte| OrganisationKeyFiles::new(place.path().to_owned(), setting(byte));
        let made = created(&store(1), ONE).await;
        let text = fs::read(place.path().join(ONE.0.to_string()).join("1")).unwrap();
        assert!(!BASE64_STANDARD.decode(text.trim_ascii()).unwrap().windows(SECRET_BYTES).any(|w| w == made.expose()));
        assert!(store(2).newest(ONE).await.is_err(), "another key encryption key");
        fs::create_dir(place.path().join(OTHER.0.to_string())).unwrap();
        fs::write(place.path().join(OTHER.0.to_string()).join("1"), &text).unwrap();
        assert!(store(1).newest(OTHER).await.is_err(), "the key of another organisation");
    }

    #[tokio::test]
    async fn a_destroyed_key_does_not_come_back() {
        let place = tempfile::tempdir().unwrap();
        let store = OrganisationKeyFiles::new(place.path().to_owned(), setting(1));
        created(&store, ONE).await;
        fs::remove_file(place.path().join(ONE.0.to_string()).join("1")).unwrap();
        assert!(matches!(store.key(ONE, 1).await, Err(Error::Internal(_))));
        assert!(!place.path().join(ONE.0.to_string()).join("1").exists());
    }

    #[tokio::test]
    async fn a_replaced_key_stays_a_while_and_is_then_destroyed() {
        let place = tempfile::tempdir().unwrap();
        let [store, beside] = [(); 2].map(|()| OrganisationKeyFiles::new(place.path().to_owned(), setting(1)));
        let first = created(&store, ONE).await;
        store.add(ONE).await.unwrap();
        let second = beside.newest(ONE).await.unwrap();
        assert_eq!((first.version(), second.version()), (1, 2));
        assert_ne!(first.expose(), second.expose());
        assert!(store.destroy_replaced(ONE, SystemClock.now() - Duration::minutes(1)).await.unwrap(), "one is left");
        assert_eq!(beside.key(ONE, 1).await.unwrap().expose(), first.expose());
        assert!(!store.destroy_replaced(ONE, SystemClock.now() + Duration::minutes(1)).await.unwrap());
        assert!(matches!(beside.key(ONE, 1).await, Err(Error::Internal(_))));
        assert_eq!(beside.newest(ONE).await.unwrap().expose(), second.expose());
        assert!(!store.destroy_replaced(OTHER, SystemClock.now()).await.unwrap());
    }

    #[tokio::test]
    async fn keys_are_encrypted_anew_while_they_are_read_and_made() {
        let (place, keys) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let file = KeyEncryptionKey::File(KeyDirectory::new(keys.path()));
        let [store, beside] = [(); 2].map(|()| OrganisationKeyFiles::new(place.path().to_owned(), file.clone()));
        let before = created(&store, ONE).await;
        let read = || fs::read_to_string(keys.path().join(ORGANISATIONS)).unwrap();
        let (old, text) = (read(), fs::read(place.path().join(ONE.0.to_string()).join("1")).unwrap());
        assert_eq!(beside.reencrypt().unwrap(), 1);
        assert!(read() != old && read().len() == old.len(), "one other key");
        assert_ne!(fs::read(place.path().join(ONE.0.to_string()).join("1")).unwrap(), text);
        // The process that knows the old key only.
        assert_eq!(store.newest(ONE).await.unwrap().expose(), before.expose());
        beside.reencrypt().unwrap();
        let made = created(&store, OTHER).await;
        let fresh = OrganisationKeyFiles::new(place.path().to_owned(), file);
        assert_eq!(fresh.newest(OTHER).await.unwrap().expose(), made.expose());
        let former = OrganisationKeyFiles::new(place.path().to_owned(), KeyEncryptionKey::Setting(old.into()));
        assert!(former.newest(ONE).await.is_err());
    }

    #[tokio::test]
    async fn a_key_in_a_setting_is_replaced_by_one_before_it() {
        let place = tempfile::tempdir().unwrap();
        let store =
            |text: String| OrganisationKeyFiles::new(place.path().to_owned(), KeyEncryptionKey::Setting(text.into()));
        let [old, new] = [1, 2].map(|byte| BASE64_STANDARD.encode([byte; SECRET_BYTES]));
        let key = created(&store(old.clone()), ONE).await;
        let both = store(format!("{new} {old}"));
        assert_eq!(both.newest(ONE).await.unwrap().expose(), key.expose());
        assert!(store(new.clone()).newest(ONE).await.is_err());
        assert_eq!(both.reencrypt().unwrap(), 1);
        assert_eq!(store(new).newest(ONE).await.unwrap().expose(), key.expose());
        assert!(store(old).newest(ONE).await.is_err());
    }

    #[tokio::test]
    async fn keys_are_made_with_the_organisation_and_never_again() {
        let place = tempfile::tempdir().unwrap();
        let store = OrganisationKeyFiles::new(place.path().to_owned(), setting(1));
        assert!(
            store.index_key(ONE).await.is_err() && store.newest(ONE).await.is_err() && store.add(ONE).await.is_err()
        );
        assert!(store.reencrypt().is_err(), "there is nothing: another directory");
        let key = created(&store, ONE).await;
        let made = store.index_key(ONE).await.unwrap();
        assert_ne!(made.expose(), key.expose());
        assert_eq!(made.expose(), store.index_key(ONE).await.unwrap().expose());
        let other = *created(&store, OTHER).await.expose();
        let file = |of: OrganisationId| place.path().join(of.0.to_string()).join(INDEX);
        assert!(file(OTHER).exists(), "made with the key");
        assert_ne!(&other, store.index_key(OTHER).await.unwrap().expose());
        fs::copy(file(ONE), file(OTHER)).unwrap();
        assert!(store.index_key(OTHER).await.is_err(), "that of another organisation");
        fs::remove_file(file(ONE)).unwrap();
        assert!(matches!(store.index_key(ONE).await, Err(Error::Internal(_))));
        assert!(store.newest(ONE).await.is_ok() && !file(ONE).exists(), "none comes in its place");
    }
}
