//! `/v1/clients/{clientId}/legal-holds` and `/v1/legal-holds`: a record must not be erased until a date.

mod create;
mod dto;
mod list;
mod release;
mod show;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("legal-holds", "A record must not be erased until a date, for a reason that the client reads.")
        .service(list::list_legal_holds)
        .service(create::create_legal_hold)
        .service(show::show_legal_hold)
        .service(release::release_legal_hold);
}
