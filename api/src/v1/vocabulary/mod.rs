//! `/v1/vocabulary`: the words of a map, with labels.

mod dto;
mod replace;
mod show;

use crate::routes::Routes;
pub(in crate::v1) use dto::SupportTypeView;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes.service(show::show_vocabulary).service(replace::replace_support_types);
}
