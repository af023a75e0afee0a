use super::Cursor;
use crate::access::{Action, Attributes};
use crate::accounts::NamedUser;
use crate::maps::LastChange;
use crate::{ClientId, MapId, Result, UserId};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// A stored event about a client.
#[derive(Clone, Debug)]
pub struct ClientEvent {
    /// The action; `None` if this release does not know its name.
    pub action: Option<Action>,
    /// The client concerned.
    pub client: ClientId,
    /// The map concerned, if any.
    pub map: Option<MapId>,
    /// The user who performed it; `None` if the account no longer exists.
    pub by: Option<NamedUser>,
    /// The request id, if recorded.
    pub request: Option<String>,
}

/// A map of a client, or a client without a map, for the access check.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The attributes for the access check.
    pub attributes: Attributes,
    /// The last change of the map.
    pub last_change: Option<LastChange>,
}

/// Events after a cursor, and the resources that may be visible to the user.
#[derive(Debug)]
pub struct Reading {
    /// The events, in commit order.
    pub events: Vec<ClientEvent>,
    /// The position up to which events have been read.
    pub reached: Cursor,
    /// Whether more events are available now.
    pub more: bool,
    /// Whether more events become available when open transactions end.
    pub pending: bool,
    /// Whether the cursor is expired or belongs to another database; no events are read then.
    pub lost: bool,
    /// Every map of every client whom the user coaches or is, or who consented to the integration, or the client if they have
    /// no map.
    pub candidates: Vec<Candidate>,
}

/// The changes of the clients of one organisation and of their maps.
#[async_trait]
pub trait Changes: Send {
    /// Returns the events after the cursor, in one round trip.
    ///
    /// They concern clients whom this user coaches or is at this instant, or who consented to this integration. Without a cursor it returns no events, and
    /// reading starts at the oldest open transaction.
    async fn since(&mut self, after: Option<Cursor>, user: UserId, at: DateTime<Utc>) -> Result<Reading>;
}
