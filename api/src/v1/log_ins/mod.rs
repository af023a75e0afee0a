//! `/v1/clients/{clientId}/logins`: which users were linked to a client's record, and confirmation of the current one.

mod confirm;
mod dto;
mod list;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("log-ins", "Which users were linked to a client's record, and confirmation of the current one.")
        .service(list::list_log_ins)
        .service(confirm::confirm_log_in);
}
