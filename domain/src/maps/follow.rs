use crate::access::Action;
use crate::accounts::NamedUser;
use crate::ports::Following;
use crate::{Caller, Error, MapId, Ports, Result, Topic, Version};

/// Begins to follow a map. Look at its [`version`] afterwards: what changed before is not told.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub async fn follow(ports: &Ports, caller: &Caller, id: MapId) -> Result<Box<dyn Following>> {
    let (work, id) = ports.begin_on(caller, Action::FollowMap, id).await?;
    let following = ports.notifications.follow(work.authorization().scope(), &[Topic::Map(id.id())]);
    work.end(following).await
}

/// The last change of a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastChange {
    /// The version it made.
    pub version: Version,
    /// Who made it, as far as that was recorded.
    pub by: Option<NamedUser>,
    /// The name of the request that made it, likewise.
    pub request: Option<String>,
}

/// The last change of a map unless it made this version, if the caller may follow it still: the session, the membership, the assignment
/// and the map's privacy are looked at anew.
///
/// # Errors
/// [`crate::Error::Unauthenticated`], [`crate::Error::NotFound`].
pub async fn last_change(
    ports: &Ports,
    caller: &Caller,
    id: MapId,
    known: Option<Version>,
) -> Result<Option<LastChange>> {
    let (mut work, id) = ports.begin_on(caller, Action::FollowMap, id).await?;
    let revision = id.revision().ok_or(Error::NotFound)?;
    let change = if known == Some(revision.version) { None } else { Some(work.maps().last_change(&id).await?) };
    work.end(change).await
}
