//! `/v1/me`: the caller's own account.

mod delete;
mod dto;
mod password;
mod show;
mod update;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("me", "Your own account.")
        .service(show::show_me)
        .service(update::update_me)
        .service(password::change_password)
        .service(delete::delete_me);
}
