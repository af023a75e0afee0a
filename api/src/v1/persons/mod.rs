//! `/v1/persons`: the people in a client's life.

mod create;
mod create_batch;
mod delete;
mod dto;
mod list;
mod merge;
mod show;
mod update;

use crate::routing::Routes;
pub(in crate::v1) use dto::{CreatePerson, PersonView};

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("persons", "The people in a client's life, and address books to choose them from.")
        .service(list::list_persons)
        .service(create::create_person)
        .service(create_batch::create_persons)
        .service(show::show_person)
        .service(update::update_person)
        .service(merge::merge_persons)
        .service(delete::delete_person);
}
