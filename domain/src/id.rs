//! Typed identifiers: the id of one kind of resource cannot be passed for another.

use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

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
    /// Id of a client: the person whose network is mapped.
    ClientId;
    /// Id of the link between a user and a client's record.
    LogInId;
    /// Id of a coach's assignment to a client.
    AssignmentId;
    /// Id of a person in a client's life.
    PersonId;
    /// Id of a map: a working document "Mijn leven met …".
    MapId;
    /// Id of a supporter: a person placed on a map.
    SupporterId;
    /// Id of a tie: two supporters who know each other.
    TieId;
    /// Id of an agreement: who is asked what, by when.
    AgreementId;
    /// Id of a reflection by the client.
    ReflectionId;
    /// Id of a coach's note.
    CoachNoteId;
    /// Id of an external system of an organisation.
    IntegrationId;
    /// Id of a background job.
    JobId;
    /// Id of a share of a client's map.
    ShareId;
    /// Id of a card: an immutable, numbered version of a map.
    CardId;
}
