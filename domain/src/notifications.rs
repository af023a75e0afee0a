//! Notifications of changes as they happen.

use crate::access::{Action, OrgScope};
use crate::events::EventKind;
use crate::{ClientId, MapId};
use async_trait::async_trait;
use std::fmt::Debug;

/// What can be followed in an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// What is on a map.
    Map(MapId),
    /// What a client has.
    Client(ClientId),
    /// What decides who may see what.
    Organisation,
}

impl Topic {
    /// The topics of an event. An action that is not known can be anything.
    #[must_use]
    pub fn of(action: Option<Action>, client: Option<ClientId>, map: Option<MapId>) -> Vec<Self> {
        let kind = action.and_then(|action| EventKind::of(action, map.is_some()));
        let of_all = client.is_none() || action.is_none() || kind == Some(EventKind::CoachesChanged);
        let topics = [map.map(Self::Map), client.map(Self::Client), of_all.then_some(Self::Organisation)];
        topics.into_iter().flatten().collect()
    }
}

/// Notifies that something may have changed. Notifications carry no payload and are best effort; followers read again, are authorized
/// again, and poll on a heartbeat.
pub trait Notifications: Debug + Send + Sync {
    /// Begins to follow these topics in the organisation that was authorized.
    fn follow(&self, scope: OrgScope, topics: &[Topic]) -> Box<dyn Following>;
}

/// Follows some topics, until it is dropped.
#[async_trait]
pub trait Following: Send {
    /// Waits until one of them may have changed since the last call, or since following began; several changes can be one notification.
    async fn changed(&mut self);
}
