//! `/v1/maps/{mapId}/insights`: insights into a map, and the effect of losing a supporter.

mod absence;
mod dto;
mod sentences;
mod show;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("insights", "What a map shows: coverage, measures, questions, and the effect of losing a supporter.")
        .service(show::show_insights)
        .service(absence::show_absence);
}
