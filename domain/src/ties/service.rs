use super::{Pair, Tie};
use crate::access::{Action, Resource};
use crate::maps::Room;
use crate::supporters::Intensity;
use crate::{Caller, Error, Expected, FieldCode, MapId, Page, PageRequest, Ports, Result, SupporterId, TieId, WithMap};

/// Input for creating a tie.
#[derive(Clone, Copy, Debug)]
pub struct NewTie {
    /// The two supporters, in any order.
    pub supporters: [SupporterId; 2],
    /// The strength of the tie, if answered.
    pub strength: Option<Intensity>,
}

/// Partial update of a tie: `None` leaves a member unchanged, `Some(None)` makes it unanswered.
#[derive(Clone, Copy, Debug, Default)]
pub struct TieChanges {
    /// New strength.
    pub strength: Option<Option<Intensity>>,
}

/// Creates a tie between two supporters of a map.
///
/// # Errors
/// [`Error::Invalid`] if they are the same; [`crate::Conflict::MapFull`]; [`crate::Conflict::AlreadyTied`];
/// [`Error::UnknownReference`].
pub async fn create(ports: &Ports, caller: &Caller, map: MapId, new: NewTie) -> Result<WithMap<Tie>> {
    let (mut work, map) = ports.begin_on(caller, Action::Create(Resource::Tie), map).await?;
    let now = work.now();
    work.maps().bump_version(&map, now).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(WithMap::repeated(done));
    }
    let [one, other] = new.supporters;
    let between = Pair::new(one, other).ok_or_else(|| Error::invalid("/supporterIds/1", FieldCode::Duplicate))?;
    work.maps().require_room(&map, Room { ties: 1, ..Room::default() }).await?;
    let (now, strength) = (work.now(), new.strength);
    let tie =
        Tie { id: work.new_id(), map_id: map.id(), between, strength, version: 1, created_at: now, updated_at: now };
    work.ties().add(&map, &tie).await?;
    work.commit_on(&map, tie).await
}

/// Returns a page of the map's ties.
pub async fn list(ports: &Ports, caller: &Caller, map: MapId, page: PageRequest) -> Result<Page<Tie>> {
    let (mut work, map) = ports.begin_on(caller, Action::List(Resource::Tie), map).await?;
    let ties = work.ties().list(&map, page).await?;
    work.end(ties).await
}

/// Returns one tie.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, id: TieId) -> Result<Tie> {
    let (mut work, id) = ports.begin_on(caller, Action::Read(Resource::Tie), id).await?;
    let tie = work.ties().get(&id).await?.ok_or(Error::NotFound)?;
    work.end(tie).await
}

/// Updates the strength of a tie.
///
/// # Errors
/// [`Error::Stale`].
pub async fn update(
    ports: &Ports,
    caller: &Caller,
    id: TieId,
    expected: &Expected,
    changes: TieChanges,
) -> Result<WithMap<Tie>> {
    let (mut work, id) = ports.begin_on(caller, Action::Update(Resource::Tie), id).await?;
    let mut tie = work.ties().get(&id).await?.ok_or(Error::NotFound)?;
    expected.check(tie.version)?;
    let (seen, now) = (tie.version, work.now());
    work.maps().bump_version(&id.map(), now).await?;
    crate::patch(&mut tie.strength, changes.strength);
    crate::version::bump(&mut tie.version, &mut tie.updated_at, now);
    work.ties().update(&id, &tie, seen).await?;
    work.commit_on(&id.map(), tie).await
}

/// Deletes a tie.
///
/// # Errors
/// [`Error::Stale`].
pub async fn delete(ports: &Ports, caller: &Caller, id: TieId, expected: &Expected) -> Result<WithMap<()>> {
    let (mut work, id) = ports.begin_on(caller, Action::Delete(Resource::Tie), id).await?;
    let tie = work.ties().get(&id).await?.ok_or(Error::NotFound)?;
    expected.check(tie.version)?;
    let now = work.now();
    work.maps().bump_version(&id.map(), now).await?;
    work.ties().remove(&id, tie.version).await?;
    work.commit_on(&id.map(), ()).await
}
