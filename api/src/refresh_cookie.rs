//! The refresh token as a cookie, for front ends in a browser: scripts cannot read it, and other sites cannot use it.

use crate::config::Origin;
use crate::problem::{FieldProblem, Place, Problem, ProblemType};
use crate::public_url::PublicUrl;
use actix_web::HttpRequest;
use actix_web::http::header::{self, HeaderName};
use actix_web::web::Data;
use chrono::TimeDelta;
use domain::{Error, FieldCode, Secret};

/// Browsers accept this prefix only with `Secure`, for the whole host, and from the host itself.
const NAME: &str = "__Host-omringd-refresh";
const ATTRIBUTES: &str = "Path=/; Secure; HttpOnly; SameSite=Strict";

/// The origins of front ends that may use the cookie: those allowed to call from a browser, and the service's own.
#[derive(Clone, Debug)]
pub(crate) struct CookieOrigins(Vec<String>);

impl CookieOrigins {
    pub(crate) fn new(front_ends: &[Origin], public_url: &PublicUrl) -> Self {
        let own = std::iter::once(public_url.origin().to_owned());
        Self(front_ends.iter().map(ToString::to_string).chain(own).collect())
    }
}

/// Checks that a request that sets or uses the cookie comes from a front end of this service.
///
/// `SameSite` alone would let any host of the same site use it.
///
/// # Errors
/// 400 `cross-origin-refused`, also without `Origin`, which browsers send with every POST.
pub(crate) fn check_origin(request: &HttpRequest) -> Result<(), Problem> {
    let known = request.app_data::<Data<CookieOrigins>>().ok_or_else(|| Error::internal("no origins"))?;
    let origin = request.headers().get(header::ORIGIN).and_then(|origin| origin.to_str().ok());
    if origin.is_some_and(|origin| known.0.iter().any(|known| known == origin)) {
        return Ok(());
    }
    let error = FieldProblem::new(Place::Header, "/Origin", FieldCode::Enum);
    Err(Problem { errors: vec![error], ..Problem::new(ProblemType::CrossOriginRefused) })
}

/// The header that sets the cookie.
pub(crate) fn set(token: &Secret, lifetime: TimeDelta) -> (HeaderName, String) {
    let value = format!("{NAME}={}; {ATTRIBUTES}; Max-Age={}", token.expose(), lifetime.num_seconds().max(0));
    (header::SET_COOKIE, value)
}

/// The header that removes the cookie.
pub(crate) fn removed() -> (HeaderName, String) {
    (header::SET_COOKIE, format!("{NAME}=; {ATTRIBUTES}; Max-Age=0"))
}

/// The refresh token of the request's cookie, if any.
pub(crate) fn given(request: &HttpRequest) -> Option<Secret> {
    let lines = request.headers().get_all(header::COOKIE).filter_map(|line| line.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, value)| *name == NAME && !value.is_empty()).map(|(_, value)| Secret::new(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    #[test]
    fn the_cookie_is_found_among_others() {
        let given = |line: &str| {
            let request = TestRequest::default().insert_header((header::COOKIE, line)).to_http_request();
            super::given(&request).map(|secret| secret.expose().to_owned())
        };
        assert_eq!(given("a=b; __Host-omringd-refresh=abc_-1; c=d").as_deref(), Some("abc_-1"));
        for none in ["a=b", "__Host-omringd-refresh=", "x__Host-omringd-refresh=abc", ""] {
            assert_eq!(given(none), None, "{none}");
        }
    }

    #[test]
    fn only_the_front_ends_and_the_service_itself_may_use_it() {
        let front_end = Origin::try_from("https://app.example.nl".to_owned()).unwrap();
        let public = PublicUrl::try_from("https://api.example.nl/omringd".to_owned()).unwrap();
        let origins = CookieOrigins::new(&[front_end], &public);
        let check = |origin: Option<&str>| {
            let mut request = TestRequest::default().app_data(Data::new(origins.clone()));
            if let Some(origin) = origin {
                request = request.insert_header((header::ORIGIN, origin));
            }
            check_origin(&request.to_http_request()).is_ok()
        };
        assert!(check(Some("https://app.example.nl")) && check(Some("https://api.example.nl")));
        for other in [None, Some("https://evil.example.nl"), Some("null"), Some("http://app.example.nl")] {
            assert!(!check(other), "{other:?}");
        }
    }
}
