use crate::access::Action;
use crate::{ClientId, MapId, UserId};
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// A change made by a unit of work.
///
/// It contains ids and no texts: readers read the resource itself, subject to their own rights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// The action.
    pub action: Action,
    /// The user who performed it.
    pub actor: UserId,
    /// The client concerned, if any.
    pub client: Option<ClientId>,
    /// The map that is the target or holds it.
    pub map: Option<MapId>,
    /// The id of the target.
    pub target: Option<Uuid>,
    /// When it was performed.
    pub at: DateTime<Utc>,
}

/// Retention period of events.
pub(crate) const KEPT: chrono::Duration = chrono::Duration::days(7);
