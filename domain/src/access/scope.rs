use super::{Grant, Target};
use crate::maps::Revision;
use crate::{ClientId, IntegrationId, MapId, OrganisationId, Result, UserId};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// Authorization to touch the data of one organisation: what every repository is opened with.
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

/// Which clients of the organisation a list may show. Only an authorization makes one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Visibility {
    all: bool,
    caseload_of: Option<UserId>,
    record_of: Option<UserId>,
}

impl Visibility {
    pub(super) fn widen(&mut self, grant: Grant, user: Option<UserId>) {
        match grant {
            Grant::Always => self.all = true,
            Grant::Caseload | Grant::OpenCaseload | Grant::Author => self.caseload_of = user,
            Grant::OwnRecord | Grant::ConfirmedRecord => self.record_of = user,
            Grant::Never | Grant::Shared | Grant::Registered => {}
        }
    }

    /// Every client.
    #[must_use]
    pub fn all(&self) -> bool {
        self.all
    }

    /// The clients assigned to this coach now.
    #[must_use]
    pub fn caseload_of(&self) -> Option<UserId> {
        self.caseload_of
    }

    /// The client who is this user.
    #[must_use]
    pub fn record_of(&self) -> Option<UserId> {
        self.record_of
    }
}

/// What the rules need to know of a client, a map or something on it, read in the same unit of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attributes {
    /// The client it belongs to.
    pub client_id: ClientId,
    /// The client's own log-in.
    pub user_id: Option<UserId>,
    /// Whether that log-in is confirmed: until then it does not see what is private.
    pub confirmed: bool,
    /// Whether the caller is assigned to the client as a coach at this moment.
    pub assigned: bool,
    /// Whether the client keeps the map private, or every map this person is on.
    pub private: bool,
    /// Who wrote it, where that matters (coach notes).
    pub author: Option<UserId>,
    /// The map it is or stands on.
    pub map: Option<MapAttributes>,
    /// The integration that registered the client.
    pub registered_by: Option<IntegrationId>,
}

/// Which map it is, and in what state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MapAttributes {
    /// The map.
    pub id: MapId,
    /// Its state.
    pub revision: Revision,
}

impl Attributes {
    /// Whether this user is the client.
    #[must_use]
    pub fn is(&self, user: UserId) -> bool {
        self.user_id == Some(user)
    }
}

/// Reads the attributes the rules need.
#[async_trait]
pub trait Access: Send {
    /// The attributes of this thing for this user at this instant; none if it does not exist in the organisation.
    async fn attributes(&mut self, target: Target, user: UserId, at: DateTime<Utc>) -> Result<Option<Attributes>>;
}
