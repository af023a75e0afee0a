//! Health, documentation and problem pages of the service.

mod docs;
mod guide;
mod health;
mod problems;

use crate::routing::Routes;
pub(crate) use health::Readiness;

pub(crate) fn configure(routes: &mut Routes<'_>) {
    routes
        .tag("service", "Health and documentation.")
        .service(health::live)
        .service(health::ready_for)
        .service(docs::show_openapi)
        .service(docs::show_docs)
        .service(docs::show_docs_file)
        .service(problems::list_problems)
        .service(problems::show_problem);
}
