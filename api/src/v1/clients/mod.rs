//! `/v1/clients`: the administrative data of clients.

mod create;
mod delete;
mod dto;
mod list;
mod search;
mod show;
mod update;

use crate::routing::Routes;
pub(in crate::v1) use dto::{ClientView, ExternalIdentifierView};

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("clients", "The people whose networks these are: administrative data.")
        .service(list::list_clients)
        .service(create::create_client)
        .service(search::search_clients)
        .service(show::show_client)
        .service(update::update_client)
        .service(delete::delete_client);
}
