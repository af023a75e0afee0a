//! `/v1/invitations` and `/v1/invitation-imports`: invitations to become a member.

mod create;
mod delete;
mod deliver;
mod dto;
mod import;
mod imported;
mod list;
mod show;

pub(in crate::v1) use dto::InvitedView;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("invitations", "Becoming a member.")
        .service(list::list_invitations)
        .service(create::create_invitation)
        .service(import::import_invitations)
        .service(show::show_invitation)
        .service(delete::delete_invitation)
        .service(deliver::deliver_invitation);
}
