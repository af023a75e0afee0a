use super::Member;
use crate::accounts::Email;
use crate::{MemberId, Page, PageRequest, Result, UserId, Version};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// The members of one organisation.
#[async_trait]
pub trait Members: Send {
    /// The member, if there is one.
    async fn get(&mut self, id: MemberId) -> Result<Option<Member>>;
    /// A page of them.
    async fn list(&mut self, page: PageRequest) -> Result<Page<Member>>;
    /// Whether a member has this address.
    async fn has(&mut self, email: &Email) -> Result<bool>;
    /// Whether another member than this one is an admin; that stays so until the unit of work ends.
    async fn another_admin(&mut self, than: MemberId) -> Result<bool>;
    /// Replaces the member's roles at version `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first.
    async fn update(&mut self, member: &Member, seen: Version) -> Result<()>;
    /// Unlinks the user from the client whose log-in they are, if any, and records by whom.
    async fn unlink_client(&mut self, user: UserId, by: UserId, at: DateTime<Utc>) -> Result<()>;
    /// Ends the role client of a user whose client is gone, and with it the membership if there is no other role.
    async fn end_client_role(&mut self, user: UserId, at: DateTime<Utc>) -> Result<()>;
    /// Removes the member at version `seen`. What they did stays, their assignments too.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if somebody was first.
    async fn remove(&mut self, id: MemberId, seen: Version) -> Result<()>;
}
