//! `/v1/vocabulary`: every word the API uses, with labels.

mod dto;
mod replace;
mod show;
mod words;

use crate::routing::Routes;
pub(in crate::v1) use words::SupportTypeView;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("vocabulary", "Every word the API uses, with labels, and the organisation's own support types.")
        .service(show::show_vocabulary)
        .service(replace::replace_support_types);
}
