use crate::access::Granted;
use crate::support_types::SupportTypeEntry;
use crate::vocabulary::SupportType;
use crate::{ClientId, MapId, Result};
use async_trait::async_trait;

/// What a look-up needs to know before it reads a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookUp {
    /// The named map, if it is the client's; otherwise the client's latest map with a supporter, by `updated_at` and then id.
    pub map: Option<MapId>,
    /// Whether the client keeps that map private.
    pub private: bool,
    /// The support type, if the organisation has it.
    pub support_type: Option<SupportTypeEntry>,
}

/// What the need-first look-up reads besides the map itself.
#[async_trait]
pub trait Helpers: Send {
    /// All of it in one statement; private maps too, if asked for.
    async fn look_up(
        &mut self,
        client: &Granted<ClientId>,
        support_type: &SupportType,
        map: Option<MapId>,
        private_too: bool,
    ) -> Result<LookUp>;
}
