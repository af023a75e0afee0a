//! `/oauth2`: exchange (RFC 6749) and revocation (RFC 7009) of refresh tokens.

mod form;
mod revoke;
mod token;

use crate::routing::Routes;

pub(crate) fn configure(routes: &mut Routes<'_>) {
    routes.tag("oauth2", "Tokens and keys of OAuth 2.").service(token::issue_token).service(revoke::revoke_token);
}
