//! `/v1/organisation`: the organisation of the session.

mod dto;
mod show;
mod update;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn configure(routes: &mut ServiceConfig) {
    routes.service(show::show_own_organisation).service(update::update_own_organisation);
}
