//! `/oauth2`: tokens (RFC 6749) for refresh tokens and for integrations (RFC 7523), and revocation (RFC 7009).

mod back_channel_log_out;
mod client_assertion;
mod client_keys;
mod form;
mod key_sets;
mod revoke;
mod token;

use crate::routing::Routes;
pub(crate) use client_assertion::{ALGORITHMS, Audience, seconds, signed_by, token_endpoint};
pub(crate) use key_sets::KeySets;

pub(crate) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("oauth2", "Tokens and keys of OAuth 2.")
        .service(token::issue_token)
        .service(revoke::revoke_token)
        .service(back_channel_log_out::log_out_by_provider)
        .service(client_keys::show_client_keys);
}
