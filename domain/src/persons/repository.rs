use super::Person;
use crate::{ClientId, Page, PageRequest, PersonId, Result, Version};
use async_trait::async_trait;

/// The persons in the lives of one organisation's clients.
#[async_trait]
pub trait Persons: Send {
    /// The person, if there is one.
    async fn get(&mut self, id: PersonId) -> Result<Option<Person>>;
    /// A page of the client's persons; those who are on private maps only, if asked for.
    async fn list(&mut self, client: ClientId, private_too: bool, page: PageRequest) -> Result<Page<Person>>;
    /// The persons with these ids, whosever they are: each with whether they are on private maps only.
    async fn named(&mut self, ids: &[PersonId]) -> Result<Vec<(Person, bool)>>;
    /// The client's persons, the latest first and at most so many; those who are on private maps only, if asked for.
    async fn latest(&mut self, client: ClientId, private_too: bool, most: u64) -> Result<Vec<Person>>;
    /// Adds all of them, many in a statement.
    async fn add_all(&mut self, persons: &[Person]) -> Result<()>;
    /// Adds it.
    async fn add(&mut self, person: &Person) -> Result<()>;
    /// Replaces the person at version `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first.
    async fn update(&mut self, person: &Person, seen: Version) -> Result<()>;
    /// Removes the person at version `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first; [`crate::Conflict::PersonOnMap`].
    async fn remove(&mut self, id: PersonId, seen: Version) -> Result<()>;
}
