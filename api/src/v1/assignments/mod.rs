//! `/v1/clients/{clientId}/assignments` and `/coaches`: which coach works with which client.

mod coaches;
mod create;
mod dto;
mod list;
mod show;
mod update;

use crate::routes::Routes;
pub(in crate::v1) use dto::CoachView;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .service(list::list_assignments)
        .service(coaches::list_coaches)
        .service(create::create_assignment)
        .service(show::show_assignment)
        .service(update::update_assignment);
}
