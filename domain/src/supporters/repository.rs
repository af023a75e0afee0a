use super::{PlacedPerson, Supporter};
use crate::access::Granted;
use crate::vocabulary::SupportType;
use crate::{MapId, Page, PageRequest, Result, SupporterId, Version};
use async_trait::async_trait;
use std::collections::HashSet;

/// The supporters on the maps of the clients of one organisation.
#[async_trait]
pub trait Supporters: Send {
    /// Returns the supporter, or `None` if it does not exist.
    async fn get(&mut self, id: &Granted<SupporterId>) -> Result<Option<PlacedPerson>>;
    /// Returns a page of the map's supporters.
    async fn list(&mut self, map: &Granted<MapId>, page: PageRequest) -> Result<Page<PlacedPerson>>;
    /// Inserts the supporter with its supports.
    ///
    /// # Errors
    /// [`crate::Conflict::AlreadyOnMap`]; [`crate::Conflict::UnknownReference`] if the client has no such person.
    async fn add(&mut self, map: &Granted<MapId>, supporter: &Supporter) -> Result<()>;
    /// Requires that this id is unused, before anything is inserted.
    ///
    /// If the person is on the map as well, databases differ in which violated constraint they report.
    ///
    /// # Errors
    /// [`crate::Conflict::IdTaken`].
    async fn require_new(&mut self, id: SupporterId) -> Result<()>;
    /// Replaces the supporter if its version is still `seen`, and its supports if requested.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`.
    async fn update(
        &mut self,
        id: &Granted<SupporterId>,
        supporter: &Supporter,
        seen: Version,
        with_supports: bool,
    ) -> Result<()>;
    /// Removes the supporter with its supports, ties and agreements if its version is still `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`.
    async fn remove(&mut self, id: &Granted<SupporterId>, seen: Version) -> Result<()>;
    /// Returns those of these support types that the organisation has.
    async fn known_types(&mut self, of: &[&SupportType]) -> Result<HashSet<SupportType>>;
}
