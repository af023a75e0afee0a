use crate::header_list::Element;
use crate::problem::{Problem, ProblemType};
use actix_web::HttpRequest;
use actix_web::http::header;

/// The media types of a JSON body.
const JSON: [&str; 2] = ["application/json", "application/merge-patch+json"];

/// Requires a JSON body in UTF-8. Media types and charsets have no case (RFC 9110, 8.3.1).
///
/// # Errors
/// 415, with the accepted types in `Accept`.
pub(crate) fn require_json(request: &HttpRequest) -> Result<(), Problem> {
    if is_one_of(request, &JSON) {
        return Ok(());
    }
    Err(Problem::new(ProblemType::UnsupportedMediaType).with(header::ACCEPT, JSON.join(", ")))
}

/// Whether every `Content-Type` of the request is one of these media types, in UTF-8.
pub(crate) fn is_one_of(request: &HttpRequest, media_types: &[&str]) -> bool {
    let suits = |text: &str| {
        Element::parse(text.trim()).is_some_and(|content| {
            media_types.iter().any(|known| known.eq_ignore_ascii_case(content.value))
                && content.parameter("charset").all(is_utf_8)
        })
    };
    let mut lines = request.headers().get_all(header::CONTENT_TYPE).peekable();
    lines.peek().is_some() && lines.all(|line| line.to_str().is_ok_and(suits))
}

fn is_utf_8(charset: &str) -> bool {
    let charset = charset.trim_matches('\'');
    charset.eq_ignore_ascii_case("utf-8") || charset.eq_ignore_ascii_case("utf8")
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    fn accepted(lines: &[&str]) -> bool {
        let request = lines
            .iter()
            .fold(TestRequest::default(), |request, line| request.append_header((header::CONTENT_TYPE, *line)));
        require_json(&request.to_http_request()).is_ok()
    }

    #[test]
    fn json_in_utf_8_is_accepted_however_it_is_written() {
        for line in [
            "application/json",
            "Application/JSON",
            "APPLICATION/MERGE-PATCH+JSON",
            "application/json;charset=utf-8",
            "application/json; Charset=UTF-8",
            "application/json ; charset = \"Utf-8\"",
            "application/json; charset=utf8",
            "application/json; charset='utf-8'",
            "application/json;",
            "application/json;;charset=utf-8;",
            "application/json; odata.metadata=minimal; IEEE754Compatible=true; charset=utf-8",
            "application/json; profile=\"a;charset=utf-16\"",
            " application/json ",
        ] {
            assert!(accepted(&[line]), "{line}");
        }
        assert!(accepted(&["application/json", "application/json; charset=utf-8"]));
    }

    #[test]
    fn anything_else_is_refused() {
        for line in [
            "",
            "text/plain",
            "application/jsonp",
            "application/json-patch+json",
            "application/json, application/json",
            "application/json; charset=utf-16",
            "application/json; charset=UTF-16LE",
            "application/json; charset=iso-8859-1",
            "application/json; charset=\"windows-1252\"",
            "application/json; charset=",
            "application/json; charset=utf-8; charset=utf-16",
            "application /json",
        ] {
            assert!(!accepted(&[line]), "{line}");
        }
        assert!(!accepted(&[]) && !accepted(&["application/json", "text/plain"]));
    }
}
