use super::Member;
use crate::access::Roles;
use crate::accounts::Email;
use crate::{MemberId, Page, PageRequest, Result, UserId, Version};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// The members of one organisation.
#[async_trait]
pub trait Members: Send {
    /// Returns the member, or `None` if it does not exist.
    async fn get(&mut self, id: MemberId) -> Result<Option<Member>>;
    /// Returns a page of the members.
    async fn list(&mut self, page: PageRequest) -> Result<Page<Member>>;
    /// Whether a member has this email address.
    async fn has(&mut self, email: &Email) -> Result<bool>;
    /// Returns the users of the administrators, at most [`super::TOLD_ADMINISTRATORS`].
    async fn administrators(&mut self) -> Result<Vec<UserId>>;
    /// Returns the member with this email address.
    async fn with_email(&mut self, email: &Email) -> Result<Option<Member>>;
    /// Returns the member who is this user.
    async fn of_user(&mut self, user: UserId) -> Result<Option<Member>>;
    /// Makes this user a member again, with these roles.
    ///
    /// # Errors
    /// [`crate::Conflict::AlreadyMember`].
    async fn add(&mut self, id: MemberId, user: UserId, roles: Roles, at: DateTime<Utc>) -> Result<()>;
    /// Whether a member other than this one is an admin; locks the result until the unit of work ends.
    async fn another_admin(&mut self, than: MemberId) -> Result<bool>;
    /// Replaces the member's roles if the version is still `seen`.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`.
    async fn update(&mut self, member: &Member, seen: Version) -> Result<()>;
    /// Unlinks the user from their client record, if any, and records who did so.
    async fn unlink_client(&mut self, user: UserId, by: UserId, at: DateTime<Utc>) -> Result<()>;
    /// Removes the role client of a user whose client is deleted.
    ///
    /// Removes the membership if no other role remains.
    async fn end_client_role(&mut self, user: UserId, at: DateTime<Utc>) -> Result<()>;
    /// Removes the member if its version is still `seen`. Their history stays, including assignments.
    ///
    /// # Errors
    /// [`crate::Error::Stale`] if the stored version is no longer `seen`.
    async fn remove(&mut self, id: MemberId, seen: Version) -> Result<()>;
}
