use crate::access::Action;
use crate::accounts::NamedUser;
use crate::audit::Disclosure;
use crate::ports::Following;
use crate::{Caller, Error, MapId, Ports, Result, Topic, Version};

impl Disclosure for Box<dyn Following> {}

/// Subscribes to a map.
///
/// Read its version afterwards, with [`last_change`]: earlier changes are not notified.
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
    /// The version that resulted.
    pub version: Version,
    /// The user who made it, if recorded.
    pub by: Option<NamedUser>,
    /// The request id, if recorded.
    pub request: Option<String>,
}

/// Returns the last change of a map unless it resulted in this version.
///
/// Authorizes again: session, membership, assignment and the map's privacy are read again.
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
    Ok(work.end_poll(change))
}
