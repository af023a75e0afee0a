//! Version 1 of the API: a folder per resource, a file per verb.

mod agreements;
mod clients;
mod coach_notes;
mod reflections;

use utoipa_actix_web::service_config::ServiceConfig;

pub(crate) fn configure(routes: &mut ServiceConfig) {
    agreements::configure(routes);
    clients::configure(routes);
    coach_notes::configure(routes);
    reflections::configure(routes);
}
