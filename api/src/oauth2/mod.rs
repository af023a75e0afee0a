//! `/oauth2`: tokens for tokens (RFC 6749), and ending them (RFC 7009).

mod form;
mod revoke;
mod token;

use crate::routing::Routes;

pub(crate) fn configure(routes: &mut Routes<'_>) {
    routes.service(token::issue_token).service(revoke::revoke_token);
}
