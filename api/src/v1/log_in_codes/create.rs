use super::dto::{RequestLogInCode, TicketView};
use crate::auth::Throttle;
use crate::client_address::ClientAddress;
use crate::extract::ValidJson;
use crate::problem::Problem;
use actix_web::web::Data;
use actix_web::{HttpResponse, Responder, post};
use domain::attempts::AttemptKind;
use domain::{Ports, sessions};

/// Mails a code of six digits with which a client can log in without a password.
///
/// It is mailed only to a client, and only if every organisation of theirs allows it (`clientsLogInByMail`). The response is the
/// same for every address. Send the code with this ticket to POST /v1/sessions, within 10 minutes and at most 5 times. At most 3
/// mails per hour go to one address; further requests get 429.
#[utoipa::path(
    tag = "sessions",
    operation_id = "requestLogInCode",
    extensions(("x-problems" = json!(["no-mail"]))),
    request_body = RequestLogInCode,
    responses((status = 202, description = "Accepted.", body = TicketView)),
    security(()),
)]
#[post("/v1/log-in-codes")]
pub(super) async fn request_log_in_code(
    ports: Data<Ports>,
    throttle: Data<Throttle>,
    from: ClientAddress,
    body: ValidJson<RequestLogInCode>,
) -> Result<impl Responder, Problem> {
    let attempt = throttle.admit(AttemptKind::Reset(&body.0.email), from).await?;
    let ticket = attempt.settle(sessions::request_mail_code(&ports, body.0.email).await).await?;
    Ok(HttpResponse::Accepted().json(TicketView::from(ticket)))
}
