//! The OpenAPI document: what the routes say of themselves, and what follows for each from its shape.

mod errors;
mod examples;
mod parameters;
mod schemas;
mod unions;

use crate::problem::ProblemView;
use crate::routes;
use utoipa::openapi::path::{Operation, PathItem, Paths};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{OpenApi as Document, RefOr, Response};
use utoipa::{Modify, OpenApi};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Omringd",
        description = "The open backend of the MLM-Tool (Mijn Leven Met …?): a client's network, and whom to call for what. Answers may get new members, words and kinds at any time: pass over those you do not know.",
        contact(name = "Omringd", url = "https://github.com/omringd/omringd"),
        license(name = "Apache-2.0 OR MIT", identifier = "Apache-2.0 OR MIT"),
    ),
    servers((url = "/", description = "This service.")),
    tags(
        (name = "sessions", description = "Logging in and out, and choosing the organisation."),
        (name = "me", description = "The own account."),
        (name = "oauth2", description = "Tokens and keys, as OAuth 2 has them."),
        (name = "organisations", description = "Organisations on the platform; for its operator."),
        (name = "organisation", description = "The organisation of the session."),
        (name = "members", description = "Users of the organisation and their roles."),
        (name = "invitations", description = "Becoming a member."),
        (name = "events", description = "What changes, as it happens."),
        (name = "vocabulary", description = "Every word the API speaks, with labels, and the organisation's own support types."),
        (name = "clients", description = "The people whose networks these are: administrative data."),
        (name = "caseload", description = "A coach's clients, and what is open."),
        (name = "assignments", description = "Which coach works with which client."),
        (name = "log-ins", description = "Which users were linked to a client's record, and confirming the present one."),
        (name = "persons", description = "The people in a client's life, and address books to choose them from."),
        (name = "maps", description = "Maps “Mijn leven met …”, whole or in parts."),
        (name = "supporters", description = "Persons placed on a map: closeness, support, how it is."),
        (name = "ties", description = "Supporters who know each other."),
        (name = "needs", description = "What the client needs, per support type."),
        (name = "agreements", description = "Who is asked what, by when."),
        (name = "cards", description = "Immutable versions of a map, their pictures, and what changed between two."),
        (name = "insights", description = "What a map tells: coverage, measures, questions, and what if somebody falls away."),
        (name = "helpers", description = "Whom to call for what."),
        (name = "reflections", description = "The client's own words."),
        (name = "coach-notes", description = "A coach's own notes."),
        (name = "portability", description = "Taking a client along and bringing one in; people in tables."),
        (name = "service", description = "Health and documentation."),
    ),
    components(schemas(ProblemView)),
    modifiers(&AccessToken),
    security(("accessToken" = [])),
)]
pub(crate) struct Base;

struct AccessToken;

impl Modify for AccessToken {
    fn modify(&self, document: &mut Document) {
        let scheme = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("JWT").build();
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("accessToken", SecurityScheme::Http(scheme));
    }
}

/// The document, as the routes are. Needs no database.
#[must_use]
pub fn document() -> Document {
    let mut document = routes::describe();
    parameters::complete(&mut document);
    errors::describe(&mut document);
    parameters::share(&mut document);
    unions::name_alternatives(&mut document);
    schemas::tidy(&mut document);
    examples::add(&mut document);
    document
}

/// Every path but those about health, which nothing limits.
fn paths_mut(paths: &mut Paths) -> impl Iterator<Item = (&String, &mut PathItem)> {
    paths.paths.iter_mut().filter(|(path, _)| !path.starts_with("/health/"))
}

/// The operations of a path.
fn operations_mut(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut item.get, &mut item.put, &mut item.post, &mut item.delete, &mut item.patch].into_iter().flatten()
}

/// The answers that paths describe themselves.
pub(crate) fn responses_mut(paths: &mut Paths) -> impl Iterator<Item = &mut Response> {
    let answers = paths.paths.values_mut().flat_map(operations_mut);
    answers.flat_map(|operation| operation.responses.responses.values_mut()).filter_map(|answer| match answer {
        RefOr::T(answer) => Some(answer),
        RefOr::Ref(_) => None,
    })
}
