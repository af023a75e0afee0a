use super::dto::IdentityProviderView;
use crate::auth::Bearer;
use crate::extract::{PageQuery, Paging};
use crate::openid::OpenId;
use crate::problem::Problem;
use crate::public_url::PublicUrl;
use crate::response::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{Ports, identity_providers};

/// Lists the identity providers of the organisation. For administrators.
#[utoipa::path(
    tag = "identity-providers",
    operation_id = "listIdentityProviders",
    params(PageQuery),
    responses(List<IdentityProviderView>),
)]
#[get("/v1/identity-providers")]
pub(super) async fn list_identity_providers(
    ports: Data<Ports>,
    open_id: Data<OpenId>,
    public_url: Data<PublicUrl>,
    caller: Bearer,
    paging: Paging,
) -> Result<List<IdentityProviderView>, Problem> {
    let page = identity_providers::list(&ports, &caller.0, paging.request).await?;
    Ok(List::of(page.map(|provider| IdentityProviderView::of(provider, &open_id, &public_url)), &paging.next))
}
