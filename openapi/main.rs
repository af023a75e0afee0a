//! Writes the OpenAPI document, or checks that the committed one is true.

use std::path::Path;
use std::process::ExitCode;

const OUTDATED: &str = "openapi/openapi.json is not what the code says: run `cargo run -p openapi` and commit it";

#[expect(clippy::print_stderr, reason = "a command for the terminal")]
fn main() -> ExitCode {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("openapi.json");
    let document = match api::document().to_pretty_json() {
        Ok(document) => format!("{document}\n"),
        Err(error) => {
            eprintln!("cannot write the document: {error}");
            return ExitCode::FAILURE;
        }
    };
    if std::env::args().nth(1).as_deref() != Some("--check") {
        return match std::fs::write(&path, document) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("{}: {error}", path.display());
                ExitCode::FAILURE
            }
        };
    }
    if std::fs::read_to_string(&path).is_ok_and(|committed| committed == document) {
        return ExitCode::SUCCESS;
    }
    eprintln!("{OUTDATED}");
    ExitCode::FAILURE
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    #[test]
    fn the_committed_document_is_what_the_code_says() {
        let document = api::document().to_pretty_json().unwrap();
        assert!(include_str!("openapi.json") == format!("{document}\n"), "{}", super::OUTDATED);
    }

    #[test]
    fn every_member_has_a_name_in_camel_case() {
        let document = serde_json::to_value(api::document()).unwrap();
        // OAuth 2 has names of its own.
        let oauth = ["OAuthError", "OAuthLogoutRequest", "Token", "TokenRequest"];
        for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
            let members = members(schema).into_iter().filter(|member| member.contains('_'));
            assert!(oauth.contains(&name.as_str()) || members.count() == 0, "{name}: {schema}");
        }
    }

    /// The names of the members of a schema, and of the schemas inside it.
    fn members(schema: &Value) -> Vec<&str> {
        let own = schema["properties"].as_object().into_iter().flat_map(|members| members.keys().map(String::as_str));
        let inner: Vec<_> = match schema {
            Value::Object(object) => object.values().flat_map(members).collect(),
            Value::Array(array) => array.iter().flat_map(members).collect(),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
        };
        own.chain(inner).collect()
    }

    #[test]
    fn every_operation_that_takes_a_body_documents_it() {
        let document = api::document();
        // The token endpoints refuse as OAuth does, with 400 for whatever is wrong.
        let ours = document.paths.paths.iter().filter(|(path, _)| !path.starts_with("/oauth2/"));
        for (path, item) in ours {
            for operation in [&item.post, &item.put, &item.patch].into_iter().flatten() {
                let takes_one = operation.responses.responses.contains_key("415");
                assert_eq!(takes_one, operation.request_body.is_some(), "{path} {:?}", operation.operation_id);
            }
        }
    }
}
