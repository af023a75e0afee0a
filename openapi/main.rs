//! Writes the OpenAPI document, or checks that the committed one is true.

use std::path::Path;
use std::process::ExitCode;

const OUTDATED: &str = "openapi/openapi.json is not what the code says: run `cargo run -p openapi` and commit it";

#[expect(clippy::print_stderr, reason = "a command for the terminal")]
fn main() -> ExitCode {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("openapi.json");
    let document = match api::openapi::document().to_pretty_json() {
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
    #[test]
    fn the_committed_document_is_what_the_code_says() {
        let document = api::openapi::document().to_pretty_json().unwrap();
        assert!(include_str!("openapi.json") == format!("{document}\n"), "{}", super::OUTDATED);
    }

    #[test]
    fn every_operation_that_takes_a_body_documents_it() {
        let document = api::openapi::document();
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
