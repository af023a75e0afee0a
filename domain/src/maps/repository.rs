use super::{ContentChange, ContentIds, LastChange, Map, Room, WholeMap};
use crate::access::Granted;
use crate::persons::Person;
use crate::{ClientId, MapId, Page, PageRequest, PersonId, Result, Version};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// The maps of one organisation's clients.
#[async_trait]
pub trait Maps: Send {
    /// Returns the map with everything on it, in one statement and without a lock.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] if the map no longer exists.
    async fn whole(&mut self, id: &Granted<MapId>) -> Result<WholeMap>;
    /// Returns a page of the client's maps; private ones are included if requested.
    async fn list(&mut self, client: &Granted<ClientId>, private_too: bool, page: PageRequest) -> Result<Page<Map>>;
    /// Inserts the map.
    async fn add(&mut self, client: &Granted<ClientId>, map: &Map) -> Result<()>;
    /// Replaces the map itself if its version is still `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`.
    async fn update(&mut self, id: &Granted<MapId>, map: &Map, seen: Version) -> Result<()>;
    /// Removes the map and everything on it if its version is still `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`.
    async fn remove(&mut self, id: &Granted<MapId>, seen: Version) -> Result<()>;
    /// Increments the version of the map.
    ///
    /// Call it before changing anything on the map: it locks the map's row first, which prevents deadlocks.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] if the map no longer exists, at commit at the latest.
    async fn bump_version(&mut self, id: &Granted<MapId>, at: DateTime<Utc>) -> Result<()>;
    /// Like [`Maps::bump_version`], and increments the version of the needs too.
    ///
    /// # Errors
    /// As [`Maps::bump_version`].
    async fn bump_needs_version(&mut self, id: &Granted<MapId>, at: DateTime<Utc>) -> Result<()>;
    /// Returns the last change of the map.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] if the map no longer exists.
    async fn last_change(&mut self, id: &Granted<MapId>) -> Result<LastChange>;
    /// Increments the version of every map that one of these persons is on.
    async fn bump_versions_of_persons(
        &mut self,
        client: &Granted<ClientId>,
        persons: &[PersonId],
        at: DateTime<Utc>,
    ) -> Result<()>;
    /// Requires room for these items.
    ///
    /// After [`Maps::bump_version`], the result holds until the unit of work ends.
    ///
    /// # Errors
    /// [`crate::Conflict::MapFull`], at commit at the latest.
    async fn require_room(&mut self, id: &Granted<MapId>, room: Room) -> Result<()>;
    /// Returns the client's persons with these ids, and the new ids that are in use elsewhere.
    ///
    /// Each person has whether they are on private maps only. A person's id is in use elsewhere if another client has
    /// it.
    async fn existing(
        &mut self,
        id: &Granted<MapId>,
        persons: &[PersonId],
        new: &ContentIds,
    ) -> Result<(Vec<(Person, bool)>, ContentIds)>;
    /// Applies all changes of a content, in a constant number of statements.
    ///
    /// # Errors
    /// [`crate::Conflict::IdTaken`] if a new id is in use elsewhere.
    async fn replace_content(&mut self, id: &Granted<MapId>, change: &ContentChange) -> Result<()>;
}
