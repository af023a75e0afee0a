use super::dto::{LogIn, LoggedInView};
use crate::auth::{Throttle, Tokens};
use crate::client_address::ClientAddress;
use crate::extract::ValidJson;
use crate::problem::Problem;
use actix_web::http::header::{self, HeaderName};
use actix_web::post;
use actix_web::web::{Data, Json};
use actix_web::{Responder, http::StatusCode};
use domain::attempts::AttemptKind;
use domain::{Ports, sessions};

/// Logs in. If you are a member of one organisation, it is chosen; otherwise choose one next.
///
/// An unknown address and a wrong password give the same response. `Idempotency-Key` has no effect: the response holds
/// secrets, which are not stored. Repeating a log-in creates another session.
#[utoipa::path(
    tag = "sessions",
    operation_id = "logIn",
    extensions(("x-problems" = json!(["log-in-refused"]))),
    request_body = LogIn,
    responses(
        (status = 201, description = "Logged in.", body = LoggedInView, headers(("Location" = String, description = "The session's address."))),
    ),
    security(()),
)]
#[post("/v1/sessions")]
pub(super) async fn log_in(
    ports: Data<Ports>,
    tokens: Data<Tokens>,
    throttle: Data<Throttle>,
    from: ClientAddress,
    body: ValidJson<LogIn>,
) -> Result<impl Responder, Problem> {
    let (email, password) = (&body.0.email, body.0.password()?);
    let attempt = throttle.admit(AttemptKind::Password(email), from).await?;
    let logged_in = attempt.settle(sessions::log_in(&ports, email, &password).await).await?;
    let session = &logged_in.session;
    let token = tokens.issue(session.id, session.user_id, ports.ids.next(), ports.clock.now())?;
    let location: (HeaderName, String) = (header::LOCATION, format!("/v1/sessions/{}", session.id));
    Ok(Json(LoggedInView::new(token, logged_in)).customize().with_status(StatusCode::CREATED).insert_header(location))
}
