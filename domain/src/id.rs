//! Typed identifiers: an id of one thing cannot be passed where another is meant.

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
    /// An organisation: the boundary no data crosses.
    OrganisationId;
    /// A person with an account, in any number of organisations.
    UserId;
    /// A log-in of a user, until it ends.
    SessionId;
    /// A user's membership of one organisation.
    MemberId;
    /// An invitation to become a member.
    InvitationId;
    /// A user linked to a client's record.
    LogInId;
    /// A system of an organisation's.
    IntegrationId;
    /// Work that is done after a request.
    JobId;
    /// A share of a client's map.
    ShareId;
}
