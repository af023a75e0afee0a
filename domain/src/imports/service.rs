use super::row_builder::RowBuilder;
use super::{Imported, ImportedClient, NewOnMap};
use crate::access::{Action, Resource};
use crate::maps::{Existing, MAX_SUPPORTERS, MAX_TIES, WholeMap};
use crate::supporters::known_types;
use crate::{Caller, ClientId, Conflict, Error, MapId, OrganisationId, Ports, Result};

/// Checks that the caller may import into this client, before the document is received.
///
/// Returns the client's organisation.
///
/// # Errors
/// As [`into_client`], for what does not depend on the document.
pub async fn authorize_client(ports: &Ports, caller: &Caller, id: ClientId) -> Result<OrganisationId> {
    ports.check_early(caller, Action::ImportClient, id).await
}

/// Checks that the caller may import onto this map, before large tables are received.
///
/// # Errors
/// As [`into_map`], for what does not depend on the tables.
pub async fn authorize_map(ports: &Ports, caller: &Caller, id: MapId) -> Result<()> {
    ports.check_early(caller, Action::ImportMapContent, id).await.map(drop)
}

/// Imports an exported client into a client without visible data, all or nothing.
///
/// # Errors
/// [`Error::Forbidden`] for a coach, if the document has a private map, a reflection or a card; [`Error::Invalid`];
/// [`Conflict::ClientNotEmpty`]; [`Error::UnknownReference`] for support types the organisation does not have.
pub async fn into_client(ports: &Ports, caller: &Caller, id: ClientId, document: ImportedClient) -> Result<Imported> {
    let (mut work, id) = ports.begin_on(caller, Action::ImportClient, id).await?;
    if document.private() {
        work.authorization().also(Action::SetMapPrivacy, &id)?;
    }
    if document.reflections() {
        work.authorization().also(Action::Create(Resource::Reflection), &id)?;
    }
    if !document.cards.is_empty() {
        // The document states who made a card and when; only the owner is trusted to import that.
        work.authorization().also(Action::ImportCards, &id)?;
    }
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    let errors = document.errors(work.now());
    if !errors.is_empty() {
        return Err(Error::Invalid(errors));
    }
    // The response must not disclose data the caller cannot see. All ids are new, so hidden data does not conflict.
    let private_too = work.authorization().sees_private(&id);
    if !work.imports().lock_if_empty(&id, private_too).await? {
        return Err(Error::Conflict(Conflict::ClientNotEmpty));
    }
    known_types(&mut work, document.support_types()).await?;
    let rows = RowBuilder { ports, client: id.id(), now: work.now() }.rows(document)?;
    work.imports().add_all(&id, &rows).await?;
    let imported = Imported { persons: rows.persons.len(), maps: rows.maps.len(), cards: rows.cards.len() };
    work.commit(imported).await
}

/// Adds people, their supports and their ties to a map, all or nothing.
///
/// # Errors
/// [`Error::UnknownReference`] for support types the organisation does not have; [`Conflict::MapFull`];
/// [`Error::Invalid`] if the map would exceed the limit of supports.
pub async fn into_map(ports: &Ports, caller: &Caller, id: MapId, new: NewOnMap) -> Result<WholeMap> {
    let (mut work, id) = ports.begin_on(caller, Action::ImportMapContent, id).await?;
    // Only the map's id is stored; a repeated request returns the current map.
    if let Some(id) = work.stored_response::<MapId>()? {
        let id = work.also(Action::ImportMapContent, id).await?;
        let whole = work.maps().whole(&id).await?;
        return work.end(whole).await;
    }
    let now = work.now();
    work.maps().bump_version(&id, now).await?;
    let whole = work.maps().whole(&id).await?;
    let known = work.support_types().all().await?.support_types.into_iter().map(|entry| entry.code).collect();
    let unknown = new.unknown_types(&known);
    if !unknown.is_empty() {
        return Err(Error::UnknownReference(unknown));
    }
    let content = new.beside(&whole, || work.new_id());
    if content.supporters.len() > MAX_SUPPORTERS || content.ties.len() > MAX_TIES {
        return Err(Error::Conflict(Conflict::MapFull));
    }
    let persons = whole.persons.iter().map(|person| (person.id, person.clone())).collect();
    let existing = Existing { persons, ..Existing::default() };
    let change = content.onto(&whole, &existing, work.now())?;
    work.maps().replace_content(&id, &change).await?;
    let whole = work.maps().whole(&id).await?;
    work.commit(id.id()).await?;
    Ok(whole)
}
