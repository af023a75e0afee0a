use crate::access::Action;
use crate::{ClientId, MapId, UserId};
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// What a unit of work did.
///
/// It carries ids and no words: its readers read what it is about, under their own rights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// The action.
    pub action: Action,
    /// Who did it.
    pub actor: UserId,
    /// Whose client it was done to, if it was about a client.
    pub client: Option<ClientId>,
    /// The map that its target is or stands on.
    pub map: Option<MapId>,
    /// The target of the action.
    pub target: Option<Uuid>,
    /// When.
    pub at: DateTime<Utc>,
}

/// How long events are kept.
pub(crate) const KEPT: chrono::Duration = chrono::Duration::days(7);
