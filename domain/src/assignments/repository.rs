use super::{Assignable, Assignment};
use crate::access::Granted;
use crate::{AssignmentId, ClientId, Page, PageRequest, Result, UserId, Version};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// The assignments of one organisation.
#[async_trait]
pub trait Assignments: Send {
    /// Returns the assignment, or `None` if it does not exist.
    async fn get(&mut self, id: &Granted<AssignmentId>) -> Result<Option<Assignment>>;
    /// Returns a page of a client's assignments, including ended ones.
    async fn list(&mut self, client: &Granted<ClientId>, page: PageRequest) -> Result<Page<Assignment>>;
    /// Returns a page of the assignments of the organisation, or of this coach, including ended ones.
    async fn list_all(&mut self, coach: Option<UserId>, page: PageRequest) -> Result<Page<Assignment>>;
    /// Returns the coach, and the clients among these that exist, in one round trip.
    ///
    /// `None` if the user is not a member with the role coach. Locks that membership until the unit of work ends.
    async fn assignable(&mut self, coach: UserId, clients: &[ClientId]) -> Result<Option<Assignable>>;
    /// Returns a page of a client's assignments that are current at this instant.
    async fn current(
        &mut self,
        client: &Granted<ClientId>,
        at: DateTime<Utc>,
        page: PageRequest,
    ) -> Result<Page<Assignment>>;
    /// Inserts the assignment.
    ///
    /// # Errors
    /// [`crate::Conflict::AlreadyAssigned`].
    async fn add(&mut self, client: &Granted<ClientId>, assignment: &Assignment) -> Result<()>;
    /// Inserts these, each for a client that [`Assignments::assignable`] returned.
    ///
    /// # Errors
    /// [`crate::Conflict::AlreadyAssigned`].
    async fn add_all(&mut self, assignments: &[Assignment]) -> Result<()>;
    /// Replaces the assignment if its version is still `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`; [`crate::Conflict::AlreadyAssigned`].
    async fn update(&mut self, id: &Granted<AssignmentId>, assignment: &Assignment, seen: Version) -> Result<()>;
    /// Ends every assignment of a coach.
    async fn end_all_of(&mut self, coach: UserId, at: DateTime<Utc>) -> Result<()>;
}
