//! The OpenAPI document: the descriptions of the routes, completed with what follows from the shape of each.

mod errors;
mod examples;
mod parameters;
mod schemas;
mod unions;

use crate::problem::ProblemView;
use utoipa::openapi::OpenApi as Document;
use utoipa::openapi::path::{PathItem, Paths};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Omringd",
        description = "The open backend of the MLM-Tool (Mijn Leven Met …?): a client's network, and whom to call for what. Responses may gain members, words and kinds at any time: ignore those you do not know.",
        contact(name = "Omringd", url = "https://github.com/omringd/omringd"),
        license(name = "Apache-2.0 OR MIT", identifier = "Apache-2.0 OR MIT"),
    ),
    servers((url = "/", description = "This service.")),
    components(schemas(ProblemView)),
    modifiers(&AccessToken),
    security(("accessToken" = [])),
)]
struct Base;

struct AccessToken;

impl Modify for AccessToken {
    fn modify(&self, document: &mut Document) {
        let scheme = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("JWT").build();
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("accessToken", SecurityScheme::Http(scheme));
    }
}

/// The document without its paths.
pub(crate) fn base() -> Document {
    Base::openapi()
}

/// Adds to the documented routes what follows from the shape of each.
pub(crate) fn complete(document: &mut Document) {
    parameters::complete(document);
    errors::describe(document);
    parameters::share(document);
    unions::name_alternatives(document);
    schemas::tidy(document);
    examples::add(document);
    document.tags.iter_mut().for_each(|tags| tags.sort_by(|one, other| one.name.cmp(&other.name)));
}

/// Every path except the health checks, which no limit applies to.
fn paths_mut(paths: &mut Paths) -> impl Iterator<Item = (&String, &mut PathItem)> {
    paths.paths.iter_mut().filter(|(path, _)| !path.starts_with("/health/"))
}
