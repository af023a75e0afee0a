use super::dto::{CreateIdentityProvider, IdentityProviderView};
use crate::auth::{Bearer, IdempotencyHeader};
use crate::extract::ValidJson;
use crate::openid::OpenId;
use crate::problem::Problem;
use crate::public_url::PublicUrl;
use crate::response::Created;
use actix_web::post;
use actix_web::web::Data;
use domain::{Ports, identity_providers};

/// Registers an identity provider. For administrators; at most 5.
///
/// Register `redirectUri` and `backchannelLogoutUri` of the response at the provider. Sessions that it begins are in this
/// organisation only, with the roles admin and coach only.
#[utoipa::path(
    tag = "identity-providers",
    operation_id = "createIdentityProvider",
    extensions(("x-problems" = json!(["too-many-identity-providers", "no-front-end"]))),
    params(IdempotencyHeader),
    request_body = CreateIdentityProvider,
    responses(Created<IdentityProviderView>),
)]
#[post("/v1/identity-providers")]
pub(super) async fn create_identity_provider(
    ports: Data<Ports>,
    open_id: Data<OpenId>,
    public_url: Data<PublicUrl>,
    caller: Bearer,
    body: ValidJson<CreateIdentityProvider>,
) -> Result<Created<IdentityProviderView>, Problem> {
    open_id.require_front_end()?;
    let provider = identity_providers::create(&ports, &caller.0, body.0.try_into()?).await?;
    let location = format!("/v1/identity-providers/{}", provider.id);
    Ok(Created::at(location, IdentityProviderView::of(provider, &open_id, &public_url)))
}
