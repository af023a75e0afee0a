use super::Attributes;
use super::policy::Target;
use crate::maps::Revision;
use crate::{ClientId, MapId};
use uuid::Uuid;

/// The id of something that can be a target.
pub trait TargetId: Copy + Into<Target> + Send {}

/// The id of something that stands on a map, or of the map.
pub trait OnMap: TargetId {}

impl OnMap for MapId {}

/// Proof that the caller may do the action of this unit of work to this very thing.
///
/// Repositories take it instead of an id, and only [`super::Authorization::on`] makes it, so that a use case that forgets to check
/// does not compile:
///
/// ```compile_fail,E0308
/// # async fn anywhere(work: &mut domain::UnitOfWork, map: domain::MapId) {
/// work.maps().remove(map, 1).await;
/// # }
/// ```
///
/// ```compile_fail,E0451
/// # fn anywhere(id: domain::MapId, attributes: domain::access::Attributes) {
/// domain::access::Granted { id, attributes };
/// # }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Granted<T> {
    id: T,
    attributes: Attributes,
}

impl<T: TargetId> Granted<T> {
    pub(super) fn new(id: T, attributes: Attributes) -> Self {
        Self { id, attributes }
    }

    /// The id.
    #[must_use]
    pub fn id(&self) -> T {
        self.id
    }

    /// What the rules were decided on.
    #[must_use]
    pub fn attributes(&self) -> &Attributes {
        &self.attributes
    }

    /// The client it belongs to, and what the rules allow on it holds for.
    #[must_use]
    pub fn client(&self) -> Granted<ClientId> {
        Granted { id: self.attributes.client_id, attributes: self.attributes }
    }
}

impl<T: OnMap> Granted<T> {
    /// The map it stands on, under the same rules.
    #[must_use]
    pub fn map(&self) -> Granted<MapId> {
        // Without a map there is none of this id, so nothing is found.
        let id = self.attributes.map.map_or(MapId(Uuid::nil()), |map| map.id);
        Granted { id, attributes: self.attributes }
    }

    /// The map's revision when the attributes were read.
    #[must_use]
    pub fn revision(&self) -> Option<Revision> {
        self.attributes.map.map(|map| map.revision)
    }
}
