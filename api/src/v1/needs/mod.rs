//! `/v1/maps/{mapId}/needs`: what the client needs, one document of its map.

mod dto;
mod replace;
mod show;

pub(in crate::v1) use dto::NeedView;
use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn configure(routes: &mut ServiceConfig) {
    routes.service(show::show_needs).service(replace::replace_needs);
}
