use super::{Helper, rank};
use crate::access::Action;
use crate::maps::{Map, WholeMap};
use crate::support_types::SupportTypeEntry;
use crate::vocabulary::SupportType;
use crate::{Caller, ClientId, Error, MapId, Ports, Result};

/// Who could help with one type of support.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The type.
    pub support_type: SupportTypeEntry,
    /// The map it was looked up on; none if the client has none with somebody on it.
    pub map: Option<Map>,
    /// Those the client named for it, in order.
    pub helpers: Vec<Helper>,
    /// Those who stand near and of whom it was not said, in order.
    pub others: Vec<Helper>,
}

/// Finds who could help this client, on the map last worked on or the one named. A map that the client keeps to themself
/// is there for the client only: a coach gets the latest of the others, as if there were no more.
///
/// # Errors
/// [`Error::NotFound`] for a client or a map the caller may not see; [`Error::Invalid`] for an unknown support type.
pub async fn find(
    ports: &Ports,
    caller: &Caller,
    client: ClientId,
    support_type: &SupportType,
    map: Option<MapId>,
) -> Result<Found> {
    let mut work = ports.begin(caller, Action::FindHelpers).await?;
    let (user, now, zone) = (work.user(), work.now(), work.time_zone());
    let look_up = work.helpers().look_up(client, support_type, user, now).await?;
    let facts = work.leave().on(look_up.as_ref().map(|found| found.facts))?;
    let look_up = look_up.ok_or(Error::NotFound)?;
    let support_type = look_up.support_type.ok_or_else(|| Error::invalid("/supportType", "unknown-reference"))?;
    let latest = if work.leave().sees_private(&facts) { look_up.latest } else { look_up.latest_open };
    let Some(map) = map.or(latest) else {
        let nobody = Found { support_type, map: None, helpers: Vec::new(), others: Vec::new() };
        return work.end(nobody).await;
    };
    let (facts, whole) = work.whole(map).await?;
    // Finding helpers is leave about the client; this map may be private, or another client's.
    work.leave().may(Action::ReadMap, Some(facts))?;
    if facts.client_id != client {
        return Err(Error::NotFound);
    }
    let (helpers, others) = rank(&whole, &support_type.code, now, zone);
    let WholeMap { map, .. } = whole;
    work.end(Found { support_type, map: Some(map), helpers, others }).await
}
