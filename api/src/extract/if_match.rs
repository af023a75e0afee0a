use crate::entity_tag::{self, EntityTag, EntityTags};
use crate::problem::{Problem, ProblemType};
use crate::schema::request_header;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use domain::{Error, Expected, ExpectedPart, Version};
use std::future::{Ready, ready};
use std::marker::PhantomData;
use utoipa::IntoParams;
use utoipa::openapi::Required;
use utoipa::openapi::path::{Parameter, ParameterIn};
use utoipa::openapi::schema::ObjectBuilder;

/// The version the caller read. Every change of a resource requires it.
#[derive(Debug)]
pub(crate) struct IfMatch(pub(crate) Expected);

impl FromRequest for IfMatch {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(expected(request, |tag| tag.version()).map(Self))
    }
}

impl IntoParams for IfMatch {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        // A blank header counts as missing: 428.
        let tags = ObjectBuilder::new().min_length(Some(1)).pattern(Some(r"\S"));
        let seen = "The `ETag` of the version you read, or `*` for any version.";
        vec![request_header("If-Match", Required::True, seen, tags)]
    }
}

/// `If-None-Match: *`: the resource must not exist yet.
#[derive(Debug)]
pub(crate) struct IfNoneMatch;

impl FromRequest for IfNoneMatch {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(match EntityTags::read(request.headers(), &header::IF_NONE_MATCH) {
            Some(EntityTags::Any) => Ok(Self),
            Some(EntityTags::Listed(_)) | None => Err(Problem::new(ProblemType::IfNoneMatchRequired)),
        })
    }
}

impl IntoParams for IfNoneMatch {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let star = ObjectBuilder::new().pattern(Some(r"^\s*\*\s*$"));
        vec![request_header("If-None-Match", Required::True, "Must be `*`: the resource must not exist yet.", star)]
    }
}

/// The version the caller read, of a part of a map or of the whole map: `"3-head"` or `"57"`.
#[derive(Debug)]
pub(crate) struct IfMatchPart<P>(pub(crate) ExpectedPart, PhantomData<P>);

/// A part of a map with a version and tag of its own.
pub(crate) trait Part {
    const NAME: &'static str;

    /// The `ETag` of the part at this version.
    fn etag(version: Version) -> String {
        format!("\"{version}-{}\"", Self::NAME)
    }

    /// The problem, with the current tag of the part if it is stale.
    fn problem(error: Error) -> Problem {
        let now = if let Error::StalePart(version) = error { Some(Self::etag(version)) } else { None };
        now.into_iter().fold(error.into(), |problem: Problem, tag| problem.with(header::ETAG, tag))
    }
}

/// The map without its content.
#[derive(Debug)]
pub(crate) enum Head {}

impl Part for Head {
    const NAME: &'static str = entity_tag::HEAD;
}

/// The needs on a map.
#[derive(Debug)]
pub(crate) enum Needs {}

impl Part for Needs {
    const NAME: &'static str = entity_tag::NEEDS;
}

impl<P: Part> FromRequest for IfMatchPart<P> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let part = expected(request, |tag| tag.version_of(P::NAME));
        let whole = expected(request, |tag| tag.version());
        ready(part.and_then(|part| Ok(Self(ExpectedPart { part, whole: whole? }, PhantomData))))
    }
}

impl<P> IntoParams for IfMatchPart<P> {
    fn into_params(parameter_in: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        IfMatch::into_params(parameter_in)
    }
}

fn expected(request: &HttpRequest, version: impl Fn(&EntityTag<'_>) -> Option<Version>) -> Result<Expected, Problem> {
    match EntityTags::read(request.headers(), &header::IF_MATCH) {
        None => Err(Problem::new(ProblemType::PreconditionRequired)),
        Some(EntityTags::Any) => Ok(Expected::Any),
        Some(EntityTags::Listed(tags)) => Ok(Expected::OneOf(tags.iter().filter_map(version).collect())),
    }
}
