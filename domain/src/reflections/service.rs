use super::{NewReflection, Reflection, ReflectionChanges};
use crate::access::{Action, Target};
use crate::maps::MAX_REFLECTIONS;
use crate::{Caller, Conflict, Error, Expected, MapId, Page, PageRequest, Ports, ReflectionId, Result};

/// Writes a reflection on a map.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Forbidden`] to a coach; [`Conflict::MapFull`].
pub async fn create(ports: &Ports, caller: &Caller, map: MapId, new: NewReflection) -> Result<Reflection> {
    let (mut work, facts) = ports.begin_on(caller, Action::CreateReflection, Target::Map(map)).await?;
    if let Some(done) = work.replayed()? {
        return Ok(done);
    }
    let reflection = new.at(work.new_id(), map, work.now());
    // Nobody adds another between the count and the commit.
    work.cards().hold(map).await?;
    if work.reflections().count(map).await? >= MAX_REFLECTIONS as u64 {
        return Err(Error::Conflict(Conflict::MapFull));
    }
    work.reflections().add(facts.client_id, &reflection).await?;
    work.commit(reflection).await
}

/// A page of the reflections on a map.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn list(ports: &Ports, caller: &Caller, map: MapId, page: PageRequest) -> Result<Page<Reflection>> {
    let (mut work, _) = ports.begin_on(caller, Action::ListReflections, Target::Map(map)).await?;
    let reflections = work.reflections().list(map, page).await?;
    work.end(reflections).await
}

/// One reflection.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, id: ReflectionId) -> Result<Reflection> {
    let (mut work, _) = ports.begin_on(caller, Action::ReadReflection, Target::Reflection(id)).await?;
    let reflection = work.reflections().get(id).await?.ok_or(Error::NotFound)?;
    work.end(reflection).await
}

/// Changes a reflection.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Forbidden`] to a coach; [`Error::Stale`].
pub async fn update(
    ports: &Ports,
    caller: &Caller,
    id: ReflectionId,
    expected: &Expected,
    changes: ReflectionChanges,
) -> Result<Reflection> {
    let (mut work, _) = ports.begin_on(caller, Action::UpdateReflection, Target::Reflection(id)).await?;
    let reflection = work.reflections().get(id).await?.ok_or(Error::NotFound)?;
    expected.check(reflection.version)?;
    let seen = reflection.version;
    let reflection = changes.apply(reflection, work.now());
    work.reflections().update(&reflection, seen).await?;
    work.commit(reflection).await
}

/// Removes a reflection.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Forbidden`] to a coach; [`Error::Stale`].
pub async fn delete(ports: &Ports, caller: &Caller, id: ReflectionId, expected: &Expected) -> Result<()> {
    let (mut work, _) = ports.begin_on(caller, Action::DeleteReflection, Target::Reflection(id)).await?;
    let reflection = work.reflections().get(id).await?.ok_or(Error::NotFound)?;
    expected.check(reflection.version)?;
    work.reflections().remove(id, reflection.version).await?;
    work.commit(()).await
}
