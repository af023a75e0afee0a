//! Typed identifiers: an id of one thing cannot be passed where another is meant.

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
    /// The person whose network it is.
    ClientId;
    /// A user linked to a client's record.
    LogInId;
    /// A coach's assignment to a client.
    AssignmentId;
    /// Somebody in a client's life.
    PersonId;
    /// A working document "Mijn leven met …".
    MapId;
    /// A person placed on a map.
    SupporterId;
    /// Two supporters who know each other.
    TieId;
    /// Who is asked what, by when.
    AgreementId;
    /// The client's own words.
    ReflectionId;
    /// A coach's own note.
    CoachNoteId;
    /// A system of an organisation's.
    IntegrationId;
    /// Work that is done after a request.
    JobId;
    /// A share of a client's map.
    ShareId;
    /// An immutable, numbered version of a map.
    CardId;
}
