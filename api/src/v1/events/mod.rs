//! `/v1/events`: a stream of changes of everything a user may see.

mod dto;
mod follow;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes.tag("events", "What changes, as it happens.").service(follow::follow_changes);
}
