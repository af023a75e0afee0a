use super::{Need, model};
use crate::access::{Action, Resource};
use crate::supporters::known_types;
use crate::{Caller, Error, ExpectedPart, MapId, Ports, Result, Version, WithMap};

/// Returns the client's needs and their version.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, map: MapId) -> Result<(Vec<Need>, Version)> {
    let (mut work, map) = ports.begin_on(caller, Action::Read(Resource::Needs), map).await?;
    let needs = work.needs().get(&map).await?.ok_or(Error::NotFound)?;
    work.end(needs).await
}

/// Replaces all needs of the client.
///
/// # Errors
/// [`Error::StalePart`]; [`Error::Invalid`]; [`Error::UnknownReference`].
pub async fn replace(
    ports: &Ports,
    caller: &Caller,
    map: MapId,
    expected: &ExpectedPart,
    mut needs: Vec<Need>,
) -> Result<WithMap<(Vec<Need>, Version)>> {
    let (mut work, map) = ports.begin_on(caller, Action::Update(Resource::Needs), map).await?;
    let now = work.now();
    work.maps().bump_needs_version(&map, now).await?;
    let (whole, version) = work.needs().versions(&map).await?;
    // The versions before the increment by this use case.
    expected.check(version - 1, whole - 1)?;
    model::distinct(&needs)?;
    let named = needs.iter().enumerate().map(|(at, need)| (&need.support_type, format!("/needs/{at}/supportType")));
    known_types(&mut work, named.collect()).await?;
    needs.sort();
    work.needs().replace(&map, &needs).await?;
    work.commit_on(&map, (needs, version)).await
}
