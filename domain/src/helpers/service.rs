use super::{Candidate, Helper, rank};
use crate::access::Action;
use crate::audit::Disclosure;
use crate::maps::{Map, WholeMap};
use crate::support_types::SupportTypeEntry;
use crate::vocabulary::{Audience, SupportType};
use crate::{Caller, ClientId, Error, FieldCode, MapId, Ports, Result};

/// The result of a look-up for one type of support.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The type of support.
    pub support_type: SupportTypeEntry,
    /// The maps that were read, latest change first.
    pub maps: Vec<Map>,
    /// Persons named for the type, ranked.
    pub helpers: Vec<Helper>,
    /// Persons not named for the type who may still help, ranked.
    pub others: Vec<Helper>,
    /// The audience of the sentences.
    pub audience: Audience,
}

impl Disclosure for Found {}

/// Finds who could help this client with one type of support.
///
/// # Errors
/// As [`find_all`]; [`Error::Invalid`] for an unknown support type.
pub async fn find(
    ports: &Ports,
    caller: &Caller,
    client: ClientId,
    support_type: &SupportType,
    map: Option<MapId>,
) -> Result<Found> {
    let found = look_up(ports, caller, client, Some(support_type), map).await?;
    found.into_iter().next().ok_or_else(|| Error::invalid("/supportType", FieldCode::UnknownReference))
}

/// Finds who could help this client with each type of support.
///
/// Reads all visible maps with supporters, or only the map named. Private maps are visible to the client only.
///
/// # Errors
/// [`Error::NotFound`] if the client or the map is not visible to the caller.
pub async fn find_all(ports: &Ports, caller: &Caller, client: ClientId, map: Option<MapId>) -> Result<Vec<Found>> {
    look_up(ports, caller, client, None, map).await
}

async fn look_up(
    ports: &Ports,
    caller: &Caller,
    client: ClientId,
    support_type: Option<&SupportType>,
    map: Option<MapId>,
) -> Result<Vec<Found>> {
    let (mut work, client) = ports.begin_on(caller, Action::FindHelpers, client).await?;
    let (now, zone) = (work.now(), work.time_zone());
    let private_too = work.authorization().sees_private(&client);
    let audience = work.authorization().audience(&client);
    let (support_types, wholes) = work.helpers().look_up(&client, support_type, map, private_too).await?;
    if map.is_some() && wholes.is_empty() {
        return Err(Error::NotFound);
    }
    let maps: Vec<_> = wholes.iter().map(|WholeMap { map, .. }| map.clone()).collect();
    let everybody = Candidate::all(wholes);
    let found = support_types.into_iter().map(|support_type| {
        let (helpers, others) = rank(&everybody, &support_type.code, now, zone);
        Found { support_type, maps: maps.clone(), helpers, others, audience }
    });
    work.end(found.collect()).await
}
