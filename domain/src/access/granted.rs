use super::Attributes;
use super::policy::Target;
use crate::maps::Revision;
use crate::{ClientId, MapId};
use uuid::Uuid;

/// The id of a resource that can be a target.
pub trait TargetId: Copy + Into<Target> + Send {}

/// The id of a map or of a resource on a map.
pub trait OnMap: TargetId {}

impl OnMap for MapId {}

/// Proof that the caller may perform the action of this unit of work on exactly this resource.
///
/// Repositories take it instead of an id, and only [`super::Authorization::on`] creates it, so a use case that omits
/// the check does not compile:
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

    /// The id of the resource.
    #[must_use]
    pub fn id(&self) -> T {
        self.id
    }

    /// The attributes on which the policy decided.
    #[must_use]
    pub fn attributes(&self) -> &Attributes {
        &self.attributes
    }

    /// The client that owns the resource; the grant extends to it.
    #[must_use]
    pub fn client(&self) -> Granted<ClientId> {
        Granted { id: self.attributes.client_id, attributes: self.attributes }
    }
}

impl<T: OnMap> Granted<T> {
    /// The map that holds the resource; the grant extends to it.
    #[must_use]
    pub fn map(&self) -> Granted<MapId> {
        // The nil id matches no map, so queries find nothing.
        let id = self.attributes.map.map_or(MapId(Uuid::nil()), |map| map.id);
        Granted { id, attributes: self.attributes }
    }

    /// The revision of the map at the time of the access check.
    #[must_use]
    pub fn revision(&self) -> Option<Revision> {
        self.attributes.map.map(|map| map.revision)
    }
}
