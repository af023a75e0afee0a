//! `/v1/identity-providers`: with which the organisation lets its staff log in.

mod create;
mod delete;
mod dto;
mod list;
mod show;
mod update;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag(
            "identity-providers",
            "Identity providers (OpenID Connect) of the organisation, and the domains it has proven.",
        )
        .service(list::list_identity_providers)
        .service(create::create_identity_provider)
        .service(show::show_identity_provider)
        .service(update::update_identity_provider)
        .service(delete::delete_identity_provider);
}
