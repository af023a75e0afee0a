//! `/oauth2`: tokens for tokens (RFC 6749), and ending them (RFC 7009).

mod form;
mod revoke;
mod token;

use utoipa_actix_web::service_config::ServiceConfig;

pub(crate) fn configure(routes: &mut ServiceConfig) {
    routes.service(token::issue_token).service(revoke::revoke_token);
}
