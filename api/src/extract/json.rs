use super::content_type::require_json;
use crate::background::{Background, Yielding};
use crate::edge::BODY_LIMIT;
use crate::problem::{FieldProblem, MOST_ERRORS, Place, Problem};
use crate::schema::TextFormat;
use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use domain::FieldCode;
use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;
use jsonschema::error::ValidationErrorKind;
use jsonschema::{ValidationError, Validator};
use serde::{Deserialize, Deserializer, de::DeserializeOwned};
use serde_json::{Value, json};
use std::any::TypeId;
use std::collections::{HashMap, HashSet};
use std::num::NonZeroUsize;
use std::sync::{Arc, LazyLock, RwLock};
use utoipa::ToSchema;

/// From how many bytes a body is read off the threads that serve requests, and its first error alone is told.
const LARGE: usize = BODY_LIMIT;

/// A JSON body that satisfies the schema the API documents for it. All errors come at once, of a large body the first.
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

/// Reads a large body on a thread of its own, one after the other: it takes many times its size, and the allocator keeps for
/// each thread what that thread freed.
async fn parse_large<T: DeserializeOwned + ToSchema + Send + 'static>(body: Bytes) -> Result<T, Problem> {
    static THREAD: LazyLock<domain::Result<Background>> =
        LazyLock::new(|| Background::new("json", NonZeroUsize::MIN, Yielding::Niced));
    let thread = THREAD.as_ref().map_err(|error| domain::Error::internal(error.to_string()))?;
    thread.run(move || parse(&body)).await?
}

/// The most bytes that a body may take as a tree; of a large one.
const TREE_LIMITS: (usize, usize) = (8 * 1024 * 1024, 24 * 1024 * 1024);

/// Whether the JSON takes no more memory as a tree than is allowed for its size. A small object takes 90 times its text.
///
/// Counts before anything is built: each comma, colon and opening bracket outside a text stands for a value, each brace for
/// an object besides. Of what is no JSON it may count anything.
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
        return Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "payload-too-large"));
    }
    let value: Value = serde_json::from_slice(body).map_err(|_| malformed())?;
    let errors = wrong(&Schema::of::<T>()?.validator, &value, body.len() > LARGE);
    if !errors.is_empty() {
        return Err(Problem::invalid(errors));
    }
    // From the bytes and not from the value, which has forgotten members that stood there twice.
    serde_json::from_slice(body).map_err(|error| {
        let twice = error.to_string().starts_with("duplicate field");
        let code = if twice { FieldCode::Duplicate } else { FieldCode::Invalid };
        Problem::invalid(vec![FieldProblem { place: Place::Body, pointer: String::new(), code }])
    })
}

/// What is wrong, as far as it is told. The validator finds every fault before it gives the first; a large body may have
/// millions, so that there only the first is looked for.
fn wrong(validator: &Validator, value: &Value, large: bool) -> Vec<FieldProblem> {
    let found: Vec<_> = if large {
        validator.validate(value).err().into_iter().collect()
    } else {
        validator.iter_errors(value).take(MOST_ERRORS).collect()
    };
    one_for_each_cause(found.iter().flat_map(problems).take(MOST_ERRORS).collect())
}

/// Without what follows from another error at the same place: an empty text is too short and not also blank, a blank one
/// does not also lack the form.
fn one_for_each_cause(errors: Vec<FieldProblem>) -> Vec<FieldProblem> {
    let found: HashSet<(String, FieldCode)> = errors.iter().map(|error| (error.pointer.clone(), error.code)).collect();
    let causes: fn(FieldCode) -> &'static [FieldCode] = |code| {
        if code == FieldCode::Format {
            &[FieldCode::TooShort, FieldCode::Blank, FieldCode::InvisibleCharacter]
        } else if code == FieldCode::Blank {
            &[FieldCode::TooShort]
        } else {
            &[]
        }
    };
    let follows =
        |error: &FieldProblem| causes(error.code).iter().any(|code| found.contains(&(error.pointer.clone(), *code)));
    let mut told = HashSet::new();
    let mut first = |error: &FieldProblem| told.insert((error.pointer.clone(), error.code));
    errors.into_iter().filter(|error| !follows(error) && first(error)).collect()
}

fn malformed() -> Problem {
    Problem::invalid(vec![FieldProblem { place: Place::Body, pointer: String::new(), code: FieldCode::Malformed }])
}

static SCHEMAS: LazyLock<RwLock<HashMap<TypeId, Arc<Schema>>>> = LazyLock::new(RwLock::default);

/// The documented schema of a type.
#[derive(Debug)]
pub(crate) struct Schema {
    validator: Validator,
    /// As documented, with the members.
    json: Value,
}

impl Schema {
    /// The schema of a type, compiled once.
    pub(crate) fn of<T: ToSchema + 'static>() -> Result<Arc<Self>, Problem> {
        let id = TypeId::of::<T>();
        let known = SCHEMAS.read().unwrap_or_else(std::sync::PoisonError::into_inner).get(&id).cloned();
        if let Some(schema) = known {
            return Ok(schema);
        }
        let schema = Arc::new(compile::<T>()?);
        SCHEMAS.write().unwrap_or_else(std::sync::PoisonError::into_inner).insert(id, Arc::clone(&schema));
        Ok(schema)
    }

    /// Everything wrong with the value, as far as it is told.
    pub(crate) fn errors(&self, value: &Value) -> Vec<FieldProblem> {
        wrong(&self.validator, value, false)
    }

    /// The most elements of a member that is a list.
    pub(crate) fn max_items(&self, member: &str) -> usize {
        let most = self.json["properties"][member]["maxItems"].as_u64().and_then(|most| most.try_into().ok());
        most.unwrap_or(usize::MAX)
    }
}

fn compile<T: ToSchema + 'static>() -> Result<Schema, Problem> {
    let mut schemas = vec![(T::name().into_owned(), T::schema())];
    T::schemas(&mut schemas);
    let schemas: HashMap<_, _> = schemas.into_iter().collect();
    let schema = json!({
        "$ref": format!("#/components/schemas/{}", T::name()),
        "components": { "schemas": schemas },
    });
    let options = TextFormat::ALL.into_iter().fold(jsonschema::options(), |options, format| {
        options.with_format(format.name(), move |text| format.fault(text).is_none())
    });
    let validator = options.should_validate_formats(true).build(&schema).map_err(domain::Error::internal)?;
    Ok(Schema { validator, json: json!(T::schema()) })
}

/// The places a schema error is about, each with its code.
#[expect(clippy::wildcard_enum_match_arm, reason = "keywords our schemas do not use")]
fn problems(error: &ValidationError<'_>) -> Vec<FieldProblem> {
    use ValidationErrorKind as Kind;
    let at = error.instance_path().to_string();
    let member = |name: &str| format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
    let one = |code| vec![FieldProblem { place: Place::Body, pointer: at.clone(), code }];
    match error.kind() {
        Kind::Required { property } => {
            let pointer = member(property.as_str().unwrap_or_default());
            vec![FieldProblem { place: Place::Body, pointer, code: FieldCode::Required }]
        }
        Kind::AdditionalProperties { unexpected } => unexpected
            .iter()
            .take(MOST_ERRORS)
            .map(|name| FieldProblem { place: Place::Body, pointer: member(name), code: FieldCode::UnknownMember })
            .collect(),
        Kind::OneOfNotValid { context } | Kind::AnyOf { context } => told(context, &at),
        Kind::Type { .. } => one(FieldCode::Type),
        Kind::Enum { .. } | Kind::Constant { .. } => one(FieldCode::Enum),
        Kind::Format { format } => one(fault(format, error.instance())),
        Kind::Pattern { .. } => one(FieldCode::Format),
        Kind::MinLength { .. } => one(FieldCode::TooShort),
        Kind::MaxLength { .. } => one(FieldCode::TooLong),
        Kind::Minimum { .. } | Kind::ExclusiveMinimum { .. } => one(FieldCode::TooSmall),
        Kind::Maximum { .. } | Kind::ExclusiveMaximum { .. } => one(FieldCode::TooLarge),
        Kind::MinItems { .. } | Kind::MinProperties { .. } => one(FieldCode::TooFew),
        Kind::MaxItems { .. } | Kind::MaxProperties { .. } => one(FieldCode::TooMany),
        Kind::UniqueItems => one(FieldCode::Duplicate),
        _ => one(FieldCode::Invalid),
    }
}

/// What is wrong with a text that is not of this format.
fn fault(format: &str, value: &Value) -> FieldCode {
    let format = TextFormat::ALL.into_iter().find(|known| known.name() == format);
    let fault = format.zip(value.as_str()).and_then(|(format, text)| format.fault(text));
    fault.unwrap_or(FieldCode::Format)
}

/// Of alternatives, usually "null" and the thing itself, the errors of the one that was meant: which has another fault
/// than that the whole is of another type.
fn told(alternatives: &[Vec<ValidationError<'_>>], at: &str) -> Vec<FieldProblem> {
    let other_type = |error: &ValidationError<'_>| {
        matches!(error.kind(), ValidationErrorKind::Type { .. }) && error.instance_path().to_string() == at
    };
    let meant = alternatives.iter().find(|errors| !errors.iter().any(other_type)).or(alternatives.last());
    meant.map(|errors| errors.iter().flat_map(problems).collect()).unwrap_or_default()
}

/// For a member of a merge patch (RFC 7396) that may be removed: absent is `None`, null is `Some(None)`.
pub(crate) fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(from: D) -> Result<Option<T>, D::Error> {
    T::deserialize(from).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
    }

    #[test]
    fn a_large_body_without_errors_is_read() {
        let body = json!({ "numbers": vec![7; LARGE] }).to_string();
        assert_eq!(parse::<Numbers>(body.as_bytes()).unwrap().numbers.len(), LARGE);
    }
}
