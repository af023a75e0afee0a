//! Links that log in as a user of the demo with one click. Only the demo has them, and only this machine reaches it.

use crate::problem::Problem;
use crate::refresh_cookie;
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{self, Data, Path, ServiceConfig};
use domain::accounts::Email;
use domain::sessions::{self, LogIn};
use domain::{Error, Password, Ports};

/// Password of all users in the demo.
pub(crate) const PASSWORD: &str = "omringd-demo";

/// The users, by the names in the links.
const USERS: [(&str, &str); 3] =
    [("client", "saskia@demo.test"), ("coach", "coach@demo.test"), ("administrator", "admin@demo.test")];

pub(crate) fn configure(router: &mut ServiceConfig) {
    router.route("/demo/{user}", web::get().to(log_in));
}

/// Logs in, and leads to the front end with the refresh token in its cookie.
async fn log_in(ports: Data<Ports>, user: Path<String>) -> Result<HttpResponse, Problem> {
    let (_, email) = USERS.iter().find(|(name, _)| *name == user.as_str()).ok_or(Error::NotFound)?;
    let unusable = || Error::internal("a user of the demo cannot log in");
    let email = Email::new(email).map_err(|_| unusable())?;
    let password = Password::chosen(PASSWORD).ok_or_else(unusable)?;
    let logged_in = sessions::log_in(&ports, LogIn::with_password(email, password)).await?;
    let lifetime = logged_in.session.expires_at - ports.clock.now();
    let mut response = HttpResponse::SeeOther();
    response.insert_header(refresh_cookie::set(&logged_in.refresh_token, lifetime));
    Ok(response.insert_header((header::LOCATION, "/")).insert_header((header::CACHE_CONTROL, "no-store")).finish())
}
