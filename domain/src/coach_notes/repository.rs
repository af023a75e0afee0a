use super::CoachNote;
use crate::access::Granted;
use crate::{ClientId, CoachNoteId, Page, PageRequest, Result, UserId, Version};
use async_trait::async_trait;

/// The notes of the coaches of one organisation.
#[async_trait]
pub trait CoachNotes: Send {
    /// Returns the note, or `None` if it does not exist.
    async fn get(&mut self, id: &Granted<CoachNoteId>) -> Result<Option<CoachNote>>;
    /// Returns a page of this author's notes about a client.
    async fn list(&mut self, client: &Granted<ClientId>, author: UserId, page: PageRequest) -> Result<Page<CoachNote>>;
    /// Inserts the note.
    async fn add(&mut self, client: &Granted<ClientId>, note: &CoachNote) -> Result<()>;
    /// Replaces the note if its version is still `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`.
    async fn update(&mut self, id: &Granted<CoachNoteId>, note: &CoachNote, seen: Version) -> Result<()>;
    /// Removes the note if its version is still `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`.
    async fn remove(&mut self, id: &Granted<CoachNoteId>, seen: Version) -> Result<()>;
}
