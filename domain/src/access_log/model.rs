use super::seals::SignedNote;
use crate::access::Grounds;
use crate::accounts::NamedUser;
use crate::audit::{Disclosure, Outcome, RequestOrigin};
use crate::{ClientId, IntegrationId, SessionId, ShortText, UserId};
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// A line of the access log. Names are read with it and not stored in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogLine {
    /// Unique identifier; in order of the start of the operation.
    pub id: Uuid,
    /// The start of the operation.
    pub at: DateTime<Utc>,
    /// The code of the action or background job, such as `read-map`.
    pub operation: String,
    /// Its outcome.
    pub outcome: Outcome,
    /// Who performed it.
    pub actor: Actor,
    /// What the authorization rests on; `None` if it was refused or needs none.
    pub grounds: Option<Grounds>,
    /// The client whose data it is about, if any.
    pub client: Option<ClientId>,
    /// The map, card or other resource that the request named, if any.
    pub target: Option<Uuid>,
    /// The session of the user.
    pub session: Option<SessionId>,
    /// Where the request came from.
    pub origin: RequestOrigin,
}

impl Disclosure for LogLine {
    fn clients(&self) -> Vec<ClientId> {
        self.client.into_iter().collect()
    }
}

/// A signed head of the log over lines of the organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedHead {
    /// The last of the organisation's lines that it seals.
    pub last: Uuid,
    /// The number of the organisation's lines since its previous head.
    pub lines: u64,
    /// When they were sealed.
    pub sealed_at: DateTime<Utc>,
    /// The head with its signature.
    pub note: SignedNote,
}

impl Disclosure for SignedHead {}

/// Who performed an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A user.
    User(NamedUser),
    /// An external system, with its name while it is registered.
    Integration(IntegrationId, Option<ShortText>),
    /// A background job of the service.
    Service,
}

crate::vocabulary::words! {
    /// The kinds of actors.
    pub enum ActorKind {
        /// A user.
        User = "user", "Persoon", "User";
        /// An external system.
        Integration = "integration", "Extern systeem", "External system";
        /// A background job of the service.
        Service = "service", "Omringd zelf", "The service itself";
    }
}

/// Which lines of an organisation to list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LogFilter {
    /// Only lines about this client.
    pub client: Option<ClientId>,
    /// Only lines of this user.
    pub user: Option<UserId>,
    /// Only lines with this outcome.
    pub outcome: Option<Outcome>,
    /// Only lines from this instant.
    pub from: Option<DateTime<Utc>>,
    /// Only lines before this instant.
    pub until: Option<DateTime<Utc>>,
}
