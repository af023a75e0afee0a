use super::{ContentChange, ContentIds, LastChange, Map, Room, WholeMap};
use crate::access::Granted;
use crate::persons::Person;
use crate::{ClientId, MapId, Page, PageRequest, PersonId, Result, Version};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// The maps of one organisation's clients.
#[async_trait]
pub trait Maps: Send {
    /// The map with everything on it, in one statement and without a lock.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] if there is no such map any more.
    async fn whole(&mut self, id: &Granted<MapId>) -> Result<WholeMap>;
    /// A page of the client's maps, those kept private only if asked for.
    async fn list(&mut self, client: &Granted<ClientId>, private_too: bool, page: PageRequest) -> Result<Page<Map>>;
    /// Adds it.
    async fn add(&mut self, client: &Granted<ClientId>, map: &Map) -> Result<()>;
    /// Replaces the map itself, at version `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first.
    async fn update(&mut self, id: &Granted<MapId>, map: &Map, seen: Version) -> Result<()>;
    /// Removes the map, at version `seen`, and everything on it.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first.
    async fn remove(&mut self, id: &Granted<MapId>, seen: Version) -> Result<()>;
    /// Counts a change of something on the map. Comes before that change, so that all who change a map queue for its row first and
    /// never for one another's.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] if there is no such map (any more), with the commit at the latest.
    async fn bump_version(&mut self, id: &Granted<MapId>, at: DateTime<Utc>) -> Result<()>;
    /// The same for the needs, which are counted too.
    ///
    /// # Errors
    /// As [`Maps::touch`].
    async fn touch_needs(&mut self, id: &Granted<MapId>, at: DateTime<Utc>) -> Result<()>;
    /// Who changed something on the map last.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] if there is no such map any more.
    async fn last_change(&mut self, id: &Granted<MapId>) -> Result<LastChange>;
    /// Counts a change of every map that one of these persons is on.
    async fn touch_of_persons(
        &mut self,
        client: &Granted<ClientId>,
        persons: &[PersonId],
        at: DateTime<Utc>,
    ) -> Result<()>;
    /// Makes sure that there is room for so much more. After a `touch` it stays so until the end of the unit of work.
    ///
    /// # Errors
    /// [`crate::Conflict::MapFull`], with the commit at the latest.
    async fn require_room(&mut self, id: &Granted<MapId>, room: Room) -> Result<()>;
    /// The client's persons with these ids, each with whether they are on private maps only; and which of the new ids of a content are used
    /// elsewhere, by other clients as far as they are of persons.
    async fn existing(
        &mut self,
        id: &Granted<MapId>,
        persons: &[PersonId],
        new: &ContentIds,
    ) -> Result<(Vec<(Person, bool)>, ContentIds)>;
    /// Makes all of a content's changes, in a number of statements that does not depend on them.
    ///
    /// # Errors
    /// [`crate::Conflict::IdTaken`] if a new id is used elsewhere.
    async fn replace_content(&mut self, id: &Granted<MapId>, change: &ContentChange) -> Result<()>;
}
