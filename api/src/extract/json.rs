use super::content_type::require_json;
use crate::problem::{FieldProblem, MOST_ERRORS, Place, Problem};
use crate::schema::TextFormat;
use actix_web::web::{Bytes, block};
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;
use jsonschema::error::ValidationErrorKind;
use jsonschema::{ValidationError, Validator};
use serde::{Deserialize, Deserializer, de::DeserializeOwned};
use serde_json::{Value, json};
use std::any::TypeId;
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, LazyLock, RwLock};
use tokio::sync::Semaphore;
use utoipa::ToSchema;

/// From how many bytes a body is read off the threads that serve requests, and its first error alone is told.
const LARGE: usize = 256 * 1024;

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
            let body = body.await.map_err(|_| malformed())?;
            if body.len() <= LARGE {
                return parse(&body).map(Self);
            }
            let _turn = LARGE_AT_ONCE.acquire().await.map_err(domain::Error::internal)?;
            block(move || parse(&body)).await.map_err(domain::Error::internal)?.map(Self)
        }
        .boxed_local()
    }
}

/// A large body takes many times its size while it is looked at: how many are at once, for the process.
static LARGE_AT_ONCE: Semaphore = Semaphore::const_new(2);

fn parse<T: DeserializeOwned + ToSchema + 'static>(body: &[u8]) -> Result<T, Problem> {
    let value: Value = serde_json::from_slice(body).map_err(|_| malformed())?;
    let errors = wrong(&*validator::<T>()?, &value, body.len() > LARGE);
    if !errors.is_empty() {
        return Err(Problem::invalid(errors));
    }
    // From the bytes and not from the value, which has forgotten members that stood there twice.
    serde_json::from_slice(body).map_err(|error| {
        let code = if error.to_string().starts_with("duplicate field") { "duplicate" } else { "invalid" };
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
    let found: HashSet<(String, &str)> = errors.iter().map(|error| (error.pointer.clone(), error.code)).collect();
    let causes = |code| match code {
        "format" => &["too-short", "blank", "invisible-character"][..],
        "blank" => &["too-short"],
        _ => &[],
    };
    let follows =
        |error: &FieldProblem| causes(error.code).iter().any(|code| found.contains(&(error.pointer.clone(), *code)));
    let mut told = HashSet::new();
    let mut first = |error: &FieldProblem| told.insert((error.pointer.clone(), error.code));
    errors.into_iter().filter(|error| !follows(error) && first(error)).collect()
}

fn malformed() -> Problem {
    Problem::invalid(vec![FieldProblem { place: Place::Body, pointer: String::new(), code: "malformed" }])
}

static VALIDATORS: LazyLock<RwLock<HashMap<TypeId, Arc<Validator>>>> = LazyLock::new(RwLock::default);

/// The validator of a type's schema, compiled once.
fn validator<T: ToSchema + 'static>() -> Result<Arc<Validator>, Problem> {
    let id = TypeId::of::<T>();
    let known = VALIDATORS.read().unwrap_or_else(std::sync::PoisonError::into_inner).get(&id).cloned();
    if let Some(validator) = known {
        return Ok(validator);
    }
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
    let validator =
        options.should_validate_formats(true).build(&schema).map(Arc::new).map_err(domain::Error::internal)?;
    VALIDATORS.write().unwrap_or_else(std::sync::PoisonError::into_inner).insert(id, validator.clone());
    Ok(validator)
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
            vec![FieldProblem { place: Place::Body, pointer, code: "required" }]
        }
        Kind::AdditionalProperties { unexpected } => unexpected
            .iter()
            .take(MOST_ERRORS)
            .map(|name| FieldProblem { place: Place::Body, pointer: member(name), code: "unknown-member" })
            .collect(),
        Kind::OneOfNotValid { context } | Kind::AnyOf { context } => told(context, &at),
        Kind::Type { .. } => one("type"),
        Kind::Enum { .. } | Kind::Constant { .. } => one("enum"),
        Kind::Format { format } => one(fault(format, error.instance())),
        Kind::Pattern { .. } => one("format"),
        Kind::MinLength { .. } => one("too-short"),
        Kind::MaxLength { .. } => one("too-long"),
        Kind::Minimum { .. } | Kind::ExclusiveMinimum { .. } => one("too-small"),
        Kind::Maximum { .. } | Kind::ExclusiveMaximum { .. } => one("too-large"),
        Kind::MinItems { .. } | Kind::MinProperties { .. } => one("too-few"),
        Kind::MaxItems { .. } | Kind::MaxProperties { .. } => one("too-many"),
        Kind::UniqueItems => one("duplicate"),
        _ => one("invalid"),
    }
}

/// What is wrong with a text that is not of this format.
fn fault(format: &str, value: &Value) -> &'static str {
    let format = TextFormat::ALL.into_iter().find(|known| known.name() == format);
    let fault = format.zip(value.as_str()).and_then(|(format, text)| format.fault(text));
    fault.unwrap_or("format")
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
        assert_eq!((many[99].pointer.as_str(), many[99].code), ("/numbers/99", "type"));
        let large = refused(&json!({ "numbers": vec!["x"; LARGE / 4 + 1] }));
        assert_eq!((large.len(), large[0].pointer.as_str(), large[0].code), (1, "/numbers/0", "type"));
    }

    #[test]
    fn of_many_unknown_members_a_hundred_are_told() {
        let mut body: serde_json::Map<_, _> = (0..150).map(|n| (format!("n{n}"), json!(1))).collect();
        body.insert("numbers".to_owned(), json!([]));
        let errors = refused(&Value::Object(body));
        assert_eq!(errors.len(), 100);
        assert!(errors.iter().all(|error| error.code == "unknown-member"));
    }

    #[test]
    fn a_large_body_without_errors_is_read() {
        let body = json!({ "numbers": vec![7; LARGE] }).to_string();
        assert_eq!(parse::<Numbers>(body.as_bytes()).unwrap().numbers.len(), LARGE);
    }
}
