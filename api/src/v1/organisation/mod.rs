//! `/v1/organisation`: the organisation of the session.

mod dto;
mod show;
mod update;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("organisation", "The organisation of the session.")
        .service(show::show_own_organisation)
        .service(update::update_own_organisation);
}
