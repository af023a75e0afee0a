//! `/oauth2`: tokens (RFC 6749) for refresh tokens and for integrations (RFC 7523), and revocation (RFC 7009).

mod client_assertion;
mod form;
mod key_sets;
mod revoke;
mod token;

use crate::routing::Routes;
pub(crate) use client_assertion::{ALGORITHMS, token_endpoint};
pub(crate) use key_sets::KeySets;
#[cfg(feature = "server")]
pub(crate) use key_sets::Network;

pub(crate) fn configure(routes: &mut Routes<'_>) {
    routes.tag("oauth2", "Tokens and keys of OAuth 2.").service(token::issue_token).service(revoke::revoke_token);
}
