use crate::accounts::NamedUser;
use crate::audit::Disclosure;
use crate::erasures::Cause;
use crate::jobs::{JobKind, NewJob};
use crate::{ClientId, ErasureRequestId, JobId, LongText, OrganisationId};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// The time between a request for erasure and the erasure, unless the organisation chose another; at least this one if nobody asked.
pub const WAITING_TIME: TimeDelta = TimeDelta::days(7);

crate::vocabulary::words! {
    /// Why a request for erasure is refused (WGBO, article 7:455 of the Dutch Civil Code).
    pub enum RefusalGround {
        /// Keeping it is of considerable interest to another than the client.
        InterestOfAnother = "interest-of-another", "Aanmerkelijk belang van een ander", "Considerable interest of another";
        /// A law forbids the erasure.
        Law = "law", "Een wet verbiedt het", "A law forbids it";
    }
}

/// An erasure that was requested, or follows from retention. It waits unless it was withdrawn or refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErasureRequest {
    /// Unique identifier; the erasure has the same.
    pub id: ErasureRequestId,
    /// The client.
    pub client_id: ClientId,
    /// What it rests on.
    pub cause: Cause,
    /// When the record is erased, unless a legal hold postpones it.
    pub erases_at: DateTime<Utc>,
    /// When it was withdrawn.
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// The user who withdrew it; `None` also if the record was changed while it waited.
    pub withdrawn_by: Option<NamedUser>,
    /// The refusal, if it was refused.
    pub refusal: Option<Refusal>,
}

impl Disclosure for ErasureRequest {}

impl ErasureRequest {
    /// An erasure that waits until this instant.
    pub(crate) fn new(id: ErasureRequestId, client_id: ClientId, cause: Cause, erases_at: DateTime<Utc>) -> Self {
        Self { id, client_id, cause, erases_at, withdrawn_at: None, withdrawn_by: None, refusal: None }
    }

    /// Whether the record will be erased.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.withdrawn_at.is_none() && self.refusal.is_none()
    }

    /// The job that erases the record, not before this instant. Each has a key of its own: a hold can postpone it several times.
    pub(crate) fn job(request: ErasureRequestId, id: JobId, organisation: OrganisationId, at: DateTime<Utc>) -> NewJob {
        NewJob {
            id,
            organisation: Some(organisation),
            kind: JobKind::EraseClient,
            key: id.to_string(),
            subject: Some(request.0),
            run_at: at,
        }
    }
}

/// The refusal of a request, which the client reads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// The ground.
    pub ground: RefusalGround,
    /// The reason, in words for the client.
    pub explanation: LongText,
    /// The user who refused it.
    pub refused_by: NamedUser,
    /// When it was refused.
    pub refused_at: DateTime<Utc>,
}

/// Input for refusing a request.
#[derive(Clone, Debug)]
pub struct NewRefusal {
    /// The ground.
    pub ground: RefusalGround,
    /// The reason, in words for the client.
    pub explanation: LongText,
}
