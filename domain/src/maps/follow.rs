use crate::access::Action;
use crate::{Caller, Error, Following, MapId, Ports, Result, Version};

/// Begins to follow a map. Look at its [`version`] afterwards: what changed before is not told.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub async fn follow(ports: &Ports, caller: &Caller, id: MapId) -> Result<Box<dyn Following>> {
    let (work, id) = ports.begin_on(caller, Action::FollowMap, id).await?;
    let following = ports.notifications.follow(work.authorization().scope(), id.id());
    work.end(following).await
}

/// The version of a map, if the caller may follow it still: the session, the membership, the assignment and the map's
/// privacy are looked at anew.
///
/// # Errors
/// [`crate::Error::Unauthenticated`], [`crate::Error::NotFound`].
pub async fn version(ports: &Ports, caller: &Caller, id: MapId) -> Result<Version> {
    let (work, id) = ports.begin_on(caller, Action::FollowMap, id).await?;
    let revision = id.revision().ok_or(Error::NotFound)?;
    work.end(revision.version).await
}
