use super::{Map, MapChanges, NewMap, WholeMap};
use crate::access::{Action, Target};
use crate::{Caller, ClientId, Expected, MapId, Page, PageRequest, Ports, Result};

/// Creates a map with nothing on it.
///
/// # Errors
/// [`crate::Error::Forbidden`] to a coach who would make it private.
pub async fn create(ports: &Ports, caller: &Caller, client: ClientId, new: NewMap) -> Result<Map> {
    let mut work = ports.begin(caller, Action::CreateMap).await?;
    let facts = work.on(Target::Client(client)).await?;
    if new.private {
        work.leave().may(Action::SetMapPrivacy, Some(facts))?;
    }
    if let Some(done) = work.replayed()? {
        return Ok(done);
    }
    let map = new.at(work.new_id(), client, work.now());
    work.maps().add(&map).await?;
    work.commit(map).await
}

/// A page of the client's maps, without what is on them. A coach does not see the private ones.
///
/// # Errors
/// Only the general ones.
pub async fn list(ports: &Ports, caller: &Caller, client: ClientId, page: PageRequest) -> Result<Page<Map>> {
    let mut work = ports.begin(caller, Action::ListMaps).await?;
    let facts = work.on(Target::Client(client)).await?;
    let private_too = work.leave().sees_private(&facts);
    let maps = work.maps().list(client, private_too, page).await?;
    work.end(maps).await
}

/// A map with everything on it.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, id: MapId) -> Result<WholeMap> {
    let mut work = ports.begin(caller, Action::ReadMap).await?;
    let (_, whole) = work.whole(id).await?;
    work.end(whole).await
}

/// Changes the map itself.
///
/// # Errors
/// [`crate::Error::Stale`]; [`crate::Error::Forbidden`] to a coach who would change its privacy.
pub async fn update(
    ports: &Ports,
    caller: &Caller,
    id: MapId,
    expected: &Expected,
    changes: MapChanges,
) -> Result<WholeMap> {
    let mut work = ports.begin(caller, Action::UpdateMap).await?;
    let (facts, mut whole) = work.whole(id).await?;
    if changes.private.is_some() {
        work.leave().may(Action::SetMapPrivacy, Some(facts))?;
    }
    let seen = whole.map.version;
    expected.check(seen)?;
    changes.apply(&mut whole.map);
    whole.map.version += 1;
    whole.map.updated_at = work.now();
    work.maps().update(&whole.map, seen).await?;
    work.commit(whole).await
}

/// Removes a map and everything on it; the persons stay.
///
/// # Errors
/// [`crate::Error::Stale`].
pub async fn delete(ports: &Ports, caller: &Caller, id: MapId, expected: &Expected) -> Result<()> {
    let mut work = ports.begin(caller, Action::DeleteMap).await?;
    let (_, whole) = work.whole(id).await?;
    expected.check(whole.map.version)?;
    work.maps().remove(id, whole.map.version).await?;
    work.commit(()).await
}
