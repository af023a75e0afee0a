use super::{Agreement, AgreementChanges, NewAgreement};
use crate::access::{Action, Granted, Resource};
use crate::maps::Room;
use crate::vocabulary::AgreementStatus;
use crate::{
    AgreementId, Caller, Error, Expected, FieldCode, FieldError, MapId, Page, PageRequest, Ports, Result, UnitOfWork,
    WithMap,
};

/// Creates an agreement on a map.
///
/// # Errors
/// [`Error::NotFound`]; [`crate::Conflict::MapFull`]; [`Error::UnknownReference`] if the supporter is not on the map
/// or the support type is unknown.
pub async fn create(ports: &Ports, caller: &Caller, map: MapId, new: NewAgreement) -> Result<WithMap<Agreement>> {
    let (mut work, map) = ports.begin_on(caller, Action::Create(Resource::Agreement), map).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(WithMap::repeated(done));
    }
    let (agreement, now) = (new.at(work.new_id(), map.id(), work.now()), work.now());
    work.maps().bump_version(&map, now).await?;
    work.maps().require_room(&map, Room { agreements: 1, ..Room::default() }).await?;
    check_references(&mut work, &map, &agreement).await?;
    work.agreements().add(&map, &agreement).await?;
    work.commit_on(&map, agreement).await
}

/// Returns a page of the agreements on a map with one of these statuses; an empty list means all.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn list(
    ports: &Ports,
    caller: &Caller,
    map: MapId,
    statuses: &[AgreementStatus],
    page: PageRequest,
) -> Result<Page<Agreement>> {
    let (mut work, map) = ports.begin_on(caller, Action::List(Resource::Agreement), map).await?;
    let agreements = work.agreements().list(&map, statuses, page).await?;
    work.end(agreements).await
}

/// Returns one agreement.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, id: AgreementId) -> Result<Agreement> {
    let (mut work, id) = ports.begin_on(caller, Action::Read(Resource::Agreement), id).await?;
    let agreement = work.agreements().get(&id).await?.ok_or(Error::NotFound)?;
    work.end(agreement).await
}

/// Updates an agreement.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Stale`]; [`crate::Conflict::AgreementStep`]; [`Error::UnknownReference`].
pub async fn update(
    ports: &Ports,
    caller: &Caller,
    id: AgreementId,
    expected: &Expected,
    changes: AgreementChanges,
) -> Result<WithMap<Agreement>> {
    let (mut work, id) = ports.begin_on(caller, Action::Update(Resource::Agreement), id).await?;
    let agreement = work.agreements().get(&id).await?.ok_or(Error::NotFound)?;
    expected.check(agreement.version)?;
    let (seen, now) = (agreement.version, work.now());
    let refers_elsewhere = changes.supporter_id.is_some() || changes.support_type.is_some();
    let agreement = changes.apply(agreement, now)?;
    let map = id.map();
    work.maps().bump_version(&map, now).await?;
    if refers_elsewhere {
        check_references(&mut work, &map, &agreement).await?;
    }
    work.agreements().update(&id, &agreement, seen).await?;
    work.commit_on(&map, agreement).await
}

/// Deletes an agreement.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Stale`].
pub async fn delete(ports: &Ports, caller: &Caller, id: AgreementId, expected: &Expected) -> Result<WithMap<()>> {
    let (mut work, id) = ports.begin_on(caller, Action::Delete(Resource::Agreement), id).await?;
    let agreement = work.agreements().get(&id).await?.ok_or(Error::NotFound)?;
    expected.check(agreement.version)?;
    let now = work.now();
    work.maps().bump_version(&id.map(), now).await?;
    work.agreements().remove(&id, agreement.version).await?;
    work.commit_on(&id.map(), ()).await
}

/// Reports every invalid reference of the agreement.
///
/// The foreign keys enforce them; this only gives precise errors.
async fn check_references(work: &mut UnitOfWork, map: &Granted<MapId>, agreement: &Agreement) -> Result<()> {
    let (supporter, support_type) = (agreement.supporter_id, agreement.support_type.as_ref());
    if supporter.is_none() && support_type.is_none() {
        return Ok(());
    }
    let (supporter, support_type) = work.agreements().exists(map, supporter, support_type).await?;
    let errors: Vec<_> = [("/supporterId", supporter), ("/supportType", support_type)]
        .into_iter()
        .filter(|(_, known)| !known)
        .map(|(pointer, _)| FieldError::new(pointer, FieldCode::UnknownReference))
        .collect();
    if errors.is_empty() { Ok(()) } else { Err(Error::UnknownReference(errors)) }
}
