//! `/v1/vocabulary`: the words of a map, with labels.

mod dto;
mod replace;
mod show;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn configure(routes: &mut ServiceConfig) {
    routes.service(show::show_vocabulary).service(replace::replace_support_types);
}
