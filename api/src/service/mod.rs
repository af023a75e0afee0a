//! What the service tells of itself: its health, its documentation, its problems.

mod docs;
mod health;
mod problems;
mod static_file;

use crate::routes::Routes;
pub(crate) use health::Readiness;
pub(crate) use static_file::StaticFile;

pub(crate) fn configure(routes: &mut Routes<'_>) {
    routes
        .service(health::live)
        .service(health::ready_for)
        .service(docs::show_openapi)
        .service(docs::show_docs)
        .service(docs::show_docs_file)
        .service(problems::list_problems)
        .service(problems::show_problem);
}
