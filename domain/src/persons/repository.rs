use super::Person;
use crate::access::Granted;
use crate::{ClientId, MapId, Page, PageRequest, PersonId, Result, Version};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// The persons in the lives of one organisation's clients.
#[async_trait]
pub trait Persons: Send {
    /// The person, if there is one.
    async fn get(&mut self, id: &Granted<PersonId>) -> Result<Option<Person>>;
    /// The same, after counting a change of every map they are on.
    async fn get_touching(&mut self, id: &Granted<PersonId>, at: DateTime<Utc>) -> Result<Option<Person>>;
    /// A page of the client's persons, of all or of those who are on no map; those who are on private maps only, if asked for.
    async fn list(
        &mut self,
        client: &Granted<ClientId>,
        private_too: bool,
        unused: bool,
        page: PageRequest,
    ) -> Result<Page<Person>>;
    /// The maps that these persons are on, in order of person and map; private ones, if asked for.
    async fn maps_of(
        &mut self,
        client: &Granted<ClientId>,
        persons: &[PersonId],
        private_too: bool,
    ) -> Result<Vec<(PersonId, MapId)>>;
    /// The client's persons with these ids, each with whether they are on private maps only.
    async fn named(&mut self, client: &Granted<ClientId>, ids: &[PersonId]) -> Result<Vec<(Person, bool)>>;
    /// The client's persons, the latest first and at most so many; those who are on private maps only, if asked for.
    async fn latest(&mut self, client: &Granted<ClientId>, private_too: bool, most: u64) -> Result<Vec<Person>>;
    /// Adds all of them, many in a statement.
    async fn add_all(&mut self, client: &Granted<ClientId>, persons: &[Person]) -> Result<()>;
    /// Adds it.
    async fn add(&mut self, client: &Granted<ClientId>, person: &Person) -> Result<()>;
    /// Replaces the person at version `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first.
    async fn update(&mut self, id: &Granted<PersonId>, person: &Person, seen: Version) -> Result<()>;
    /// Removes the person at version `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first; [`crate::Conflict::PersonOnMap`].
    async fn remove(&mut self, id: &Granted<PersonId>, seen: Version) -> Result<()>;
    /// Locks both persons and the maps that either is on, and counts a change of each of those. Of each person, whether they are on private
    /// maps only.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody placed one of them on a map meanwhile.
    async fn hold_both(
        &mut self,
        kept: &Granted<PersonId>,
        other: PersonId,
        at: DateTime<Utc>,
    ) -> Result<Vec<(Person, bool)>>;
    /// Merges the other one, who is locked too, into the kept one on every map, or on those that are not private; in a number of statements
    /// that does not depend on the maps. Removes the other one, unless a map is left that they are on.
    async fn merge(
        &mut self,
        kept: &Granted<PersonId>,
        other: PersonId,
        private_too: bool,
        at: DateTime<Utc>,
    ) -> Result<()>;
}
