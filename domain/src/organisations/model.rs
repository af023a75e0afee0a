use super::{RetentionYears, WaitingDays};
use crate::accounts::Email;
use crate::audit::Disclosure;
use crate::invitations::Invited;
use crate::{OrganisationId, ShortText, TimeZone, Version};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

crate::vocabulary::words! {
    /// Whether an organisation's members have access.
    pub enum OrganisationStatus {
        /// Members have access.
        Active = "active", "Actief", "Active";
        /// Members lose access at their next request.
        Suspended = "suspended", "Geschorst", "Suspended";
    }
}

/// An organisation: the tenant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// Unique identifier.
    pub id: OrganisationId,
    /// The name of the organisation.
    pub name: ShortText,
    /// The number that its clients can call on a hard day, if any.
    #[serde(default)]
    pub phone: Option<ShortText>,
    /// Whether its members have access.
    pub status: OrganisationStatus,
    /// The time zone of its dates.
    #[serde(default)]
    pub time_zone: TimeZone,
    /// The roles that need a second factor.
    #[serde(default)]
    pub second_factor_for: SecondFactorRoles,
    /// Whether its clients may log in with a code that is mailed to them.
    #[serde(default)]
    pub clients_log_in_by_mail: bool,
    /// How long it keeps records after their last change.
    #[serde(default)]
    pub retention_years: RetentionYears,
    /// How long a request for erasure waits.
    #[serde(default)]
    pub erasure_waiting_days: WaitingDays,
    /// From when the operator may remove it; `None` if that was not requested.
    #[serde(default)]
    pub purgeable_at: Option<DateTime<Utc>>,
    /// Version, incremented by every update.
    pub version: Version,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

impl Disclosure for Organisation {}

impl Organisation {
    /// The time between a request for erasure and the erasure.
    #[must_use]
    pub fn erasure_waiting_time(&self) -> TimeDelta {
        TimeDelta::days(i16::from(self.erasure_waiting_days).into())
    }
}

/// The roles of staff that need a second factor in an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondFactorRoles {
    /// Administrators.
    pub admins: bool,
    /// Coaches.
    pub coaches: bool,
}

impl SecondFactorRoles {
    /// Every role of staff.
    pub const STAFF: Self = Self { admins: true, coaches: true };
    /// No role.
    pub const NOBODY: Self = Self { admins: false, coaches: false };
}

impl Default for SecondFactorRoles {
    fn default() -> Self {
        Self::STAFF
    }
}

/// An administrator whom the operator invites.
#[derive(Clone, Debug)]
pub struct NewAdministrator {
    /// The address to invite.
    pub email: Email,
    /// Whether the administrator is also a coach.
    pub coach: bool,
}

/// Input for creating an organisation.
#[derive(Clone, Debug)]
pub struct NewOrganisation {
    /// The name of the organisation.
    pub name: ShortText,
    /// The first administrator.
    pub admin: NewAdministrator,
}

impl NewOrganisation {
    /// Builds the organisation, created at `now`.
    pub(super) fn at(
        self,
        id: OrganisationId,
        second_factor_for: SecondFactorRoles,
        now: DateTime<Utc>,
    ) -> Organisation {
        Organisation {
            id,
            name: self.name,
            phone: None,
            status: OrganisationStatus::Active,
            time_zone: TimeZone::default(),
            second_factor_for,
            clients_log_in_by_mail: false,
            retention_years: RetentionYears::default(),
            erasure_waiting_days: WaitingDays::default(),
            purgeable_at: None,
            version: 1,
            created_at: now,
            updated_at: now,
        }
    }
}

/// A new organisation with the invitation of its first admin.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CreatedOrganisation {
    /// The organisation.
    pub organisation: Organisation,
    /// The invitation, with its secret.
    pub invited: Invited,
}

/// Partial update of an organisation: `None` leaves a member unchanged.
#[derive(Clone, Debug, Default)]
pub struct OrganisationChanges {
    /// New name.
    pub name: Option<ShortText>,
    /// New phone number; `Some(None)` removes it.
    pub phone: Option<Option<ShortText>>,
    /// New status; only the operator may change it.
    pub status: Option<OrganisationStatus>,
    /// New time zone.
    pub time_zone: Option<TimeZone>,
    /// The new roles that need a second factor.
    pub second_factor_for: Option<SecondFactorRoles>,
    /// Whether clients may log in with a code that is mailed to them.
    pub clients_log_in_by_mail: Option<bool>,
    /// New period of retention.
    pub retention_years: Option<RetentionYears>,
    /// New waiting time of an erasure.
    pub erasure_waiting_days: Option<WaitingDays>,
}

impl OrganisationChanges {
    /// Returns the organisation with the changes applied and the version incremented.
    pub(super) fn apply(self, mut organisation: Organisation, now: DateTime<Utc>) -> Organisation {
        organisation.name = self.name.unwrap_or(organisation.name);
        organisation.phone = self.phone.unwrap_or(organisation.phone);
        organisation.status = self.status.unwrap_or(organisation.status);
        organisation.time_zone = self.time_zone.unwrap_or(organisation.time_zone);
        organisation.second_factor_for = self.second_factor_for.unwrap_or(organisation.second_factor_for);
        organisation.clients_log_in_by_mail =
            self.clients_log_in_by_mail.unwrap_or(organisation.clients_log_in_by_mail);
        organisation.retention_years = self.retention_years.unwrap_or(organisation.retention_years);
        organisation.erasure_waiting_days = self.erasure_waiting_days.unwrap_or(organisation.erasure_waiting_days);
        if organisation.status == OrganisationStatus::Active {
            organisation.purgeable_at = None;
        }
        crate::version::bump(&mut organisation.version, &mut organisation.updated_at, now);
        organisation
    }
}
