use crate::access::Granted;
use crate::maps::WholeMap;
use crate::support_types::SupportTypeEntry;
use crate::vocabulary::SupportType;
use crate::{ClientId, MapId, Result};
use async_trait::async_trait;

/// Maximum number of maps in a look-up: those changed last.
pub const MAX_MAPS: i64 = 50;

/// Reads the data for the need-first look-up.
#[async_trait]
pub trait Helpers: Send {
    /// Returns support types of the organisation, and the client's maps with supporters.
    ///
    /// The type with this code, or all types in order; at most [`MAX_MAPS`] maps, latest change first, or only the
    /// map named. Private maps are included if requested.
    async fn look_up(
        &mut self,
        client: &Granted<ClientId>,
        support_type: Option<&SupportType>,
        map: Option<MapId>,
        private_too: bool,
    ) -> Result<(Vec<SupportTypeEntry>, Vec<WholeMap>)>;
}
