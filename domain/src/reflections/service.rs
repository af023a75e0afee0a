use super::{NewReflection, Reflection, ReflectionChanges};
use crate::access::{Action, Resource};
use crate::maps::MAX_REFLECTIONS;
use crate::{Caller, Conflict, Error, Expected, MapId, Page, PageRequest, Ports, ReflectionId, Result};

/// Creates a reflection on a map.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Forbidden`] for a coach; [`Conflict::MapFull`].
pub async fn create(ports: &Ports, caller: &Caller, map: MapId, new: NewReflection) -> Result<Reflection> {
    let (mut work, map) = ports.begin_on(caller, Action::Create(Resource::Reflection), map).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    let reflection = new.at(work.new_id(), map.id(), work.now());
    // Locks the map, so that the count holds until the commit.
    work.cards().lock_map(&map).await?;
    if work.reflections().count(&map).await? >= MAX_REFLECTIONS as u64 {
        return Err(Error::Conflict(Conflict::MapFull));
    }
    work.reflections().add(&map, &reflection).await?;
    work.commit(reflection).await
}

/// Returns a page of the reflections on a map.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn list(ports: &Ports, caller: &Caller, map: MapId, page: PageRequest) -> Result<Page<Reflection>> {
    let (mut work, map) = ports.begin_on(caller, Action::List(Resource::Reflection), map).await?;
    let reflections = work.reflections().list(&map, page).await?;
    work.end(reflections).await
}

/// Returns one reflection.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, id: ReflectionId) -> Result<Reflection> {
    let (mut work, id) = ports.begin_on(caller, Action::Read(Resource::Reflection), id).await?;
    let reflection = work.reflections().get(&id).await?.ok_or(Error::NotFound)?;
    work.end(reflection).await
}

/// Updates a reflection.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Forbidden`] for a coach; [`Error::Stale`].
pub async fn update(
    ports: &Ports,
    caller: &Caller,
    id: ReflectionId,
    expected: &Expected,
    changes: ReflectionChanges,
) -> Result<Reflection> {
    let (mut work, id) = ports.begin_on(caller, Action::Update(Resource::Reflection), id).await?;
    let reflection = work.reflections().get(&id).await?.ok_or(Error::NotFound)?;
    expected.check(reflection.version)?;
    let seen = reflection.version;
    let reflection = changes.apply(reflection, work.now());
    work.reflections().update(&id, &reflection, seen).await?;
    work.commit(reflection).await
}

/// Deletes a reflection.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Forbidden`] for a coach; [`Error::Stale`].
pub async fn delete(ports: &Ports, caller: &Caller, id: ReflectionId, expected: &Expected) -> Result<()> {
    let (mut work, id) = ports.begin_on(caller, Action::Delete(Resource::Reflection), id).await?;
    let reflection = work.reflections().get(&id).await?.ok_or(Error::NotFound)?;
    expected.check(reflection.version)?;
    work.reflections().remove(&id, reflection.version).await?;
    work.commit(()).await
}
