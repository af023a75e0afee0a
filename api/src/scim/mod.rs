//! `/scim/v2`: members managed by the organisation's identity provider (SCIM 2.0, RFC 7643 and 7644).
//!
//! SCIM describes itself at `/scim/v2/Schemas`, so the OpenAPI document does not. Errors have SCIM's own form: `problem.rs`.

mod body;
mod caller;
mod discovery;
mod filter;
mod patch;
mod path;
mod problem;
mod query;
mod representation;
mod user;
mod users;

use crate::routing::Routes;
use actix_web::web;
pub(crate) use problem::{is_scim, write};

/// The base path.
const BASE: &str = "/scim/v2";
/// The media type of requests and responses.
const MEDIA_TYPE: &str = "application/scim+json";

pub(crate) fn configure(routes: &mut Routes<'_>) {
    let at = |path: &str| web::resource(format!("{BASE}{path}"));
    let refuse = |allowed: &'static str| web::to(move || async move { Err::<(), _>(problem::not_allowed(allowed)) });
    // Users are the only resources, so a search of everything is one of users.
    for path in ["/.search", "/Users/.search"] {
        routes.router.service(at(path).post(users::search).default_service(refuse("POST")));
    }
    routes.router.service(at("/Bulk").default_service(web::to(|| async { Err::<(), _>(problem::unsupported()) })));
    routes
        .router
        .service(at("/ServiceProviderConfig").get(discovery::config).default_service(refuse("GET, HEAD")))
        .service(at("/ResourceTypes").get(discovery::resource_types).default_service(refuse("GET, HEAD")))
        .service(at("/ResourceTypes/{id}").get(discovery::resource_type).default_service(refuse("GET, HEAD")))
        .service(at("/Schemas").get(discovery::schemas).default_service(refuse("GET, HEAD")))
        .service(at("/Schemas/{id}").get(discovery::schema).default_service(refuse("GET, HEAD")))
        .service(at("/Users").get(users::list).post(users::create).default_service(refuse("GET, HEAD, POST")))
        .service(
            at("/Users/{id}")
                .get(users::show)
                .put(users::replace)
                .patch(users::patch)
                .delete(users::delete)
                .default_service(refuse("GET, HEAD, PUT, PATCH, DELETE")),
        );
}
