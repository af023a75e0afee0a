use super::dto::{LogIn, LoggedInView};
use crate::auth::{Throttle, Tokens};
use crate::client_address::ClientAddress;
use crate::extract::ValidJson;
use crate::problem::Problem;
use crate::refresh_cookie;
use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, Responder, post};
use domain::accounts::Email;
use domain::attempts::AttemptKind;
use domain::sessions::LoggedIn;
use domain::{Caller, Ports, Secret, sessions};

/// Logs in. If you are a member of one organisation, it is chosen; otherwise choose one next.
///
/// An unknown address, a wrong password and a wrong code give the same response. If `secondFactor` is `expected` in the
/// response, confirm the session with a code; if it is `missing`, add a second factor first. `Idempotency-Key` has no effect: the response holds
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
    request: HttpRequest,
    body: ValidJson<LogIn>,
) -> Result<impl Responder, Problem> {
    let as_cookie = body.0.cookie;
    if as_cookie {
        refresh_cookie::check_origin(&request)?;
    }
    let user_agent = request.headers().get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    let (email, code) = (body.0.email.clone(), body.0.code());
    let log_in = body.0.from(from.network(), user_agent)?;
    let attempt = throttle.admit(AttemptKind::Password(&email), from).await?;
    let mut logged_in = attempt.settle_log_in(sessions::log_in(&ports, log_in).await).await?;
    if let Some(code) = code {
        logged_in = with_code(&ports, &throttle, from, &email, logged_in, &code).await?;
    }
    started(&ports, &tokens, logged_in, as_cookie)
}

/// The response to a log-in: the session with its tokens.
pub(in crate::v1) fn started(
    ports: &Ports,
    tokens: &Tokens,
    logged_in: LoggedIn,
    as_cookie: bool,
) -> Result<HttpResponse, Problem> {
    let session = &logged_in.session;
    let now = ports.clock.now();
    let token = tokens.issue(session.id, session.user_id, ports.ids.next(), now)?;
    let mut response = HttpResponse::Created();
    response.insert_header((header::LOCATION, format!("/v1/sessions/{}", session.id)));
    if as_cookie {
        response.insert_header(refresh_cookie::set(&logged_in.refresh_token, session.expires_at - now));
    }
    Ok(response.json(LoggedInView::new(token, logged_in, as_cookie)))
}

/// Adds a second factor to the session. Wrong codes count for the user, whatever network they come from.
async fn with_code(
    ports: &Ports,
    throttle: &Throttle,
    from: ClientAddress,
    email: &Email,
    logged_in: LoggedIn,
    code: &Secret,
) -> Result<LoggedIn, Problem> {
    let session = &logged_in.session;
    match throttle.admit(AttemptKind::SecondFactorAtLogIn(session.user_id, email), from).await {
        Ok(attempt) => attempt.settle(sessions::add_factor(ports, logged_in, code).await).await,
        Err(refusal) => {
            sessions::end_current(ports, &Caller::person(session.id, session.user_id)).await?;
            Err(refusal)
        }
    }
}
