//! `/v1/maps`: maps, whole or in parts.

mod cache;
mod content;
mod create;
mod delete;
mod dto;
mod events;
mod list;
mod replace_content;
mod show;
mod update;

use crate::routing::Routes;
pub(crate) use cache::MapCache;
pub(in crate::v1) use dto::{MapView, StepView, WholeMapView};

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("maps", "Maps “Mijn leven met …”, whole or in parts.")
        .service(show::show_map)
        .service(list::list_maps)
        .service(create::create_map)
        .service(events::follow_map)
        .service(update::update_map)
        .service(replace_content::replace_map_content)
        .service(delete::delete_map);
}
