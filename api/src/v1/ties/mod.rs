//! `/v1/ties`: which supporters know each other.

mod create;
mod delete;
mod dto;
mod list;
mod show;
mod update;

use crate::routing::Routes;
pub(in crate::v1) use dto::TieView;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("ties", "Supporters who know each other.")
        .service(list::list_ties)
        .service(create::create_tie)
        .service(show::show_tie)
        .service(update::update_tie)
        .service(delete::delete_tie);
}
