use crate::response::etag;
use crate::schema;
use crate::v1::users::NamedUserView;
use domain::Version;
use domain::events::{Change, EventKind};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A change of something you may see. It contains ids only: read what it refers to.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ChangeEvent, example = json!({
    "kind": "map-changed", "clientId": "01990f3c-2a4e-7c55-8d1f-3b0a6c9e4d01", "mapId": "01990f3c-2a4e-7c55-8d1f-3b0a6c9e4d04",
    "version": 57, "etag": "\"57\"",
    "by": { "id": "01990f3c-2a4e-7c55-8d1f-3b0a6c9e4d02", "name": "Anouk Visser" },
    "requestId": "01990f3c-2a4e-7c55-8d1f-3b0a6c9e4d03",
}))]
pub(super) struct ChangeView {
    /// What kind of change.
    ///
    /// `client-added`, `client-removed`, `map-added` and `map-removed`: you can see it from now on, or no longer, for
    /// any reason; the maps of a client follow the client. `client-changed`: the client's own data. `coaches-changed`:
    /// the coaches of the client. `persons-changed`: the persons in the client's life who are on no map. `map-changed`:
    /// anything on the map. `card-made`: a new card of the map. `reflections-changed`: the reflections on the map.
    #[schema(value_type = schema::EventKind)]
    kind: EventKind,
    client_id: Uuid,
    /// The map; null if the change is on no map.
    #[schema(required)]
    map_id: Option<Uuid>,
    /// The map's version; null unless the map changed.
    #[schema(value_type = Option<i64>, required)]
    version: Option<Version>,
    /// The `ETag` of the map with its content; null unless the map changed.
    #[schema(required, example = "\"57\"")]
    etag: Option<String>,
    /// The user who made the change; null if it is on no map or was not recorded.
    #[schema(required)]
    by: Option<NamedUserView>,
    /// The `X-Request-Id` of the request that made it; null if not recorded.
    #[schema(required)]
    request_id: Option<String>,
}

impl From<Change> for ChangeView {
    fn from(change: Change) -> Self {
        Self {
            kind: change.kind,
            client_id: change.client.0,
            map_id: change.map.map(|map| map.0),
            version: change.version,
            etag: change.version.map(etag),
            by: change.by.map(Into::into),
            request_id: change.request,
        }
    }
}
