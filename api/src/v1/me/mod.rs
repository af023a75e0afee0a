//! `/v1/me`: one's own account.

mod dto;
mod password;
mod show;
mod update;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn configure(routes: &mut ServiceConfig) {
    routes.service(show::show_me).service(update::update_me).service(password::change_password);
}
