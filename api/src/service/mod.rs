//! What the service tells of itself: its health, its documentation, its problems.

mod docs;
mod health;
mod problems;

pub use health::Readiness;
use utoipa_actix_web::service_config::ServiceConfig;

pub(crate) fn configure(routes: &mut ServiceConfig) {
    routes
        .service(health::live)
        .service(health::ready)
        .service(docs::show_openapi)
        .service(docs::show_docs)
        .service(docs::show_docs_file)
        .service(problems::show_problem);
}
