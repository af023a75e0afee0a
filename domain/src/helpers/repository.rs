use crate::access::Granted;
use crate::maps::WholeMap;
use crate::support_types::SupportTypeEntry;
use crate::vocabulary::SupportType;
use crate::{ClientId, MapId, Result};
use async_trait::async_trait;

/// The most maps that are looked at together: those last worked on.
pub const MAX_MAPS: i64 = 50;

/// What the need-first look-up reads.
#[async_trait]
pub trait Helpers: Send {
    /// The organisation's support type of this code, or all of them in their order; and the client's maps with somebody on them, the one
    /// last worked on first, at most [`MAX_MAPS`], or the one named. Private maps too, if asked for.
    async fn look_up(
        &mut self,
        client: &Granted<ClientId>,
        support_type: Option<&SupportType>,
        map: Option<MapId>,
        private_too: bool,
    ) -> Result<(Vec<SupportTypeEntry>, Vec<WholeMap>)>;
}
