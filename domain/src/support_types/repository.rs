use super::{OwnSupportTypes, Vocabulary};
use crate::{Result, Version};
use async_trait::async_trait;

/// The support types of one organisation.
#[async_trait]
pub trait SupportTypes: Send {
    /// Returns all support types; there are few.
    async fn all(&mut self) -> Result<Vocabulary>;
    /// Inserts the built-in types, for a new organisation.
    async fn add_built_in(&mut self) -> Result<()>;
    /// Replaces the custom types if the version is still `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`; [`crate::Conflict::SupportTypeInUse`] if a
    /// removed type is in use.
    async fn replace_own(&mut self, own: &OwnSupportTypes, seen: Version) -> Result<()>;
}
