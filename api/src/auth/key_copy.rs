//! The second place of the keys of organisations.
//!
//! It is on another disk or machine, and never a version of the past: a destroyed key is destroyed there too. The callers hold the
//! lock of the organisation's directory in the first place.

use super::key_store::{BUNDLE, DESTROYED, INDEX, KEY, exported, version};
use super::keys::{KeyDirectory, KeyError};
use domain::OrganisationId;
use domain::ports::KeyVersion;
use std::io::ErrorKind;
use std::path::PathBuf;

/// The directory in which every file of the first place is too.
pub(super) struct KeyCopy(PathBuf);

impl KeyCopy {
    pub(super) fn new(directory: PathBuf) -> Self {
        Self(directory)
    }

    fn of(&self, organisation: OrganisationId) -> KeyDirectory {
        KeyDirectory::new(self.0.join(organisation.0.to_string()))
    }

    /// The organisation's directory, which must exist: a disk that is not mounted is an empty directory.
    fn present(&self, organisation: OrganisationId) -> Result<KeyDirectory, KeyError> {
        let directory = self.of(organisation);
        if directory.names()?.is_empty() { Err(KeyError::NoCopy(self.0.clone())) } else { Ok(directory) }
    }

    /// Writes one file, durably.
    pub(super) fn put(&self, organisation: OrganisationId, name: &str, text: &str) -> Result<(), KeyError> {
        self.present(organisation)?.replace(name, text)
    }

    /// Removes every file of the organisation but the mark that they were destroyed. The second place itself must exist.
    pub(super) fn destroy(&self, organisation: OrganisationId) -> Result<(), KeyError> {
        self.mounted()?;
        let copy = self.of(organisation);
        let _lock = copy.lock()?;
        copy.destroy(DESTROYED)
    }

    fn mounted(&self) -> Result<(), KeyError> {
        if self.0.is_dir() {
            return Ok(());
        }
        Err(KeyError::Io(self.0.clone(), ErrorKind::NotFound.into()))
    }

    /// Makes the organisation's files equal to those of the first place that stay.
    pub(super) fn replace(
        &self,
        organisation: OrganisationId,
        from: &KeyDirectory,
        stays: impl Fn(&str) -> bool,
    ) -> Result<(), KeyError> {
        self.equalise(&self.present(organisation)?, from, stays)
    }

    /// The same for an organisation that may not be there yet. The second place itself must exist, and not be newer.
    pub(super) fn make(&self, organisation: OrganisationId, from: &KeyDirectory) -> Result<(), KeyError> {
        self.mounted()?;
        if from.names()?.iter().any(|name| name == DESTROYED) {
            return self.destroy(organisation);
        }
        let copy = self.of(organisation);
        if copy.names()?.iter().any(|name| name == BUNDLE) && exported(&copy)? > exported(from)? {
            return Err(KeyError::NewerCopy(self.0.clone()));
        }
        self.equalise(&copy, from, |_| true)
    }

    /// Whether it has the same files for the organisation as the first place.
    pub(super) fn has(&self, organisation: OrganisationId, of: &KeyDirectory) -> Result<bool, KeyError> {
        let copy = self.of(organisation);
        let [mut copied, mut names] = [copy.names()?, of.names()?];
        copied.sort_unstable();
        names.sort_unstable();
        if copied != names {
            return Ok(false);
        }
        for name in &names {
            if copy.text(name)? != of.text(name)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn equalise(&self, copy: &KeyDirectory, from: &KeyDirectory, stays: impl Fn(&str) -> bool) -> Result<(), KeyError> {
        let _lock = copy.lock()?;
        let (copied, mut names) = (copy.names()?, from.names()?);
        // An older copy of the first place must not remove the only key that decrypts the database.
        if [KEY, INDEX].iter().any(|kind| newest(kind, &copied) > newest(kind, &names)) {
            return Err(KeyError::NewerCopy(self.0.clone()));
        }
        names.retain(|name| stays(name));
        for name in &names {
            let text = from.text(name)?;
            if !copied.contains(name) || copy.text(name)? != text {
                copy.put(name, text.as_bytes())?;
            }
        }
        copied.iter().filter(|name| !names.contains(name)).try_for_each(|name| copy.remove(name))
    }
}

fn newest(kind: &str, names: &[String]) -> Option<KeyVersion> {
    names.iter().filter_map(|name| version(kind, name)).max()
}
