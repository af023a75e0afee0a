use crate::auth::Throttle;
use crate::client_address::ClientAddress;
use crate::extract::Id;
use crate::openid::ClientKey;
use crate::problem::Problem;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue};
use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::attempts::AttemptKind;
use domain::{IdentityProviderId, Ports, provider_log_ins};

/// Short, so that a new key is seen in time.
const CACHE: HeaderValue = HeaderValue::from_static("public, max-age=300");

/// The key with which this service authenticates at an identity provider (RFC 7517), if it does so with `private-key`.
///
/// For that identity provider: register this address there as the `jwks_uri` of this service.
#[utoipa::path(
    tag = "oauth2",
    operation_id = "showClientKeys",
    extensions(("x-problems" = json!(["not-found"]))),
    responses((status = 200, description = "The key.", body = Object)),
    security(()),
)]
#[get("/oauth2/client-keys/{identityProviderId}")]
pub(super) async fn show_client_keys(
    ports: Data<Ports>,
    throttle: Data<Throttle>,
    from: ClientAddress,
    id: Id<IdentityProviderId>,
) -> Result<HttpResponse, Problem> {
    let attempt = throttle.admit(AttemptKind::ProviderLogInBegins, from).await?;
    let key = attempt.settle(provider_log_ins::client_key(&ports, id.0).await).await?;
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, CACHE)).json(ClientKey::new(&key)?.set()))
}
