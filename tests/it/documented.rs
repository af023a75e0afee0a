//! Checks answers against the OpenAPI document: status, media type and JSON schema.

use crate::operations::Operation;
use crate::support::Answer;
use jsonschema::Validator;
use serde_json::Value;
use std::collections::BTreeMap;

/// The document, with the validators of the schemas that were needed so far.
pub(crate) struct Documented {
    document: Value,
    validators: BTreeMap<String, Validator>,
}

impl Documented {
    pub(crate) fn read() -> Self {
        Self { document: serde_json::to_value(api::openapi::document()).unwrap(), validators: BTreeMap::new() }
    }

    /// Fails if the document does not describe this answer of the operation.
    pub(crate) fn assert_describes(&mut self, operation: &Operation, answer: &Answer) {
        let (id, status) = (&operation.id, answer.status.as_u16());
        let described = &self.document["paths"][&operation.path][operation.method.as_str().to_lowercase()];
        let response = &described["responses"][status.to_string()];
        let shared = response["$ref"].as_str().map(|to| self.document.pointer(to.trim_start_matches('#')).unwrap());
        let response = shared.unwrap_or(response);
        assert!(response.is_object(), "{id} answers {status}, which is not documented: {}", answer.text());
        if answer.bytes.is_empty() {
            return;
        }
        let media_type = answer.header("content-type").split(';').next().unwrap();
        let schema = &response["content"][media_type]["schema"];
        assert!(schema.is_object(), "{id} answers {status} as {media_type}, which is not documented");
        if !media_type.ends_with("json") {
            return;
        }
        self.assert_valid(&schema.clone(), &answer.json(), &format!("{id} answers {status}"));
    }

    /// Fails if the document does not describe this as the data of an event of the stream at this path.
    pub(crate) fn assert_describes_data(&mut self, path: &str, data: &Value) {
        let content = &self.document["paths"][path]["get"]["responses"]["200"]["content"];
        let schema = content["text/event-stream"]["schema"].clone();
        assert!(schema.is_object(), "{path} is no stream");
        self.assert_valid(&schema, data, path);
    }

    fn assert_valid(&mut self, schema: &Value, body: &Value, said: &str) {
        let validator = self.validators.entry(schema.to_string()).or_insert_with(|| {
            let mut whole = schema.clone();
            whole["components"] = self.document["components"].clone();
            jsonschema::validator_for(&whole).unwrap()
        });
        let errors: Vec<_> = validator.iter_errors(body).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{said} otherwise than documented: {errors:#?} in {body}");
    }
}
