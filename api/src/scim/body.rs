use super::MEDIA_TYPE;
use super::problem::invalid;
use crate::extract::{is_one_of, within_tree};
use crate::problem::{Problem, ProblemType};
use actix_web::http::header;
use actix_web::web::Bytes;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use domain::FieldCode;
use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;
use scim_v2::case_insensitive::canonicalize_keys;
use scim_v2::models::errors::ScimType;
use serde_json::{Map, Value};

/// The media types of a body.
const ACCEPTED: [&str; 2] = [MEDIA_TYPE, "application/json"];
/// Maximum size of a body in bytes: a member has a few short texts.
const LIMIT: usize = 64 * 1024;

/// The object in a body, with the attribute names of the standard in its own spelling.
#[derive(Debug)]
pub(super) struct ScimBody(pub(super) Map<String, Value>);

impl FromRequest for ScimBody {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let accepted = is_one_of(request, &ACCEPTED);
        let body = Bytes::from_request(request, payload);
        async move {
            if !accepted {
                let problem = Problem::new(ProblemType::UnsupportedMediaType);
                return Err(problem.with(header::ACCEPT, ACCEPTED.join(", ")));
            }
            read(&body.await.map_err(|_| malformed())?).map(Self)
        }
        .boxed_local()
    }
}

fn read(body: &[u8]) -> Result<Map<String, Value>, Problem> {
    if body.len() > LIMIT || !within_tree(body) {
        return Err(Problem::new(ProblemType::PayloadTooLarge));
    }
    let mut value: Value = serde_json::from_slice(body).map_err(|_| malformed())?;
    // A name that is given twice, in another case, has no one value.
    canonicalize_keys(&mut value).map_err(|_| invalid(ScimType::InvalidSyntax, "", FieldCode::Duplicate))?;
    match value {
        Value::Object(object) => Ok(object),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => Err(malformed()),
    }
}

fn malformed() -> Problem {
    invalid(ScimType::InvalidSyntax, "", FieldCode::Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_no_case_and_come_once() {
        let read_text = |text: &str| read(text.as_bytes());
        assert_eq!(read_text(r#"{"USERNAME":"jan"}"#).unwrap()["userName"], "jan");
        for refused in [r#"{"userName":"a","username":"b"}"#, "[]", "{", "\"x\""] {
            assert_eq!(read_text(refused).unwrap_err().scim_type, Some(ScimType::InvalidSyntax), "{refused}");
        }
        let large = format!(r#"{{"userName":"{}"}}"#, "x".repeat(LIMIT));
        assert_eq!(read_text(&large).unwrap_err().r#type, ProblemType::PayloadTooLarge);
    }
}
