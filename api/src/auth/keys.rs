//! The keys of the service, in a directory that several processes may share.

use aws_lc_rs::signature::Ed25519KeyPair;
use base64::{Engine, prelude::BASE64_STANDARD};
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
#[cfg(feature = "server")]
use std::time::SystemTime;

const CURRENT: &str = "current";
const PREVIOUS: &str = "previous";
const NEXT: &str = "next";
/// The key of the hashes by which failed attempts are counted.
pub(crate) const FAILURES: &str = "failures";
/// The key that encrypts the secrets of authenticator apps.
pub(crate) const ENCRYPTION: &str = "encryption";
/// The key that encrypts the keys of organisations, unless a setting has it.
pub(crate) const ORGANISATIONS: &str = "organisations";
/// The Ed25519 key that signs the heads of the access log.
pub(crate) const LOG: &str = "log";
/// Every file of a key that there always is.
pub(crate) const KEY_FILES: [&str; 6] = [CURRENT, PREVIOUS, NEXT, FAILURES, ENCRYPTION, LOG];
const BEGIN: &str = "-----BEGIN PRIVATE KEY-----";
const END: &str = "-----END PRIVATE KEY-----";

/// A directory with three Ed25519 keys, in PKCS #8 as PEM (or DER, for those put there by hand): `current` signs,
/// tokens of `previous` are still accepted, and `next` is shown and accepted before any process signs with it. `failures` and
/// `encryption` are secret keys; `log`, in PKCS #8 too, signs the heads of the access log.
#[derive(Clone, Debug)]
pub struct KeyDirectory(PathBuf);

/// Length of a secret key in bytes.
pub(super) const SECRET_BYTES: usize = 32;

/// Why the keys could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The directory or a file in it cannot be used.
    #[error("signing keys in {0}: {1}")]
    Io(PathBuf, #[source] io::Error),
    /// A file holds something else.
    #[error("signing key {0}: not an Ed25519 key in PKCS #8")]
    NotAKey(PathBuf),
    /// A file does not hold 32 bytes in Base64.
    #[error("key {0}: not 32 bytes in Base64")]
    NotASecret(PathBuf),
    /// There is no such key, or there is none any more.
    #[error("key {0}: does not exist")]
    Missing(PathBuf),
    /// A bundle of clients' keys is not one.
    #[error("{0}: damaged; restore with the second place of the keys")]
    Damaged(PathBuf),
    /// No key decrypts this file.
    #[error("key {0}: not encrypted with the key that encrypts the keys of organisations")]
    Undecipherable(PathBuf),
    /// The setting of a key holds something else.
    #[error("OMRINGD_{0}: {1}")]
    Setting(&'static str, String),
    /// The second place of the keys of organisations is away, or is another directory.
    #[error(
        "the second place of the keys, {0}: does not have the keys of this organisation; mount it, or run `omringd keys copy`"
    )]
    NoCopy(PathBuf),
    /// The second place has a newer bundle than the first.
    #[error(
        "the second place of the keys, {0}: is newer than OMRINGD_KEY_STORE, which may be an old copy; nothing was changed"
    )]
    NewerCopy(PathBuf),
    /// A change of the key of the log is not signed by the key before it, or does not lead to the next one.
    #[error("key {0}: a change of the key is not proven; restore the file from the backup")]
    NotEndorsed(PathBuf),
    /// No new key could be made.
    #[error("no new key could be made")]
    Generate,
}

impl KeyDirectory {
    /// Uses this directory, which is created on first use.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// The path of the file of this name.
    #[cfg(feature = "server")]
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Loads the keys, the signing key first. Creates missing keys, once, even if several processes start together.
    ///
    /// # Errors
    /// [`KeyError`].
    pub fn load(&self) -> Result<Vec<Vec<u8>>, KeyError> {
        let names = [CURRENT, PREVIOUS, NEXT];
        if !names.iter().all(|name| self.0.join(name).exists()) {
            let _lock = self.lock()?;
            for name in names.iter().filter(|name| !self.0.join(name).exists()) {
                self.put(name, to_pem(&generate()?).as_bytes())?;
            }
        }
        names.iter().map(|name| self.read(name)).collect()
    }

    /// Rotates the keys: the next key signs. Processes that have not reloaded yet accept the new tokens, and their
    /// tokens remain accepted.
    ///
    /// All three files exist and are complete at every moment. After a crash, running it again continues.
    ///
    /// # Errors
    /// [`KeyError`].
    pub fn rotate(&self) -> Result<(), KeyError> {
        self.load()?;
        let _lock = self.lock()?;
        let (current, next) = (self.read(CURRENT)?, self.read(NEXT)?);
        if current != next {
            self.put(PREVIOUS, to_pem(&current).as_bytes())?;
            self.put(CURRENT, to_pem(&next).as_bytes())?;
        }
        self.put(NEXT, to_pem(&generate()?).as_bytes())
    }

    /// Loads 32 secret bytes that all processes share, in Base64 in the file of this name. Creates the file once.
    ///
    /// # Errors
    /// [`KeyError`].
    #[cfg(feature = "server")]
    pub(crate) fn secret(&self, name: &str) -> Result<[u8; SECRET_BYTES], KeyError> {
        let text = self.made_once(name, || Ok(format!("{}\n", BASE64_STANDARD.encode(random()?))))?;
        let bytes = BASE64_STANDARD.decode(text.trim()).ok().and_then(|bytes| bytes.try_into().ok());
        bytes.ok_or_else(|| KeyError::NotASecret(self.0.join(name)))
    }

    /// The text of the file of this name; the first process that asks creates it.
    ///
    /// # Errors
    /// [`KeyError`].
    #[cfg(feature = "server")]
    pub(super) fn made_once(
        &self,
        name: &str,
        make: impl FnOnce() -> Result<String, KeyError>,
    ) -> Result<String, KeyError> {
        // What cannot be looked at is not made: a key would be lost.
        let exists = || self.0.join(name).try_exists().map_err(|error| KeyError::Io(self.0.join(name), error));
        if !exists()? {
            let _lock = self.lock()?;
            if !exists()? {
                self.put(name, make()?.as_bytes())?;
            }
        }
        self.text(name)
    }

    /// The names of the files of keys; none if the directory does not exist.
    ///
    /// # Errors
    /// [`KeyError`].
    #[cfg(feature = "server")]
    pub(super) fn names(&self) -> Result<Vec<String>, KeyError> {
        let io = |error| KeyError::Io(self.0.clone(), error);
        let entries = match fs::read_dir(&self.0) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(io(error)),
        };
        let names = entries.map(|entry| entry.map(|entry| entry.file_name())).collect::<io::Result<Vec<_>>>();
        let names = names.map_err(io)?.into_iter().filter_map(|name| name.into_string().ok());
        Ok(names.filter(|name| !name.starts_with('.')).collect())
    }

    /// Replaces the text of every file. No process makes a file meanwhile.
    ///
    /// # Errors
    /// [`KeyError`], also of `change`.
    #[cfg(feature = "server")]
    pub(super) fn replace_each(&self, change: impl Fn(&str, &str) -> Result<String, KeyError>) -> Result<(), KeyError> {
        let _lock = self.lock()?;
        for name in self.names()? {
            self.put(&name, change(&name, &self.text(&name)?)?.as_bytes())?;
        }
        Ok(())
    }

    /// Replaces the text of one file, or makes the file.
    ///
    /// # Errors
    /// [`KeyError`].
    #[cfg(feature = "server")]
    pub(super) fn replace(&self, name: &str, text: &str) -> Result<(), KeyError> {
        let _lock = self.lock()?;
        self.put(name, text.as_bytes())
    }

    /// Removes a file, for ever. Under the lock.
    ///
    /// # Errors
    /// [`KeyError`].
    #[cfg(feature = "server")]
    pub(super) fn remove(&self, name: &str) -> Result<(), KeyError> {
        let path = self.0.join(name);
        // What a crash left of a file of this name is the same key.
        self.remove_draft(name)?;
        fs::remove_file(&path).and_then(|()| File::open(&self.0)?.sync_all()).map_err(|error| KeyError::Io(path, error))
    }

    /// Removes every file but an empty one of this name, which is written first.
    ///
    /// # Errors
    /// [`KeyError`].
    #[cfg(feature = "server")]
    pub(super) fn destroy(&self, left: &str) -> Result<(), KeyError> {
        self.put(left, b"")?;
        self.names()?.iter().filter(|name| *name != left).try_for_each(|name| self.remove(name))
    }

    /// The text of the file of this name.
    ///
    /// # Errors
    /// [`KeyError`].
    #[cfg(feature = "server")]
    pub(super) fn text(&self, name: &str) -> Result<String, KeyError> {
        let path = self.0.join(name);
        let text = fs::read_to_string(&path).map_err(|error| KeyError::Io(path.clone(), error))?;
        warn_if_open(&path);
        Ok(text)
    }

    /// Loads the key that signs the heads of the access log. Creates it once.
    ///
    /// # Errors
    /// [`KeyError`].
    #[cfg(feature = "server")]
    pub(crate) fn log_key(&self) -> Result<Vec<u8>, KeyError> {
        self.made_once(LOG, || Ok(to_pem(&generate()?)))?;
        self.existing_log_key()
    }

    /// Loads that key and never creates it: with a new key no signature would be right.
    ///
    /// # Errors
    /// [`KeyError`].
    #[cfg(feature = "server")]
    pub(crate) fn existing_log_key(&self) -> Result<Vec<u8>, KeyError> {
        self.read(LOG)
    }

    /// The lines after the key in this file; none if it is not in PEM.
    ///
    /// # Errors
    /// [`KeyError`].
    #[cfg(feature = "server")]
    pub(super) fn lines_after_key(&self, name: &str) -> Result<Vec<String>, KeyError> {
        let path = self.0.join(name);
        let bytes = fs::read(&path).map_err(|error| KeyError::Io(path, error))?;
        let text = String::from_utf8(bytes).unwrap_or_default();
        let lines = text.split_once(END).map(|(_, after)| after.lines().filter(|line| !line.is_empty()));
        Ok(lines.into_iter().flatten().map(str::to_owned).collect())
    }

    /// A new key, in no file yet.
    ///
    /// # Errors
    /// [`KeyError::Generate`].
    #[cfg(feature = "server")]
    pub(super) fn new_key(&self) -> Result<Vec<u8>, KeyError> {
        generate()
    }

    /// Replaces the key in this file, and the lines after it.
    ///
    /// # Errors
    /// [`KeyError`].
    #[cfg(feature = "server")]
    pub(super) fn replace_key(&self, name: &str, der: &[u8], lines: &[String]) -> Result<(), KeyError> {
        let lines: String = lines.iter().map(|line| format!("{line}\n")).collect();
        self.replace(name, &format!("{}{lines}", to_pem(der)))
    }

    /// When the file of this name was written, for metrics.
    #[cfg(feature = "server")]
    pub(crate) fn changed_at(&self, name: &str) -> Option<SystemTime> {
        fs::metadata(self.0.join(name)).and_then(|metadata| metadata.modified()).ok()
    }

    /// One process at a time; the lock ends with the file handle.
    pub(super) fn lock(&self) -> Result<File, KeyError> {
        let io = |error| KeyError::Io(self.0.clone(), error);
        private_directory().create(&self.0).map_err(io)?;
        let file = private_file().write(true).create(true).truncate(false).open(self.0.join(".lock")).map_err(io)?;
        file.lock().map_err(io)?;
        Ok(file)
    }

    fn read(&self, name: &str) -> Result<Vec<u8>, KeyError> {
        let path = self.0.join(name);
        let bytes = fs::read(&path).map_err(|error| KeyError::Io(path.clone(), error))?;
        warn_if_open(&path);
        let der = if bytes.starts_with(b"-----") { from_pem(&bytes) } else { Some(bytes) };
        der.filter(|der| Ed25519KeyPair::from_pkcs8(der).is_ok()).ok_or(KeyError::NotAKey(path))
    }

    /// Removes what a crash left of a file of this name, and returns where it is written.
    fn remove_draft(&self, name: &str) -> Result<PathBuf, KeyError> {
        let draft = self.0.join(format!(".{name}.draft"));
        match fs::remove_file(&draft) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(KeyError::Io(draft, error)),
            _ => Ok(draft),
        }
    }

    /// Replaces a key atomically: a reader sees the old or the new file. Under the lock.
    pub(super) fn put(&self, name: &str, content: &[u8]) -> Result<(), KeyError> {
        let path = self.0.join(name);
        let io = |error| KeyError::Io(path.clone(), error);
        let draft = self.remove_draft(name)?;
        let mut file = private_file().write(true).create_new(true).open(&draft).map_err(io)?;
        file.write_all(content).and_then(|()| file.sync_all()).map_err(io)?;
        fs::rename(&draft, &path).map_err(io)?;
        // Sync the directory too: tokens signed with a key lost in a power cut would be invalid.
        File::open(&self.0).and_then(|directory| directory.sync_all()).map_err(io)
    }
}

/// New secret bytes.
#[cfg(feature = "server")]
pub(super) fn random() -> Result<[u8; SECRET_BYTES], KeyError> {
    let mut bytes = [0; SECRET_BYTES];
    aws_lc_rs::rand::fill(&mut bytes).map_err(|_| KeyError::Generate)?;
    Ok(bytes)
}

fn generate() -> Result<Vec<u8>, KeyError> {
    let pair = Ed25519KeyPair::generate().map_err(|_| KeyError::Generate)?;
    let document = pair.to_pkcs8v1().map_err(|_| KeyError::Generate)?;
    Ok(document.as_ref().to_vec())
}

fn to_pem(der: &[u8]) -> String {
    format!("{BEGIN}\n{}\n{END}\n", BASE64_STANDARD.encode(der))
}

fn from_pem(bytes: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (_, body) = text.split_once(BEGIN)?;
    let (body, _) = body.split_once(END)?;
    BASE64_STANDARD.decode(body.split_whitespace().collect::<String>()).ok()
}

#[cfg(unix)]
fn private_directory() -> DirBuilder {
    use std::os::unix::fs::DirBuilderExt;
    let mut builder = DirBuilder::new();
    builder.recursive(true).mode(0o700);
    builder
}

#[cfg(unix)]
fn private_file() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = OpenOptions::new();
    options.mode(0o600);
    options
}

/// Only the owner may read a key.
#[cfg(unix)]
fn warn_if_open(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let open = fs::metadata(path).is_ok_and(|metadata| metadata.permissions().mode() & 0o077 != 0);
    if open {
        tracing::warn!(path = %path.display(), "others than the owner can read this key");
    }
}

#[cfg(not(unix))]
fn private_directory() -> DirBuilder {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    builder
}

#[cfg(not(unix))]
fn private_file() -> OpenOptions {
    OpenOptions::new()
}

#[cfg(not(unix))]
fn warn_if_open(_: &Path) {}

#[cfg(test)]
#[path = "keys_tests.rs"]
mod tests;
