use crate::audit::Disclosure;
use crate::{ClientId, RecordedRequest, RestrictionId};
use serde::{Deserialize, Serialize};

/// A restriction of a client's record: while it is in force, only the client reads the content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restriction {
    /// Unique identifier.
    pub id: RestrictionId,
    /// The client.
    pub client_id: ClientId,
    /// The client's request.
    pub request: RecordedRequest,
    /// The client's request to lift it; `None` while it is in force.
    pub lifting: Option<RecordedRequest>,
}

impl Disclosure for Restriction {}
