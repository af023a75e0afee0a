use crate::schema;
use crate::v1::users::NamedUserView;
use chrono::{DateTime, Utc};
use domain::ShortText;
use domain::identities::{Identity, OwnIdentity};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Where to link an identity.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct BeginIdentityLink {
    /// The identity provider of an organisation in which you are an admin or coach.
    pub(super) provider_id: Uuid,
}

/// One of your identities at a provider.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = OwnIdentity)]
pub(super) struct OwnIdentityView {
    id: Uuid,
    provider_id: Uuid,
    /// The name of the provider.
    #[schema(value_type = schema::ShortText, example = "De Linde")]
    provider: ShortText,
    /// The organisation of the provider.
    organisation_id: Uuid,
    /// When it was linked.
    created_at: DateTime<Utc>,
    /// When it was last used to log in.
    #[schema(required)]
    used_at: Option<DateTime<Utc>>,
}

impl From<OwnIdentity> for OwnIdentityView {
    fn from(it: OwnIdentity) -> Self {
        Self {
            id: it.id.0,
            provider_id: it.provider_id.0,
            provider: it.provider,
            organisation_id: it.organisation_id.0,
            created_at: it.created_at,
            used_at: it.used_at,
        }
    }
}

/// An identity of a member.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = MemberIdentity)]
pub(super) struct MemberIdentityView {
    id: Uuid,
    provider_id: Uuid,
    /// The member.
    user: NamedUserView,
    /// When it was linked.
    created_at: DateTime<Utc>,
    /// When it was last used to log in.
    #[schema(required)]
    used_at: Option<DateTime<Utc>>,
}

impl From<Identity> for MemberIdentityView {
    fn from(it: Identity) -> Self {
        Self {
            id: it.id.0,
            provider_id: it.provider_id.0,
            user: it.user.into(),
            created_at: it.created_at,
            used_at: it.used_at,
        }
    }
}
