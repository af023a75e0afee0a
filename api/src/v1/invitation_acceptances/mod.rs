//! `/v1/invitation-acceptances`: becoming a member with an invitation's secret.

mod create;
mod dto;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes.service(create::accept_invitation);
}
