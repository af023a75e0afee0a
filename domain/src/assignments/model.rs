use crate::accounts::NamedUser;
use crate::audit::Disclosure;
use crate::{
    AssignmentId, ClientId, Conflict, Error, FieldCode, FieldError, Result, ShortText, UserId, Version, storable,
};
use chrono::{DateTime, Datelike, Utc};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// A coach's assignment to a client; the coach has access to the client only while it is current.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    /// Unique identifier.
    pub id: AssignmentId,
    /// The client.
    pub client_id: ClientId,
    /// The client's legal name.
    pub client_name: ShortText,
    /// The assigned coach.
    pub coach: NamedUser,
    /// The user who created the assignment, if recorded.
    pub assigned_by: Option<NamedUser>,
    /// The basis of the assignment: a referral, a care plan, the client's consent.
    pub basis: ShortText,
    /// The start, inclusive.
    pub starts_at: DateTime<Utc>,
    /// The end, exclusive; `None` while it is open-ended.
    pub ends_at: Option<DateTime<Utc>>,
    /// Version, incremented by every update.
    pub version: Version,
    /// When it was created.
    pub created_at: DateTime<Utc>,
}

impl Disclosure for Assignment {
    fn clients(&self) -> Vec<ClientId> {
        vec![self.client_id]
    }
}

/// Input for assigning a coach to a client.
#[derive(Clone, Debug)]
pub struct NewAssignment {
    /// The coach to assign.
    pub coach_id: UserId,
    /// The basis of the assignment.
    pub basis: ShortText,
    /// The start; `None` means now.
    pub starts_at: Option<DateTime<Utc>>,
    /// The end, if known.
    pub ends_at: Option<DateTime<Utc>>,
}

/// Input for assigning one coach to several clients, with the same period and basis.
#[derive(Clone, Debug)]
pub struct NewAssignments {
    /// The clients, without duplicates.
    pub clients: Vec<ClientId>,
    /// The coach, period and basis of each assignment.
    pub each: NewAssignment,
}

/// Maximum number of clients in one request.
pub const MAX_AT_ONCE: usize = 100;

impl NewAssignments {
    /// Checks that no client occurs twice.
    ///
    /// # Errors
    /// [`Error::Invalid`] with one error per duplicate.
    pub(super) fn check(&self) -> Result<()> {
        match self.clients.len() {
            0 => return Err(Error::invalid(CLIENT_IDS, FieldCode::TooFew(1))),
            clients if clients > MAX_AT_ONCE => {
                return Err(Error::invalid(CLIENT_IDS, FieldCode::TooMany(MAX_AT_ONCE)));
            }
            _ => {}
        }
        let mut seen = HashSet::new();
        let errors = self.places(FieldCode::Duplicate, |client| !seen.insert(client));
        if errors.is_empty() { Ok(()) } else { Err(Error::Invalid(errors)) }
    }

    /// One error at the pointer of each client for which `holds` is true.
    pub(super) fn places(&self, code: FieldCode, mut holds: impl FnMut(ClientId) -> bool) -> Vec<FieldError> {
        let clients = self.clients.iter().enumerate().filter(|(_, client)| holds(**client));
        clients.map(|(at, _)| FieldError::new(format!("{CLIENT_IDS}/{at}"), code)).collect()
    }
}

/// JSON Pointer to the list of clients in the body.
const CLIENT_IDS: &str = "/clientIds";

/// A coach, and the clients to whom they can be assigned.
#[derive(Clone, Debug)]
pub struct Assignable {
    /// The coach by id and name.
    pub coach: NamedUser,
    /// The requested clients that exist.
    pub clients: HashMap<ClientId, AssignableClient>,
}

/// A client to whom a coach can be assigned.
#[derive(Clone, Debug)]
pub struct AssignableClient {
    /// The client's legal name.
    pub name: ShortText,
    /// Whether the coach already has an open-ended assignment to this client.
    pub is_assigned: bool,
}

/// The coach and client of an assignment.
pub(super) struct Between {
    client_id: ClientId,
    client_name: ShortText,
    coach: NamedUser,
}

impl Assignable {
    /// Pairs the coach with this client, if the client exists.
    pub(super) fn between(&self, client_id: ClientId) -> Option<Between> {
        let client = self.clients.get(&client_id)?;
        Some(Between { client_id, client_name: client.name.clone(), coach: self.coach.clone() })
    }
}

impl NewAssignment {
    /// Checks what does not depend on stored data.
    ///
    /// # Errors
    /// [`Error::Invalid`] if the end is before the start.
    pub(super) fn check(&self, now: DateTime<Utc>) -> Result<()> {
        self.period(now).map(drop)
    }

    fn period(&self, now: DateTime<Utc>) -> Result<(DateTime<Utc>, Option<DateTime<Utc>>)> {
        let starts_at = self.starts_at.map_or(Ok(now), |at| instant(at, "/startsAt"))?;
        let ends_at = self.ends_at.map(|at| instant(at, "/endsAt")).transpose()?;
        in_order(starts_at, ends_at)?;
        Ok((starts_at, ends_at))
    }

    /// Builds the assignment, created at `now`.
    ///
    /// # Errors
    /// [`Error::Invalid`] if the end is before the start.
    pub(super) fn at(
        self,
        id: AssignmentId,
        between: Between,
        assigned_by: NamedUser,
        now: DateTime<Utc>,
    ) -> Result<Assignment> {
        let (starts_at, ends_at) = self.period(now)?;
        Ok(Assignment {
            id,
            client_id: between.client_id,
            client_name: between.client_name,
            coach: between.coach,
            assigned_by: Some(assigned_by),
            basis: self.basis,
            starts_at,
            ends_at,
            version: 1,
            created_at: now,
        })
    }
}

fn in_order(starts_at: DateTime<Utc>, ends_at: Option<DateTime<Utc>>) -> Result<()> {
    match ends_at {
        Some(end) if end < starts_at => Err(Error::invalid("/endsAt", FieldCode::BeforeStart)),
        Some(_) | None => Ok(()),
    }
}

/// Partial update of an assignment: `None` leaves a member unchanged.
#[derive(Clone, Debug, Default)]
pub struct AssignmentChanges {
    /// New basis.
    pub basis: Option<ShortText>,
    /// New end; `Some(None)` removes a planned end.
    pub ends_at: Option<Option<DateTime<Utc>>>,
}

impl AssignmentChanges {
    /// Returns the assignment with the changes applied and the version incremented.
    ///
    /// An end in the past becomes now, so that past access stays on record.
    ///
    /// # Errors
    /// [`Conflict::AssignmentEnded`]; [`Error::Invalid`] if the end is before the start.
    pub(super) fn apply(self, mut assignment: Assignment, now: DateTime<Utc>) -> Result<Assignment> {
        if assignment.ends_at.is_some_and(|end| end <= now) {
            return Err(Error::Conflict(Conflict::AssignmentEnded));
        }
        assignment.basis = self.basis.unwrap_or(assignment.basis);
        if let Some(ends_at) = self.ends_at {
            assignment.ends_at = ends_at.map(|at| instant(at, "/endsAt")).transpose()?;
            in_order(assignment.starts_at, assignment.ends_at)?;
            let started = assignment.starts_at <= now;
            assignment.ends_at = assignment.ends_at.map(|end| if started { end.max(now) } else { end });
        }
        assignment.version += 1;
        Ok(assignment)
    }
}

/// Rounds an instant to what both databases store.
fn instant(at: DateTime<Utc>, pointer: &str) -> Result<DateTime<Utc>> {
    let at = storable(at);
    if (1900..3000).contains(&at.year()) { Ok(at) } else { Err(Error::invalid(pointer, FieldCode::Invalid)) }
}
