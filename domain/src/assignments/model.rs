use crate::accounts::NamedUser;
use crate::{AssignmentId, ClientId, Conflict, Error, FieldCode, Result, ShortText, UserId, Version, storable};
use chrono::{DateTime, Datelike, Utc};
use serde::{Deserialize, Serialize};

/// A coach's assignment to a client. While it lasts, and no longer, the coach reaches the client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    /// Id.
    pub id: AssignmentId,
    /// The client.
    pub client_id: ClientId,
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

impl NewAssignment {
    /// The assignment, at this instant.
    ///
    /// # Errors
    /// [`Error::Invalid`] if it would end before it starts.
    pub(super) fn at(
        self,
        id: AssignmentId,
        client_id: ClientId,
        by: UserId,
        now: DateTime<Utc>,
    ) -> Result<Assignment> {
        let starts_at = self.starts_at.map_or(Ok(now), |at| instant(at, "/startsAt"))?;
        let ends_at = self.ends_at.map(|at| instant(at, "/endsAt")).transpose()?;
        let unnamed = |id| NamedUser { id, name: None };
        let assignment = Assignment {
            id,
            client_id,
            coach: unnamed(self.coach_id),
            assigned_by: Some(unnamed(by)),
            basis: self.basis,
            starts_at,
            ends_at,
            version: 1,
            created_at: now,
        };
        assignment.in_order()
    }
}

impl Assignment {
    fn in_order(self) -> Result<Self> {
        match self.ends_at {
            Some(end) if end < self.starts_at => Err(Error::invalid("/endsAt", FieldCode::BeforeStart)),
            Some(_) | None => Ok(self),
        }
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
            assignment = assignment.in_order()?;
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
