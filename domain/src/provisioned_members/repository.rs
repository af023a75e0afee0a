use super::{Filter, ProvisionedMember, Range};
use crate::{ProvisionedMemberId, Result, Version};
use async_trait::async_trait;

/// The provisioned members of one organisation.
#[async_trait]
pub trait ProvisionedMembers: Send {
    /// Returns the one with this id, or `None` if it does not exist.
    async fn get(&mut self, id: ProvisionedMemberId) -> Result<Option<ProvisionedMember>>;
    /// Returns a part of those that meet the filter, in order of id, and the number of all of them.
    async fn list(&mut self, filter: &Filter, range: Range) -> Result<(u64, Vec<ProvisionedMember>)>;
    /// Inserts one.
    ///
    /// # Errors
    /// [`crate::Conflict::UserNameTaken`].
    async fn add(&mut self, member: &ProvisionedMember) -> Result<()>;
    /// Replaces one if its version is still `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`]; [`crate::Conflict::UserNameTaken`].
    async fn update(&mut self, member: &ProvisionedMember, seen: Version) -> Result<()>;
    /// Removes one if its version is still `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`].
    async fn remove(&mut self, id: ProvisionedMemberId, seen: Version) -> Result<()>;
}
