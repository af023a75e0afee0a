use crate::access::{Action, Target};
use crate::{Caller, Following, MapId, Ports, Result, Version};

/// Begins to follow a map. Look at its [`version`] afterwards: what changed before is not told.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub async fn follow(ports: &Ports, caller: &Caller, id: MapId) -> Result<Box<dyn Following>> {
    let (work, _) = ports.begin_on(caller, Action::FollowMap, Target::Map(id)).await?;
    let following = ports.changes.follow(work.leave().scope(), id);
    work.end(following).await
}

/// The version of a map, if the caller may follow it still: the session, the membership, the assignment and the map's
/// privacy are looked at anew.
///
/// # Errors
/// [`crate::Error::Unauthenticated`], [`crate::Error::NotFound`].
pub async fn version(ports: &Ports, caller: &Caller, id: MapId) -> Result<Version> {
    let mut work = ports.begin(caller, Action::FollowMap).await?;
    let version = work.version(id).await?;
    work.end(version).await
}
