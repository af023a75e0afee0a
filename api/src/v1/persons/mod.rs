//! `/v1/persons`: the people in a client's life.

mod create;
mod delete;
mod dto;
mod list;
mod show;
mod update;

pub(in crate::v1) use dto::{CreatePerson, PersonView};
use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn configure(routes: &mut ServiceConfig) {
    routes
        .service(list::list_persons)
        .service(create::create_person)
        .service(show::show_person)
        .service(update::update_person)
        .service(delete::delete_person);
}
