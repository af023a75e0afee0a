//! `/v1/maps/{mapId}/agreements` and `/v1/agreements`: who is asked for what, by when.

mod create;
mod delete;
pub(super) mod dto;
mod list;
mod show;
mod update;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("agreements", "Who is asked for what, by when.")
        .service(list::list_agreements)
        .service(create::create_agreement)
        .service(show::show_agreement)
        .service(update::update_agreement)
        .service(delete::delete_agreement);
}
