use super::{OwnSupportTypes, Vocabulary};
use crate::{Result, Version};
use async_trait::async_trait;

/// The support types of one organisation.
#[async_trait]
pub trait SupportTypes: Send {
    /// All of them; they are few.
    async fn all(&mut self) -> Result<Vocabulary>;
    /// Adds the built-in ones, to a new organisation.
    async fn add_built_in(&mut self) -> Result<()>;
    /// Replaces the organisation's own at version `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first; [`crate::Conflict::SupportTypeInUse`] if one that goes is used.
    async fn replace_own(&mut self, own: &OwnSupportTypes, seen: Version) -> Result<()>;
}
