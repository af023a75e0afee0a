//! Error responses of operations, derived from what each operation takes (ADR 39).

use crate::problem::{ProblemType, ProblemView};
use crate::response::documented_header as header;
use crate::routing::operations_mut;
use actix_web::http::StatusCode;
use std::collections::BTreeMap;
use utoipa::ToSchema;
use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::path::{Operation, Parameter};
use utoipa::openapi::{OpenApi as Document, Ref, RefOr, Required, Response, ResponseBuilder};

/// The extension in which an operation lists problems that do not follow from its shape.
const PROBLEMS_OF: &str = "x-problems";

/// The component of the problems of each status, with its description.
const PROBLEMS: [(StatusCode, &str, &str); 14] = [
    (StatusCode::BAD_REQUEST, "Invalid", "The request is not valid; `errors` lists every error."),
    (StatusCode::UNAUTHORIZED, "NotAuthenticated", "Not logged in, or a confirmation is required."),
    (StatusCode::FORBIDDEN, "Forbidden", "Not allowed, no organisation is chosen, or a second factor is required."),
    (StatusCode::NOT_FOUND, "NotFound", "Does not exist, or you may not see it."),
    (StatusCode::NOT_ACCEPTABLE, "NotAcceptable", "No representation that `Accept` allows."),
    (StatusCode::REQUEST_TIMEOUT, "Timeout", "The request did not arrive in time."),
    (StatusCode::PRECONDITION_FAILED, "Stale", "Changed since you read it."),
    (StatusCode::PAYLOAD_TOO_LARGE, "TooLarge", "The body is too large."),
    (StatusCode::UNSUPPORTED_MEDIA_TYPE, "UnsupportedMediaType", "The media type of the body is not supported."),
    (StatusCode::UNPROCESSABLE_ENTITY, "IdempotencyKeyReused", "The `Idempotency-Key` was used for another request."),
    (StatusCode::PRECONDITION_REQUIRED, "PreconditionRequired", "`If-Match` or `If-None-Match` is missing or blank."),
    (StatusCode::TOO_MANY_REQUESTS, "TooManyRequests", "Too many requests."),
    (StatusCode::INTERNAL_SERVER_ERROR, "Internal", "Internal error."),
    (StatusCode::SERVICE_UNAVAILABLE, "Unavailable", "Temporarily unavailable."),
];

/// Operations that a session may use while it waits for the second factor of its account.
const IN_ANY_SESSION: [&str; 5] =
    ["confirmSession", "logOut", "requestOwnPasskeyChallenge", "showCurrentSession", "showMe"];

/// The parameters of what belongs to a client's record.
const OF_CLIENT: [&str; 9] = [
    "{clientId}",
    "{mapId}",
    "{personId}",
    "{supporterId}",
    "{tieId}",
    "{agreementId}",
    "{reflectionId}",
    "{cardId}",
    "{coachNoteId}",
];

/// Operations on administrative data, which a restriction of the record does not refuse, and those of the client alone.
const WHILE_RESTRICTED: [&str; 19] = [
    "confirmLogIn",
    "createAccessRequest",
    "createAssignment",
    "createErasureRequest",
    "createLegalHold",
    "createReflection",
    "createRestriction",
    "deleteReflection",
    "exportClient",
    "listAccessLog",
    "listAccessRequests",
    "listAssignments",
    "listConsents",
    "listErasureRequests",
    "listLegalHolds",
    "listLogIns",
    "listRestrictions",
    "showClient",
    "updateReflection",
];

/// Adds the error responses of every operation; those that it describes itself stay.
pub(super) fn describe(document: &mut Document) {
    let operations = super::paths_mut(&mut document.paths)
        .flat_map(|(path, item)| operations_mut(item).map(move |operation| (path, operation)));
    for (path, operation) in operations {
        let shape = Shape::of(path, operation);
        let told = shape.told(operation);
        let (conflicts, others): (Vec<_>, Vec<_>) =
            told.into_iter().partition(|problem| problem.status() == StatusCode::CONFLICT);
        let can = |status| shape.can_answer(status) || others.iter().any(|problem| problem.status() == status);
        let known = &mut operation.responses.responses;
        for (status, name, _) in PROBLEMS.into_iter().filter(|(status, ..)| can(*status)) {
            let shared = Ref::new(format!("#/components/responses/{name}"));
            known.entry(status.as_str().to_owned()).or_insert_with(|| shared.into());
        }
        if !conflicts.is_empty() {
            known.entry("409".to_owned()).or_insert_with(|| conflict(&conflicts).into());
        }
    }
    let shared = PROBLEMS
        .into_iter()
        .map(|(status, name, description)| (name.to_owned(), RefOr::T(problem(status, description))));
    document.components.get_or_insert_default().responses.extend(shared.collect::<BTreeMap<_, _>>());
}

/// What an operation takes that can cause an error.
struct Shape {
    ours: bool,
    secured: bool,
    /// Needs no organisation, no role and no second factor.
    any_session: bool,
    anything: bool,
    /// Is refused to others than the client while the client's record is restricted.
    restricted: bool,
    id: bool,
    body: bool,
    key: bool,
    conditional: bool,
    seen: bool,
}

impl Shape {
    fn of(path: &str, operation: &Operation) -> Self {
        let parameters: Vec<_> = operation.parameters.iter().flatten().filter_map(written).collect();
        let takes = |header: &str| parameters.iter().any(|one| one.name == header && one.required == Required::True);
        let key = parameters.iter().any(|one| one.name == "Idempotency-Key");
        let (seen, new) = (takes("If-Match"), takes("If-None-Match"));
        let body = operation.request_body.is_some();
        let validated =
            |one: &&Parameter| !matches!(one.name.as_str(), "If-Match" | "If-None-Match" | "Accept-Language");
        Self {
            ours: path.starts_with("/v1/"),
            secured: operation.security.is_none(),
            any_session: operation.operation_id.as_deref().is_some_and(|id| IN_ANY_SESSION.contains(&id)),
            anything: new || body || parameters.iter().any(validated),
            restricted: OF_CLIENT.iter().any(|parameter| path.contains(parameter))
                && !operation.operation_id.as_deref().is_some_and(|id| WHILE_RESTRICTED.contains(&id)),
            id: path.contains('{'),
            body,
            key,
            conditional: seen || new,
            seen,
        }
    }

    fn can_answer(&self, status: StatusCode) -> bool {
        match status {
            // OAuth has its own errors, and pages accept any input.
            StatusCode::BAD_REQUEST | StatusCode::UNSUPPORTED_MEDIA_TYPE if !self.ours => false,
            StatusCode::BAD_REQUEST => self.anything,
            StatusCode::UNAUTHORIZED => self.secured,
            StatusCode::FORBIDDEN => self.secured && !self.any_session,
            StatusCode::NOT_FOUND => self.id,
            StatusCode::REQUEST_TIMEOUT | StatusCode::PAYLOAD_TOO_LARGE | StatusCode::UNSUPPORTED_MEDIA_TYPE => {
                self.body
            }
            StatusCode::UNPROCESSABLE_ENTITY => self.key,
            StatusCode::PRECONDITION_FAILED => self.seen,
            StatusCode::PRECONDITION_REQUIRED => self.conditional,
            StatusCode::TOO_MANY_REQUESTS | StatusCode::INTERNAL_SERVER_ERROR | StatusCode::SERVICE_UNAVAILABLE => true,
            _ => false,
        }
    }

    /// The problems that the operation lists, `restricted`, and `in-flight` if it takes an idempotency key.
    fn told(&self, operation: &mut Operation) -> Vec<ProblemType> {
        let told = operation.extensions.take().and_then(|extensions| extensions.get(PROBLEMS_OF).cloned());
        let names: Vec<String> = told.and_then(|told| serde_json::from_value(told).ok()).unwrap_or_default();
        let mut problems: Vec<_> = names.iter().filter_map(|name| ProblemType::named(name)).collect();
        debug_assert_eq!(problems.len(), names.len(), "no such problem among {names:?}");
        problems.extend(self.restricted.then_some(ProblemType::Restricted));
        problems.extend(self.key.then_some(ProblemType::InFlight));
        problems
    }
}

fn written(parameter: &RefOr<Parameter>) -> Option<&Parameter> {
    match parameter {
        RefOr::T(parameter) => Some(parameter),
        RefOr::Ref(_) => None,
    }
}

fn conflict(problems: &[ProblemType]) -> Response {
    let types: Vec<_> = problems.iter().map(|problem| format!("`{}`", problem.name())).collect();
    let description = format!("Conflicts with the current state; `type` ends in {}.", types.join(", "));
    let mut response = problem(StatusCode::CONFLICT, &description);
    if problems.contains(&ProblemType::InFlight) {
        let again = header("Seconds to wait before a retry; with `in-flight`.");
        response.headers.insert("Retry-After".to_owned(), again.into());
    }
    response
}

fn problem(status: StatusCode, description: &str) -> Response {
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name(ProblemView::name()))).build();
    let response = ResponseBuilder::new().description(description).content("application/problem+json", content);
    match status {
        StatusCode::UNAUTHORIZED => response.header("WWW-Authenticate", header("How to log in.")).build(),
        StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => {
            response.header("Retry-After", header("Seconds to wait before a retry.")).build()
        }
        StatusCode::PRECONDITION_FAILED => response.header("ETag", header("The current version.")).build(),
        _ => response.build(),
    }
}
