//! `/v1/events`: what changes of all that a user may see, in one stream.

mod dto;
mod follow;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes.service(follow::follow_changes);
}
