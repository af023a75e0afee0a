//! The keys of organisations, as files in a directory of their own.

use super::cipher::{decrypt, encrypt};
use super::keys::{KeyDirectory, KeyError, ORGANISATIONS, SECRET_BYTES, random};
use async_trait::async_trait;
use aws_lc_rs::aead::{AES_256_GCM, RandomizedNonceKey};
use base64::{Engine, prelude::BASE64_STANDARD};
use chrono::{DateTime, Utc};
use domain::ports::{KeyStore, KeyVersion, OrganisationKey};
use domain::{Error, OrganisationId, Result};
use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};
use std::fmt;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::{Arc, PoisonError, RwLock};

/// Where the key comes from that encrypts the keys of organisations.
///
/// More than one may be there, with white space between them: the first encrypts, each decrypts. So it can be replaced.
#[derive(Clone, Debug)]
pub enum KeyEncryptionKey {
    /// A file beside the signing keys, made when it is first needed.
    File(KeyDirectory),
    /// A setting: 32 bytes in Base64.
    Setting(SecretString),
    /// What a command prints: 32 bytes in Base64.
    Command(String),
}

impl KeyEncryptionKey {
    fn read(&self) -> Result<KeyEncryptionKeys, KeyError> {
        match self {
            Self::File(keys) => {
                let text = keys.made_once(ORGANISATIONS, new_line)?;
                KeyEncryptionKeys::in_base64(&text).ok_or_else(|| KeyError::NotASecret(keys.path(ORGANISATIONS)))
            }
            Self::Setting(text) => of_setting(text.expose_secret(), "KEY_ENCRYPTION_KEY"),
            Self::Command(command) => of_setting(&printed(command)?, "KEY_ENCRYPTION_KEY_COMMAND"),
        }
    }

    /// Makes a new key if the key is in its file, and puts it before the old ones. Otherwise its owner has done so.
    fn renew(&self) -> Result<(), KeyError> {
        let Self::File(keys) = self else { return Ok(()) };
        let old = keys.made_once(ORGANISATIONS, new_line)?;
        keys.replace(ORGANISATIONS, &format!("{}{old}", new_line()?))
    }

    /// Removes all keys but the first from its file.
    fn forget_old(&self) -> Result<(), KeyError> {
        let Self::File(keys) = self else { return Ok(()) };
        let text = keys.text(ORGANISATIONS)?;
        let first = text.split_whitespace().next().unwrap_or_default();
        keys.replace(ORGANISATIONS, &format!("{first}\n"))
    }
}

/// A new key, as a line of a file.
fn new_line() -> Result<String, KeyError> {
    Ok(format!("{}\n", BASE64_STANDARD.encode(random()?)))
}

/// The keys that encrypt those of organisations, ready for use: the first encrypts, each decrypts.
struct KeyEncryptionKeys {
    first: RandomizedNonceKey,
    others: Vec<RandomizedNonceKey>,
}

impl KeyEncryptionKeys {
    fn in_base64(text: &str) -> Option<Self> {
        let key = |text: &str| {
            let bytes = Zeroizing::new(BASE64_STANDARD.decode(text).ok()?);
            RandomizedNonceKey::new(&AES_256_GCM, &bytes).ok()
        };
        let mut all = text.split_whitespace().map(key);
        let first = all.next()??;
        Some(Self { first, others: all.collect::<Option<_>>()? })
    }

    fn encrypt(&self, context: &[u8], key: &[u8; SECRET_BYTES]) -> Result<String, KeyError> {
        let encrypted = encrypt(&self.first, context, key).map_err(|_| KeyError::Generate)?;
        Ok(format!("{}\n", BASE64_STANDARD.encode(encrypted)))
    }

    /// Decrypts the text of a file; `None` if no key does.
    fn decrypt(&self, context: &[u8], text: &str) -> Option<Box<[u8; SECRET_BYTES]>> {
        let bytes = BASE64_STANDARD.decode(text.trim()).ok()?;
        let mut keys = std::iter::once(&self.first).chain(&self.others);
        let key = keys.find_map(|key| decrypt(key, context, &bytes).ok())?;
        key.into_boxed_slice().try_into().ok()
    }
}

fn of_setting(text: &str, setting: &'static str) -> Result<KeyEncryptionKeys, KeyError> {
    let expected = || KeyError::Setting(setting, "expected 32 bytes in Base64".to_owned());
    KeyEncryptionKeys::in_base64(text).ok_or_else(expected)
}

/// What the command prints. It runs when the first key of an organisation is needed, and when one is made.
fn printed(command: &str) -> Result<String, KeyError> {
    const SETTING: &str = "KEY_ENCRYPTION_KEY_COMMAND";
    let run = Command::new("sh").args(["-c", command]).stdin(Stdio::null()).stderr(Stdio::inherit()).output();
    let output = run.map_err(|error| KeyError::Setting(SETTING, error.to_string()))?;
    if !output.status.success() {
        return Err(KeyError::Setting(SETTING, format!("the command ended with {}", output.status)));
    }
    String::from_utf8(output.stdout).map_err(|_| KeyError::Setting(SETTING, "expected 32 bytes in Base64".to_owned()))
}

/// A directory for each organisation, with a file for each version of its key, encrypted under the key encryption key.
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
        let Files { key_encryption_key, .. } = self.0.as_ref();
        key_encryption_key.renew()?;
        // A process that read the former keys makes no key of an organisation with them any more: it reads them anew for each.
        let keys = key_encryption_key.read()?;
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
    async fn newest(&self, organisation: OrganisationId) -> Result<OrganisationKey> {
        self.run(move |files| {
            let newest = files.versions(organisation)?.into_iter().max();
            files.key(organisation, newest.unwrap_or(1))
        })
        .await
    }

    async fn key(&self, organisation: OrganisationId, version: KeyVersion) -> Result<OrganisationKey> {
        self.run(move |files| {
            // A key that was destroyed does not come back.
            if files.versions(organisation)?.contains(&version) {
                files.key(organisation, version)
            } else {
                Err(KeyError::Missing(files.directory_of(organisation).path(&version.to_string())))
            }
        })
        .await
    }

    async fn add(&self, organisation: OrganisationId) -> Result<()> {
        self.run(move |files| {
            let newest = files.versions(organisation)?.into_iter().max().unwrap_or(0);
            files.key(organisation, newest + 1).map(drop)
        })
        .await
    }

    async fn destroy_replaced(&self, organisation: OrganisationId, before: DateTime<Utc>) -> Result<()> {
        self.run(move |files| {
            let directory = files.directory_of(organisation);
            let replaced = |version: &KeyVersion| {
                directory.changed_at(&version.to_string()).is_some_and(|added| DateTime::<Utc>::from(added) < before)
            };
            let versions = files.versions(organisation)?;
            let Some(kept) = versions.iter().copied().filter(replaced).max() else { return Ok(()) };
            versions.iter().filter(|version| **version < kept).try_for_each(|old| directory.remove(&old.to_string()))
        })
        .await
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

    /// The key of this version, which is made if there is none.
    fn key(&self, organisation: OrganisationId, version: KeyVersion) -> Result<OrganisationKey, KeyError> {
        let (directory, name) = (self.directory_of(organisation), version.to_string());
        let context = context(organisation, &name);
        // With the keys of this moment: under one that was just replaced it would be lost.
        let text = directory.made_once(&name, || self.read_keys()?.encrypt(&context, &random()?))?;
        let key = match self.keys()?.decrypt(&context, &text) {
            Some(key) => Some(key),
            // It may have been encrypted anew.
            None => self.read_keys()?.decrypt(&context, &directory.text(&name)?),
        };
        let key = key.ok_or_else(|| KeyError::Undecipherable(directory.path(&name)))?;
        Ok(OrganisationKey::new(version, key))
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
    use super::*;
    use chrono::Duration;
    use domain::ports::{Clock, SystemClock};
    use std::fs;
    use uuid::Uuid;

    const ONE: OrganisationId = OrganisationId(Uuid::from_u128(1));
    const OTHER: OrganisationId = OrganisationId(Uuid::from_u128(2));

    fn setting(byte: u8) -> KeyEncryptionKey {
        KeyEncryptionKey::Setting(BASE64_STANDARD.encode([byte; SECRET_BYTES]).into())
    }

    #[tokio::test]
    async fn processes_that_ask_together_get_the_same_key() {
        let place = tempfile::tempdir().unwrap();
        let ask =
            || async { OrganisationKeyFiles::new(place.path().to_owned(), setting(1)).newest(ONE).await.unwrap() };
        let keys = tokio::join!(ask(), ask(), ask(), ask());
        assert!([&keys.1, &keys.2, &keys.3].iter().all(|key| key.expose() == keys.0.expose() && key.version() == 1));
        let store = OrganisationKeyFiles::new(place.path().to_owned(), setting(1));
        assert_eq!(store.key(ONE, 1).await.unwrap().expose(), keys.0.expose());
        assert_ne!(store.newest(OTHER).await.unwrap().expose(), keys.0.expose());
    }

    #[tokio::test]
    async fn only_the_right_key_encryption_key_opens_a_file_in_its_own_place() {
        let place = tempfile::tempdir().unwrap();
        let store = |byte| OrganisationKeyFiles::new(place.path().to_owned(), setting(byte));
        let made = store(1).newest(ONE).await.unwrap();
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
        store.newest(ONE).await.unwrap();
        fs::remove_file(place.path().join(ONE.0.to_string()).join("1")).unwrap();
        assert!(matches!(store.key(ONE, 1).await, Err(Error::Internal(_))));
        assert!(!place.path().join(ONE.0.to_string()).join("1").exists());
    }

    #[tokio::test]
    async fn a_replaced_key_stays_a_while_and_is_then_destroyed() {
        let place = tempfile::tempdir().unwrap();
        let [store, beside] = [(); 2].map(|()| OrganisationKeyFiles::new(place.path().to_owned(), setting(1)));
        let first = store.newest(ONE).await.unwrap();
        store.add(ONE).await.unwrap();
        let second = beside.newest(ONE).await.unwrap();
        assert_eq!((first.version(), second.version()), (1, 2));
        assert_ne!(first.expose(), second.expose());
        store.destroy_replaced(ONE, SystemClock.now() - Duration::minutes(1)).await.unwrap();
        assert_eq!(beside.key(ONE, 1).await.unwrap().expose(), first.expose());
        store.destroy_replaced(ONE, SystemClock.now() + Duration::minutes(1)).await.unwrap();
        assert!(matches!(beside.key(ONE, 1).await, Err(Error::Internal(_))));
        assert_eq!(beside.newest(ONE).await.unwrap().expose(), second.expose());
        store.destroy_replaced(OTHER, SystemClock.now()).await.unwrap();
    }

    #[tokio::test]
    async fn keys_are_encrypted_anew_while_they_are_read_and_made() {
        let (place, keys) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let file = KeyEncryptionKey::File(KeyDirectory::new(keys.path()));
        let [store, beside] = [(); 2].map(|()| OrganisationKeyFiles::new(place.path().to_owned(), file.clone()));
        let before = store.newest(ONE).await.unwrap();
        let read = || fs::read_to_string(keys.path().join(ORGANISATIONS)).unwrap();
        let (old, text) = (read(), fs::read(place.path().join(ONE.0.to_string()).join("1")).unwrap());
        assert_eq!(beside.reencrypt().unwrap(), 1);
        assert!(read() != old && read().len() == old.len(), "one other key");
        assert_ne!(fs::read(place.path().join(ONE.0.to_string()).join("1")).unwrap(), text);
        // The process that knows the old key only.
        assert_eq!(store.newest(ONE).await.unwrap().expose(), before.expose());
        beside.reencrypt().unwrap();
        let made = store.newest(OTHER).await.unwrap();
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
        let key = store(old.clone()).newest(ONE).await.unwrap();
        let both = store(format!("{new} {old}"));
        assert_eq!(both.newest(ONE).await.unwrap().expose(), key.expose());
        assert!(store(new.clone()).newest(ONE).await.is_err());
        assert_eq!(both.reencrypt().unwrap(), 1);
        assert_eq!(store(new).newest(ONE).await.unwrap().expose(), key.expose());
        assert!(store(old).newest(ONE).await.is_err());
    }

    #[test]
    fn the_key_encryption_key_comes_from_a_file_a_setting_or_a_command() {
        let place = tempfile::tempdir().unwrap();
        let file = KeyEncryptionKey::File(KeyDirectory::new(place.path()));
        let same = |key: KeyEncryptionKey, other: KeyEncryptionKey| {
            let text = key.read().unwrap().encrypt(b"", &[9; SECRET_BYTES]).unwrap();
            other.read().unwrap().decrypt(b"", &text).is_some()
        };
        assert!(same(file.clone(), file.clone()));
        assert!(same(setting(3), setting(3)) && !same(setting(3), setting(4)));
        let command = format!("echo {}", BASE64_STANDARD.encode([4; SECRET_BYTES]));
        assert!(same(setting(4), KeyEncryptionKey::Command(command)));
        for (wrong, told) in [
            (KeyEncryptionKey::Setting("short".into()), "OMRINGD_KEY_ENCRYPTION_KEY: expected 32 bytes in Base64"),
            (
                KeyEncryptionKey::Command("exit 3".into()),
                "OMRINGD_KEY_ENCRYPTION_KEY_COMMAND: the command ended with exit status: 3",
            ),
            (
                KeyEncryptionKey::Command("echo no".into()),
                "OMRINGD_KEY_ENCRYPTION_KEY_COMMAND: expected 32 bytes in Base64",
            ),
        ] {
            assert_eq!(wrong.read().err().unwrap().to_string(), told);
        }
    }
}
