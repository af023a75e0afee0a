//! `/v1/integrations`: external systems of the organisation, such as its client records.

mod create;
mod delete;
mod dto;
mod list;
mod show;
mod update;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("integrations", "External systems of the organisation, such as its client records.")
        .service(list::list_integrations)
        .service(create::create_integration)
        .service(show::show_integration)
        .service(update::update_integration)
        .service(delete::delete_integration);
}
