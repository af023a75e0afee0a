use crate::accounts::Email;
use crate::invitations::Invited;
use crate::{OrganisationId, ShortText, TimeZone, Version};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

crate::vocabulary::words! {
    /// Whether an organisation's members have access.
    pub enum OrganisationStatus {
        /// They have.
        Active = "active", "Actief", "Active";
        /// They lost it, at their next request.
        Suspended = "suspended", "Geschorst", "Suspended";
    }
}

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// Id.
    pub id: OrganisationId,
    /// Name.
    pub name: ShortText,
    /// Whether its members have access.
    pub status: OrganisationStatus,
    /// Where its days begin.
    #[serde(default)]
    pub time_zone: TimeZone,
    /// Version.
    pub version: Version,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

/// What is needed to found an organisation.
#[derive(Clone, Debug)]
pub struct NewOrganisation {
    /// Name.
    pub name: ShortText,
    /// Who is invited to be its first admin.
    pub admin: Email,
    /// Whether they are a coach as well.
    pub coach: bool,
}

impl NewOrganisation {
    /// The organisation, at this instant.
    pub(super) fn at(self, id: OrganisationId, now: DateTime<Utc>) -> Organisation {
        let status = OrganisationStatus::Active;
        let time_zone = TimeZone::default();
        Organisation { id, name: self.name, status, time_zone, version: 1, created_at: now, updated_at: now }
    }
}

/// A new organisation with the invitation of its first admin.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Founded {
    /// The organisation.
    pub organisation: Organisation,
    /// The invitation, with its secret.
    pub invited: Invited,
}

/// What to change of an organisation; `None` leaves a member as it is.
#[derive(Clone, Debug, Default)]
pub struct OrganisationChanges {
    /// Name.
    pub name: Option<ShortText>,
    /// Whether its members have access. The operator's to decide.
    pub status: Option<OrganisationStatus>,
    /// Where its days begin.
    pub time_zone: Option<TimeZone>,
}

impl OrganisationChanges {
    /// The organisation after the changes, one version on.
    pub(super) fn apply(self, mut organisation: Organisation, now: DateTime<Utc>) -> Organisation {
        organisation.name = self.name.unwrap_or(organisation.name);
        organisation.status = self.status.unwrap_or(organisation.status);
        organisation.time_zone = self.time_zone.unwrap_or(organisation.time_zone);
        crate::version::bump(&mut organisation.version, &mut organisation.updated_at, now);
        organisation
    }
}
