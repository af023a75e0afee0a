use super::{Assignment, AssignmentChanges, NewAssignment, NewAssignments};
use crate::access::{Action, Resource};
use crate::{
    AssignmentId, Caller, ClientId, Conflict, Error, Expected, FieldCode, FieldError, Page, PageRequest, Ports, Result,
    UserId,
};

/// Assigns a coach to a client.
///
/// # Errors
/// [`Error::NotFound`] if the client does not exist; [`Conflict::NotACoach`]; [`Conflict::AlreadyAssigned`];
/// [`Error::Invalid`].
pub async fn create(ports: &Ports, caller: &Caller, client: ClientId, new: NewAssignment) -> Result<Assignment> {
    let (mut work, client) = ports.begin_on(caller, Action::Create(Resource::Assignment), client).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    new.check(work.now())?;
    let known = work.assignments().assignable(new.coach_id, &[client.id()]).await?;
    let known = known.ok_or_else(not_a_coach)?;
    let between = known.between(client.id()).ok_or(Error::NotFound)?;
    let assignment = new.at(work.new_id(), between, work.named_user(), work.now())?;
    work.assignments().add(&client, &assignment).await?;
    work.commit(assignment).await
}

/// Assigns a coach to several clients, all or none.
///
/// # Errors
/// [`Error::Invalid`]; [`Conflict::NotACoach`]; [`Error::UnknownReference`] and [`Error::ConflictIn`] name every
/// client that is unknown or already assigned.
pub async fn create_all(ports: &Ports, caller: &Caller, new: NewAssignments) -> Result<Vec<Assignment>> {
    let mut work = ports.begin(caller, Action::AssignCoach).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    new.check()?;
    new.each.check(work.now())?;
    let known = work.assignments().assignable(new.each.coach_id, &new.clients).await?;
    let known = known.ok_or_else(not_a_coach)?;
    let unknown = new.places(FieldCode::UnknownReference, |client| !known.clients.contains_key(&client));
    if !unknown.is_empty() {
        return Err(Error::UnknownReference(unknown));
    }
    // Only open-ended assignments are unique per coach and client.
    let is_open = new.each.ends_at.is_none();
    let taken = new.places(FieldCode::AlreadyAssigned, |client| {
        is_open && known.clients.get(&client).is_some_and(|client| client.is_assigned)
    });
    if !taken.is_empty() {
        return Err(Error::ConflictIn(Conflict::AlreadyAssigned, taken));
    }
    let (by, now) = (work.named_user(), work.now());
    let between = new.clients.iter().filter_map(|client| known.between(*client));
    let assignments = between
        .map(|between| new.each.clone().at(work.new_id(), between, by.clone(), now))
        .collect::<Result<Vec<_>>>()?;
    work.assignments().add_all(&assignments).await?;
    work.about_all(new.clients);
    work.commit(assignments).await
}

fn not_a_coach() -> Error {
    Error::ConflictIn(Conflict::NotACoach, vec![FieldError::new("/coachId", FieldCode::NotACoach)])
}

/// Returns a page of the assignments of the organisation or of one coach, including ended ones.
///
/// # Errors
/// [`Error::Forbidden`] for everyone except an administrator.
pub async fn list_all(
    ports: &Ports,
    caller: &Caller,
    coach: Option<UserId>,
    page: PageRequest,
) -> Result<Page<Assignment>> {
    let mut work = ports.begin(caller, Action::ListAllAssignments).await?;
    let assignments = work.assignments().list_all(coach, page).await?;
    work.end(assignments).await
}

/// Returns a page of a client's assignments, including ended ones.
///
/// # Errors
/// [`Error::NotFound`] if the client does not exist.
pub async fn list(ports: &Ports, caller: &Caller, client: ClientId, page: PageRequest) -> Result<Page<Assignment>> {
    let (mut work, client) = ports.begin_on(caller, Action::List(Resource::Assignment), client).await?;
    let assignments = work.assignments().list(&client, page).await?;
    work.end(assignments).await
}

/// Returns a page of a client's current assignments, for the client and their coaches.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Forbidden`] for an administrator, who reads all assignments.
pub async fn current(ports: &Ports, caller: &Caller, client: ClientId, page: PageRequest) -> Result<Page<Assignment>> {
    let (mut work, client) = ports.begin_on(caller, Action::ListCoaches, client).await?;
    let now = work.now();
    let assignments = work.assignments().current(&client, now, page).await?;
    work.end(assignments).await
}

/// Returns one assignment.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, id: AssignmentId) -> Result<Assignment> {
    let (mut work, id) = ports.begin_on(caller, Action::Read(Resource::Assignment), id).await?;
    let assignment = work.assignments().get(&id).await?.ok_or(Error::NotFound)?;
    work.end(assignment).await
}

/// Changes the basis of an assignment, or ends it.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Stale`]; [`Conflict::AssignmentEnded`]; [`Conflict::AlreadyAssigned`];
/// [`Error::Invalid`].
pub async fn update(
    ports: &Ports,
    caller: &Caller,
    id: AssignmentId,
    expected: &Expected,
    changes: AssignmentChanges,
) -> Result<Assignment> {
    let (mut work, id) = ports.begin_on(caller, Action::Update(Resource::Assignment), id).await?;
    let assignment = work.assignments().get(&id).await?.ok_or(Error::NotFound)?;
    expected.check(assignment.version)?;
    let seen = assignment.version;
    let assignment = changes.apply(assignment, work.now())?;
    work.assignments().update(&id, &assignment, seen).await?;
    work.commit(assignment).await
}
