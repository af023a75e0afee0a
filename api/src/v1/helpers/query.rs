use crate::schema;
use domain::vocabulary::{Audience, SupportType};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

/// The query of the look-up.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
#[serde(rename_all = "camelCase")]
pub(super) struct HelpersQuery {
    /// What is needed: a support type of the organisation. Without it, each of them is looked up.
    #[param(value_type = Option<schema::SupportType>, inline)]
    pub(super) support_type: Option<SupportType>,
    /// On which map of the client's to look; without it, on all of them.
    pub(super) map_id: Option<Uuid>,
    /// Whom the sentences address: `client` or `coach`. Without it, `client` for the client and `coach` for others.
    #[param(value_type = Option<schema::Audience>, inline)]
    pub(super) audience: Option<Audience>,
}
