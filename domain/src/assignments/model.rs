use crate::accounts::NamedUser;
use crate::{
    AssignmentId, ClientId, Conflict, Error, FieldCode, FieldError, Result, ShortText, UserId, Version, storable,
};
use chrono::{DateTime, Datelike, Utc};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// A coach's assignment to a client. While it lasts, and no longer, the coach reaches the client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    /// Id.
    pub id: AssignmentId,
    /// The client.
    pub client_id: ClientId,
    /// The client's legal name.
    pub client_name: ShortText,
    /// The coach.
    pub coach: NamedUser,
    /// Who assigned them, if that was recorded.
    pub assigned_by: Option<NamedUser>,
    /// On what basis: a referral, a care plan, the client's consent.
    pub basis: ShortText,
    /// From when.
    pub starts_at: DateTime<Utc>,
    /// Until when, exclusive; none as long as it is open.
    pub ends_at: Option<DateTime<Utc>>,
    /// Version.
    pub version: Version,
    /// When it was created.
    pub created_at: DateTime<Utc>,
}

/// What is needed to assign a coach.
#[derive(Clone, Debug)]
pub struct NewAssignment {
    /// The coach.
    pub coach_id: UserId,
    /// On what basis.
    pub basis: ShortText,
    /// From when; now, if not given.
    pub starts_at: Option<DateTime<Utc>>,
    /// Until when, if that is known already.
    pub ends_at: Option<DateTime<Utc>>,
}

/// What is needed to assign one coach to several clients, to each from and until the same instant and on the same basis.
#[derive(Clone, Debug)]
pub struct NewAssignments {
    /// The clients.
    pub clients: Vec<ClientId>,
    /// What is the same for each.
    pub each: NewAssignment,
}

/// The most clients that one request assigns a coach to.
pub const MAX_AT_ONCE: usize = 100;

impl NewAssignments {
    /// Checks that each client is named once.
    ///
    /// # Errors
    /// [`Error::Invalid`], every error at once.
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

    /// The places of the clients that this holds of.
    pub(super) fn places(&self, code: FieldCode, mut holds: impl FnMut(ClientId) -> bool) -> Vec<FieldError> {
        let clients = self.clients.iter().enumerate().filter(|(_, client)| holds(**client));
        clients.map(|(at, _)| FieldError::new(format!("{CLIENT_IDS}/{at}"), code)).collect()
    }
}

/// Where the clients are in the body.
const CLIENT_IDS: &str = "/clientIds";

/// A coach, and clients who may be assigned to them.
#[derive(Clone, Debug)]
pub struct Assignable {
    /// The coach.
    pub coach: NamedUser,
    /// The clients there are, of those asked about.
    pub clients: HashMap<ClientId, AssignableClient>,
}

/// A client who may be assigned.
#[derive(Clone, Debug)]
pub struct AssignableClient {
    /// The legal name.
    pub name: ShortText,
    /// Whether the coach has this client already, without an end.
    pub is_assigned: bool,
}

/// Whom an assignment is between.
pub(super) struct Between {
    client_id: ClientId,
    client_name: ShortText,
    coach: NamedUser,
}

impl Assignable {
    /// The coach and this client, if there is such a client.
    pub(super) fn between(&self, client_id: ClientId) -> Option<Between> {
        let client = self.clients.get(&client_id)?;
        Some(Between { client_id, client_name: client.name.clone(), coach: self.coach.clone() })
    }
}

impl NewAssignment {
    /// Checks what does not depend on anything else.
    ///
    /// # Errors
    /// [`Error::Invalid`] if it would end before it starts.
    pub(super) fn check(&self, now: DateTime<Utc>) -> Result<()> {
        self.period(now).map(drop)
    }

    fn period(&self, now: DateTime<Utc>) -> Result<(DateTime<Utc>, Option<DateTime<Utc>>)> {
        let starts_at = self.starts_at.map_or(Ok(now), |at| instant(at, "/startsAt"))?;
        let ends_at = self.ends_at.map(|at| instant(at, "/endsAt")).transpose()?;
        in_order(starts_at, ends_at)?;
        Ok((starts_at, ends_at))
    }

    /// The assignment, at this instant.
    ///
    /// # Errors
    /// [`Error::Invalid`] if it would end before it starts.
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

/// What to change of an assignment; `None` leaves a member as it is.
#[derive(Clone, Debug, Default)]
pub struct AssignmentChanges {
    /// On what basis.
    pub basis: Option<ShortText>,
    /// Until when; `Some(None)` takes a planned end away.
    pub ends_at: Option<Option<DateTime<Utc>>>,
}

impl AssignmentChanges {
    /// The assignment after the changes, one version on. An end that has passed means now: what access there was is
    /// not rewritten.
    ///
    /// # Errors
    /// [`Conflict::AssignmentEnded`]; [`Error::Invalid`] if it would end before it starts.
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

/// An instant as both databases keep it.
fn instant(at: DateTime<Utc>, pointer: &str) -> Result<DateTime<Utc>> {
    let at = storable(at);
    if (1900..3000).contains(&at.year()) { Ok(at) } else { Err(Error::invalid(pointer, FieldCode::Invalid)) }
}
