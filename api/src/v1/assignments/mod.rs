//! `/v1/assignments`, and of a client `…/assignments` and `…/coaches`: which coach works with which client.

mod coaches;
mod create;
mod create_batch;
mod dto;
mod list;
mod list_all;
mod show;
mod update;

use crate::routing::Routes;
pub(in crate::v1) use dto::CoachView;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("assignments", "Which coach works with which client.")
        .service(list::list_assignments)
        .service(coaches::list_coaches)
        .service(create::create_assignment)
        .service(list_all::list_all_assignments)
        .service(create_batch::create_assignments)
        .service(show::show_assignment)
        .service(update::update_assignment);
}
