use super::{Attributes, Resource};
use crate::maps::Revision;
use crate::{
    AgreementId, AssignmentId, CardId, ClientId, CoachNoteId, MapId, PersonId, ReflectionId, SupporterId, TieId,
};
use uuid::Uuid;

/// Declares what can be the target of a use case.
macro_rules! targets {
    ($($(#[$doc:meta])* $resource:ident($id:ident) $(= $on_map:ident)?;)+) => {
        /// Something of a client's, by its id: what the attributes are read of.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Target { $($(#[$doc])* $resource($id)),+ }

        impl Target {
            /// What kind of thing it is.
            #[must_use]
            pub fn resource(self) -> Resource {
                match self { $(Self::$resource(_) => Resource::$resource),+ }
            }

            /// Its id.
            #[must_use]
            pub fn id(self) -> Uuid {
                match self { $(Self::$resource(id) => id.0),+ }
            }
        }

        $(impl From<$id> for Target {
            fn from(id: $id) -> Self {
                Self::$resource(id)
            }
        }

        impl TargetId for $id {}
        $(impl $on_map for $id {})?)+
    };
}

/// The id of something that can be a target.
pub trait TargetId: Copy + Into<Target> + Send {}

/// The id of something that stands on a map, or of the map.
pub trait OnMap: TargetId {}

targets! {
    /// A client.
    Client(ClientId);
    /// A coach's assignment to a client.
    Assignment(AssignmentId);
    /// A person in a client's life.
    Person(PersonId);
    /// A coach's note on a client.
    CoachNote(CoachNoteId);
    /// A map.
    Map(MapId) = OnMap;
    /// A supporter on a map.
    Supporter(SupporterId) = OnMap;
    /// A tie on a map.
    Tie(TieId) = OnMap;
    /// An agreement on a map.
    Agreement(AgreementId) = OnMap;
    /// A reflection on a map.
    Reflection(ReflectionId) = OnMap;
    /// A card of a map.
    Card(CardId) = OnMap;
}

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
