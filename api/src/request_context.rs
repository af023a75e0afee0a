//! What middlewares and extractors record in a request's extensions.

use domain::{SessionId, UserId};

/// The id of a request, in the log and in its response.
#[derive(Clone, Debug)]
pub(crate) struct RequestId(pub(crate) String);

/// The session and user of a valid access token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seen {
    pub(crate) session: SessionId,
    pub(crate) user: UserId,
}

/// SHA-256 of the request's body.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BodyDigest(pub(crate) [u8; 32]);
