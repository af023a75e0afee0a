//! `/.well-known`: what others need to verify our tokens.

use crate::auth::Tokens;
use crate::oauth2::{ALGORITHMS, token_endpoint};
use crate::routing::Routes;
use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::access::Scope;
use serde_json::{Value, json};

/// Short, so that a rotation of the keys is seen in time.
const CACHE: (header::HeaderName, &str) = (header::CACHE_CONTROL, "public, max-age=300");

pub(crate) fn configure(routes: &mut Routes<'_>) {
    routes.service(show_keys).service(show_authorization_server);
}

/// The keys that sign access tokens (RFC 7517): the current, the previous and the next.
#[utoipa::path(
    tag = "oauth2",
    operation_id = "showKeys",
    responses((status = 200, description = "The keys.", body = Object)),
    security(()),
)]
#[get("/.well-known/jwks.json")]
async fn show_keys(tokens: Data<Tokens>) -> HttpResponse {
    let key = |(id, x): (String, String)| -> Value {
        json!({ "kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA", "kid": id, "x": x })
    };
    let keys: Vec<_> = tokens.public_keys().into_iter().map(key).collect();
    HttpResponse::Ok().insert_header(CACHE).json(json!({ "keys": keys }))
}

/// Metadata of the authorization server (RFC 8414).
#[utoipa::path(
    tag = "oauth2",
    operation_id = "showAuthorizationServer",
    responses((status = 200, description = "The metadata.", body = Object)),
    security(()),
)]
#[get("/.well-known/oauth-authorization-server")]
async fn show_authorization_server(tokens: Data<Tokens>) -> HttpResponse {
    let issuer = tokens.issuer();
    let base = issuer.trim_end_matches('/');
    HttpResponse::Ok().insert_header(CACHE).json(json!({
        "issuer": issuer,
        "token_endpoint": token_endpoint(issuer),
        "revocation_endpoint": format!("{base}/oauth2/revoke"),
        "jwks_uri": format!("{base}/.well-known/jwks.json"),
        "response_types_supported": [],
        "grant_types_supported": ["refresh_token", "client_credentials"],
        "scopes_supported": Scope::CODES,
        "token_endpoint_auth_methods_supported": ["none", "private_key_jwt"],
        "token_endpoint_auth_signing_alg_values_supported": ALGORITHMS.map(|(_, name)| name),
        "revocation_endpoint_auth_methods_supported": ["none"],
    }))
}
