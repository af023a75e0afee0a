use super::{Need, model};
use crate::access::{Action, Target};
use crate::supporters::built_in;
use crate::{Caller, Error, Expected, FieldError, MapId, Ports, Result, Version, Work};
use std::collections::HashSet;

/// What the client needs, and the version of the map.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, map: MapId) -> Result<(Vec<Need>, Version)> {
    let mut work = ports.begin(caller, Action::ReadNeeds).await?;
    work.on(Target::Map(map)).await?;
    let needs = work.needs().get(map).await?.ok_or(Error::NotFound)?;
    work.end(needs).await
}

/// Replaces everything the client needs.
///
/// # Errors
/// [`Error::Stale`]; [`Error::Invalid`]; [`Error::UnknownReference`].
pub async fn replace(
    ports: &Ports,
    caller: &Caller,
    map: MapId,
    expected: &Expected,
    mut needs: Vec<Need>,
) -> Result<(Vec<Need>, Version)> {
    let mut work = ports.begin(caller, Action::ReplaceNeeds).await?;
    work.on(Target::Map(map)).await?;
    let now = work.now();
    let version = work.maps().touch(map, now).await?;
    // As it was before this use case counted itself.
    expected.check(version - 1)?;
    model::distinct(&needs)?;
    known_types(&mut work, &needs).await?;
    needs.sort();
    work.needs().replace(map, &needs).await?;
    work.commit((needs, version)).await
}

async fn known_types(work: &mut Work, needs: &[Need]) -> Result<()> {
    let own: Vec<_> = needs.iter().map(|need| &need.support_type).filter(|code| !built_in(code)).collect();
    let known = if own.is_empty() { HashSet::new() } else { work.supporters().known_types(&own).await? };
    let errors: Vec<_> = needs
        .iter()
        .enumerate()
        .filter(|(_, need)| !built_in(&need.support_type) && !known.contains(&need.support_type))
        .map(|(index, _)| FieldError::new(format!("/needs/{index}/supportType"), "unknown-reference"))
        .collect();
    if errors.is_empty() { Ok(()) } else { Err(Error::UnknownReference(errors)) }
}
