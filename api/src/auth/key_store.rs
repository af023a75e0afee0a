//! The keys of organisations, as files in a directory of their own.

use super::key_copy::KeyCopy;
use super::key_encryption_key::{KeyEncryptionKey, KnownKeys};
use super::keys::{KeyDirectory, KeyError, SECRET_BYTES, random};
use async_trait::async_trait;
use base64::{Engine, prelude::BASE64_STANDARD};
use chrono::{DateTime, Utc};
use domain::ports::{IndexKey, KeyStore, KeyVersion, OrganisationKey};
use domain::{Error, OrganisationId, Result};
use std::fmt;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::Arc;

/// How the files of an organisation's index keys begin, before their versions; those of its keys are named by their versions only.
pub(super) const INDEX: &str = "index-";
pub(super) const KEY: &str = "";
/// The file of an organisation's bundle: the instant of its export, and on the next line what was exported, in Base64.
pub(super) const BUNDLE: &str = "clients";
/// The file that is left of a purged organisation, so that a restore knows.
pub(super) const DESTROYED: &str = "destroyed";
/// A bundle before the first export.
const NO_BUNDLE: &str = "1970-01-01T00:00:00Z\n\n";

/// A directory for each organisation, with a file for each version of its key and of its index key, encrypted under the key
/// encryption key.
///
/// It belongs on another disk than the database, and in none of its backups: see docs/security.md.
#[derive(Clone)]
pub struct OrganisationKeyFiles(Arc<Files>);

struct Files {
    directory: PathBuf,
    /// Every key and bundle is there too.
    copy: Option<KeyCopy>,
    /// Read when first needed: most commands do not need it, and may not read it.
    keys: KnownKeys,
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
        Self::in_two_places(directory, None, key_encryption_key)
    }

    /// Keeps them in this directory and in a second one, which must be there for a rotation.
    #[must_use]
    pub fn in_two_places(directory: PathBuf, copy: Option<PathBuf>, key_encryption_key: KeyEncryptionKey) -> Self {
        Self(Arc::new(Files { directory, copy: copy.map(KeyCopy::new), keys: KnownKeys::new(key_encryption_key) }))
    }

    /// Makes the second place equal to the first. Returns the number of organisations.
    ///
    /// # Errors
    /// [`KeyError`], also if there is no second place, no key, or the second place is newer.
    pub fn copy(&self) -> Result<usize, KeyError> {
        let none = || KeyError::Setting("KEY_STORE_COPY", "not set".to_owned());
        let copy = self.0.copy.as_ref().ok_or_else(none)?;
        let organisations = self.0.existing_organisations()?;
        for organisation in &organisations {
            let directory = self.0.directory_of(*organisation);
            let _lock = directory.lock()?;
            copy.make(*organisation, &directory)?;
        }
        Ok(organisations.len())
    }

    /// The number of organisations whose keys differ in the second place; `None` without one.
    ///
    /// # Errors
    /// [`KeyError`].
    pub(crate) fn differing(&self) -> Result<Option<usize>, KeyError> {
        let Some(copy) = &self.0.copy else { return Ok(None) };
        let mut differing = 0;
        for organisation in self.0.organisations()? {
            differing += usize::from(!copy.has(organisation, &self.0.directory_of(organisation))?);
        }
        Ok(Some(differing))
    }

    /// Encrypts every key anew, with a new key if it is in a file, else with the first of those of the setting or the command.
    ///
    /// Processes serve meanwhile. Returns the number of organisations.
    ///
    /// # Errors
    /// [`KeyError`].
    pub fn reencrypt(&self) -> Result<usize, KeyError> {
        let Files { directory, keys, .. } = self.0.as_ref();
        let key_encryption_key = keys.source();
        self.0.existing_organisations()?;
        let _alone = KeyDirectory::new(directory).lock()?;
        key_encryption_key.renew()?;
        // A process that read the former keys makes no key of an organisation with them any more: it reads them anew for each.
        let keys = key_encryption_key.read()?;
        // Those that were made meanwhile too.
        let organisations = self.0.organisations()?;
        for organisation in &organisations {
            let directory = self.0.directory_of(*organisation);
            directory.replace_each(|name, text| {
                if name == BUNDLE || name == DESTROYED {
                    return Ok(text.to_owned());
                }
                let context = context(*organisation, name);
                let key = keys.decrypt(&context, text);
                keys.encrypt(&context, &*key.ok_or_else(|| KeyError::Undecipherable(directory.path(name)))?)
            })?;
            if let Some(copy) = &self.0.copy {
                let _lock = directory.lock()?;
                copy.replace(*organisation, &directory, |_| true)?;
            }
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
            files.make(organisation, &name(INDEX, 1), false)?;
            files.make(organisation, &name(KEY, 1), false)?;
            let directory = files.directory_of(organisation);
            directory.made_once(BUNDLE, || Ok(NO_BUNDLE.to_owned()))?;
            if let Some(copy) = &files.copy {
                let _lock = directory.lock()?;
                // A request does not wait for the second place; a rotation does, and `omringd doctor` compares the two.
                if let Err(error) = copy.make(organisation, &directory) {
                    tracing::error!(%error, "the keys of a new organisation are in one place only");
                }
            }
            Ok(())
        })
        .await
    }

    async fn newest(&self, organisation: OrganisationId) -> Result<OrganisationKey> {
        self.run(move |files| files.key(organisation, files.newest(organisation, KEY)?)).await
    }

    async fn key(&self, organisation: OrganisationId, version: KeyVersion) -> Result<OrganisationKey> {
        self.run(move |files| files.key(organisation, version)).await
    }

    async fn add(&self, organisation: OrganisationId) -> Result<()> {
        self.run(move |files| files.add(organisation, KEY)).await
    }

    async fn destroy_replaced(&self, organisation: OrganisationId, before: DateTime<Utc>) -> Result<bool> {
        self.run(move |files| files.destroy_replaced(organisation, KEY, before)).await
    }

    async fn oldest(&self, organisation: OrganisationId) -> Result<KeyVersion> {
        let versions = self.run(move |files| files.existing(organisation, KEY)).await?;
        Ok(versions.into_iter().min().unwrap_or_default())
    }

    async fn index_versions(&self, organisation: OrganisationId) -> Result<Vec<KeyVersion>> {
        let mut versions = self.run(move |files| files.existing(organisation, INDEX)).await?;
        versions.sort_unstable();
        Ok(versions)
    }

    async fn index_key(&self, organisation: OrganisationId, version: KeyVersion) -> Result<IndexKey> {
        let secret = self.run(move |files| files.secret(organisation, &name(INDEX, version))).await?;
        Ok(IndexKey::new(version, secret))
    }

    async fn add_index(&self, organisation: OrganisationId) -> Result<()> {
        self.run(move |files| files.add(organisation, INDEX)).await
    }

    async fn destroy_replaced_index(&self, organisation: OrganisationId, before: DateTime<Utc>) -> Result<bool> {
        self.run(move |files| files.destroy_replaced(organisation, INDEX, before)).await
    }

    async fn destroy(&self, organisation: OrganisationId) -> Result<()> {
        self.run(move |files| {
            let directory = files.directory_of(organisation);
            let _lock = directory.lock()?;
            if let Some(copy) = &files.copy {
                copy.destroy(organisation)?;
            }
            directory.destroy(DESTROYED)
        })
        .await
    }

    async fn is_destroyed(&self, organisation: OrganisationId) -> Result<bool> {
        self.run(move |files| Ok(files.directory_of(organisation).names()?.iter().any(|name| name == DESTROYED))).await
    }

    async fn put_bundle(
        &self,
        organisation: OrganisationId,
        exported_at: DateTime<Utc>,
        bundle: &[u8],
    ) -> Result<bool> {
        let text = format!("{}\n{}\n", exported_at.to_rfc3339(), BASE64_STANDARD.encode(bundle));
        self.run(move |files| {
            // Of an organisation without keys, this makes none.
            files.newest(organisation, KEY)?;
            let directory = files.directory_of(organisation);
            let _lock = directory.lock()?;
            let there = directory.names()?.iter().any(|name| name == BUNDLE);
            if there && exported(&directory)? > exported_at {
                return Ok(false);
            }
            if let Some(copy) = &files.copy {
                copy.put(organisation, BUNDLE, &text)?;
            }
            directory.put(BUNDLE, text.as_bytes())?;
            Ok(true)
        })
        .await
    }

    async fn bundle(&self, organisation: OrganisationId) -> Result<Option<Vec<u8>>> {
        self.run(move |files| {
            let directory = files.directory_of(organisation);
            let text = existing(&directory, BUNDLE)?;
            let body = text.lines().nth(1).unwrap_or_default();
            if text == NO_BUNDLE {
                return Ok(None);
            }
            let bytes = BASE64_STANDARD.decode(body).ok().filter(|bytes| !bytes.is_empty());
            bytes.map(Some).ok_or_else(|| KeyError::Damaged(directory.path(BUNDLE)))
        })
        .await
    }
}

/// When the bundle in this directory was exported.
pub(super) fn exported(directory: &KeyDirectory) -> Result<DateTime<Utc>, KeyError> {
    let text = existing(directory, BUNDLE)?;
    let at = text.lines().next().and_then(|line| line.parse().ok());
    at.ok_or_else(|| KeyError::Damaged(directory.path(BUNDLE)))
}

/// The text of a file that is never made where it is missing.
fn existing(directory: &KeyDirectory, name: &str) -> Result<String, KeyError> {
    match directory.text(name) {
        Err(KeyError::Io(path, error)) if error.kind() == ErrorKind::NotFound => Err(KeyError::Missing(path)),
        text => text,
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

    /// The organisations that have a key: at least one.
    fn existing_organisations(&self) -> Result<Vec<OrganisationId>, KeyError> {
        let organisations = self.organisations()?;
        // A directory that is not mounted, or another one: with a new key nothing in the right one could be decrypted.
        if organisations.is_empty() { Err(KeyError::Missing(self.directory.clone())) } else { Ok(organisations) }
    }

    /// The versions of the organisation's keys whose files begin so.
    fn versions(&self, organisation: OrganisationId, kind: &str) -> Result<Vec<KeyVersion>, KeyError> {
        let names = self.directory_of(organisation).names()?;
        Ok(names.iter().filter_map(|name| version(kind, name)).collect())
    }

    /// The same, of which there must be one.
    fn existing(&self, organisation: OrganisationId, kind: &str) -> Result<Vec<KeyVersion>, KeyError> {
        let versions = self.versions(organisation, kind)?;
        if versions.is_empty() {
            return Err(KeyError::Missing(self.directory_of(organisation).path(&name(kind, 1))));
        }
        Ok(versions)
    }

    fn newest(&self, organisation: OrganisationId, kind: &str) -> Result<KeyVersion, KeyError> {
        Ok(self.existing(organisation, kind)?.into_iter().max().unwrap_or_default())
    }

    fn key(&self, organisation: OrganisationId, version: KeyVersion) -> Result<OrganisationKey, KeyError> {
        let key = self.secret(organisation, &name(KEY, version))?;
        Ok(OrganisationKey::new(version, key))
    }

    fn add(&self, organisation: OrganisationId, kind: &str) -> Result<(), KeyError> {
        let newest = self.newest(organisation, kind)?;
        self.make(organisation, &name(kind, newest + 1), true)
    }

    fn destroy_replaced(
        &self,
        organisation: OrganisationId,
        kind: &str,
        before: DateTime<Utc>,
    ) -> Result<bool, KeyError> {
        let directory = self.directory_of(organisation);
        let replaced = |version: &KeyVersion| {
            directory.changed_at(&name(kind, *version)).is_some_and(|added| DateTime::<Utc>::from(added) < before)
        };
        let versions = self.versions(organisation, kind)?;
        if versions.is_empty() {
            return Ok(false);
        }
        let kept = versions.iter().copied().filter(replaced).max().unwrap_or_default();
        let _lock = directory.lock()?;
        if let Some(copy) = &self.copy {
            // What stays is in both places before anything is destroyed, and what is destroyed goes there first.
            copy.replace(organisation, &directory, |name| version(kind, name).is_none_or(|version| version >= kept))?;
        }
        versions.iter().filter(|version| **version < kept).try_for_each(|old| directory.remove(&name(kind, *old)))?;
        Ok(versions.iter().filter(|version| **version >= kept).count() > 1)
    }

    /// Makes the key in the file of this name, unless it is there; in the second place too, and there first, if it must be in both.
    fn make(&self, organisation: OrganisationId, name: &str, in_both: bool) -> Result<(), KeyError> {
        // With the keys of this moment: under one that was just replaced it would be lost.
        let make = || {
            let text = self.keys.get_new()?.encrypt(&context(organisation, name), &random()?)?;
            if let Some(copy) = self.copy.as_ref().filter(|_| in_both) {
                copy.put(organisation, name, &text)?;
            }
            Ok(text)
        };
        self.directory_of(organisation).made_once(name, make).map(drop)
    }

    /// The key in the file of this name, which is never made here: one that is missing was lost or destroyed.
    fn secret(&self, organisation: OrganisationId, name: &str) -> Result<Box<[u8; SECRET_BYTES]>, KeyError> {
        let (directory, context) = (self.directory_of(organisation), context(organisation, name));
        let text = existing(&directory, name)?;
        let secret = match self.keys.get()?.decrypt(&context, &text) {
            Some(secret) => Some(secret),
            // It may have been encrypted anew.
            None => self.keys.get_others()?.decrypt(&context, &directory.text(name)?),
        };
        secret.ok_or_else(|| KeyError::Undecipherable(directory.path(name)))
    }
}

/// The file of this version.
fn name(kind: &str, version: KeyVersion) -> String {
    format!("{kind}{version}")
}

/// The version in the file of this name, if it is of this kind.
pub(super) fn version(kind: &str, name: &str) -> Option<KeyVersion> {
    name.strip_prefix(kind)?.parse().ok()
}

/// What the encrypted key in the file of this name is bound to.
fn context(organisation: OrganisationId, name: &str) -> Vec<u8> {
    [b"omringd organisation ".as_slice(), organisation.0.as_bytes(), name.as_bytes()].concat()
}

#[cfg(test)]
#[path = "key_store_tests.rs"]
mod tests;
