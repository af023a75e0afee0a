use crate::extract::is_one_of;
use crate::problem::Problem;
use crate::refresh_cookie;
use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpRequest, HttpResponse, ResponseError, dev::Payload, web};
use domain::{Error, Secret};
use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;
use serde::Serialize;
use std::fmt;
use utoipa::ToSchema;

/// The parameters of a request, form-encoded. Unknown ones are passed over, as RFC 6749 says; none may come twice.
pub(super) struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// The parameter; an empty one counts as none.
    pub(super) fn get(&self, name: &str) -> Result<&str, Refusal> {
        let found = self.0.iter().find(|(known, value)| known == name && !value.is_empty());
        found.map(|(_, value)| value.as_str()).ok_or(INCOMPLETE)
    }
}

impl FromRequest for Parameters {
    type Error = Refusal;
    type Future = LocalBoxFuture<'static, Result<Self, Refusal>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let form = is_one_of(request, &["application/x-www-form-urlencoded"]);
        let body = web::Bytes::from_request(request, payload);
        async move {
            let body = body.await.ok().filter(|_| form).ok_or(INCOMPLETE)?;
            let text = std::str::from_utf8(&body).map_err(|_| INCOMPLETE)?;
            let pairs = web::Query::<Vec<(String, String)>>::from_query(text).map_err(|_| INCOMPLETE)?.into_inner();
            let mut names: Vec<_> = pairs.iter().map(|(name, _)| name).collect();
            names.sort_unstable();
            if names.windows(2).any(|pair| pair.first() == pair.last()) {
                return Err(INCOMPLETE);
            }
            Ok(Self(pairs))
        }
        .boxed_local()
    }
}

/// The refresh token of a request: the parameter, or the cookie of a front end that may use it. Says whether it is the cookie.
pub(super) fn presented(request: &HttpRequest, parameter: Result<&str, Refusal>) -> Result<(Secret, bool), Refusal> {
    match (parameter, refresh_cookie::given(request)) {
        (Ok(token), _) => Ok((Secret::new(token), false)),
        (Err(missing), None) => Err(missing),
        (Err(_), Some(token)) => {
            refresh_cookie::check_origin(request).map_err(|_| FOREIGN)?;
            Ok((token, true))
        }
    }
}

/// An error as RFC 6749 has it, or one of the service's own.
#[derive(Debug)]
pub(super) enum Refusal {
    OAuth {
        error: &'static str,
        description: &'static str,
    },
    /// The client could not be authenticated.
    Client,
    Service(Problem),
}

const FOREIGN: Refusal = Refusal::OAuth {
    error: "invalid_request",
    description: "The cookie may be used only by a front end of this service; `Origin` names another, or none.",
};

pub(super) const INCOMPLETE: Refusal = Refusal::OAuth {
    error: "invalid_request",
    description: "A parameter is missing or stands twice, or the body is not form-encoded.",
};

/// An error (RFC 6749, 5.2).
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OAuthError, example = json!({
    "error": "invalid_grant", "error_description": "The refresh token is unknown, used or out of date.",
}))]
pub(super) struct OAuthErrorView {
    /// The error code.
    #[schema(example = "invalid_grant")]
    error: &'static str,
    /// The same for people.
    error_description: &'static str,
}

/// The same for every reason.
const INVALID_CLIENT: OAuthErrorView = OAuthErrorView {
    error: "invalid_client",
    error_description: "The client assertion is not valid, or was used before.",
};

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        if matches!(error, Error::GrantRefused) {
            let description = "The refresh token is unknown, used or has expired. Log in again.";
            return Self::OAuth { error: "invalid_grant", description };
        }
        Self::Service(error.into())
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OAuth { error, .. } => f.write_str(error),
            Self::Client => f.write_str(INVALID_CLIENT.error),
            Self::Service(problem) => problem.fmt(f),
        }
    }
}

impl ResponseError for Refusal {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::OAuth { .. } => StatusCode::BAD_REQUEST,
            Self::Client => StatusCode::UNAUTHORIZED,
            Self::Service(problem) => problem.status,
        }
    }

    fn error_response(&self) -> HttpResponse {
        match self {
            Self::OAuth { error, description } => {
                HttpResponse::BadRequest().json(OAuthErrorView { error, error_description: description })
            }
            Self::Client => HttpResponse::Unauthorized().json(INVALID_CLIENT),
            Self::Service(problem) => problem.error_response(),
        }
    }
}
