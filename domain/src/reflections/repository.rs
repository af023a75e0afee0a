use super::Reflection;
use crate::{ClientId, MapId, Page, PageRequest, ReflectionId, Result, Version};
use async_trait::async_trait;

/// The reflections of one organisation's clients.
#[async_trait]
pub trait Reflections: Send {
    /// The reflection, if there is one.
    async fn get(&mut self, id: ReflectionId) -> Result<Option<Reflection>>;
    /// A page of the reflections on a map.
    async fn list(&mut self, map: MapId, page: PageRequest) -> Result<Page<Reflection>>;
    /// Every reflection on a map, in order of id.
    async fn all_of(&mut self, map: MapId) -> Result<Vec<Reflection>>;
    /// Whether there is one on the map.
    async fn any_of(&mut self, map: MapId) -> Result<bool>;
    /// How many there are on a map.
    async fn count(&mut self, map: MapId) -> Result<u64>;
    /// Adds it to the map of this client.
    async fn add(&mut self, client: ClientId, reflection: &Reflection) -> Result<()>;
    /// Replaces the reflection at version `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first.
    async fn update(&mut self, reflection: &Reflection, seen: Version) -> Result<()>;
    /// Removes the reflection at version `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first.
    async fn remove(&mut self, id: ReflectionId, seen: Version) -> Result<()>;
}
