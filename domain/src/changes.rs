//! Hearing of changes as they happen.

use crate::MapId;
use crate::access::OrgScope;
use async_trait::async_trait;
use std::fmt::Debug;

/// Tells who listens that a map may have changed: a knock on the door and no news. What changed, and whether one may
/// know, is read from the store. A knock can get lost between processes, so whoever listens also looks now and then.
pub trait Changes: Debug + Send + Sync {
    /// Begins to listen to a map of the organisation that leave was given for.
    fn follow(&self, scope: OrgScope, map: MapId) -> Box<dyn Following>;
}

/// Listens to one map, until it is dropped.
#[async_trait]
pub trait Following: Send {
    /// Waits until the map may have changed since the last call, or since listening began; however many changes that
    /// were, it is one knock.
    async fn changed(&mut self);
}
