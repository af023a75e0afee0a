//! `…/contact-previews`: the address book of a telephone, to choose persons from. Nothing of it is stored.

mod create;
mod dto;

use crate::routing::Routes;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes.service(create::preview_contacts);
}
