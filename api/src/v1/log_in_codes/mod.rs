//! `/v1/log-in-codes`: codes that are mailed to clients to log in with.

mod create;
mod dto;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes.service(create::request_log_in_code);
}
