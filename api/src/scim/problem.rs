//! Errors in SCIM's form (RFC 7644, 3.12), made of the problems that all routes have.

use super::{BASE, MEDIA_TYPE};
use crate::problem::{Expected, FieldProblem, Place, Problem, ProblemType};
use actix_web::body::BoxBody;
use actix_web::dev::ServiceResponse;
use actix_web::http::header::{self, HeaderValue};
use domain::FieldCode;
use domain::vocabulary::Language;
use scim_v2::models::errors::{ScimHttpError, ScimType};

/// Whether a path is of SCIM, where every problem is written as SCIM writes it.
pub(crate) fn is_scim(path: &str) -> bool {
    path.strip_prefix(BASE).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// An invalid request of this kind, with the place of the error.
pub(super) fn invalid(kind: ScimType, pointer: impl Into<String>, code: FieldCode) -> Problem {
    Problem { scim_type: Some(kind), ..Problem::invalid(vec![FieldProblem::new(Place::Body, pointer, code)]) }
}

/// The same for a word that is none of these.
pub(super) fn not_one_of(pointer: impl Into<String>, words: &[&str]) -> Problem {
    let words = words.iter().map(|word| (*word).to_owned()).collect();
    let error = FieldProblem::new(Place::Body, pointer, FieldCode::Enum).expecting(Expected::Words(words));
    Problem { scim_type: Some(ScimType::InvalidValue), ..Problem::invalid(vec![error]) }
}

pub(super) fn not_allowed(allowed: &'static str) -> Problem {
    Problem::new(ProblemType::MethodNotAllowed).with(header::ALLOW, allowed)
}

pub(super) fn unsupported() -> Problem {
    Problem::new(ProblemType::NotImplemented)
}

/// Writes the body of a problem.
pub(crate) fn write(
    response: ServiceResponse<BoxBody>,
    problem: &Problem,
    language: Language,
) -> ServiceResponse<BoxBody> {
    let body = serde_json::to_string(&error(problem, language)).unwrap_or_default();
    let mut response = response.map_body(|_, _| BoxBody::new(body));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language.code()));
    response
}

fn error(problem: &Problem, language: Language) -> ScimHttpError {
    let errors: Vec<_> = problem
        .errors
        .iter()
        .map(|error| format!("{}: {}", error.pointer, error.detail(language)).trim_start_matches(": ").to_owned())
        .collect();
    let detail = if errors.is_empty() { problem.r#type.texts(language).1 } else { errors.join(" ") };
    ScimHttpError {
        scim_type: problem.scim_type.clone().or_else(|| usual(problem.r#type)),
        detail: Some(detail),
        status: problem.status.as_u16().to_string(),
        ..ScimHttpError::default()
    }
}

/// The kind of a problem that names none.
fn usual(problem: ProblemType) -> Option<ScimType> {
    if problem == ProblemType::InvalidRequest {
        Some(ScimType::InvalidValue)
    } else if problem == ProblemType::UserNameTaken {
        Some(ScimType::Uniqueness)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_scim_have_its_errors() {
        assert!(is_scim("/scim/v2") && is_scim("/scim/v2/Users"));
        assert!(!is_scim("/scim/v20") && !is_scim("/v1/scim/v2") && !is_scim("/scim"));
    }

    #[test]
    fn an_error_names_its_kind_and_the_place() {
        let problem = invalid(ScimType::InvalidFilter, "filter", FieldCode::TooLong(500));
        let written = error(&problem, Language::English);
        assert_eq!((written.status.as_str(), written.scim_type), ("400", Some(ScimType::InvalidFilter)));
        assert!(written.detail.unwrap().starts_with("filter: At most 500"));
        let taken = error(&Problem::new(ProblemType::UserNameTaken), Language::English);
        assert_eq!((taken.status.as_str(), taken.scim_type), ("409", Some(ScimType::Uniqueness)));
    }
}
