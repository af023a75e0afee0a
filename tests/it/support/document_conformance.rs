//! Checks every response of a test against the OpenAPI document: status, media type, JSON schema, and the type of a conflict.

use crate::support::Answer;
use jsonschema::Validator;
use reqwest::Method;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex};

/// An operation of the document.
struct Operation {
    id: String,
    method: Method,
    path: Vec<String>,
    responses: Map<String, Value>,
}

static DOCUMENT: LazyLock<Value> = LazyLock::new(|| serde_json::to_value(api::document()).unwrap());
static OPERATIONS: LazyLock<Vec<Operation>> = LazyLock::new(operations);
/// The validators of the schemas that were needed so far.
static VALIDATORS: LazyLock<Mutex<BTreeMap<String, Arc<Validator>>>> = LazyLock::new(Mutex::default);

fn operations() -> Vec<Operation> {
    let mut all = Vec::new();
    for (path, item) in DOCUMENT["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let Some(id) = operation["operationId"].as_str() else { continue };
            all.push(Operation {
                id: id.to_owned(),
                method: method.to_uppercase().parse().unwrap(),
                path: path.split('/').map(str::to_owned).collect(),
                responses: operation["responses"].as_object().unwrap().clone(),
            });
        }
    }
    all
}

impl Operation {
    /// The operation at a path. A literal path comes before one with a parameter.
    fn at(method: &Method, path: &str) -> Option<&'static Self> {
        let path: Vec<_> = path.split('?').next().unwrap().split('/').collect();
        let fits = |operation: &&Self| {
            operation.method == *method
                && operation.path.len() == path.len()
                && operation.path.iter().zip(&path).all(|(name, part)| name == part || name.starts_with('{'))
        };
        OPERATIONS
            .iter()
            .filter(fits)
            .min_by_key(|operation| operation.path.iter().filter(|name| name.starts_with('{')).count())
    }

    fn named(id: &str) -> &'static Self {
        OPERATIONS.iter().find(|operation| operation.id == id).unwrap()
    }
}

/// Fails if the document does not describe this response. Responses before routing are not described: a method
/// that is not allowed, a URL that is too long.
#[track_caller]
pub(crate) fn check(method: &Method, path: &str, answer: &Answer) {
    let status = answer.status.as_u16();
    if [405, 414].contains(&status) || answer.headers.contains_key("content-encoding") {
        return;
    }
    let Some(mut operation) = Operation::at(method, path) else { return };
    let media_type = answer.header("content-type").split(';').next().unwrap();
    // A card answers as its picture where `Accept` prefers one.
    if operation.id == "showCard" && !media_type.ends_with("json") {
        operation = Operation::named("showCardPicture");
    }
    let id = &operation.id;
    let response = operation.responses.get(&status.to_string());
    let response =
        response.unwrap_or_else(|| panic!("{id} answers {status}, which is not documented: {}", answer.text()));
    let shared = response["$ref"].as_str().map(|to| DOCUMENT.pointer(to.trim_start_matches('#')).unwrap());
    let response = shared.unwrap_or(response);
    if answer.bytes.is_empty() {
        return;
    }
    let content = &response["content"];
    let schema = &content.get(media_type).or(content.get("*/*")).unwrap_or(&Value::Null)["schema"];
    assert!(schema.is_object(), "{id} answers {status} as {media_type}, which is not documented");
    if !media_type.ends_with("json") {
        return;
    }
    let body = answer.json();
    let errors: Vec<_> = validator(schema).iter_errors(&body).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{id} answers {status} otherwise than documented: {errors:#?} in {body}");
    if status == 409 {
        let name = body["type"].as_str().unwrap().rsplit('/').next().unwrap();
        let described = response["description"].as_str().unwrap();
        assert!(described.contains(&format!("`{name}`")), "{id} answers 409 {name}, which is not documented");
    }
}

/// Fails if the document does not describe this as the data of an event of the stream at this path.
#[track_caller]
pub(crate) fn check_data(path: &str, data: &Value) {
    let schema = &DOCUMENT["paths"][path]["get"]["responses"]["200"]["content"]["text/event-stream"]["schema"];
    assert!(schema.is_object(), "{path} is no stream");
    let errors: Vec<_> = validator(schema).iter_errors(data).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{path} tells otherwise than documented: {errors:#?} in {data}");
}

fn validator(schema: &Value) -> Arc<Validator> {
    let mut validators = VALIDATORS.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let validator = validators.entry(schema.to_string()).or_insert_with(|| {
        let mut whole = schema.clone();
        whole["components"] = DOCUMENT["components"].clone();
        Arc::new(jsonschema::validator_for(&whole).unwrap())
    });
    Arc::clone(validator)
}
