use crate::entity_tag::EntityTags;
use crate::problem::Problem;
use actix_web::http::StatusCode;
use actix_web::http::header;
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
        ready(match EntityTags::read(request.headers(), &header::IF_MATCH) {
            None => Err(Problem::new(StatusCode::PRECONDITION_REQUIRED, "precondition-required")),
            Some(EntityTags::Any) => Ok(Self(Expected::Any)),
            Some(EntityTags::Listed(tags)) => {
                Ok(Self(Expected::OneOf(tags.iter().filter_map(|tag| tag.version()).collect())))
            }
        })
    }
}
