use super::query::{Taken, read_query};
use crate::problem::Problem;
use crate::public_url::public_path;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use domain::{FieldCode, MAX_PAGE, PageRequest};
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
    /// The query members of the list's own, to go on to the next page.
    own: String,
    limit: Option<u16>,
}

impl Paging {
    /// The address of the page after this id.
    pub(crate) fn next(&self, after: Uuid) -> String {
        let cursor = BASE64_URL_SAFE_NO_PAD.encode(after.as_bytes());
        match self.limit {
            Some(limit) => format!("{}?{}limit={limit}&cursor={cursor}", self.path, self.own),
            None => format!("{}?{}cursor={cursor}", self.path, self.own),
        }
    }

    /// The page of a list with parameters of its own, each of which is offered; the `repeatable` ones as often as they come.
    ///
    /// # Errors
    /// As a problem, everything wrong with the query.
    pub(crate) fn with(
        request: &HttpRequest,
        repeatable: &[&str],
        own: impl FnMut(&str, &str) -> Taken,
    ) -> Result<Self, Problem> {
        paging(request, repeatable, own)
    }
}

impl FromRequest for Paging {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(paging(request, &[], |_, _| None))
    }
}

fn paging(
    request: &HttpRequest,
    repeatable: &[&str],
    mut own: impl FnMut(&str, &str) -> Taken,
) -> Result<Paging, Problem> {
    let (mut limit, mut after, mut kept) = (None, None, String::new());
    let errors = read_query(request.query_string(), repeatable, |name, value| match name {
        "limit" => Some(read_limit(value).map(|number| limit = Some(number))),
        "cursor" => {
            let id = BASE64_URL_SAFE_NO_PAD.decode(value).ok().and_then(|id| Uuid::from_slice(&id).ok());
            Some(id.map(|id| after = Some(id)).ok_or(FieldCode::Format))
        }
        name => {
            let taken = own(name, value);
            if matches!(taken, Some(Ok(()))) {
                // What is taken is a word of the API, which needs no encoding.
                kept.push_str(&format!("{name}={value}&"));
            }
            taken
        }
    });
    if !errors.is_empty() {
        return Err(Problem::invalid(errors));
    }
    let path = public_path(request, request.path());
    Ok(Paging { request: PageRequest::new(limit.unwrap_or(DEFAULT), after), path, own: kept, limit })
}

fn read_limit(value: &str) -> Result<u16, FieldCode> {
    match value.parse() {
        Ok(0) => Err(FieldCode::TooSmall),
        Ok(number) if number > MAX_PAGE => Err(FieldCode::TooLarge),
        Ok(number) => Ok(number),
        Err(_) => Err(FieldCode::Type),
    }
}
