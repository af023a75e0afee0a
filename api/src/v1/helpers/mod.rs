//! `/v1/clients/{clientId}/helpers`: who could help, in one request.

mod dto;
mod find;
mod query;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes.tag("helpers", "Whom to call for which need.").service(find::find_helpers);
}
