//! `/v1/log-in-methods`: how a user can log in.

mod create;
mod dto;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes.service(create::find_log_in_methods);
}
