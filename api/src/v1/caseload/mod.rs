//! `/v1/caseload`: a coach's clients, each with what is open and what needs attention.

mod dto;
mod list;

use crate::routing::Routes;
pub(in crate::v1) use dto::LastCardView;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes.tag("caseload", "A coach's clients, with what is open.").service(list::list_caseload);
}
