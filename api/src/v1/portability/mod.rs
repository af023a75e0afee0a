//! `…/export` and `…/import`: export and import of a whole client, and import of people from tables.

mod document;
mod export;
mod from_client;
mod gate;
mod import_client;
mod import_map;
mod into_domain;
mod json_document;
mod reader;

use crate::routing::Routes;

pub(crate) use gate::Imports;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("portability", "Export and import of a client; import of people from tables.")
        .service(export::export_client)
        .service(import_client::import_client)
        .service(import_map::import_map_content);
}
