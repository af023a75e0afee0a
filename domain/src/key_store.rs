//! The keys of organisations, under which the keys of their clients are encrypted.

use crate::{OrganisationId, Result};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use secrecy::{ExposeSecret, SecretBox};
use std::fmt::Debug;

/// A key of an organisation.
///
/// `Debug` redacts it, and its memory is zeroed when it is dropped.
#[derive(Debug)]
pub struct OrganisationKey {
    version: KeyVersion,
    bytes: SecretBox<[u8; Self::BYTES]>,
}

/// The number of a key among those of its organisation: 1 for the first one.
pub type KeyVersion = i64;

impl OrganisationKey {
    /// Length in bytes.
    pub const BYTES: usize = 32;

    /// A key of these bytes.
    #[must_use]
    pub fn new(version: KeyVersion, bytes: Box<[u8; Self::BYTES]>) -> Self {
        Self { version, bytes: SecretBox::new(bytes) }
    }

    /// Its number.
    #[must_use]
    pub fn version(&self) -> KeyVersion {
        self.version
    }

    /// Its bytes.
    #[must_use]
    pub fn expose(&self) -> &[u8; Self::BYTES] {
        self.bytes.expose_secret()
    }
}

/// A key of an organisation that hashes what is searched exactly, so that the database has no values to compare.
///
/// Such values can be guessed, as there are few numbers of citizens: all of their secrecy is this key's.
#[derive(Debug)]
pub struct IndexKey {
    version: KeyVersion,
    bytes: SecretBox<[u8; OrganisationKey::BYTES]>,
}

impl IndexKey {
    /// A key of these bytes.
    #[must_use]
    pub fn new(version: KeyVersion, bytes: Box<[u8; OrganisationKey::BYTES]>) -> Self {
        Self { version, bytes: SecretBox::new(bytes) }
    }

    /// Its number among the index keys of its organisation.
    #[must_use]
    pub fn version(&self) -> KeyVersion {
        self.version
    }

    /// Its bytes.
    #[must_use]
    pub fn expose(&self) -> &[u8; OrganisationKey::BYTES] {
        self.bytes.expose_secret()
    }
}

/// Keeps the keys of organisations: outside the database, and outside every copy of it.
///
/// A copy of the database is readable only together with them. What is erased from the database stays unreadable in its older
/// copies when the organisation's key of that time is destroyed here.
#[async_trait]
pub trait KeyStore: Debug + Send + Sync {
    /// Makes the keys of a new organisation, once, even if several processes ask together.
    ///
    /// They are made here only, with an empty bundle. A key that is missing later was lost or destroyed, or the store is not the
    /// right one.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`] if the store cannot be used.
    async fn create(&self, organisation: OrganisationId) -> Result<()>;
    /// Returns the newest key of the organisation.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`] if the store cannot be used; [`crate::Error::Internal`] if it has no key.
    async fn newest(&self, organisation: OrganisationId) -> Result<OrganisationKey>;
    /// Returns the key of this version.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`] if the store cannot be used; [`crate::Error::Internal`] if it has no such key.
    async fn key(&self, organisation: OrganisationId, version: KeyVersion) -> Result<OrganisationKey>;
    /// Adds a key of the organisation, its newest from now on for every process.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`] if the store cannot be used.
    async fn add(&self, organisation: OrganisationId) -> Result<()>;
    /// Destroys, for ever, the keys of the organisation whose successor was added before this instant. Returns whether there is
    /// still one that has a successor.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`] if the store cannot be used.
    async fn destroy_replaced(&self, organisation: OrganisationId, before: DateTime<Utc>) -> Result<bool>;
    /// Destroys all keys of the organisation, for ever: everything encrypted for it is unreadable in every copy.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`] if the store cannot be used.
    async fn destroy(&self, organisation: OrganisationId) -> Result<()>;
    /// Whether all keys of the organisation were destroyed. A store that never had any says no.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`] if the store cannot be used.
    async fn is_destroyed(&self, organisation: OrganisationId) -> Result<bool>;
    /// Returns the oldest version of the organisation's key that is not destroyed.
    ///
    /// # Errors
    /// As [`KeyStore::newest`].
    async fn oldest(&self, organisation: OrganisationId) -> Result<KeyVersion>;
    /// Returns the versions of the organisation's index key, in order: one, or more while it is replaced.
    ///
    /// A key that is missing is never made anew: under another one, nothing that is stored would be found or be unique.
    ///
    /// # Errors
    /// As [`KeyStore::newest`].
    async fn index_versions(&self, organisation: OrganisationId) -> Result<Vec<KeyVersion>>;
    /// Returns the index key of this version.
    ///
    /// # Errors
    /// As [`KeyStore::key`].
    async fn index_key(&self, organisation: OrganisationId, version: KeyVersion) -> Result<IndexKey>;
    /// Adds an index key of the organisation, with which every process hashes from now on too.
    ///
    /// # Errors
    /// As [`KeyStore::newest`].
    async fn add_index(&self, organisation: OrganisationId) -> Result<()>;
    /// Destroys, as [`KeyStore::destroy_replaced`], index keys of the organisation.
    ///
    /// # Errors
    /// As [`KeyStore::newest`].
    async fn destroy_replaced_index(&self, organisation: OrganisationId, before: DateTime<Utc>) -> Result<bool>;
    /// Replaces the organisation's bundle: what a restore of an older backup needs. There is never more than the newest one.
    ///
    /// Returns `false`, and replaces nothing, if the store has a bundle that was exported later.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`] if the store, or the second place where it writes, cannot be used.
    async fn put_bundle(&self, organisation: OrganisationId, exported_at: DateTime<Utc>, bundle: &[u8])
    -> Result<bool>;
    /// Returns the organisation's bundle; `None` if nothing was exported yet.
    ///
    /// # Errors
    /// As [`KeyStore::key`]; also if the bundle is missing.
    async fn bundle(&self, organisation: OrganisationId) -> Result<Option<Vec<u8>>>;
}
