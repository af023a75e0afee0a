use super::Cursor;
use crate::access::{Action, Attributes};
use crate::accounts::NamedUser;
use crate::maps::LastChange;
use crate::{ClientId, MapId, Result, UserId};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// An event about a client, as read.
#[derive(Clone, Debug)]
pub struct ClientEvent {
    /// The action; `None` if only a newer release knows it.
    pub action: Option<Action>,
    /// Whose client it was done to.
    pub client: ClientId,
    /// On which map.
    pub map: Option<MapId>,
    /// Who did it; `None` if they have no account any more.
    pub by: Option<NamedUser>,
    /// The name of the request, as far as that was recorded.
    pub request: Option<String>,
}

/// A map of a client, or a client without a map, as the rules on it need it.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Its attributes.
    pub attributes: Attributes,
    /// The last change of the map.
    pub last_change: Option<LastChange>,
}

/// Events after a cursor, and what may be seen after them.
#[derive(Debug)]
pub struct Reading {
    /// The events, in the order of their commits.
    pub events: Vec<ClientEvent>,
    /// Up to where they were read.
    pub reached: Cursor,
    /// Whether there are more that can be read now.
    pub more: bool,
    /// Whether more can be read when transactions under way have ended.
    pub pending: bool,
    /// Whether the cursor is too far back, or of another database: nothing was read then.
    pub lost: bool,
    /// Each map of each client whom the user coaches or is, or the client where there is none.
    pub candidates: Vec<Candidate>,
}

/// The changes of clients and of their maps in one organisation.
#[async_trait]
pub trait Changes: Send {
    /// Events after the cursor, about clients whom this user coaches or is at this instant, in one round trip. Without a cursor no events:
    /// reading begins with what is not committed yet.
    async fn since(&mut self, after: Option<Cursor>, user: UserId, at: DateTime<Utc>) -> Result<Reading>;
}
