use super::Need;
use crate::access::Granted;
use crate::{MapId, Result, Version};
use async_trait::async_trait;

/// The needs on the maps of one organisation's clients.
#[async_trait]
pub trait Needs: Send {
    /// What the client needs, in order of type, and their version; none without such a map.
    async fn get(&mut self, map: &Granted<MapId>) -> Result<Option<(Vec<Need>, Version)>>;
    /// The version of the map and that of its needs.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] if there is no such map any more.
    async fn versions(&mut self, map: &Granted<MapId>) -> Result<(Version, Version)>;
    /// Puts these in the place of all.
    ///
    /// # Errors
    /// [`crate::Conflict::UnknownReference`] if the organisation lacks one of the types.
    async fn replace(&mut self, map: &Granted<MapId>, needs: &[Need]) -> Result<()>;
}
