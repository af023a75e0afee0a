//! The OpenAPI document: what the routes say of themselves, and what is common to all.

use crate::problem::ProblemView;
use crate::routes;
use std::collections::BTreeMap;
use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::path::{Operation, Paths};
use utoipa::openapi::schema::{ArrayItems, ObjectBuilder, Schema, Type};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{OpenApi as Document, Ref, RefOr, Response, ResponseBuilder};
use utoipa::{IntoResponses, Modify, OpenApi, ToSchema};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Omringd",
        description = "The open backend of the MLM-Tool (Mijn Leven Met …?): a client's network, and whom to call for what.",
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
        (name = "vocabulary", description = "The words of a map, with labels, and the organisation's own support types."),
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
    for parameter in operations_mut(&mut document.paths).flat_map(|operation| operation.parameters.iter_mut().flatten())
    {
        let RefOr::T(parameter) = parameter else { continue };
        match parameter.name.as_str() {
            "Idempotency-Key" => parameter.schema = Some(idempotency_key().into()),
            "If-Match" => parameter.schema = Some(if_match().into()),
            _ => {}
        }
    }
    refer_to_items(&mut document);
    share_problems(&mut document);
    document
}

/// What a problem of each status is called among the components.
const PROBLEMS: [(&str, &str); 14] = [
    ("400", "Invalid"),
    ("401", "NotAuthenticated"),
    ("403", "Forbidden"),
    ("404", "NotFound"),
    ("408", "Timeout"),
    ("409", "Conflict"),
    ("412", "Stale"),
    ("413", "TooLarge"),
    ("415", "UnsupportedMediaType"),
    ("422", "IdempotencyKeyReused"),
    ("428", "PreconditionRequired"),
    ("429", "TooManyRequests"),
    ("500", "Internal"),
    ("503", "Unavailable"),
];

/// What most operations answer instead stands once, and they refer to it. An answer of the same status that says something else stays
/// where it is.
fn share_problems(document: &mut Document) {
    for (status, name) in PROBLEMS {
        let mut counted: Vec<(&RefOr<Response>, usize)> = Vec::new();
        for response in operations(&document.paths).filter_map(|operation| operation.responses.responses.get(status)) {
            match counted.iter_mut().find(|(known, _)| *known == response) {
                Some((_, count)) => *count += 1,
                None => counted.push((response, 1)),
            }
        }
        let Some(most) = counted.into_iter().max_by_key(|(_, count)| *count).map(|(most, _)| most.clone()) else {
            continue;
        };
        for response in operations_mut(&mut document.paths).filter_map(|one| one.responses.responses.get_mut(status)) {
            if *response == most {
                *response = Ref::new(format!("#/components/responses/{name}")).into();
            }
        }
        document.components.get_or_insert_default().responses.insert(name.to_owned(), most);
    }
}

fn operations(paths: &Paths) -> impl Iterator<Item = &Operation> {
    paths.paths.values().flat_map(|item| [&item.get, &item.put, &item.post, &item.delete, &item.patch]).flatten()
}

fn operations_mut(paths: &mut Paths) -> impl Iterator<Item = &mut Operation> {
    let items = paths.paths.values_mut();
    items.flat_map(|item| [&mut item.get, &mut item.put, &mut item.post, &mut item.delete, &mut item.patch]).flatten()
}

/// A list's items are the schema of their own that a program generates its types from, not a copy of it.
fn refer_to_items(document: &mut Document) {
    let schemas = &mut document.components.get_or_insert_default().schemas;
    let items: Vec<_> = schemas
        .keys()
        .filter_map(|list| Some(list.strip_prefix("List_")?.to_owned()))
        .filter(|item| schemas.contains_key(item))
        .collect();
    for item in items {
        if let Some(RefOr::T(Schema::Object(list))) = schemas.get_mut(&format!("List_{item}"))
            && let Some(RefOr::T(Schema::Array(array))) = list.properties.get_mut("items")
        {
            array.items = ArrayItems::RefOrSchema(Box::new(Ref::from_schema_name(item).into()));
        }
    }
}

/// What `auth::Bearer` takes as a key.
fn idempotency_key() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String).min_length(Some(1)).max_length(Some(255)).pattern(Some("^[!-~]+$"))
}

/// What `extract::IfMatch` does not answer with 428: at least one character that is not a blank.
fn if_match() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String).min_length(Some(1)).pattern(Some(r"\S"))
}

fn responses(of: &[(&str, &str)]) -> BTreeMap<String, RefOr<Response>> {
    let common = [
        ("400", "The request is not valid; every error at once."),
        ("401", "Not logged in."),
        ("403", "Not allowed, or no organisation chosen."),
        ("429", "Too many requests."),
        ("500", "A defect of ours."),
        ("503", "Temporarily unavailable."),
    ];
    common
        .iter()
        .chain(of)
        .map(|(status, description)| ((*status).to_owned(), problem(status, description).into()))
        .collect()
}

fn problem(status: &str, description: &str) -> Response {
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name(ProblemView::name()))).build();
    let response = ResponseBuilder::new().description(description).content("application/problem+json", content);
    let header = |description: &str| {
        HeaderBuilder::new()
            .description(Some(description))
            .schema(Some(ObjectBuilder::new().schema_type(Type::String)))
            .build()
    };
    match status {
        "401" => response.header("WWW-Authenticate", header("How to log in.")).build(),
        "429" | "503" => response.header("Retry-After", header("After how many seconds to try again.")).build(),
        _ => response.build(),
    }
}

const NOT_FOUND: (&str, &str) = ("404", "Does not exist, or may not be seen.");
const CONFLICT: (&str, &str) = ("409", "Contradicts what is there; `type` says how.");
const STALE: (&str, &str) = ("412", "Changed since it was read.");
const TOO_LARGE: (&str, &str) = ("413", "The body is too large.");
const MEDIA_TYPE: (&str, &str) = ("415", "The body has another media type.");
const KEY_REUSED: (&str, &str) = ("422", "The Idempotency-Key belongs to another request.");
const NO_IF_MATCH: (&str, &str) = ("428", "If-Match is missing or blank.");
const TIMEOUT: (&str, &str) = ("408", "The request did not arrive in time.");

/// What a GET can answer instead.
pub(crate) struct ReadErrors;
/// What a POST can answer instead.
pub(crate) struct CreateErrors;
/// What a PUT or PATCH can answer instead.
pub(crate) struct ChangeErrors;
/// What a DELETE can answer instead.
pub(crate) struct DeleteErrors;

impl IntoResponses for ReadErrors {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        responses(&[NOT_FOUND])
    }
}

impl IntoResponses for CreateErrors {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        responses(&[NOT_FOUND, TIMEOUT, CONFLICT, TOO_LARGE, MEDIA_TYPE, KEY_REUSED])
    }
}

impl IntoResponses for ChangeErrors {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        responses(&[NOT_FOUND, TIMEOUT, CONFLICT, STALE, TOO_LARGE, MEDIA_TYPE, NO_IF_MATCH])
    }
}

impl IntoResponses for DeleteErrors {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        responses(&[NOT_FOUND, CONFLICT, STALE, NO_IF_MATCH])
    }
}
