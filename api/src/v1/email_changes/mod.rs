//! `/v1/me/email-changes` and `/v1/email-change-acceptances`: another email address, by the secret of a mail to it.

mod accept;
mod create;
mod dto;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes.service(create::request_email_change).service(accept::accept_email_change);
}
