//! `/v1/maps/{mapId}/cards` and `/v1/cards`: immutable versions of a map, their pictures, and what changed between two.

mod card_diff;
mod create;
mod differences;
mod dto;
mod list;
mod list_of_client;
mod picture;
mod preview;
mod show;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("cards", "Immutable versions of a map, their pictures, and what changed between two.")
        .service(list::list_cards)
        .service(list_of_client::list_client_cards)
        .service(create::create_card)
        .service(show::show_card)
        .service(picture::show_card_picture)
        .service(preview::preview_card)
        .service(differences::show_card_differences);
}
