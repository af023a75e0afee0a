//! `/v1/maps/{mapId}/insights`: what a map tells, and what follows if somebody falls away.

mod absence;
mod dto;
mod sentences;
mod show;

use crate::routes::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes.service(show::show_insights).service(absence::show_absence);
}
