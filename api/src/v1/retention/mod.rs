//! `/v1/retention-preview` and `/v1/retention-confirmations`: records that the organisation need not keep any longer.

mod confirm;
mod dto;
mod preview;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("retention", "Records that were not changed for as long as the organisation keeps them.")
        .service(preview::preview_retention)
        .service(confirm::confirm_retention);
}
