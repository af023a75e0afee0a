use super::Need;
use crate::access::Granted;
use crate::{MapId, Result, Version};
use async_trait::async_trait;

/// The needs on the maps of one organisation's clients.
#[async_trait]
pub trait Needs: Send {
    /// What the client needs, in order of type, and the version of the map; none without such a map.
    async fn get(&mut self, map: &Granted<MapId>) -> Result<Option<(Vec<Need>, Version)>>;
    /// Puts these in the place of all.
    ///
    /// # Errors
    /// [`crate::Conflict::UnknownReference`] if the organisation lacks one of the types.
    async fn replace(&mut self, map: &Granted<MapId>, needs: &[Need]) -> Result<()>;
}
