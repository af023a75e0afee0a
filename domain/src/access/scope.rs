use super::{Grant, Target};
use crate::maps::Revision;
use crate::{ClientId, MapId, OrganisationId, Result, UserId};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// Authorization to access the data of one organisation; every repository is opened with it.
///
/// This is the first lock on the organisation boundary. The field is private and only [`super::Principal::authorize`]
/// and [`super::PlatformAuthorization::within`] create a scope, so no query can run for an organisation without
/// authorization. Neither of these compiles:
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

    /// The authorized organisation.
    #[must_use]
    pub fn organisation(self) -> OrganisationId {
        self.organisation
    }
}

/// The clients of the organisation that a list may show. Only an authorization creates one.
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
            Grant::Never | Grant::Shared | Grant::Consented => {}
        }
    }

    /// Whether the list shows every client.
    #[must_use]
    pub fn all(&self) -> bool {
        self.all
    }

    /// The coach whose currently assigned clients the list shows.
    #[must_use]
    pub fn caseload_of(&self) -> Option<UserId> {
        self.caseload_of
    }

    /// The user whose own client record the list shows.
    #[must_use]
    pub fn record_of(&self) -> Option<UserId> {
        self.record_of
    }
}

/// The attributes of a client, a map or a resource on it that the policy evaluates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attributes {
    /// The client that owns the resource.
    pub client_id: ClientId,
    /// The user linked to the client record, if any.
    pub user_id: Option<UserId>,
    /// Whether that log-in is confirmed; an unconfirmed one does not see private data.
    pub confirmed: bool,
    /// Whether the caller is currently assigned to the client as a coach.
    pub assigned: bool,
    /// Whether the map is private; for a person, whether every map they are on is private.
    pub private: bool,
    /// The author, for resources where authorship matters (coach notes).
    pub author: Option<UserId>,
    /// The map itself, or the map that holds the resource.
    pub map: Option<MapAttributes>,
    /// Whether the client's consent that the calling integration reads their cards is in force.
    pub consented: bool,
    /// Whether the client's record is restricted: only the client reads it then.
    pub restricted: bool,
}

/// The identity and revision of a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MapAttributes {
    /// The map.
    pub id: MapId,
    /// The revision at the time of reading.
    pub revision: Revision,
}

impl Attributes {
    /// Whether this user is the client.
    #[must_use]
    pub fn is(&self, user: UserId) -> bool {
        self.user_id == Some(user)
    }
}

/// Reads the attributes that the policy evaluates.
#[async_trait]
pub trait Access: Send {
    /// Returns the attributes of the target for this user at this instant.
    ///
    /// `None` if it does not exist in the organisation.
    async fn attributes(&mut self, target: Target, user: UserId, at: DateTime<Utc>) -> Result<Option<Attributes>>;
}
