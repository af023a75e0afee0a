//! `/v1/ties`: which supporters know each other.

mod create;
mod delete;
mod dto;
mod list;
mod show;
mod update;

pub(in crate::v1) use dto::TieView;
use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn configure(routes: &mut ServiceConfig) {
    routes
        .service(list::list_ties)
        .service(create::create_tie)
        .service(show::show_tie)
        .service(update::update_tie)
        .service(delete::delete_tie);
}
