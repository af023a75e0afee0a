use super::{CoachNote, CoachNoteChanges, NewCoachNote};
use crate::access::{Action, Resource};
use crate::{Caller, ClientId, CoachNoteId, Error, Expected, Page, PageRequest, Ports, Result};

/// Creates a note about a client.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Forbidden`] for everyone except a coach.
pub async fn create(ports: &Ports, caller: &Caller, client: ClientId, new: NewCoachNote) -> Result<CoachNote> {
    let (mut work, client) = ports.begin_on(caller, Action::Create(Resource::CoachNote), client).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    let note = new.at(work.new_id(), client.id(), work.named_user(), work.now());
    work.coach_notes().add(&client, &note).await?;
    work.commit(note).await
}

/// Returns a page of the caller's own notes about a client.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Forbidden`] for everyone except a coach.
pub async fn list(ports: &Ports, caller: &Caller, client: ClientId, page: PageRequest) -> Result<Page<CoachNote>> {
    let (mut work, client) = ports.begin_on(caller, Action::List(Resource::CoachNote), client).await?;
    let author = work.user();
    let notes = work.coach_notes().list(&client, author, page).await?;
    work.end(notes).await
}

/// Returns one note.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, id: CoachNoteId) -> Result<CoachNote> {
    let (mut work, id) = ports.begin_on(caller, Action::Read(Resource::CoachNote), id).await?;
    let note = work.coach_notes().get(&id).await?.ok_or(Error::NotFound)?;
    work.end(note).await
}

/// Updates a note.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Stale`].
pub async fn update(
    ports: &Ports,
    caller: &Caller,
    id: CoachNoteId,
    expected: &Expected,
    changes: CoachNoteChanges,
) -> Result<CoachNote> {
    let (mut work, id) = ports.begin_on(caller, Action::Update(Resource::CoachNote), id).await?;
    let note = work.coach_notes().get(&id).await?.ok_or(Error::NotFound)?;
    expected.check(note.version)?;
    let seen = note.version;
    let note = changes.apply(note, work.now());
    work.coach_notes().update(&id, &note, seen).await?;
    work.commit(note).await
}

/// Deletes a note.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Stale`].
pub async fn delete(ports: &Ports, caller: &Caller, id: CoachNoteId, expected: &Expected) -> Result<()> {
    let (mut work, id) = ports.begin_on(caller, Action::Delete(Resource::CoachNote), id).await?;
    let note = work.coach_notes().get(&id).await?.ok_or(Error::NotFound)?;
    expected.check(note.version)?;
    work.coach_notes().remove(&id, note.version).await?;
    work.commit(()).await
}
