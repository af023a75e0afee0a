use super::{ContentChange, Map, MapSize, WholeMap};
use crate::access::ClientFacts;
use crate::{ClientId, MapId, Page, PageRequest, PersonId, Result, UserId, Version};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// The maps of one organisation's clients.
#[async_trait]
pub trait Maps: Send {
    /// The map with everything on it, and the facts about it for this user, in one statement and without a lock.
    async fn whole(&mut self, id: MapId, user: UserId, at: DateTime<Utc>) -> Result<Option<(ClientFacts, WholeMap)>>;
    /// The map's version, and the facts about it for this user, in one statement.
    async fn version(&mut self, id: MapId, user: UserId, at: DateTime<Utc>) -> Result<Option<(ClientFacts, Version)>>;
    /// A page of the client's maps, those kept private only if asked for.
    async fn list(&mut self, client: ClientId, private_too: bool, page: PageRequest) -> Result<Page<Map>>;
    /// Adds it.
    async fn add(&mut self, map: &Map) -> Result<()>;
    /// Replaces the map itself, at version `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first.
    async fn update(&mut self, map: &Map, seen: Version) -> Result<()>;
    /// Removes the map, at version `seen`, and everything on it.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first.
    async fn remove(&mut self, id: MapId, seen: Version) -> Result<()>;
    /// Counts a change of something on the map. Comes before that change, so that all who change a map queue for its row first and
    /// never for one another's.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] if there is no such map (any more), with the commit at the latest.
    async fn touch(&mut self, id: MapId, at: DateTime<Utc>) -> Result<()>;
    /// The same, and gives the map's new version.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] if there is no such map (any more).
    async fn touched(&mut self, id: MapId, at: DateTime<Utc>) -> Result<Version>;
    /// Counts a change of every map that one of these persons is on.
    async fn touch_of_persons(&mut self, client: ClientId, persons: &[PersonId], at: DateTime<Utc>) -> Result<()>;
    /// How much is on the map. After a `touch` it stays so until the end of the unit of work.
    async fn size(&mut self, id: MapId) -> Result<MapSize>;
    /// Makes all of a content's changes, in a number of statements that does not depend on them.
    ///
    /// # Errors
    /// [`crate::Conflict::IdTaken`] if a new id is used elsewhere.
    async fn replace_content(&mut self, change: &ContentChange) -> Result<()>;
}
