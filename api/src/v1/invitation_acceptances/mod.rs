//! `/v1/invitation-acceptances`: becoming a member, by an invitation's secret.

mod attempts;
mod create;
mod dto;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn configure(routes: &mut ServiceConfig) {
    routes.service(create::accept_invitation);
}
