use super::query::{Pair, pairs, read_query};
use crate::problem::Problem;
use crate::public_url::public_path;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use domain::PageRequest;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, de};
use std::future::{Ready, ready};
use utoipa::IntoParams;
use uuid::Uuid;

const DEFAULT: u16 = 50;
/// The parameters of [`PageQuery`].
const PAGE: [&str; 2] = ["limit", "cursor"];

/// The query of every list.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PageQuery {
    /// The maximum number of items on the page.
    #[param(minimum = 1, maximum = 200, default = 50)]
    limit: Option<u16>,
    /// Opaque position of the page, from `next` of the previous page.
    #[param(value_type = Option<String>, pattern = "^[A-Za-z0-9_-]{21}[AQgw]$")]
    #[serde(default, deserialize_with = "cursor")]
    cursor: Option<Uuid>,
}

fn cursor<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Uuid>, D::Error> {
    let id = BASE64_URL_SAFE_NO_PAD.decode(String::deserialize(from)?).ok().and_then(|id| Uuid::from_slice(&id).ok());
    id.map(Some).ok_or_else(|| de::Error::custom("not a cursor"))
}

/// No further parameters.
#[derive(Debug, Deserialize, IntoParams)]
pub(crate) struct NoQuery {}

/// The requested page, the list's own parameters, and the link to the next page.
#[derive(Debug)]
pub(crate) struct Paging<T = NoQuery> {
    pub(crate) request: PageRequest,
    /// The list's own parameters.
    pub(crate) query: T,
    pub(crate) next: NextPage,
}

/// The address of the next page, without its cursor.
#[derive(Debug)]
pub(crate) struct NextPage {
    path: String,
    /// The parameters to repeat.
    own: String,
}

impl NextPage {
    /// The address of the page after this id.
    pub(crate) fn after(&self, id: Uuid) -> String {
        format!("{}?{}cursor={}", self.path, self.own, BASE64_URL_SAFE_NO_PAD.encode(id.as_bytes()))
    }
}

impl<T: DeserializeOwned + IntoParams + 'static> FromRequest for Paging<T> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(paging(request))
    }
}

fn paging<T: DeserializeOwned + IntoParams + 'static>(request: &HttpRequest) -> Result<Paging<T>, Problem> {
    let (page, own): (Vec<Pair>, Vec<Pair>) =
        pairs(request.query_string()).into_iter().partition(|(name, _)| PAGE.contains(&name.as_str()));
    let (page, query) = match (read_query::<PageQuery>(&page), read_query::<T>(&own)) {
        (Ok(page), Ok(query)) => (page, query),
        (Err(mut problem), Err(other)) => {
            problem.errors.extend(other.errors);
            return Err(problem);
        }
        (Err(problem), Ok(_)) | (Ok(_), Err(problem)) => return Err(problem),
    };
    let mut stay = form_urlencoded::Serializer::new(String::new());
    stay.extend_pairs(&own).extend_pairs(page.limit.map(|limit| ("limit", limit.to_string())));
    let stay = stay.finish();
    let next =
        NextPage { path: public_path(request, request.path()), own: if stay.is_empty() { stay } else { stay + "&" } };
    Ok(Paging { request: PageRequest::new(page.limit.unwrap_or(DEFAULT), page.cursor), query, next })
}
