//! Typed identifiers: the id of one kind of resource cannot be passed for another.

/// Declares types of ids.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub uuid::Uuid);

        impl From<uuid::Uuid> for $name {
            fn from(id: uuid::Uuid) -> Self {
                Self(id)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&self.0, f)
            }
        }
    )+};
}
pub(crate) use ids;

ids! {
    /// Id of an organisation, the tenant boundary.
    OrganisationId;
    /// Id of a user: a person with an account, in any number of organisations.
    UserId;
    /// Id of a session of a user.
    SessionId;
    /// Id of a user's membership of one organisation.
    MemberId;
    /// Id of an invitation to become a member.
    InvitationId;
    /// Id of the link between a user and a client's record.
    LogInId;
    /// Id of an external system of an organisation.
    IntegrationId;
    /// Id of an identity provider of an organisation.
    IdentityProviderId;
    /// Id of a domain that an organisation proves to own.
    LogInDomainId;
    /// Id of the link between a user and their identity at a provider.
    IdentityId;
    /// Id of a token of an integration.
    IntegrationTokenId;
    /// Id of a member that an identity provider manages.
    ProvisionedMemberId;
    /// Id of the erasure of a client's record.
    ErasureId;
    /// Id of a background job.
    JobId;
    /// Id of a second factor of an account.
    SecondFactorId;
    /// Id of a share of a client's map.
    ShareId;
}
