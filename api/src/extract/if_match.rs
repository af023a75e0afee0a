use crate::problem::Problem;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, Header, IfMatch as Tags};
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use domain::Expected;
use std::future::{Ready, ready};

/// The version the caller saw: required by everything that changes a resource.
#[derive(Debug)]
pub(crate) struct IfMatch(pub(crate) Expected);

impl FromRequest for IfMatch {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        if !request.headers().contains_key(header::IF_MATCH) {
            return ready(Err(Problem::new(StatusCode::PRECONDITION_REQUIRED, "precondition-required")));
        }
        let expected = match Tags::parse(request) {
            Ok(Tags::Any) => Expected::Any,
            // A weak tag never matches here (RFC 9110, 13.1.1), nor does one this service never gave.
            Ok(Tags::Items(tags)) => Expected::OneOf(
                tags.iter()
                    .filter(|tag| !tag.weak)
                    .filter_map(|tag| tag.tag().split('-').next()?.parse().ok())
                    .collect(),
            ),
            Err(_) => Expected::OneOf(Vec::new()),
        };
        ready(Ok(Self(expected)))
    }
}
