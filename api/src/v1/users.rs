//! Users as other users see them.

use crate::schema;
use domain::ShortText;
use domain::accounts::NamedUser;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A user, with the name beside the id.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = NamedUser)]
pub(super) struct NamedUserView {
    id: Uuid,
    /// The name; null if there is no account any more.
    #[schema(value_type = Option<schema::ShortText>, required, example = "Marijke Bos")]
    name: Option<ShortText>,
}

impl From<NamedUser> for NamedUserView {
    fn from(user: NamedUser) -> Self {
        Self { id: user.id.0, name: user.name }
    }
}
