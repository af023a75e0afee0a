//! `/v1/me/identities` and `/v1/member-identities`: which user of an identity provider is which member.

mod begin;
mod dto;
mod link;
mod list;
mod unlink;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("identities", "Who at an identity provider is which member of its organisation.")
        .service(list::list_own_identities)
        .service(begin::begin_identity_link)
        .service(link::link_identity)
        .service(unlink::unlink_own_identity)
        .service(list::list_member_identities)
        .service(unlink::unlink_member_identity);
}
