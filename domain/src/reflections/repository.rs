use super::Reflection;
use crate::access::Granted;
use crate::{MapId, Page, PageRequest, ReflectionId, Result, Version};
use async_trait::async_trait;

/// The reflections of one organisation's clients.
#[async_trait]
pub trait Reflections: Send {
    /// The reflection, if there is one.
    async fn get(&mut self, id: &Granted<ReflectionId>) -> Result<Option<Reflection>>;
    /// A page of the reflections on a map.
    async fn list(&mut self, map: &Granted<MapId>, page: PageRequest) -> Result<Page<Reflection>>;
    /// Every reflection on a map, in order of id.
    async fn all_of(&mut self, map: &Granted<MapId>) -> Result<Vec<Reflection>>;
    /// Whether there is one on the map.
    async fn any_of(&mut self, map: &Granted<MapId>) -> Result<bool>;
    /// How many there are on a map.
    async fn count(&mut self, map: &Granted<MapId>) -> Result<u64>;
    /// Adds it to the map of this client.
    async fn add(&mut self, map: &Granted<MapId>, reflection: &Reflection) -> Result<()>;
    /// Replaces the reflection at version `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first.
    async fn update(&mut self, id: &Granted<ReflectionId>, reflection: &Reflection, seen: Version) -> Result<()>;
    /// Removes the reflection at version `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first.
    async fn remove(&mut self, id: &Granted<ReflectionId>, seen: Version) -> Result<()>;
}
