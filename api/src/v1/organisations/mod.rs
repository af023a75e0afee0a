//! `/v1/organisations`: the operator's view of organisations.

mod create;
mod delete;
mod dto;
mod invite;
mod list;
mod request_purge;
mod show;
mod update;

pub(super) use dto::OrganisationView;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("organisations", "Organisations of the platform. For its operator.")
        .service(list::list_organisations)
        .service(create::create_organisation)
        .service(show::show_organisation)
        .service(update::update_organisation)
        .service(request_purge::request_purge)
        .service(delete::purge_organisation)
        .service(invite::invite_administrator);
}
