use super::Assignment;
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
    /// Replaces the assignment at version `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first; [`crate::Conflict::AlreadyAssigned`].
    async fn update(&mut self, id: &Granted<AssignmentId>, assignment: &Assignment, seen: Version) -> Result<()>;
    /// Ends every assignment of a coach.
    async fn end_all_of(&mut self, coach: UserId, at: DateTime<Utc>) -> Result<()>;
}
