use crate::audience::AudienceQuery;
use crate::schema;
use domain::vocabulary::SupportType;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa::openapi::path::{Parameter, ParameterIn};
use uuid::Uuid;

/// The query of the look-up.
#[derive(Debug, Deserialize)]
pub(super) struct HelpersQuery {
    #[serde(flatten)]
    pub(super) need: NeedQuery,
    #[serde(flatten)]
    pub(super) audience: AudienceQuery,
}

impl IntoParams for HelpersQuery {
    fn into_params(parameter_in: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let mut parameters = NeedQuery::into_params(&parameter_in);
        parameters.extend(AudienceQuery::into_params(parameter_in));
        parameters
    }
}

/// What is needed, and where to look.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
#[serde(rename_all = "camelCase")]
pub(super) struct NeedQuery {
    /// The need: a support type of the organisation. All of them by default.
    #[param(value_type = Option<schema::SupportType>, inline)]
    pub(super) support_type: Option<SupportType>,
    /// A map of the client. All maps by default.
    pub(super) map_id: Option<Uuid>,
}
