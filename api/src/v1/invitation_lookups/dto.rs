use crate::schema;
use chrono::{DateTime, Utc};
use domain::access::Role;
use domain::accounts::Email;
use domain::invitations::Offer;
use domain::vocabulary::Language;
use domain::{Secret, ShortText};
use serde::{Deserialize, Serialize};
use std::fmt;
use utoipa::ToSchema;

/// Which invitation.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct LookUpInvitation {
    /// The invitation's secret.
    #[schema(min_length = 1, max_length = 200, example = "vW2m0nU0x1xPq1fS0bq8c9m3m1yQh0m4m1l0m6vYc2E")]
    secret: String,
}

impl fmt::Debug for LookUpInvitation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LookUpInvitation")
    }
}

impl From<LookUpInvitation> for Secret {
    fn from(lookup: LookUpInvitation) -> Self {
        Self::new(lookup.secret)
    }
}

/// What the holder of an invitation's secret may know before accepting it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = OfferedInvitation)]
pub(super) struct OfferView {
    /// The name of the organisation.
    #[schema(value_type = schema::ShortText, example = "De Linde")]
    organisation_name: ShortText,
    /// The name of the user who invites; null if the account no longer exists.
    #[schema(value_type = Option<schema::ShortText>, required, example = "Anja Smit")]
    invited_by_name: Option<ShortText>,
    /// The invited address; null if you choose one when you accept.
    #[schema(value_type = Option<schema::Email>, required, example = "marijke@delinde.example")]
    email: Option<Email>,
    /// The roles of the membership.
    #[schema(value_type = Vec<schema::MemberRole>)]
    roles: Vec<Role>,
    /// The language of the invitation; null if it has none.
    #[schema(value_type = Option<schema::Language>, required, example = "nl")]
    language: Option<Language>,
    /// Whether you are a member who is invited again: accepting it sets a new password for your account.
    again: bool,
    /// When the invitation expires.
    expires_at: DateTime<Utc>,
}

impl From<Offer> for OfferView {
    fn from(offer: Offer) -> Self {
        Self {
            organisation_name: offer.organisation,
            invited_by_name: offer.invited_by,
            email: offer.email,
            roles: offer.roles.iter().collect(),
            language: offer.language,
            again: offer.member_id.is_some(),
            expires_at: offer.expires_at,
        }
    }
}
