use crate::accounts::NamedUser;
use crate::audit::Disclosure;
use crate::{IdentityId, IdentityProviderId, OrganisationId, ShortText};
use chrono::{DateTime, Utc};

/// An identity of a member, as an administrator sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Unique identifier.
    pub id: IdentityId,
    /// The provider.
    pub provider_id: IdentityProviderId,
    /// The member.
    pub user: NamedUser,
    /// When it was linked.
    pub created_at: DateTime<Utc>,
    /// When it was last used to log in.
    pub used_at: Option<DateTime<Utc>>,
}

impl Disclosure for Identity {}

/// An identity of the caller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnIdentity {
    /// Unique identifier.
    pub id: IdentityId,
    /// The provider.
    pub provider_id: IdentityProviderId,
    /// The name of the provider.
    pub provider: ShortText,
    /// The organisation of the provider.
    pub organisation_id: OrganisationId,
    /// When it was linked.
    pub created_at: DateTime<Utc>,
    /// When it was last used to log in.
    pub used_at: Option<DateTime<Utc>>,
}

/// An identity to link.
#[derive(Clone, Debug)]
pub struct NewIdentity {
    /// Unique identifier.
    pub id: IdentityId,
    /// The organisation of the provider.
    pub organisation: OrganisationId,
    /// The provider.
    pub provider: IdentityProviderId,
    /// The `sub` of the user at the provider.
    pub subject: String,
    /// When it is linked.
    pub at: DateTime<Utc>,
}
