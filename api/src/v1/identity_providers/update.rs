use super::dto::{IdentityProviderView, UpdateIdentityProvider};
use crate::auth::Bearer;
use crate::extract::{Id, IfMatch, ValidJson};
use crate::openid::OpenId;
use crate::problem::Problem;
use crate::public_url::PublicUrl;
use crate::response::Resource;
use actix_web::patch;
use actix_web::web::Data;
use domain::{IdentityProviderId, Ports, identity_providers};

/// Changes an identity provider. Disabled, its sessions end at once. For administrators.
#[utoipa::path(
    tag = "identity-providers",
    operation_id = "updateIdentityProvider",
    params(IfMatch),
    request_body(content = UpdateIdentityProvider, content_type = "application/merge-patch+json"),
    responses(Resource<IdentityProviderView>),
)]
#[patch("/v1/identity-providers/{identityProviderId}")]
pub(super) async fn update_identity_provider(
    ports: Data<Ports>,
    (open_id, public_url): (Data<OpenId>, Data<PublicUrl>),
    caller: Bearer,
    id: Id<IdentityProviderId>,
    seen: IfMatch,
    body: ValidJson<UpdateIdentityProvider>,
) -> Result<Resource<IdentityProviderView>, Problem> {
    let provider = identity_providers::update(&ports, &caller.0, id.0, &seen.0, body.0.into()).await?;
    Ok(Resource(IdentityProviderView::of(provider, &open_id, &public_url)))
}
