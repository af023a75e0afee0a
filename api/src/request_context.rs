//! What middlewares and extractors record in a request's extensions.

use domain::{IntegrationId, SessionId, UserId};

/// The id of a request, in the log and in its response.
#[derive(Clone, Debug)]
pub(crate) struct RequestId(pub(crate) String);

/// The session and user of a valid access token, as in [`domain::Caller`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(crate) session: SessionId,
    pub(crate) user: UserId,
    pub(crate) integration: Option<IntegrationId>,
}

impl Seen {
    pub(crate) fn person(session: SessionId, user: UserId) -> Self {
        Self { session, user, integration: None }
    }

    pub(crate) fn integration(id: IntegrationId) -> Self {
        Self { integration: Some(id), ..Self::person(id.0.into(), id.0.into()) }
    }
}

/// SHA-256 of the request's body.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BodyDigest(pub(crate) [u8; 32]);
