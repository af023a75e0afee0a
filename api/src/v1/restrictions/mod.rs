//! `/v1/clients/{clientId}/restrictions` and `/v1/restrictions`: while a restriction is in force, only the client reads the record.

mod create;
mod dto;
mod lift;
mod list;
mod show;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("restrictions", "While a restriction is in force, only the client reads the record.")
        .service(list::list_restrictions)
        .service(create::create_restriction)
        .service(show::show_restriction)
        .service(lift::lift_restriction);
}
