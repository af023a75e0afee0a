use crate::schema;
pub(super) use crate::v1::organisations::OrganisationView;
use domain::organisations::OrganisationChanges;
use domain::{ShortText, TimeZone};
use serde::Deserialize;
use utoipa::ToSchema;

/// A merge patch (RFC 7396) of your own organisation.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct UpdateOwnOrganisation {
    #[schema(value_type = schema::ShortText, required = false, example = "Zorggroep De Linde")]
    name: Option<ShortText>,
    /// The time zone of today, of the dates on cards, and of what is overdue.
    #[schema(value_type = schema::TimeZone, required = false, example = "Europe/Amsterdam")]
    time_zone: Option<TimeZone>,
}

impl From<UpdateOwnOrganisation> for OrganisationChanges {
    fn from(organisation: UpdateOwnOrganisation) -> Self {
        Self { name: organisation.name, status: None, time_zone: organisation.time_zone }
    }
}
