//! The keys of organisations, as files in a directory of their own.

use super::cipher::{decrypt, encrypt};
use super::keys::{KeyDirectory, KeyError, ORGANISATIONS, SECRET_BYTES, random};
use async_trait::async_trait;
use aws_lc_rs::aead::{AES_256_GCM, RandomizedNonceKey};
use base64::{Engine, prelude::BASE64_STANDARD};
use domain::ports::{KeyStore, KeyVersion, OrganisationKey};
use domain::{Error, OrganisationId, Result};
use secrecy::{ExposeSecret, SecretString};
use std::fmt;
use std::fs;
use std::io;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::{Arc, OnceLock};

/// Where the key comes from that encrypts the keys of organisations.
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
    fn read(&self) -> Result<[u8; SECRET_BYTES], KeyError> {
        match self {
            Self::File(keys) => keys.secret(ORGANISATIONS),
            Self::Setting(text) => from_base64(text.expose_secret(), "KEY_ENCRYPTION_KEY"),
            Self::Command(command) => from_base64(&printed(command)?, "KEY_ENCRYPTION_KEY_COMMAND"),
        }
    }
}

fn from_base64(text: &str, setting: &'static str) -> Result<[u8; SECRET_BYTES], KeyError> {
    let bytes = BASE64_STANDARD.decode(text.trim()).ok().and_then(|bytes| bytes.try_into().ok());
    bytes.ok_or_else(|| KeyError::Setting(setting, "expected 32 bytes in Base64".to_owned()))
}

/// What the command prints. It runs once, when the first key is needed.
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
    cipher: OnceLock<RandomizedNonceKey>,
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
        Self(Arc::new(Files { directory, key_encryption_key, cipher: OnceLock::new() }))
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
                Err(KeyError::Missing(files.directory_of(organisation).join(version.to_string())))
            }
        })
        .await
    }
}

impl Files {
    fn directory_of(&self, organisation: OrganisationId) -> PathBuf {
        self.directory.join(organisation.0.to_string())
    }

    /// The versions of the organisation's key that there are.
    fn versions(&self, organisation: OrganisationId) -> Result<Vec<KeyVersion>, KeyError> {
        let directory = self.directory_of(organisation);
        let entries = match fs::read_dir(&directory) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(KeyError::Io(directory, error)),
        };
        let names = entries.map(|entry| entry.map(|entry| entry.file_name())).collect::<io::Result<Vec<_>>>();
        let names = names.map_err(|error| KeyError::Io(directory, error))?;
        Ok(names.iter().filter_map(|name| name.to_str()?.parse().ok()).collect())
    }

    /// The key of this version, which is made if there is none.
    fn key(&self, organisation: OrganisationId, version: KeyVersion) -> Result<OrganisationKey, KeyError> {
        let (directory, name) = (self.directory_of(organisation), version.to_string());
        let (cipher, context) = (self.cipher()?, context(organisation, version));
        let make = || {
            let encrypted = encrypt(cipher, &context, &random()?).map_err(|_| KeyError::Generate)?;
            Ok(format!("{}\n", BASE64_STANDARD.encode(encrypted)))
        };
        let text = KeyDirectory::new(&directory).made_once(&name, make)?;
        let bytes = BASE64_STANDARD.decode(text.trim()).ok();
        let key = bytes.and_then(|bytes| decrypt(cipher, &context, &bytes).ok());
        let key = key.and_then(|key| Box::<[u8; SECRET_BYTES]>::try_from(key.into_boxed_slice()).ok());
        let key = key.ok_or_else(|| KeyError::Undecipherable(directory.join(name)))?;
        Ok(OrganisationKey::new(version, key))
    }

    fn cipher(&self) -> Result<&RandomizedNonceKey, KeyError> {
        if let Some(cipher) = self.cipher.get() {
            return Ok(cipher);
        }
        let key = self.key_encryption_key.read()?;
        let cipher = RandomizedNonceKey::new(&AES_256_GCM, &key).map_err(|_| KeyError::Generate)?;
        Ok(self.cipher.get_or_init(|| cipher))
    }
}

fn context(organisation: OrganisationId, version: KeyVersion) -> Vec<u8> {
    [b"omringd organisation ".as_slice(), organisation.0.as_bytes(), &version.to_be_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
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

    #[test]
    fn the_key_encryption_key_comes_from_a_file_a_setting_or_a_command() {
        let place = tempfile::tempdir().unwrap();
        let file = KeyEncryptionKey::File(KeyDirectory::new(place.path()));
        assert_eq!(file.read().unwrap(), file.read().unwrap());
        assert_eq!(setting(3).read().unwrap(), [3; SECRET_BYTES]);
        let command = format!("echo {}", BASE64_STANDARD.encode([4; SECRET_BYTES]));
        assert_eq!(KeyEncryptionKey::Command(command).read().unwrap(), [4; SECRET_BYTES]);
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
            assert_eq!(wrong.read().unwrap_err().to_string(), told);
        }
    }
}
