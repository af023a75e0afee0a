use super::dto::{MemberIdentityView, OwnIdentityView};
use crate::auth::Bearer;
use crate::extract::{PageQuery, Paging};
use crate::problem::Problem;
use crate::response::List;
use actix_web::get;
use actix_web::web::Data;
use domain::{Ports, identities};

/// Lists your identities at providers, on one page.
#[utoipa::path(tag = "identities", operation_id = "listOwnIdentities", responses(List<OwnIdentityView>))]
#[get("/v1/me/identities")]
pub(super) async fn list_own_identities(ports: Data<Ports>, caller: Bearer) -> Result<List<OwnIdentityView>, Problem> {
    let identities = identities::list_own(&ports, &caller.0).await?;
    Ok(List::whole(identities.into_iter().map(Into::into).collect()))
}

/// Lists the identities of the organisation's members. For administrators.
#[utoipa::path(
    tag = "identities",
    operation_id = "listMemberIdentities",
    params(PageQuery),
    responses(List<MemberIdentityView>),
)]
#[get("/v1/member-identities")]
pub(super) async fn list_member_identities(
    ports: Data<Ports>,
    caller: Bearer,
    paging: Paging,
) -> Result<List<MemberIdentityView>, Problem> {
    let page = identities::list(&ports, &caller.0, paging.request).await?;
    Ok(List::of(page, &paging.next))
}
