//! `/v1/password-resets` and `/v1/password-reset-acceptances`: a new password by the secret of a mail.

mod accept;
mod create;
mod dto;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes.service(create::request_password_reset).service(accept::reset_password);
}
