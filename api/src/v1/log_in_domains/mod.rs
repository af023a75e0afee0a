//! `/v1/log-in-domains`: domains of email addresses that the organisation proves to own.

mod create;
mod delete;
mod dto;
mod list;
mod show;
mod verify;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .service(list::list_log_in_domains)
        .service(create::create_log_in_domain)
        .service(show::show_log_in_domain)
        .service(verify::verify_log_in_domain)
        .service(delete::delete_log_in_domain);
}
