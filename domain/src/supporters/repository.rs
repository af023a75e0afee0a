use super::{PlacedPerson, Supporter};
use crate::access::Granted;
use crate::vocabulary::SupportType;
use crate::{MapId, Page, PageRequest, Result, SupporterId, Version};
use async_trait::async_trait;
use std::collections::HashSet;

/// The supporters on the maps of one organisation's clients.
#[async_trait]
pub trait Supporters: Send {
    /// The supporter, if there is one.
    async fn get(&mut self, id: &Granted<SupporterId>) -> Result<Option<PlacedPerson>>;
    /// A page of the map's supporters.
    async fn list(&mut self, map: &Granted<MapId>, page: PageRequest) -> Result<Page<PlacedPerson>>;
    /// Adds it, with its supports.
    ///
    /// # Errors
    /// [`crate::Conflict::AlreadyOnMap`]; [`crate::Conflict::UnknownReference`] if there is no such person of the client's.
    async fn add(&mut self, map: &Granted<MapId>, supporter: &Supporter) -> Result<()>;
    /// Requires that no supporter has this id, before whatever is added: where a person is on the map already as well, databases differ in
    /// which broken constraint they name.
    ///
    /// # Errors
    /// [`crate::Conflict::IdTaken`].
    async fn require_new(&mut self, id: SupporterId) -> Result<()>;
    /// Replaces the supporter at version `seen`, and its supports if asked to.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first.
    async fn update(
        &mut self,
        id: &Granted<SupporterId>,
        supporter: &Supporter,
        seen: Version,
        with_supports: bool,
    ) -> Result<()>;
    /// Takes the supporter at version `seen` off the map, with its supports, ties and agreements.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first.
    async fn remove(&mut self, id: &Granted<SupporterId>, seen: Version) -> Result<()>;
    /// Which of these support types the organisation has.
    async fn known_types(&mut self, of: &[&SupportType]) -> Result<HashSet<SupportType>>;
}
