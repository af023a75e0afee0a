//! Notifications of committed changes.

use crate::access::{Action, OrgScope, Resource};
use crate::events::EventKind;
use crate::{ClientId, MapId};
use async_trait::async_trait;
use std::fmt::Debug;

/// A subject of notifications within an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// The contents of a map.
    Map(MapId),
    /// The data of a client.
    Client(ClientId),
    /// The data on which access depends.
    Organisation,
}

impl Topic {
    /// The topics of an event. An unknown action may concern any of them.
    #[must_use]
    pub fn of(action: Option<Action>, client: Option<ClientId>, map: Option<MapId>) -> Vec<Self> {
        let kind = action.and_then(|action| EventKind::of(action, map.is_some()));
        // These decide who follows the client at all.
        let resource = action.and_then(Action::resource);
        let of_access = kind == Some(EventKind::CoachesChanged)
            || matches!(resource, Some(Resource::Consent | Resource::Restriction));
        let of_all = client.is_none() || action.is_none() || of_access;
        let topics = [map.map(Self::Map), client.map(Self::Client), of_all.then_some(Self::Organisation)];
        topics.into_iter().flatten().collect()
    }
}

/// Notifies subscribers of possible changes.
///
/// Notifications carry no payload and are best effort; subscribers re-read, re-authorize, and poll on a heartbeat.
pub trait Notifications: Debug + Send + Sync {
    /// Subscribes to these topics in the authorized organisation.
    fn follow(&self, scope: OrgScope, topics: &[Topic]) -> Box<dyn Following>;

    /// The clients of all organisations who are erased from now on, by any process.
    fn erased(&self) -> Box<dyn ErasedClients>;
}

/// Reports erased clients, so that nothing of them stays in memory.
#[async_trait]
pub trait ErasedClients: Send {
    /// Waits for the next erased client; `None` if some were missed, so any client may be erased.
    async fn next(&mut self) -> Option<ClientId>;
}

/// A subscription to some topics, until it is dropped.
#[async_trait]
pub trait Following: Send {
    /// Waits until a topic may have changed since the last call, or since subscribing.
    ///
    /// Several changes can be coalesced.
    async fn changed(&mut self);
}
