use super::content_type::require_json;
use super::whole_numbers::plain_whole_numbers;
use crate::low_priority::{LowPriorityThreads, Priority};
use crate::middleware::BODY_LIMIT;
use crate::problem::{FieldProblem, Place, Problem, ProblemType};
use crate::validation::Schema;
use actix_web::web::Bytes;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use domain::FieldCode;
use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::num::NonZeroUsize;
use std::sync::LazyLock;
use utoipa::ToSchema;

/// Bodies above this size are parsed on another thread, and only their first error is reported.
const LARGE: usize = BODY_LIMIT;

/// A JSON body that satisfies its documented schema. Reports all errors, of a large body the first.
///
/// The documented schema is the validator, so that the two cannot differ.
#[derive(Debug)]
pub(crate) struct ValidJson<T>(pub(crate) T);

impl<T: DeserializeOwned + ToSchema + Send + 'static> FromRequest for ValidJson<T> {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let json = require_json(request);
        let body = Bytes::from_request(request, payload);
        async move {
            json?;
            read_json(body.await.map_err(|_| malformed())?).await.map(Self)
        }
        .boxed_local()
    }
}

/// The value of a body that satisfies the schema documented for it.
///
/// # Errors
/// 400 with what is wrong; 413.
pub(super) async fn read_json<T: DeserializeOwned + ToSchema + Send + 'static>(body: Bytes) -> Result<T, Problem> {
    if body.len() <= LARGE { parse(&body) } else { parse_large(body).await }
}

/// Parses large bodies one at a time on one thread: parsing takes many times their size, and the allocator retains
/// freed memory per thread.
async fn parse_large<T: DeserializeOwned + ToSchema + Send + 'static>(body: Bytes) -> Result<T, Problem> {
    static THREAD: LazyLock<domain::Result<LowPriorityThreads>> =
        LazyLock::new(|| LowPriorityThreads::new("json", NonZeroUsize::MIN, Priority::Niced));
    let thread = THREAD.as_ref().map_err(|error| domain::Error::internal(error.to_string()))?;
    thread.run(move || parse(&body)).await?
}

/// The maximum size of a body as a tree: of a small body, of a large one.
const TREE_LIMITS: (usize, usize) = (8 * 1024 * 1024, 24 * 1024 * 1024);

/// Whether the JSON fits the memory limit as a tree. A small object takes 90 times its text.
///
/// Estimates before parsing: each comma, colon and opening bracket outside a string counts as a value, each brace also
/// as an object. The result is meaningless for invalid JSON.
pub(crate) fn within_tree(json: &[u8]) -> bool {
    const VALUE: usize = 48;
    const OBJECT: usize = 650;
    let limit = if json.len() <= LARGE { TREE_LIMITS.0 } else { TREE_LIMITS.1 };
    let (mut bytes, mut text, mut escaped) = (json.len(), false, false);
    for byte in json {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if text => escaped = true,
            b'"' => text = !text,
            b'{' if !text => bytes += VALUE + OBJECT,
            b',' | b':' | b'[' if !text => bytes += VALUE,
            _ => {}
        }
    }
    bytes <= limit
}

fn parse<T: DeserializeOwned + ToSchema + 'static>(body: &[u8]) -> Result<T, Problem> {
    if !within_tree(body) {
        return Err(Problem::new(ProblemType::PayloadTooLarge));
    }
    let value: Value = serde_json::from_slice(body).map_err(|_| malformed())?;
    let schema = Schema::of::<T>()?;
    let errors = if body.len() > LARGE { schema.first_error(&value) } else { schema.errors(&value) };
    if !errors.is_empty() {
        return Err(Problem::invalid(errors));
    }
    typed(body).map_err(|code| Problem::invalid(vec![FieldProblem::new(Place::Body, "", code)]))
}

/// The value of JSON that satisfies its documented schema. It is read from the text, because a tree no longer has duplicate members.
///
/// # Errors
/// [`FieldCode::Duplicate`], or [`FieldCode::Invalid`] for what the schema cannot state.
pub(crate) fn typed<T: DeserializeOwned>(json: &[u8]) -> Result<T, FieldCode> {
    serde_json::from_slice(&plain_whole_numbers(json)).map_err(|error| {
        let twice = error.to_string().starts_with("duplicate field");
        if twice { FieldCode::Duplicate } else { FieldCode::Invalid }
    })
}

fn malformed() -> Problem {
    Problem::invalid(vec![FieldProblem::new(Place::Body, "", FieldCode::Malformed)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;
    use serde_json::json;

    #[derive(Debug, Deserialize, ToSchema)]
    #[serde(deny_unknown_fields)]
    struct Numbers {
        #[schema(max_items = 1_000_000)]
        numbers: Vec<u8>,
    }

    fn refused(body: &Value) -> Vec<FieldProblem> {
        parse::<Numbers>(body.to_string().as_bytes()).unwrap_err().errors
    }

    #[test]
    fn of_many_errors_a_hundred_are_told_and_of_a_large_body_the_first() {
        assert_eq!(refused(&json!({ "numbers": vec!["x"; 99] })).len(), 99);
        let many = refused(&json!({ "numbers": vec!["x"; 1000] }));
        assert_eq!(many.len(), 100);
        assert_eq!((many[99].pointer.as_str(), many[99].code), ("/numbers/99", FieldCode::Type));
        let large = refused(&json!({ "numbers": vec!["x"; LARGE / 4 + 1] }));
        assert_eq!((large.len(), large[0].pointer.as_str(), large[0].code), (1, "/numbers/0", FieldCode::Type));
    }

    #[test]
    fn of_many_unknown_members_a_hundred_are_told() {
        let mut body: serde_json::Map<_, _> = (0..150).map(|n| (format!("n{n}"), json!(1))).collect();
        body.insert("numbers".to_owned(), json!([]));
        let errors = refused(&Value::Object(body));
        assert_eq!(errors.len(), 100);
        assert!(errors.iter().all(|error| error.code == FieldCode::UnknownMember));
    }

    #[test]
    fn what_would_take_much_more_memory_than_its_text_is_refused_unread() {
        let hostile = |objects: usize| json!({ "numbers": vec![json!({ "x": 1 }); objects] }).to_string();
        for (objects, allowed) in [(9_000, true), (12_000, false), (28_000, false), (35_000, false), (250_000, false)] {
            assert_eq!(within_tree(hostile(objects).as_bytes()), allowed, "{objects}");
        }
        let text = json!({ "text": "{[,:\\\"".repeat(30_000) }).to_string();
        assert!(within_tree(text.as_bytes()));
        let refused = parse::<Numbers>(hostile(20_000).as_bytes()).unwrap_err();
        assert_eq!(refused.r#type, ProblemType::PayloadTooLarge);
    }

    #[test]
    fn a_large_body_without_errors_is_read() {
        let body = json!({ "numbers": vec![7; LARGE] }).to_string();
        assert_eq!(parse::<Numbers>(body.as_bytes()).unwrap().numbers.len(), LARGE);
    }
}
