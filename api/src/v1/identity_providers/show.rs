use super::dto::IdentityProviderView;
use crate::auth::Bearer;
use crate::extract::Id;
use crate::openid::OpenId;
use crate::problem::Problem;
use crate::public_url::PublicUrl;
use crate::response::Resource;
use actix_web::get;
use actix_web::web::Data;
use domain::{IdentityProviderId, Ports, identity_providers};

/// Shows an identity provider. For administrators.
#[utoipa::path(
    tag = "identity-providers",
    operation_id = "showIdentityProvider",
    responses(Resource<IdentityProviderView>),
)]
#[get("/v1/identity-providers/{identityProviderId}")]
pub(super) async fn show_identity_provider(
    ports: Data<Ports>,
    open_id: Data<OpenId>,
    public_url: Data<PublicUrl>,
    caller: Bearer,
    id: Id<IdentityProviderId>,
) -> Result<Resource<IdentityProviderView>, Problem> {
    let provider = identity_providers::show(&ports, &caller.0, id.0).await?;
    Ok(Resource(IdentityProviderView::of(provider, &open_id, &public_url)))
}
