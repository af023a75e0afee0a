//! Errors as problem details (RFC 9457), the same for every route.

use crate::locale;
use crate::retry_after;
use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError};
use domain::clients::Full;
use domain::vocabulary::Language;
use domain::{Cell, Conflict, Error, FieldCode};
use serde::Serialize;
use std::fmt;
use utoipa::ToSchema;

/// The most errors that are told of one request.
pub(crate) const MOST_ERRORS: usize = 100;

/// An answer that is not what was asked for. Its text is made at the edge, in the language of the request.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    pub(crate) status: StatusCode,
    /// Names the type: `/problems/{slug}` and the messages `{slug}` and `{slug}-detail`.
    pub(crate) slug: &'static str,
    pub(crate) errors: Vec<FieldProblem>,
    pub(crate) headers: Vec<(header::HeaderName, String)>,
    /// What there is no room for, where that is the problem.
    pub(crate) full: Option<Full>,
}

/// One thing wrong with the request.
#[derive(Clone, Debug)]
pub(crate) struct FieldProblem {
    pub(crate) place: Place,
    pub(crate) pointer: String,
    pub(crate) code: FieldCode,
}

/// Where in the request it is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Body,
    Query,
    Path,
    Header,
    /// In a table that is a member of the body.
    Cell(Cell),
}

/// Which part of the request.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = Place)]
pub(crate) enum Part {
    Body,
    Query,
    Path,
    Header,
}

impl Place {
    fn part(&self) -> Part {
        match self {
            Self::Body | Self::Cell(_) => Part::Body,
            Self::Query => Part::Query,
            Self::Path => Part::Path,
            Self::Header => Part::Header,
        }
    }

    fn cell(&self) -> Option<&Cell> {
        match self {
            Self::Cell(cell) => Some(cell),
            Self::Body | Self::Query | Self::Path | Self::Header => None,
        }
    }
}

impl Problem {
    pub(crate) fn new(status: StatusCode, slug: &'static str) -> Self {
        Self { status, slug, errors: Vec::new(), headers: Vec::new(), full: None }
    }

    /// Of the errors, the first [`MOST_ERRORS`].
    pub(crate) fn invalid(mut errors: Vec<FieldProblem>) -> Self {
        errors.truncate(MOST_ERRORS);
        Self { errors, ..Self::new(StatusCode::BAD_REQUEST, "invalid-request") }
    }

    pub(crate) fn with(mut self, name: header::HeaderName, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// 503: again after so many seconds.
    pub(crate) fn unavailable(retry_after: u32) -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "unavailable").with(header::RETRY_AFTER, retry_after.to_string())
    }

    /// The same about the query: a GET has no body.
    pub(crate) fn in_query(mut self) -> Self {
        self.errors.iter_mut().for_each(|error| error.place = Place::Query);
        self
    }

    fn body_errors(mut self, errors: Vec<domain::FieldError>) -> Self {
        self.errors = errors
            .into_iter()
            .take(MOST_ERRORS)
            .map(|error| {
                let place = error.cell.map_or(Place::Body, Place::Cell);
                FieldProblem { place, pointer: error.pointer, code: error.code }
            })
            .collect();
        self
    }

    /// The problem as JSON, in this language; its type is the address of its page.
    pub(crate) fn body(&self, page: String, language: Language, request_id: &str) -> ProblemView {
        let text = |key: &str| locale::message(language, key, None).unwrap_or_default();
        ProblemView {
            r#type: page,
            title: text(self.slug),
            status: self.status.as_u16(),
            detail: text(&format!("{}-detail", self.slug)),
            request_id: request_id.to_owned(),
            params: self.full.map(|full| ParamsView { max: full.max() }),
            errors: self
                .errors
                .iter()
                .map(|error| FieldProblemView {
                    r#in: error.place.part(),
                    pointer: error.pointer.clone(),
                    row: error.place.cell().map(|cell| cell.row),
                    column: error.place.cell().and_then(|cell| cell.column.clone()),
                    code: error.code.code().to_owned(),
                    detail: text(&format!("field-{}", error.code.code())),
                })
                .collect(),
        }
    }
}

/// A problem (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Problem)]
pub(crate) struct ProblemView {
    /// Names the kind of problem; the service has a page about it at this address.
    #[schema(example = "/problems/invalid-request")]
    r#type: String,
    /// The kind of problem in words, in the language of the request.
    #[schema(example = "Invalid request")]
    title: String,
    /// The HTTP status.
    #[schema(example = 400)]
    status: u16,
    /// What to do about it.
    detail: String,
    /// The request's id, as in the log.
    request_id: String,
    /// The figure, where the problem is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = ParamsView, required = false)]
    params: Option<ParamsView>,
    /// Everything wrong with the input, at once: at most 100 errors, and of a body of more than 256 KiB that does not
    /// satisfy its schema perhaps only the first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldProblemView>,
}

/// One thing wrong with the input.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = FieldProblem)]
pub(crate) struct FieldProblemView {
    /// Which part of the request.
    r#in: Part,
    /// A JSON Pointer (RFC 6901) into it.
    #[schema(example = "/name")]
    pointer: String,
    /// Where the pointer is to a table: the row, as a spreadsheet numbers it; the header is row 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = u32, required = false, example = 12)]
    row: Option<u32>,
    /// Where the pointer is to a table: the name of the column. Absent where it is about the whole row.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, required = false, example = "availability")]
    column: Option<String>,
    /// A stable word to act on.
    #[schema(example = "required")]
    code: String,
    /// The same for people.
    detail: String,
}

/// What a problem is about.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProblemParams)]
pub(crate) struct ParamsView {
    /// The most that is accepted.
    #[schema(example = 2000)]
    max: i64,
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        use StatusCode as S;
        match error {
            Error::Unauthenticated => Self::new(S::UNAUTHORIZED, "not-authenticated")
                .with(header::WWW_AUTHENTICATE, "Bearer realm=\"omringd\""),
            Error::LogInRefused => {
                Self::new(S::UNAUTHORIZED, "log-in-refused").with(header::WWW_AUTHENTICATE, "Bearer realm=\"omringd\"")
            }
            Error::GrantRefused => Self::new(S::BAD_REQUEST, "grant-refused"),
            Error::NoOrganisation => Self::new(S::FORBIDDEN, "no-organisation"),
            Error::Forbidden => Self::new(S::FORBIDDEN, "forbidden"),
            Error::ForbiddenMembers(errors) => Self::new(S::FORBIDDEN, "forbidden").body_errors(errors),
            Error::LogInUnconfirmed => Self::new(S::FORBIDDEN, "log-in-unconfirmed"),
            Error::NotFound => Self::new(S::NOT_FOUND, "not-found"),
            Error::Invalid(errors) => Self::invalid(Vec::new()).body_errors(errors),
            Error::UnknownReference(errors) => Self::new(S::CONFLICT, "unknown-reference").body_errors(errors),
            Error::Conflict(Conflict::Full(full)) => {
                Error::ConflictIn(Conflict::Full(full), vec![domain::FieldError::new("", full.code())]).into()
            }
            Error::Conflict(conflict) => Self::new(S::CONFLICT, slug(conflict)),
            Error::ConflictIn(conflict, errors) => {
                let full = if let Conflict::Full(full) = conflict { Some(full) } else { None };
                Self { full, ..Self::new(S::CONFLICT, slug(conflict)) }.body_errors(errors)
            }
            Error::Stale(version) => {
                Self::new(S::PRECONDITION_FAILED, "stale").with(header::ETAG, format!("\"{version}\""))
            }
            // What the tag of a part looks like, its handler knows.
            Error::StalePart(_) => Self::new(S::PRECONDITION_FAILED, "stale"),
            Error::IdempotencyKeyReused => Self::new(S::UNPROCESSABLE_ENTITY, "idempotency-key-reused"),
            Error::InFlight => Self::new(S::CONFLICT, "in-flight").with(header::RETRY_AFTER, "1"),
            Error::Busy(seconds) => {
                Self::new(S::TOO_MANY_REQUESTS, "too-many-requests").with(header::RETRY_AFTER, seconds.to_string())
            }
            Error::Unavailable(cause) => {
                tracing::error!(error = %chain(&*cause), "unavailable");
                Self::unavailable(retry_after::UNAVAILABLE)
            }
            Error::Internal(cause) => {
                tracing::error!(error = %chain(&*cause), "internal error");
                Self::new(S::INTERNAL_SERVER_ERROR, "internal")
            }
        }
    }
}

fn slug(conflict: Conflict) -> &'static str {
    match conflict {
        Conflict::ExternalIdentifierTaken => "external-identifier-taken",
        Conflict::ClientDiffers => "client-differs",
        Conflict::EmailTaken => "email-taken",
        Conflict::AlreadyMember => "already-member",
        Conflict::InvitationOver => "invitation-over",
        Conflict::LastAdmin => "last-admin",
        Conflict::OwnRoles => "own-roles",
        Conflict::ClientNotEmpty => "client-not-empty",
        Conflict::ClientHasNoLogIn => "client-has-no-log-in",
        Conflict::ConfirmedByInviter => "confirmed-by-inviter",
        Conflict::CodeClosed => "code-closed",
        Conflict::ClientHasLogIn => "client-has-log-in",
        Conflict::AlreadyAssigned => "already-assigned",
        Conflict::NotACoach => "not-a-coach",
        Conflict::AssignmentEnded => "assignment-ended",
        Conflict::AlreadyOnMap => "already-on-map",
        Conflict::PersonOnMap => "person-on-map",
        Conflict::MapHasCards => "map-has-cards",
        Conflict::MapHasReflections => "map-has-reflections",
        Conflict::MapFull => "map-full",
        Conflict::Full(_) => "full",
        Conflict::AlreadyTied => "already-tied",
        Conflict::UnknownReference => "unknown-reference",
        Conflict::SupportTypeInUse => "support-type-in-use",
        Conflict::IdTaken => "id-taken",
        Conflict::OrganisationNotSuspended => "organisation-not-suspended",
        Conflict::AgreementStep => "agreement-step",
    }
}

/// The causes of an error, for the log. They are the database's and the system's words: constraint names, never values.
pub(crate) fn chain(error: &(dyn std::error::Error + 'static)) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    text
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slug)
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        self.status
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::new(self.status);
        for (name, value) in &self.headers {
            if let Ok(value) = value.parse() {
                response.headers_mut().insert(name.clone(), value);
            }
        }
        response.extensions_mut().insert(self.clone());
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_it_comes_from_a_problem_tells_a_hundred_errors() {
        let domain = |n| domain::FieldError::new(format!("/{n}"), FieldCode::Invalid);
        let errors: Vec<_> = (0..500).map(domain).collect();
        let field = |n| FieldProblem { place: Place::Body, pointer: format!("/{n}"), code: FieldCode::Invalid };
        for problem in [
            Problem::invalid((0..500).map(field).collect()),
            Error::Invalid(errors.clone()).into(),
            Error::UnknownReference(errors).into(),
        ] {
            assert_eq!(problem.errors.len(), MOST_ERRORS);
            assert_eq!(problem.errors[99].pointer, "/99");
        }
    }
}
