use super::CoachNote;
use crate::access::Granted;
use crate::{ClientId, CoachNoteId, Page, PageRequest, Result, UserId, Version};
use async_trait::async_trait;

/// The coaches' notes in one organisation.
#[async_trait]
pub trait CoachNotes: Send {
    /// The note, if there is one.
    async fn get(&mut self, id: &Granted<CoachNoteId>) -> Result<Option<CoachNote>>;
    /// A page of what this author noted about a client.
    async fn list(&mut self, client: &Granted<ClientId>, author: UserId, page: PageRequest) -> Result<Page<CoachNote>>;
    /// Adds it.
    async fn add(&mut self, client: &Granted<ClientId>, note: &CoachNote) -> Result<()>;
    /// Replaces the note at version `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first.
    async fn update(&mut self, id: &Granted<CoachNoteId>, note: &CoachNote, seen: Version) -> Result<()>;
    /// Removes the note at version `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first.
    async fn remove(&mut self, id: &Granted<CoachNoteId>, seen: Version) -> Result<()>;
}
