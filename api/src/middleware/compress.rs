use crate::compression::{Coding, SMALLEST, add_vary};
use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, StatusCode, header};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage};

/// Paths whose GET and PUT responses are compressed.
///
/// An allow-list: a response with a secret (a token, an invitation) must not be compressed, because its compressed size
/// leaks information about the secret (BREACH). Add a new path only if its response never contains one.
///
/// Event streams and exports are sent in pieces and are not compressed.
const COMPRESSED: &[&str] = &[
    "/v1/agreements/{agreementId}",
    "/v1/assignments",
    "/v1/assignments/{assignmentId}",
    "/v1/cards/{cardId}",
    "/v1/cards/{cardId}/differences/{otherCardId}",
    "/v1/caseload",
    "/v1/clients",
    "/v1/clients/{clientId}",
    "/v1/clients/{clientId}/assignments",
    "/v1/clients/{clientId}/coach-notes",
    "/v1/clients/{clientId}/coaches",
    "/v1/clients/{clientId}/helpers",
    "/v1/clients/{clientId}/maps",
    "/v1/clients/{clientId}/overview",
    "/v1/clients/{clientId}/persons",
    "/v1/coach-notes/{coachNoteId}",
    "/v1/maps/{mapId}",
    "/v1/maps/{mapId}/agreements",
    "/v1/maps/{mapId}/card",
    "/v1/maps/{mapId}/cards",
    "/v1/maps/{mapId}/content",
    "/v1/maps/{mapId}/insights",
    "/v1/maps/{mapId}/insights/absence/{supporterId}",
    "/v1/maps/{mapId}/needs",
    "/v1/maps/{mapId}/reflections",
    "/v1/maps/{mapId}/supporters",
    "/v1/maps/{mapId}/ties",
    "/v1/members",
    "/v1/members/{memberId}",
    "/v1/organisation",
    "/v1/persons/{personId}",
    "/v1/reflections/{reflectionId}",
    "/v1/supporters/{supporterId}",
    "/v1/ties/{tieId}",
    "/v1/vocabulary",
    "/problems/{type}",
];

/// Media types that compression makes smaller.
const TEXTUAL: [&str; 3] = ["application/json", "image/svg+xml", "text/html"];

/// The pattern of the matched route, found once per request.
#[derive(Clone, Debug)]
pub(crate) struct Route(pub(crate) String);

/// Compresses responses of [`COMPRESSED`] paths for clients that accept it.
pub(crate) async fn compress<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let listed = [Method::GET, Method::PUT].contains(request.method());
    let coding = Coding::accepted(request.headers(), Coding::Gzip).filter(|_| listed);
    let mut response = next.call(request).await?.map_into_boxed_body();
    if !listed || !matches!(response.status(), StatusCode::OK | StatusCode::NOT_MODIFIED) || !is_compressed(&response) {
        return Ok(response);
    }
    add_vary(response.headers_mut(), "Accept-Encoding");
    match coding {
        Some(coding) if suits(&response) => Ok(encode(response, coding).await),
        _ => Ok(response),
    }
}

fn is_compressed(response: &ServiceResponse) -> bool {
    let Some(route) = response.request().match_pattern() else { return false };
    let compressed = COMPRESSED.contains(&route.as_str());
    response.request().extensions_mut().insert(Route(route));
    compressed
}

fn suits(response: &ServiceResponse) -> bool {
    let headers = response.headers();
    let textual = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).is_some_and(|kind| {
        let essence = kind.split(';').next().unwrap_or_default();
        TEXTUAL.contains(&essence.trim())
    });
    let large = matches!(response.response().body().size(), BodySize::Sized(size) if size >= SMALLEST as u64);
    textual && large && !headers.contains_key(header::CONTENT_ENCODING)
}

async fn encode(response: ServiceResponse, coding: Coding) -> ServiceResponse {
    let (request, response) = response.into_parts();
    let (mut response, body) = response.into_parts();
    let body = match body.try_into_bytes() {
        Ok(bytes) => match coding.encode_once(bytes.clone()).await.filter(|encoded| encoded.len() < bytes.len()) {
            Some(encoded) => {
                coding.mark(response.headers_mut());
                BoxBody::new(encoded)
            }
            None => BoxBody::new(bytes),
        },
        Err(stream) => stream,
    };
    ServiceResponse::new(request, response.set_body(body))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;
    use std::collections::BTreeSet;

    #[test]
    fn every_compressed_path_is_read_or_put() {
        let document = crate::document();
        let listed =
            |path: &str| document.paths.paths.get(path).is_some_and(|item| item.get.is_some() || item.put.is_some());
        let gone: Vec<_> = COMPRESSED.iter().filter(|path| !listed(path)).collect();
        assert!(gone.is_empty(), "{gone:?}");
    }

    #[test]
    fn no_compressed_answer_has_a_member_for_a_secret() {
        let document = serde_json::to_value(crate::document()).unwrap();
        let secrets = |path: &str| {
            let mut names = BTreeSet::new();
            for method in ["get", "put"] {
                members(&document["paths"][path][method]["responses"]["200"], &document, &mut names);
            }
            names.retain(|name| ["token", "secret", "password"].iter().any(|word| name.to_lowercase().contains(word)));
            names
        };
        for path in COMPRESSED {
            assert_eq!(secrets(path), BTreeSet::new(), "{path}");
        }
        // Proves that the check below finds secrets where they exist.
        let mut names = BTreeSet::new();
        members(&document["paths"]["/v1/sessions"]["post"]["responses"]["201"], &document, &mut names);
        assert!(names.contains("accessToken"), "{names:?}");
    }

    /// Collects the names of all members of a schema and of the schemas it refers to.
    fn members(value: &Value, document: &Value, names: &mut BTreeSet<String>) {
        match value {
            Value::Object(object) => {
                if let Some(Value::String(reference)) = object.get("$ref")
                    && names.insert(reference.clone())
                {
                    members(document.pointer(reference.trim_start_matches('#')).unwrap(), document, names);
                }
                if let Some(Value::Object(properties)) = object.get("properties") {
                    names.extend(properties.keys().cloned());
                }
                object.values().for_each(|value| members(value, document, names));
            }
            Value::Array(values) => values.iter().for_each(|value| members(value, document, names)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
}
