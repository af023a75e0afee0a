use super::{Helper, rank};
use crate::access::{Action, Attributes, Resource};
use crate::maps::{Map, WholeMap};
use crate::support_types::SupportTypeEntry;
use crate::vocabulary::SupportType;
use crate::{Caller, ClientId, Error, FieldCode, MapId, Ports, Result};

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
    let (mut work, client) = ports.begin_on(caller, Action::FindHelpers, client).await?;
    let (now, zone) = (work.now(), work.time_zone());
    let private_too = work.authorization().sees_private(&client);
    let look_up = work.helpers().look_up(&client, support_type, map, private_too).await?;
    let support_type =
        look_up.support_type.ok_or_else(|| Error::invalid("/supportType", FieldCode::UnknownReference))?;
    let Some(id) = look_up.map else {
        if map.is_some() {
            return Err(Error::NotFound);
        }
        let nobody = Found { support_type, map: None, helpers: Vec::new(), others: Vec::new() };
        return work.end(nobody).await;
    };
    // A map that was named may be private: finding helpers is a right on the client.
    let attributes = Attributes { private: look_up.private, ..*client.attributes() };
    let map = work.authorization().may(Action::Read(Resource::Map), id, Some(attributes))?;
    let whole = work.maps().whole(&map).await?;
    let (helpers, others) = rank(&whole, &support_type.code, now, zone);
    let WholeMap { map, .. } = whole;
    work.end(Found { support_type, map: Some(map), helpers, others }).await
}
