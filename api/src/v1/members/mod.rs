//! `/v1/members`: the users of the organisation.

mod delete;
mod dto;
mod invite_again;
mod list;
mod show;
mod update;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("members", "Users of the organisation and their roles.")
        .service(list::list_members)
        .service(show::show_member)
        .service(update::update_member)
        .service(delete::delete_member)
        .service(invite_again::invite_member_again);
}
