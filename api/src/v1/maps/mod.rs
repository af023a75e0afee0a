//! `/v1/maps`: the working documents, and the whole of one at once.

mod create;
mod delete;
mod dto;
mod list;
mod show;
mod update;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn configure(routes: &mut ServiceConfig) {
    routes
        .service(list::list_maps)
        .service(create::create_map)
        .service(show::show_map)
        .service(update::update_map)
        .service(delete::delete_map);
}
