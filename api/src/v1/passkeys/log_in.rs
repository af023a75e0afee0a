use super::dto::LogInWithPasskey;
use crate::auth::{Throttle, Tokens};
use crate::client_address::ClientAddress;
use crate::extract::ValidJson;
use crate::problem::Problem;
use crate::refresh_cookie;
use crate::v1::sessions::{self, LoggedInView};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, post};
use domain::attempts::AttemptKind;
use domain::{Ports, passkeys};

/// Logs in with the answer of a passkey. It is both factors: no password and no code is needed.
///
/// An unknown address and an answer that is late, used before or not valid give the same response as a wrong password, and
/// count as one. `Idempotency-Key` has no effect: see `logIn`.
#[utoipa::path(
    tag = "passkeys",
    operation_id = "logInWithPasskey",
    extensions(("x-problems" = json!(["log-in-refused", "passkeys-off"]))),
    request_body = LogInWithPasskey,
    responses(
        (status = 201, description = "Logged in.", body = LoggedInView, headers(("Location" = String, description = "The session's address."))),
    ),
    security(()),
)]
#[post("/v1/passkey-sessions")]
pub(super) async fn log_in_with_passkey(
    ports: Data<Ports>,
    tokens: Data<Tokens>,
    throttle: Data<Throttle>,
    from: ClientAddress,
    request: HttpRequest,
    body: ValidJson<LogInWithPasskey>,
) -> Result<HttpResponse, Problem> {
    let (as_cookie, email) = (body.0.cookie, body.0.email.clone());
    if as_cookie {
        refresh_cookie::check_origin(&request)?;
    }
    let log_in = body.0.from(from.network(), sessions::user_agent(&request))?;
    let attempt = throttle.admit(AttemptKind::Password(&email), from).await?;
    let logged_in = attempt.settle_log_in(passkeys::log_in(&ports, log_in).await).await?;
    sessions::started(&ports, &tokens, logged_in, as_cookie)
}
