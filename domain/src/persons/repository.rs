use super::Person;
use crate::access::Granted;
use crate::{ClientId, MapId, Page, PageRequest, PersonId, Result, Version};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// The persons of the clients of one organisation.
#[async_trait]
pub trait Persons: Send {
    /// Returns the person, or `None` if it does not exist.
    async fn get(&mut self, id: &Granted<PersonId>) -> Result<Option<Person>>;
    /// Like [`Persons::get`], after incrementing the version of every map the person is on.
    async fn get_and_bump_maps(&mut self, id: &Granted<PersonId>, at: DateTime<Utc>) -> Result<Option<Person>>;
    /// Returns a page of the client's persons, or of those on no map.
    ///
    /// Persons on private maps only are included if requested.
    async fn list(
        &mut self,
        client: &Granted<ClientId>,
        private_too: bool,
        unused: bool,
        page: PageRequest,
    ) -> Result<Page<Person>>;
    /// Returns the maps that these persons are on, ordered by person and map.
    ///
    /// Private ones are included if requested.
    async fn maps_of(
        &mut self,
        client: &Granted<ClientId>,
        persons: &[PersonId],
        private_too: bool,
    ) -> Result<Vec<(PersonId, MapId)>>;
    /// Returns the client's persons with these ids, each with whether they are on private maps only.
    async fn named(&mut self, client: &Granted<ClientId>, ids: &[PersonId]) -> Result<Vec<(Person, bool)>>;
    /// Returns at most `most` of the client's persons, latest first.
    ///
    /// Persons on private maps only are included if requested.
    async fn latest(&mut self, client: &Granted<ClientId>, private_too: bool, most: u64) -> Result<Vec<Person>>;
    /// Inserts all persons, with many rows per statement.
    async fn add_all(&mut self, client: &Granted<ClientId>, persons: &[Person]) -> Result<()>;
    /// Inserts the person.
    async fn add(&mut self, client: &Granted<ClientId>, person: &Person) -> Result<()>;
    /// Replaces the person if its version is still `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`.
    async fn update(&mut self, id: &Granted<PersonId>, person: &Person, seen: Version) -> Result<()>;
    /// Removes the person if its version is still `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`; [`crate::Conflict::PersonOnMap`].
    async fn remove(&mut self, id: &Granted<PersonId>, seen: Version) -> Result<()>;
    /// Locks both persons and the maps that either is on, and increments the version of each of those maps.
    ///
    /// Returns for each person whether they are on private maps only.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if one of them was placed on a map concurrently.
    async fn lock_both(
        &mut self,
        kept: &Granted<PersonId>,
        other: PersonId,
        at: DateTime<Utc>,
    ) -> Result<Vec<(Person, bool)>>;
    /// Merges the other person into the kept one, in a constant number of statements.
    ///
    /// Both are locked. Applies to every map or to non-private maps. Removes the other person unless a map is left
    /// that they are on.
    async fn merge(
        &mut self,
        kept: &Granted<PersonId>,
        other: PersonId,
        private_too: bool,
        at: DateTime<Utc>,
    ) -> Result<()>;
}
