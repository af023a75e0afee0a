//! `/v1/maps/{mapId}/reflections` and `/v1/reflections`: the client's own words about a map.

mod create;
mod delete;
mod dto;
mod list;
mod show;
mod update;

use crate::routing::Routes;
pub(in crate::v1) use dto::ReflectionView;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("reflections", "The client's own words.")
        .service(list::list_reflections)
        .service(create::create_reflection)
        .service(show::show_reflection)
        .service(update::update_reflection)
        .service(delete::delete_reflection);
}
