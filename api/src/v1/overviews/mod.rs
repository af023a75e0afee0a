//! `/v1/clients/{clientId}/overview`: a client's page in one answer.

mod dto;
mod show;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes.service(show::show_overview);
}
