//! Version 1 of the API: a folder per resource, a file per verb.

mod clients;

use utoipa_actix_web::service_config::ServiceConfig;

pub(crate) fn configure(routes: &mut ServiceConfig) {
    clients::configure(routes);
}
