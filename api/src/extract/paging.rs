use crate::problem::{FieldProblem, Place, Problem};
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use domain::{MAX_PAGE, PageRequest};
use std::future::{Ready, ready};
use utoipa::IntoParams;
use uuid::Uuid;

const DEFAULT: u16 = 50;

/// The query of every list.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PageQuery {
    /// The most items on the page.
    #[param(minimum = 1, maximum = 200, default = 50)]
    #[expect(dead_code, reason = "read by Paging; here for the documentation")]
    limit: Option<u16>,
    /// Where the page begins, from `next` of the page before. Opaque.
    #[param(pattern = "^[A-Za-z0-9_-]{21}[AQgw]$")]
    #[expect(dead_code, reason = "read by Paging; here for the documentation")]
    cursor: Option<String>,
}

/// The page asked for, and how to link to the next.
#[derive(Debug)]
pub(crate) struct Paging {
    pub(crate) request: PageRequest,
    path: String,
    limit: Option<u16>,
}

impl Paging {
    /// The address of the page after this id.
    pub(crate) fn next(&self, after: Uuid) -> String {
        let cursor = BASE64_URL_SAFE_NO_PAD.encode(after.as_bytes());
        match self.limit {
            Some(limit) => format!("{}?limit={limit}&cursor={cursor}", self.path),
            None => format!("{}?cursor={cursor}", self.path),
        }
    }
}

impl FromRequest for Paging {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(paging(request))
    }
}

fn paging(request: &HttpRequest) -> Result<Paging, Problem> {
    let (mut limit, mut after, mut errors) = (None, None, Vec::new());
    let mut refuse =
        |name: &str, code| errors.push(FieldProblem { place: Place::Query, pointer: format!("/{name}"), code });
    for (name, value) in pairs(request.query_string()) {
        match name.as_str() {
            "limit" => match value.parse::<u16>() {
                Ok(0) => refuse("limit", "too-small"),
                Ok(number) if number > MAX_PAGE => refuse("limit", "too-large"),
                Ok(number) => limit = Some(number),
                Err(_) => refuse("limit", "type"),
            },
            "cursor" => match BASE64_URL_SAFE_NO_PAD.decode(&value).ok().and_then(|id| Uuid::from_slice(&id).ok()) {
                Some(id) => after = Some(id),
                None => refuse("cursor", "format"),
            },
            unknown => refuse(unknown, "unknown-member"),
        }
    }
    if !errors.is_empty() {
        return Err(Problem::invalid(errors));
    }
    let path = request.path().to_owned();
    Ok(Paging { request: PageRequest::new(limit.unwrap_or(DEFAULT), after), path, limit })
}

/// The members of a query, as often as they stand there.
pub(crate) fn pairs(query: &str) -> Vec<(String, String)> {
    actix_web::web::Query::<Vec<(String, String)>>::from_query(query)
        .map(|pairs| pairs.into_inner())
        .unwrap_or_default()
}
