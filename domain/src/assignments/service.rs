use super::{Assignment, AssignmentChanges, NewAssignment};
use crate::access::{Action, Resource};
use crate::{AssignmentId, Caller, ClientId, Conflict, Error, Expected, Page, PageRequest, Ports, Result};

/// Assigns a coach to a client.
///
/// # Errors
/// [`Error::NotFound`] without such a client; [`Conflict::NotACoach`]; [`Conflict::AlreadyAssigned`];
/// [`Error::Invalid`].
pub async fn create(ports: &Ports, caller: &Caller, client: ClientId, new: NewAssignment) -> Result<Assignment> {
    let (mut work, client) = ports.begin_on(caller, Action::Create(Resource::Assignment), client).await?;
    if let Some(done) = work.replayed()? {
        return Ok(done);
    }
    let mut assignment = new.at(work.new_id(), client.id(), work.user(), work.now())?;
    let (coach, by) = (assignment.coach.id, work.user());
    let named = work.members().coach_and(coach, by).await?;
    let (coach, by) = named.ok_or(Error::Conflict(Conflict::NotACoach))?;
    (assignment.coach, assignment.assigned_by) = (coach, Some(by));
    work.assignments().add(&client, &assignment).await?;
    work.commit(assignment).await
}

/// A page of a client's assignments, ended ones too.
///
/// # Errors
/// [`Error::NotFound`] without such a client.
pub async fn list(ports: &Ports, caller: &Caller, client: ClientId, page: PageRequest) -> Result<Page<Assignment>> {
    let (mut work, client) = ports.begin_on(caller, Action::List(Resource::Assignment), client).await?;
    let assignments = work.assignments().list(&client, page).await?;
    work.end(assignments).await
}

/// A page of the assignments of the coaches who work with a client now. For the client and for those coaches.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Forbidden`] to an administrator, who reads all assignments.
pub async fn current(ports: &Ports, caller: &Caller, client: ClientId, page: PageRequest) -> Result<Page<Assignment>> {
    let (mut work, client) = ports.begin_on(caller, Action::ListCoaches, client).await?;
    let now = work.now();
    let assignments = work.assignments().current(&client, now, page).await?;
    work.end(assignments).await
}

/// One assignment.
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
