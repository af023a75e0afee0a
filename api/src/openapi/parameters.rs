//! Headers that many operations take, each described once.

use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::response::ResponseBuilder;
use utoipa::openapi::schema::{Object, ObjectBuilder, Type};
use utoipa::openapi::{OpenApi as Document, Ref, RefOr, Required};

/// Describes the headers of every operation: the language of its texts, and with a tag the condition of a GET; and lets operations that
/// take the same header refer to one description.
pub(super) fn share(document: &mut Document) {
    let shared = [
        (
            "AcceptLanguage",
            parameter(
                "Accept-Language",
                "Dutch (`nl`, the default) or English (`en`): of texts for people.",
                language(),
                false,
            ),
        ),
        (
            "IfNoneMatch",
            parameter(
                "If-None-Match",
                "The tag you have: the answer is 304 if it is still the one.",
                ObjectBuilder::new().schema_type(Type::String).build(),
                false,
            ),
        ),
        ("IfMatch", parameter("If-Match", "The tag of the version you saw, or `*` for any.", if_match(), true)),
        (
            "IdempotencyKey",
            parameter(
                "Idempotency-Key",
                "Makes a repeat of this request safe, for 24 hours.",
                idempotency_key(),
                false,
            ),
        ),
    ];
    for (path, operation) in super::operations_mut(&mut document.paths) {
        for own in operation.parameters.iter_mut().flatten() {
            let component = match own {
                RefOr::T(own) if own.parameter_in == ParameterIn::Header => own.name.replace('-', ""),
                RefOr::T(_) | RefOr::Ref(_) => continue,
            };
            // One that needs `*` is described where it stands.
            if component != "IfNoneMatch" && shared.iter().any(|(name, _)| *name == component) {
                *own = reference(&component);
            }
        }
        let is_read =
            operation.operation_id.as_deref().is_some_and(|id| !id.starts_with("follow")) && has_tag(operation);
        let parameters = operation.parameters.get_or_insert_default();
        if path.starts_with("/v1/") || path.starts_with("/problems") {
            parameters.push(reference("AcceptLanguage"));
        }
        if is_read {
            parameters.push(reference("IfNoneMatch"));
            let unchanged = ResponseBuilder::new().description("As you have it.").build();
            operation.responses.responses.insert("304".to_owned(), unchanged.into());
        }
    }
    let components = document.components.get_or_insert_default();
    components.parameters.extend(shared.into_iter().map(|(name, parameter)| (name.to_owned(), parameter.into())));
}

fn reference(name: &str) -> RefOr<Parameter> {
    RefOr::Ref(Ref::new(format!("#/components/parameters/{name}")))
}

/// Whether it is a GET whose answer has a tag: what changes something requires a condition or has a key.
fn has_tag(operation: &Operation) -> bool {
    let tagged = operation.responses.responses.get("200");
    let tagged =
        tagged.is_some_and(|response| matches!(response, RefOr::T(response) if response.headers.contains_key("ETag")));
    let changes = operation.request_body.is_some()
        || operation.parameters.iter().flatten().any(|parameter| {
            ["IfMatch", "IdempotencyKey"].iter().any(|name| super::errors::is_shared(parameter, name))
        });
    tagged && !changes
}

fn parameter(name: &str, description: &str, schema: Object, required: bool) -> Parameter {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Header)
        .description(Some(description))
        .required(if required { Required::True } else { Required::False })
        .schema(Some(schema))
        .build()
}

fn language() -> Object {
    ObjectBuilder::new().schema_type(Type::String).examples(["en"]).build()
}

/// What `auth::Bearer` takes as a key.
fn idempotency_key() -> Object {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .min_length(Some(1))
        .max_length(Some(255))
        .pattern(Some("^[!-~]+$"))
        .build()
}

/// What `extract::IfMatch` does not answer with 428: at least one character that is not a blank.
fn if_match() -> Object {
    ObjectBuilder::new().schema_type(Type::String).min_length(Some(1)).pattern(Some(r"\S")).build()
}
