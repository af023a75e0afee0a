use crate::response::Versioned;
use crate::v1::client_requests::RecordedRequestView;
use domain::Version;
use domain::restrictions::Restriction;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A restriction of a client's record. It stays on record after it was lifted.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Restriction)]
pub(super) struct RestrictionView {
    id: Uuid,
    client_id: Uuid,
    /// The client's request.
    request: RecordedRequestView,
    /// The client's request to lift it; null while it is in force.
    #[schema(required)]
    lifting: Option<RecordedRequestView>,
}

impl Versioned for RestrictionView {
    /// The only change is that it is lifted.
    fn version(&self) -> Version {
        1 + Version::from(self.lifting.is_some())
    }
}

impl From<Restriction> for RestrictionView {
    fn from(it: Restriction) -> Self {
        Self { id: it.id.0, client_id: it.client_id.0, request: it.request.into(), lifting: it.lifting.map(Into::into) }
    }
}
