use super::{Assignable, Assignment};
use crate::access::Granted;
use crate::{AssignmentId, ClientId, Page, PageRequest, Result, UserId, Version};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// The assignments of one organisation.
#[async_trait]
pub trait Assignments: Send {
    /// The assignment, if there is one.
    async fn get(&mut self, id: &Granted<AssignmentId>) -> Result<Option<Assignment>>;
    /// A page of a client's, ended ones too.
    async fn list(&mut self, client: &Granted<ClientId>, page: PageRequest) -> Result<Page<Assignment>>;
    /// A page of all of the organisation, or of this coach's, ended ones too.
    async fn list_all(&mut self, coach: Option<UserId>, page: PageRequest) -> Result<Page<Assignment>>;
    /// This user and the clients there are of these, in one round trip, if the user is a member with the role coach; that stays so
    /// until the unit of work ends.
    async fn assignable(&mut self, coach: UserId, clients: &[ClientId]) -> Result<Option<Assignable>>;
    /// A page of those of a client that hold at this instant.
    async fn current(
        &mut self,
        client: &Granted<ClientId>,
        at: DateTime<Utc>,
        page: PageRequest,
    ) -> Result<Page<Assignment>>;
    /// Adds it.
    ///
    /// # Errors
    /// [`crate::Conflict::AlreadyAssigned`].
    async fn add(&mut self, client: &Granted<ClientId>, assignment: &Assignment) -> Result<()>;
    /// Adds these, each of a client that [`Assignments::assignable`] found.
    ///
    /// # Errors
    /// [`crate::Conflict::AlreadyAssigned`].
    async fn add_all(&mut self, assignments: &[Assignment]) -> Result<()>;
    /// Replaces the assignment at version `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first; [`crate::Conflict::AlreadyAssigned`].
    async fn update(&mut self, id: &Granted<AssignmentId>, assignment: &Assignment, seen: Version) -> Result<()>;
    /// Ends every assignment of a coach.
    async fn end_all_of(&mut self, coach: UserId, at: DateTime<Utc>) -> Result<()>;
}
