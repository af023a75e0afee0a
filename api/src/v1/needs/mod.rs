//! `/v1/maps/{mapId}/needs`: what the client needs, one document of its map.

mod dto;
mod replace;
mod show;

use crate::routing::Routes;
pub(in crate::v1) use dto::NeedView;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("needs", "What the client needs, per support type.")
        .service(show::show_needs)
        .service(replace::replace_needs);
}
