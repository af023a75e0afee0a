use crate::respond::etag;
use crate::v1::users::NamedUserView;
use domain::Version;
use domain::events::{Change, ChangeKind};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A change of something you may see. Read what it names: it never has names or contents.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ChangeEvent)]
pub(super) struct ChangeView {
    kind: ChangeKindView,
    /// The client.
    client_id: Uuid,
    /// The map; null for what is on no map.
    #[schema(required)]
    map_id: Option<Uuid>,
    /// The map's version; null unless the map changed.
    #[schema(value_type = Option<i64>, required)]
    version: Option<Version>,
    /// The tag of the map with everything on it, likewise.
    #[schema(required, example = "\"57\"")]
    etag: Option<String>,
    /// Who made the change; null for what is on no map, and if it was not recorded.
    #[schema(required)]
    by: Option<NamedUserView>,
    /// The `X-Request-Id` of the request that made it; null if it was not recorded.
    #[schema(required)]
    request_id: Option<String>,
}

/// What kind of change.
///
/// `client-added`, `client-removed`, `map-added` and `map-removed`: it came into what you may see, or left it, for whatever reason; the maps
/// of a client come and go with the client. `client-changed`: the client's own data. `coaches-changed`: who coaches the client.
/// `persons-changed`: the persons in the client's life who are on no map. `map-changed`: anything on the map. `card-made`: a card of
/// the map. `reflections-changed`: the reflections on the map.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ChangeEventKind)]
enum ChangeKindView {
    ClientAdded,
    ClientRemoved,
    ClientChanged,
    CoachesChanged,
    PersonsChanged,
    MapAdded,
    MapRemoved,
    MapChanged,
    CardMade,
    ReflectionsChanged,
}

impl From<ChangeKind> for ChangeKindView {
    fn from(kind: ChangeKind) -> Self {
        match kind {
            ChangeKind::ClientAdded => Self::ClientAdded,
            ChangeKind::ClientRemoved => Self::ClientRemoved,
            ChangeKind::ClientChanged => Self::ClientChanged,
            ChangeKind::CoachesChanged => Self::CoachesChanged,
            ChangeKind::PersonsChanged => Self::PersonsChanged,
            ChangeKind::MapAdded => Self::MapAdded,
            ChangeKind::MapRemoved => Self::MapRemoved,
            ChangeKind::MapChanged => Self::MapChanged,
            ChangeKind::CardMade => Self::CardMade,
            ChangeKind::ReflectionsChanged => Self::ReflectionsChanged,
        }
    }
}

impl From<Change> for ChangeView {
    fn from(change: Change) -> Self {
        Self {
            kind: change.kind.into(),
            client_id: change.client.0,
            map_id: change.map.map(|map| map.0),
            version: change.version,
            etag: change.version.map(etag),
            by: change.by.map(Into::into),
            request_id: change.request,
        }
    }
}
