//! `/v1/supporters`: persons placed on a map.

mod create;
mod delete;
mod dto;
mod list;
mod put;
mod show;
mod update;

use crate::routing::Routes;
pub(in crate::v1) use dto::{SupportView, SupporterView, supports};

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("supporters", "Persons placed on a map: closeness, support, tension and burden.")
        .service(create::create_supporter)
        .service(put::put_supporter)
        .service(list::list_supporters)
        .service(show::show_supporter)
        .service(update::update_supporter)
        .service(delete::delete_supporter);
}
