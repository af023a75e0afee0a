use crate::extract::Patch;
use crate::schema;
pub(super) use crate::v1::organisations::OrganisationView;
use domain::access::Role;
use domain::organisations::{OrganisationChanges, RetentionYears, SecondFactorRoles, WaitingDays};
use domain::{ShortText, TimeZone};
use serde::Deserialize;
use utoipa::ToSchema;

/// A merge patch (RFC 7396) of your own organisation.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct UpdateOwnOrganisation {
    #[schema(value_type = schema::ShortText, required = false, example = "Zorggroep De Linde")]
    name: Option<ShortText>,
    /// The number that clients can call on a hard day; null removes it.
    #[serde(default)]
    #[schema(value_type = Option<schema::ShortText>, required = false, example = "030 123 45 67")]
    phone: Patch<ShortText>,
    /// The time zone of today, of the dates on cards, and of what is overdue.
    #[schema(value_type = schema::TimeZone, required = false, example = "Europe/Amsterdam")]
    time_zone: Option<TimeZone>,
    /// The roles that need a second factor.
    #[schema(value_type = Vec<schema::SecondFactorRole>, required = false, max_items = 2, example = json!(["admin", "coach"]))]
    second_factor_for: Option<Vec<Role>>,
    /// Whether clients may log in with a code that is mailed to them, without a password.
    #[schema(required = false, example = true)]
    clients_log_in_by_mail: Option<bool>,
    /// How many years a record is kept after its last change, before an administrator can confirm the erasure. The WGBO says 20.
    #[schema(value_type = i16, required = false, minimum = 1, maximum = 100, example = 20)]
    retention_years: Option<RetentionYears>,
    /// How many days a request for erasure waits, so that it can be withdrawn or refused.
    #[schema(value_type = i16, required = false, minimum = 0, maximum = 30, example = 7)]
    erasure_waiting_days: Option<WaitingDays>,
}

impl From<UpdateOwnOrganisation> for OrganisationChanges {
    fn from(organisation: UpdateOwnOrganisation) -> Self {
        let second_factor_for = organisation.second_factor_for.map(|roles| SecondFactorRoles {
            admins: roles.contains(&Role::Admin),
            coaches: roles.contains(&Role::Coach),
        });
        Self {
            name: organisation.name,
            phone: organisation.phone.0,
            status: None,
            time_zone: organisation.time_zone,
            second_factor_for,
            clients_log_in_by_mail: organisation.clients_log_in_by_mail,
            retention_years: organisation.retention_years,
            erasure_waiting_days: organisation.erasure_waiting_days,
        }
    }
}
