//! `/v1/clients/{clientId}/consents` and `/v1/consents`: what a client allows an external system to receive.

mod create;
mod dto;
mod list;
mod receivers;
mod show;
mod withdraw;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("consents", "What a client allows an external system to receive, and until when.")
        .service(receivers::list_consent_receivers)
        .service(list::list_consents)
        .service(create::create_consent)
        .service(show::show_consent)
        .service(withdraw::withdraw_consent);
}
