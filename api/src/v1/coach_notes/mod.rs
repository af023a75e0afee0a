//! `/v1/clients/{clientId}/coach-notes` and `/v1/coach-notes`: a coach's own notes about a client.

mod create;
mod delete;
mod dto;
mod list;
mod show;
mod update;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("coach-notes", "A coach's own notes.")
        .service(list::list_coach_notes)
        .service(create::create_coach_note)
        .service(show::show_coach_note)
        .service(update::update_coach_note)
        .service(delete::delete_coach_note);
}
