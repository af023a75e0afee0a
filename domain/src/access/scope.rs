use crate::{
    AgreementId, AssignmentId, CardId, ClientId, CoachNoteId, MapId, OrganisationId, PersonId, ReflectionId, Result,
    SupporterId, TieId, UserId,
};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// Leave to touch the data of one organisation: what every repository is opened with.
///
/// The first lock on the organisation boundary. Its field is private and [`super::Principal::authorize`] is its only
/// maker, so that no query can run for an organisation nobody was authorized in. Neither of these compiles:
///
/// ```compile_fail,E0624
/// # fn anywhere(organisation: domain::OrganisationId) {
/// domain::access::OrgScope::new(organisation);
/// # }
/// ```
///
/// ```compile_fail,E0451
/// # fn anywhere(organisation: domain::OrganisationId) -> domain::access::OrgScope {
/// domain::access::OrgScope { organisation }
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrgScope {
    organisation: OrganisationId,
}

impl OrgScope {
    pub(super) fn new(organisation: OrganisationId) -> Self {
        Self { organisation }
    }

    /// The organisation.
    #[must_use]
    pub fn organisation(self) -> OrganisationId {
        self.organisation
    }
}

/// Which clients of the organisation a list may show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Every client.
    pub all: bool,
    /// The clients assigned to this coach now.
    pub caseload_of: Option<UserId>,
    /// The client who is this user.
    pub record_of: Option<UserId>,
}

/// What the rules need to know of a client, a map or something on it, read in the same unit of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClientFacts {
    /// The client it belongs to.
    pub client_id: ClientId,
    /// The client's own log-in.
    pub user_id: Option<UserId>,
    /// Whether that log-in is confirmed: until then it does not see what is private.
    pub confirmed: bool,
    /// Whether the caller is assigned to the client as a coach at this moment.
    pub assigned: bool,
    /// Whether the client keeps the map, or every map this person is on, to themself.
    pub private: bool,
    /// Who wrote it, where that matters (coach notes).
    pub author: Option<UserId>,
}

impl ClientFacts {
    /// Whether this user is the client.
    #[must_use]
    pub fn is(&self, user: UserId) -> bool {
        self.user_id == Some(user)
    }
}

/// A thing of a client's, named by its id: what the facts are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A client.
    Client(ClientId),
    /// A coach's assignment to a client.
    Assignment(AssignmentId),
    /// A person in a client's life.
    Person(PersonId),
    /// A map.
    Map(MapId),
    /// A supporter on a map.
    Supporter(SupporterId),
    /// A tie on a map.
    Tie(TieId),
    /// An agreement on a map.
    Agreement(AgreementId),
    /// A reflection on a map.
    Reflection(ReflectionId),
    /// A coach's note on a client.
    CoachNote(CoachNoteId),
    /// A card of a map.
    Card(CardId),
}

/// Reads the facts the rules need.
#[async_trait]
pub trait Access: Send {
    /// The facts about this thing for this user at this instant; none if it does not exist in the organisation.
    async fn facts(&mut self, target: Target, user: UserId, at: DateTime<Utc>) -> Result<Option<ClientFacts>>;
}
