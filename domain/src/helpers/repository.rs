use crate::access::ClientFacts;
use crate::support_types::SupportTypeEntry;
use crate::vocabulary::SupportType;
use crate::{ClientId, MapId, Result, UserId};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// What a look-up needs to know before it reads a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookUp {
    /// The facts about the client for this user.
    pub facts: ClientFacts,
    /// The client's map with somebody on it that was last worked on, by `updated_at` and then id.
    pub latest: Option<MapId>,
    /// The same among the maps the client does not keep to themself.
    pub latest_open: Option<MapId>,
    /// The support type, if the organisation has it.
    pub support_type: Option<SupportTypeEntry>,
}

/// What the need-first look-up reads besides the map itself.
#[async_trait]
pub trait Helpers: Send {
    /// All of it in one statement; none if there is no such client in the organisation.
    async fn look_up(
        &mut self,
        client: ClientId,
        support_type: &SupportType,
        user: UserId,
        at: DateTime<Utc>,
    ) -> Result<Option<LookUp>>;
}
