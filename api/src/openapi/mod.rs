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
    tags(
        (name = "sessions", description = "Logging in and out, and choosing the organisation."),
        (name = "me", description = "Your own account."),
        (name = "oauth2", description = "Tokens and keys of OAuth 2."),
        (name = "organisations", description = "Organisations of the platform. For its operator."),
        (name = "organisation", description = "The organisation of the session."),
        (name = "members", description = "Users of the organisation and their roles."),
        (name = "invitations", description = "Becoming a member."),
        (name = "events", description = "What changes, as it happens."),
        (name = "vocabulary", description = "Every word the API uses, with labels, and the organisation's own support types."),
        (name = "clients", description = "The people whose networks these are: administrative data."),
        (name = "caseload", description = "A coach's clients, with what is open."),
        (name = "assignments", description = "Which coach works with which client."),
        (name = "log-ins", description = "Which users were linked to a client's record, and confirmation of the current one."),
        (name = "persons", description = "The people in a client's life, and address books to choose them from."),
        (name = "maps", description = "Maps “Mijn leven met …”, whole or in parts."),
        (name = "supporters", description = "Persons placed on a map: closeness, support, tension and burden."),
        (name = "ties", description = "Supporters who know each other."),
        (name = "needs", description = "What the client needs, per support type."),
        (name = "agreements", description = "Who is asked for what, by when."),
        (name = "cards", description = "Immutable versions of a map, their pictures, and what changed between two."),
        (name = "insights", description = "What a map shows: coverage, measures, questions, and the effect of losing a supporter."),
        (name = "helpers", description = "Whom to call for which need."),
        (name = "reflections", description = "The client's own words."),
        (name = "coach-notes", description = "A coach's own notes."),
        (name = "portability", description = "Export and import of a client; import of people from tables."),
        (name = "service", description = "Health and documentation."),
    ),
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
}

/// Every path except the health checks, which no limit applies to.
fn paths_mut(paths: &mut Paths) -> impl Iterator<Item = (&String, &mut PathItem)> {
    paths.paths.iter_mut().filter(|(path, _)| !path.starts_with("/health/"))
}
