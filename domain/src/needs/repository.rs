use super::Need;
use crate::access::Granted;
use crate::{MapId, Result, Version};
use async_trait::async_trait;

/// The needs on the maps of one organisation's clients.
#[async_trait]
pub trait Needs: Send {
    /// Returns the needs, ordered by type, and their version; `None` if the map does not exist.
    async fn get(&mut self, map: &Granted<MapId>) -> Result<Option<(Vec<Need>, Version)>>;
    /// Returns the version of the map and the version of its needs.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] if the map no longer exists.
    async fn versions(&mut self, map: &Granted<MapId>) -> Result<(Version, Version)>;
    /// Replaces all needs.
    ///
    /// # Errors
    /// [`crate::Conflict::UnknownReference`] if the organisation does not have one of the types.
    async fn replace(&mut self, map: &Granted<MapId>, needs: &[Need]) -> Result<()>;
}
