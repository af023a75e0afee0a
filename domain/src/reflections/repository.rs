use super::Reflection;
use crate::access::Granted;
use crate::{MapId, Page, PageRequest, ReflectionId, Result, Version};
use async_trait::async_trait;

/// The reflections of the clients of one organisation.
#[async_trait]
pub trait Reflections: Send {
    /// Returns the reflection, or `None` if it does not exist.
    async fn get(&mut self, id: &Granted<ReflectionId>) -> Result<Option<Reflection>>;
    /// Returns a page of the reflections on a map.
    async fn list(&mut self, map: &Granted<MapId>, page: PageRequest) -> Result<Page<Reflection>>;
    /// Returns every reflection on a map, ordered by id.
    async fn all_of(&mut self, map: &Granted<MapId>) -> Result<Vec<Reflection>>;
    /// Whether the map has a reflection.
    async fn any_of(&mut self, map: &Granted<MapId>) -> Result<bool>;
    /// Returns the number of reflections on a map.
    async fn count(&mut self, map: &Granted<MapId>) -> Result<u64>;
    /// Inserts the reflection on this map.
    async fn add(&mut self, map: &Granted<MapId>, reflection: &Reflection) -> Result<()>;
    /// Replaces the reflection if its version is still `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`.
    async fn update(&mut self, id: &Granted<ReflectionId>, reflection: &Reflection, seen: Version) -> Result<()>;
    /// Removes the reflection if its version is still `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`.
    async fn remove(&mut self, id: &Granted<ReflectionId>, seen: Version) -> Result<()>;
}
