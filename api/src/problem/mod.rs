//! Errors as problem details (RFC 9457), the same for every route.

mod field;
mod types;

use crate::retry_after;
use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError};
use domain::clients::Full;
use domain::vocabulary::Language;
use domain::{Conflict, Error};
pub(crate) use field::{Expected, FieldProblem, Place, escaped};
use field::{FieldProblemView, ParamsView};
use scim_v2::models::errors::ScimType;
use serde::Serialize;
use std::fmt;
pub(crate) use types::ProblemType;
use utoipa::ToSchema;

/// The maximum number of reported errors per request.
pub(crate) const MOST_ERRORS: usize = 100;

/// An answer that is not what was asked for. Its text is made at the edge, in the language of the request.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    pub(crate) status: StatusCode,
    pub(crate) r#type: ProblemType,
    pub(crate) errors: Vec<FieldProblem>,
    pub(crate) headers: Vec<(header::HeaderName, String)>,
    /// What there is no room for, where that is the problem.
    pub(crate) full: Option<Full>,
    /// What SCIM calls it, where that says more.
    pub(crate) scim_type: Option<ScimType>,
}

impl Problem {
    pub(crate) fn new(r#type: ProblemType) -> Self {
        Self { status: r#type.status(), r#type, errors: Vec::new(), headers: Vec::new(), full: None, scim_type: None }
    }

    /// Of the errors, the first [`MOST_ERRORS`].
    pub(crate) fn invalid(mut errors: Vec<FieldProblem>) -> Self {
        errors.truncate(MOST_ERRORS);
        Self { errors, ..Self::new(ProblemType::InvalidRequest) }
    }

    pub(crate) fn with(mut self, name: header::HeaderName, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// 503: again after so many seconds.
    pub(crate) fn unavailable(retry_after: u32) -> Self {
        Self::new(ProblemType::Unavailable).with(header::RETRY_AFTER, retry_after.to_string())
    }

    /// The same about the query: a GET has no body.
    pub(crate) fn in_query(mut self) -> Self {
        self.errors.iter_mut().for_each(|error| error.place = Place::Query);
        self
    }

    fn body_errors(mut self, errors: Vec<domain::FieldError>) -> Self {
        self.errors = errors.into_iter().take(MOST_ERRORS).map(Into::into).collect();
        self
    }

    /// The problem as JSON, in this language; its type is the address of its page.
    pub(crate) fn body(&self, page: String, language: Language, request_id: &str) -> ProblemView {
        let (title, detail) = self.r#type.texts(language);
        ProblemView {
            r#type: page,
            title,
            status: self.status.as_u16(),
            detail,
            request_id: request_id.to_owned(),
            params: self.full.map(|full| ParamsView::figure(full.code())).unwrap_or_default(),
            errors: self.errors.iter().map(|error| error.view(language)).collect(),
        }
    }
}

/// A problem (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Problem)]
pub(crate) struct ProblemView {
    /// The type of problem: the address of its documentation page.
    #[schema(example = "/problems/invalid-request")]
    r#type: String,
    /// The type of problem, in the language of the request.
    #[schema(example = "Invalid request")]
    title: String,
    /// The HTTP status.
    #[schema(example = 400)]
    status: u16,
    /// What to do about it.
    detail: String,
    /// The id of the request, as in the log.
    request_id: String,
    /// The limit, if the problem is about one.
    #[serde(skip_serializing_if = "ParamsView::says_nothing")]
    #[schema(required = false)]
    params: ParamsView,
    /// All errors in the input, at most 100. For an invalid body of more than 256 KiB possibly only the first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldProblemView>,
}

/// The `WWW-Authenticate` header of a request without a token.
const CHALLENGE: &str = "Bearer realm=\"omringd\"";

impl Problem {
    /// The refusal of a request without a token.
    pub(crate) fn without_token() -> Self {
        Self::new(ProblemType::NotAuthenticated).with(header::WWW_AUTHENTICATE, CHALLENGE)
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        use ProblemType as T;
        match error {
            // RFC 6750: the token that was presented is not valid, or not any more.
            Error::Unauthenticated => Self::new(T::NotAuthenticated)
                .with(header::WWW_AUTHENTICATE, format!("{CHALLENGE}, error=\"invalid_token\"")),
            Error::LogInRefused => Self::new(T::LogInRefused).with(header::WWW_AUTHENTICATE, CHALLENGE),
            Error::GrantRefused => Self::new(T::GrantRefused),
            Error::NoOrganisation => Self::new(T::NoOrganisation),
            Error::Forbidden => Self::new(T::Forbidden),
            Error::ForbiddenMembers(errors) => Self::new(T::Forbidden).body_errors(errors),
            Error::LogInUnconfirmed => Self::new(T::LogInUnconfirmed),
            Error::SecondFactorRequired => Self::new(T::SecondFactorRequired),
            // RFC 9470.
            Error::ConfirmationRequired(age) => Self::new(T::ConfirmationRequired).with(
                header::WWW_AUTHENTICATE,
                format!("Bearer error=\"insufficient_user_authentication\", max_age={}", age.num_seconds()),
            ),
            Error::NotFound => Self::new(T::NotFound),
            Error::Invalid(errors) => Self::invalid(Vec::new()).body_errors(errors),
            Error::UnknownReference(errors) => Self::new(T::UnknownReference).body_errors(errors),
            Error::Conflict(Conflict::Full(full)) => {
                Error::ConflictIn(Conflict::Full(full), vec![domain::FieldError::new("", full.code())]).into()
            }
            Error::Conflict(conflict) => Self::new(conflict.into()),
            Error::ConflictIn(conflict, errors) => {
                let full = if let Conflict::Full(full) = conflict { Some(full) } else { None };
                Self { full, ..Self::new(conflict.into()) }.body_errors(errors)
            }
            Error::Stale(version) => Self::new(T::Stale).with(header::ETAG, format!("\"{version}\"")),
            // The handler adds the tag of the part.
            Error::StalePart(_) => Self::new(T::Stale),
            Error::IdempotencyKeyReused => Self::new(T::IdempotencyKeyReused),
            Error::InFlight => Self::new(T::InFlight).with(header::RETRY_AFTER, "1"),
            Error::Busy(seconds) => Self::new(T::TooManyRequests).with(header::RETRY_AFTER, seconds.to_string()),
            Error::Unavailable(cause) => {
                tracing::error!(error = %chain(&*cause), "unavailable");
                Self::unavailable(retry_after::UNAVAILABLE)
            }
            Error::Internal(cause) => {
                tracing::error!(error = %chain(&*cause), "internal error");
                Self::new(T::Internal)
            }
        }
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
        f.write_str(self.r#type.name())
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
    use domain::FieldCode;

    #[test]
    fn whatever_it_comes_from_a_problem_tells_a_hundred_errors() {
        let domain = |n| domain::FieldError::new(format!("/{n}"), FieldCode::Invalid);
        let errors: Vec<_> = (0..500).map(domain).collect();
        let field = |n| FieldProblem::new(Place::Body, format!("/{n}"), FieldCode::Invalid);
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
