//! `/v1/integrations/{integrationId}/tokens`: secrets with which an identity provider calls `/scim/v2`.

mod create;
mod delete;
mod dto;
mod list;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("integration-tokens", "Tokens with which an identity provider manages members (SCIM).")
        .service(list::list_integration_tokens)
        .service(create::create_integration_token)
        .service(delete::delete_integration_token);
}
