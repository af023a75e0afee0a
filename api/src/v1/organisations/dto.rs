use crate::response::Versioned;
use crate::schema;
use chrono::{DateTime, Utc};
use domain::access::Role;
use domain::accounts::Email;
use domain::invitations::Invited;
use domain::organisations::{
    CreatedOrganisation, NewAdministrator, NewOrganisation, Organisation, OrganisationChanges, OrganisationStatus,
    RetentionYears, WaitingDays,
};
use domain::{ShortText, TimeZone, Version};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A new organisation.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct CreateOrganisation {
    #[schema(value_type = schema::ShortText, example = "Zorggroep De Linde")]
    name: ShortText,
    /// The first administrator to invite.
    admin: InviteAdministrator,
}

/// An administrator to invite. The invitee gives the name on acceptance.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct InviteAdministrator {
    /// Email address.
    #[schema(value_type = schema::Email, example = "beheer@delinde.example")]
    email: Email,
    /// Whether this administrator is also a coach, such as a coach who works alone: members cannot give themselves a
    /// role later.
    #[serde(default)]
    #[schema(example = false)]
    coach: bool,
}

/// A merge patch (RFC 7396) of an organisation.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct UpdateOrganisation {
    #[schema(value_type = schema::ShortText, required = false, example = "Zorggroep De Linde")]
    name: Option<ShortText>,
    /// Whether its members have access.
    #[schema(value_type = schema::OrganisationStatus, required = false, example = "suspended")]
    status: Option<OrganisationStatus>,
}

/// An organisation.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Organisation)]
pub(in crate::v1) struct OrganisationView {
    id: Uuid,
    #[schema(value_type = schema::ShortText, example = "Zorggroep De Linde")]
    name: ShortText,
    /// The number that its clients can call on a hard day; null if it has none.
    #[schema(value_type = Option<schema::ShortText>, required, example = "030 123 45 67")]
    phone: Option<ShortText>,
    /// Whether its members have access.
    #[schema(value_type = schema::OrganisationStatus, example = "active")]
    status: OrganisationStatus,
    /// The time zone of today, of the dates on cards, and of what is overdue.
    #[schema(value_type = schema::TimeZone, example = "Europe/Amsterdam")]
    time_zone: TimeZone,
    /// The roles that need a second factor.
    #[schema(value_type = Vec<schema::SecondFactorRole>, example = json!(["admin", "coach"]))]
    second_factor_for: Vec<Role>,
    /// Whether its clients may log in with a code that is mailed to them.
    clients_log_in_by_mail: bool,
    /// How many years it keeps a record after its last change, before an administrator can confirm the erasure.
    #[schema(value_type = i16, minimum = 1, maximum = 100, example = 20)]
    retention_years: RetentionYears,
    /// How many days a request for erasure waits.
    #[schema(value_type = i16, minimum = 0, maximum = 30, example = 7)]
    erasure_waiting_days: WaitingDays,
    /// From when the operator may purge it; null if that was not requested.
    #[schema(required)]
    purgeable_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    #[serde(skip)]
    version: Version,
}

/// A new organisation with the invitation of its first administrator.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = FoundedOrganisation)]
pub(super) struct CreatedOrganisationView {
    #[serde(flatten)]
    organisation: OrganisationView,
    /// The invitation of its first administrator.
    invitation: AdministratorInvitation,
}

/// An invitation of an administrator by the operator.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct AdministratorInvitation {
    id: Uuid,
    /// The secret to accept it with, shown only here; null if it is mailed.
    #[schema(required, example = "vW2m0nU0x1xPq1fS0bq8c9m3m1yQh0m4m1l0m6vYc2E")]
    secret: Option<String>,
    /// When it expires.
    expires_at: DateTime<Utc>,
}

impl std::fmt::Debug for AdministratorInvitation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AdministratorInvitation").field("id", &self.id).finish_non_exhaustive()
    }
}

impl Versioned for OrganisationView {
    fn version(&self) -> Version {
        self.version
    }
}

impl Versioned for CreatedOrganisationView {
    fn version(&self) -> Version {
        self.organisation.version
    }
}

impl From<Organisation> for OrganisationView {
    fn from(organisation: Organisation) -> Self {
        Self {
            id: organisation.id.0,
            name: organisation.name,
            phone: organisation.phone,
            status: organisation.status,
            time_zone: organisation.time_zone,
            second_factor_for: [
                organisation.second_factor_for.admins.then_some(Role::Admin),
                organisation.second_factor_for.coaches.then_some(Role::Coach),
            ]
            .into_iter()
            .flatten()
            .collect(),
            clients_log_in_by_mail: organisation.clients_log_in_by_mail,
            retention_years: organisation.retention_years,
            erasure_waiting_days: organisation.erasure_waiting_days,
            purgeable_at: organisation.purgeable_at,
            created_at: organisation.created_at,
            updated_at: organisation.updated_at,
            version: organisation.version,
        }
    }
}

impl From<Invited> for AdministratorInvitation {
    fn from(invited: Invited) -> Self {
        Self {
            id: invited.invitation.id.0,
            secret: invited.secret.map(|secret| secret.expose().to_owned()),
            expires_at: invited.invitation.expires_at,
        }
    }
}

impl From<CreatedOrganisation> for CreatedOrganisationView {
    fn from(created: CreatedOrganisation) -> Self {
        Self { organisation: created.organisation.into(), invitation: created.invited.into() }
    }
}

impl From<InviteAdministrator> for NewAdministrator {
    fn from(administrator: InviteAdministrator) -> Self {
        Self { email: administrator.email, coach: administrator.coach }
    }
}

impl From<CreateOrganisation> for NewOrganisation {
    fn from(organisation: CreateOrganisation) -> Self {
        Self { name: organisation.name, admin: organisation.admin.into() }
    }
}

impl From<UpdateOrganisation> for OrganisationChanges {
    fn from(organisation: UpdateOrganisation) -> Self {
        Self { name: organisation.name, status: organisation.status, ..Self::default() }
    }
}
