//! `/v1/sessions`: logging in and out, and choosing the organisation.

mod choose;
mod confirm;
mod create;
mod delete;
mod dto;
mod list;
mod show;

use crate::routing::Routes;
pub(super) use create::started;
pub(super) use dto::LoggedInView;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("sessions", "Logging in and out, and choosing the organisation.")
        .service(list::list_sessions)
        .service(show::show_current_session)
        .service(create::log_in)
        .service(confirm::confirm_session)
        .service(choose::choose_organisation)
        .service(delete::log_out)
        .service(delete::end_session);
}
