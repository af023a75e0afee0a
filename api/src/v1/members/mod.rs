//! `/v1/members`: the users of the organisation.

mod delete;
mod dto;
mod list;
mod show;
mod update;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn configure(routes: &mut ServiceConfig) {
    routes
        .service(list::list_members)
        .service(show::show_member)
        .service(update::update_member)
        .service(delete::delete_member);
}
