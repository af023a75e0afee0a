//! `/v1/erasures`: what stays of erased records, as receipts without content.

mod dto;
mod list;
mod show;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("erasures", "What stays of erased records: receipts without content.")
        .service(list::list_erasures)
        .service(show::show_erasure);
}
