//! Notifications of changes as they happen.

use crate::MapId;
use crate::access::OrgScope;
use async_trait::async_trait;
use std::fmt::Debug;

/// Notifies that a map may have changed. Notifications carry no payload and are best effort; followers read again, are authorized
/// again, and poll on a heartbeat.
pub trait Notifications: Debug + Send + Sync {
    /// Begins to follow a map of the organisation that was authorized.
    fn follow(&self, scope: OrgScope, map: MapId) -> Box<dyn Following>;
}

/// Follows one map, until it is dropped.
#[async_trait]
pub trait Following: Send {
    /// Waits until the map may have changed since the last call, or since following began; several changes can be one notification.
    async fn changed(&mut self);
}
