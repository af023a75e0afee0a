use crate::accounts::NamedUser;
use crate::audit::Disclosure;
use crate::{ClientId, ErasureId, RecordedRequest};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

crate::vocabulary::words! {
    /// Why a record was erased.
    pub enum ErasureBasis {
        /// The client asked for it.
        Request = "request", "Verzoek van de cliënt", "The client’s request";
        /// The organisation keeps records no longer, and an administrator confirmed it.
        Retention = "retention", "Bewaartermijn voorbij", "Retention period over";
    }
}

/// What an erasure rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cause {
    /// The client asked for it.
    Request(RecordedRequest),
    /// The record was not changed for as long as the organisation keeps records.
    Retention(Confirmation),
}

impl Cause {
    /// The basis.
    #[must_use]
    pub fn basis(&self) -> ErasureBasis {
        match self {
            Self::Request(_) => ErasureBasis::Request,
            Self::Retention(_) => ErasureBasis::Retention,
        }
    }

    /// The client's request, if it rests on one.
    #[must_use]
    pub fn request(&self) -> Option<&RecordedRequest> {
        match self {
            Self::Request(request) => Some(request),
            Self::Retention(_) => None,
        }
    }

    /// Who recorded it, and when.
    #[must_use]
    pub fn recorded(&self) -> (&NamedUser, DateTime<Utc>) {
        match self {
            Self::Request(request) => (&request.recorded_by, request.recorded_at),
            Self::Retention(confirmation) => (&confirmation.confirmed_by, confirmation.confirmed_at),
        }
    }
}

/// An administrator confirmed that a record is kept no longer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmation {
    /// The administrator.
    pub confirmed_by: NamedUser,
    /// When it was confirmed.
    pub confirmed_at: DateTime<Utc>,
}

/// How many rows of each kind a client has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Counts {
    /// Persons.
    pub persons: i64,
    /// Maps.
    pub maps: i64,
    /// Supporters on maps.
    pub supporters: i64,
    /// Ties on maps.
    pub ties: i64,
    /// Agreements.
    pub agreements: i64,
    /// Reflections.
    pub reflections: i64,
    /// Cards.
    pub cards: i64,
    /// Notes of coaches.
    pub coach_notes: i64,
    /// Consents.
    pub consents: i64,
    /// Assignments of coaches.
    pub assignments: i64,
}

impl Counts {
    /// Whether there is nothing but administrative data. What is on a map goes with its map.
    #[must_use]
    pub fn is_administrative(&self) -> bool {
        self.persons == 0 && self.maps == 0 && self.coach_notes == 0
    }
}

/// What stays of an erased record: the receipt, and the tombstone that keeps an older copy from being restored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// The id of the request.
    pub id: ErasureId,
    /// The id that the client had.
    pub client_id: ClientId,
    /// What it rests on.
    pub cause: Cause,
    /// When it was erased.
    pub erased_at: DateTime<Utc>,
    /// What was erased.
    pub erased: Counts,
}

impl Disclosure for Erasure {
    fn clients(&self) -> Vec<ClientId> {
        vec![self.client_id]
    }
}

/// What an attempt to erase a client's record did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was erased.
    Erased,
    /// It must not be erased before this instant.
    Postponed(DateTime<Utc>),
    /// The request was withdrawn or refused, or the record is erased already.
    Over,
}
