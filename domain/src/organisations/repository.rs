use super::Organisation;
use crate::jobs::NewJob;
use crate::{OrganisationId, Page, PageRequest, Result, Version};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use std::fmt::Debug;

/// The organisations of the platform, without their contents and without those that are purged.
#[async_trait]
pub trait Organisations: Send {
    /// Returns the organisation, or `None` if it does not exist.
    async fn get(&mut self, id: OrganisationId) -> Result<Option<Organisation>>;
    /// Returns a page of the organisations.
    async fn list(&mut self, page: PageRequest) -> Result<Page<Organisation>>;
    /// Inserts the organisation.
    async fn add(&mut self, organisation: &Organisation) -> Result<()>;
    /// Replaces the organisation if its version is still `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`.
    async fn update(&mut self, organisation: &Organisation, seen: Version) -> Result<()>;
}

/// The organisation of the current scope.
#[async_trait]
pub trait OwnOrganisation: Send {
    /// Returns the organisation.
    async fn get(&mut self) -> Result<Organisation>;
    /// Replaces the organisation if its version is still `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`.
    async fn update(&mut self, organisation: &Organisation, seen: Version) -> Result<()>;
    /// Whether a legal hold on a record is in force at this instant.
    async fn has_holds(&mut self, at: DateTime<Utc>) -> Result<bool>;
    /// Marks the organisation as purged if its version is still `seen`, and enqueues the job of the platform that removes it.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`.
    async fn purge(&mut self, seen: Version, at: DateTime<Utc>, job: &NewJob) -> Result<()>;
}

/// Removes purged organisations, for jobs. Each does nothing for any other organisation, and nothing a second time.
#[async_trait]
pub trait PurgeStore: Debug + Send + Sync {
    /// Removes at most `most` clients with all that is theirs, or as many other rows; of members also the accounts that nothing
    /// else needs. Returns the number of rows, 0 if only the organisation is left.
    async fn remove_some(&self, organisation: OrganisationId, most: u64) -> Result<u64>;
    /// Removes the organisation itself.
    async fn remove_organisation(&self, organisation: OrganisationId) -> Result<()>;
    /// Destroys the organisation's keys, for ever, if it is removed.
    async fn destroy_keys(&self, organisation: OrganisationId) -> Result<()>;
}
