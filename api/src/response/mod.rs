//! Response types that handlers return.

mod documented;

use crate::compression::{Coding, Kept, add_vary};
use crate::entity_tag;
use crate::extract::NextPage;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse, Responder};
pub(crate) use documented::{header as documented_header, take_schemas};
use domain::vocabulary::Language;
use domain::{Page, Version};
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;

/// A view of a resource that has a version, and so an `ETag`.
pub(crate) trait Versioned: Serialize {
    fn version(&self) -> Version;

    /// Returns the strong tag: the version, then a hyphen and everything else that the bytes depend on.
    fn tag(&self) -> String {
        self.version().to_string()
    }
}

/// Returns the value of `ETag` for a version.
pub(crate) fn etag(version: Version) -> String {
    format!("\"{version}\"")
}

/// A resource with its `ETag`. The response to a GET with this tag is 304.
#[derive(Debug)]
pub(crate) struct Resource<V>(pub(crate) V);

impl<V: Versioned> Responder for Resource<V> {
    type Body = BoxBody;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        let tag = self.0.tag();
        entity_tag::not_modified(request, &tag)
            .unwrap_or_else(|| HttpResponse::Ok().insert_header((header::ETAG, entity_tag::strong(&tag))).json(self.0))
    }
}

/// A response without a version; its `ETag` is a digest of its bytes.
///
/// The response to a GET with this tag is 304.
#[derive(Debug)]
pub(crate) struct Digested<V>(pub(crate) V);

impl<V: Serialize> Responder for Digested<V> {
    type Body = BoxBody;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        let body = match serde_json::to_vec(&self.0) {
            Ok(body) => body,
            Err(error) => return HttpResponse::from_error(error),
        };
        let tag = entity_tag::of_bytes(&body);
        entity_tag::not_modified(request, &tag).unwrap_or_else(|| {
            let mut response = HttpResponse::Ok();
            response.insert_header((header::ETAG, entity_tag::strong(&tag))).content_type("application/json").body(body)
        })
    }
}

/// A rendered resource with its `ETag`. The response to a GET with this tag is 304.
#[derive(Debug)]
pub(crate) struct Json {
    pub(crate) version: Version,
    pub(crate) body: Bytes,
    /// Its compressed form, cached with it.
    pub(crate) kept: Arc<Kept>,
}

impl Responder for Json {
    type Body = BoxBody;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        let tag = self.version.to_string();
        if let Some(response) = entity_tag::not_modified(request, &tag) {
            return response;
        }
        let coding = Coding::accepted(request.headers(), Coding::Gzip);
        let encoded = coding.and_then(|coding| Some((coding, self.kept.get(coding, &self.body)?)));
        let mut response = HttpResponse::Ok();
        response.insert_header((header::ETAG, entity_tag::strong(&tag))).content_type("application/json");
        match encoded {
            Some((coding, encoded)) => {
                let mut response = response.body(encoded);
                coding.mark(response.headers_mut());
                response
            }
            None => response.body(self.body),
        }
    }
}

/// A created resource with its address.
#[derive(Debug)]
pub(crate) struct Created<V> {
    location: String,
    view: V,
}

impl<V> Created<V> {
    pub(crate) fn at(location: String, view: V) -> Self {
        Self { location, view }
    }
}

impl<V: Versioned> Responder for Created<V> {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        HttpResponse::Created()
            .insert_header((header::LOCATION, self.location))
            .insert_header((header::ETAG, entity_tag::strong(&self.view.tag())))
            .json(self.view)
    }
}

/// The response to a change of a map. `Map-ETag` is the tag of the map after the change.
#[derive(Debug)]
pub(crate) struct WithMap<R>(pub(crate) domain::WithMap<R>);

const MAP_ETAG: HeaderName = HeaderName::from_static("map-etag");

impl<R: Responder<Body: MessageBody + 'static>> Responder for WithMap<R> {
    type Body = BoxBody;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        let mut response = self.0.changed.respond_to(request).map_into_boxed_body();
        if let Some(version) = self.0.map_version {
            response.headers_mut().insert(MAP_ETAG, entity_tag::strong(&version.to_string()));
        }
        response
    }
}

/// A response with texts in this language. Its tag, if any, includes the language.
#[derive(Debug)]
pub(crate) struct Localized<R>(pub(crate) Language, pub(crate) R);

impl<R: Responder<Body: MessageBody + 'static>> Responder for Localized<R> {
    type Body = BoxBody;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        let mut response = self.1.respond_to(request).map_into_boxed_body();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(self.0.code()));
        add_vary(headers, "Accept-Language");
        response
    }
}

/// 204 without a body.
#[derive(Debug)]
pub(crate) struct NoContent;

impl Responder for NoContent {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        HttpResponse::new(StatusCode::NO_CONTENT)
    }
}

/// A request that is carried out later. No body.
#[derive(Debug)]
pub(crate) struct Accepted;

impl Responder for Accepted {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        HttpResponse::new(StatusCode::ACCEPTED)
    }
}

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct List<V> {
    /// The items of this page.
    items: Vec<V>,
    /// The address of the next page; null on the last.
    #[schema(required)]
    next: Option<String>,
}

impl<V> List<V> {
    /// Returns a list with all items on one page.
    pub(crate) fn whole(items: Vec<V>) -> Self {
        Self { items, next: None }
    }

    pub(crate) fn of<T>(page: Page<T>, next: &NextPage) -> Self
    where
        V: From<T>,
    {
        let next = page.next.map(|id| next.after(id));
        Self { items: page.items.into_iter().map(V::from).collect(), next }
    }
}

impl<V: Serialize> Responder for List<V> {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        page(self.next.as_deref(), &self)
    }
}

/// Returns the response with a page and its link to the next page.
pub(crate) fn page(next: Option<&str>, body: &impl Serialize) -> HttpResponse {
    let mut response = HttpResponse::Ok();
    if let Some(next) = next {
        response.insert_header((header::LINK, format!("<{next}>; rel=\"next\"")));
    }
    response.json(body)
}
