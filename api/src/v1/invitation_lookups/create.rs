use super::dto::{LookUpInvitation, OfferView};
use crate::auth::Throttle;
use crate::client_address::ClientAddress;
use crate::extract::ValidJson;
use crate::problem::Problem;
use actix_web::post;
use actix_web::web::{Data, Json};
use domain::attempts::AttemptKind;
use domain::{Ports, invitations};

/// Shows an invitation to the holder of its secret, without using it up. A POST, so that the secret is in no address.
///
/// It does not tell whether the address has an account. An unknown, used, withdrawn or expired secret gives 409
/// `invitation-over`.
#[utoipa::path(
    tag = "invitations",
    operation_id = "lookUpInvitation",
    extensions(("x-problems" = json!(["invitation-over"]))),
    request_body = LookUpInvitation,
    responses((status = 200, description = "The invitation.", body = OfferView)),
    security(()),
)]
#[post("/v1/invitation-lookups")]
pub(super) async fn look_up_invitation(
    ports: Data<Ports>,
    throttle: Data<Throttle>,
    from: ClientAddress,
    body: ValidJson<LookUpInvitation>,
) -> Result<Json<OfferView>, Problem> {
    let secret = body.0.into();
    let attempt = throttle.admit(AttemptKind::Link, from).await?;
    let offer = attempt.settle(invitations::look_up(&ports, &secret).await).await?;
    Ok(Json(offer.into()))
}
