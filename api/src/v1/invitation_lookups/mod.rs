//! `/v1/invitation-lookups`: who invites the holder of a secret, and to what.

mod create;
mod dto;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes.service(create::look_up_invitation);
}
