//! Mails to the holders of accounts whose identities are removed.

use crate::jobs::JobKind;
use crate::mail::notice_in;
use crate::{Ports, Result, UnitOfWork, UserId};

/// Maximum number of users who are told that a provider was deleted: as many as an organisation can provision.
pub const TOLD_USERS: usize = 10_000;

/// Tells the users that their identity at a provider of the organisation was removed.
pub(crate) async fn tell_removed(ports: &Ports, work: &mut UnitOfWork, users: &[UserId]) -> Result<()> {
    let (organisation, now) = (work.authorization().scope().organisation(), work.now());
    let notice = |user: &UserId| notice_in(ports, organisation, JobKind::MailIdentityRemoved, *user, now);
    let notices: Vec<_> = users.iter().filter_map(notice).collect();
    work.jobs().enqueue_all(&notices).await
}

/// The same for a member whose membership ends, and their identities with it.
pub(crate) async fn tell_member(ports: &Ports, work: &mut UnitOfWork, user: UserId) -> Result<()> {
    if work.identities().is_linked(user).await? { tell_removed(ports, work, &[user]).await } else { Ok(()) }
}
