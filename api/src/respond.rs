//! What handlers give back.

use crate::extract::Paging;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::http::header::HeaderValue;
use actix_web::http::header::{self, ETag, EntityTag, Header, IfNoneMatch};
use actix_web::http::{Method, StatusCode};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse, Responder};
use domain::vocabulary::Language;
use domain::{Page, Version};
use serde::Serialize;
use utoipa::ToSchema;

/// A view of a resource that has a version, and so an `ETag`.
pub(crate) trait Versioned: Serialize {
    fn version(&self) -> Version;

    /// The strong tag: the version, and after a hyphen what else its bytes depend on.
    fn tag(&self) -> String {
        self.version().to_string()
    }
}

/// The entity tag of a version, as a header has it.
pub(crate) fn etag(version: Version) -> String {
    format!("\"{version}\"")
}

/// Whether it is a GET that names the tag: its caller has this already.
pub(crate) fn known(request: &HttpRequest, tag: &EntityTag) -> bool {
    request.method() == Method::GET
        && request.headers().contains_key(header::IF_NONE_MATCH)
        && match IfNoneMatch::parse(request) {
            Ok(IfNoneMatch::Any) => true,
            Ok(IfNoneMatch::Items(tags)) => tags.iter().any(|known| known.weak_eq(tag)),
            Err(_) => false,
        }
}

/// A resource with its `ETag`; a GET that names the tag already gets 304.
#[derive(Debug)]
pub(crate) struct Resource<V>(pub(crate) V);

impl<V: Versioned> Responder for Resource<V> {
    type Body = BoxBody;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        let tag = EntityTag::new_strong(self.0.tag());
        if known(request, &tag) {
            return not_modified(tag);
        }
        HttpResponse::Ok().insert_header(ETag(tag)).json(self.0)
    }
}

/// A resource that was rendered before, with its `ETag`; a GET that names the tag already gets 304.
#[derive(Debug)]
pub(crate) struct Json {
    pub(crate) version: Version,
    pub(crate) body: Bytes,
}

impl Responder for Json {
    type Body = BoxBody;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        let tag = EntityTag::new_strong(self.version.to_string());
        if known(request, &tag) {
            return not_modified(tag);
        }
        HttpResponse::Ok().insert_header(ETag(tag)).content_type("application/json").body(self.body)
    }
}

fn not_modified(tag: EntityTag) -> HttpResponse {
    HttpResponse::NotModified().insert_header(ETag(tag)).finish()
}

/// A resource that was created, with its address.
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
            .insert_header(ETag(EntityTag::new_strong(self.view.tag())))
            .json(self.view)
    }
}

/// An answer with texts for people in this language. A tag it carries says so too.
#[derive(Debug)]
pub(crate) struct Spoken<R>(pub(crate) Language, pub(crate) R);

impl<R: Responder<Body: MessageBody + 'static>> Responder for Spoken<R> {
    type Body = BoxBody;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        let mut response = self.1.respond_to(request).map_into_boxed_body();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(self.0.code()));
        headers.append(header::VARY, HeaderValue::from_static("Accept-Language"));
        response
    }
}

/// Done, and nothing to tell.
#[derive(Debug)]
pub(crate) struct NoContent;

impl Responder for NoContent {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        HttpResponse::new(StatusCode::NO_CONTENT)
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
    pub(crate) fn of<T>(page: Page<T>, paging: &Paging) -> Self
    where
        V: From<T>,
    {
        let next = page.next.map(|after| paging.next(after));
        Self { items: page.items.into_iter().map(V::from).collect(), next }
    }
}

impl<V: Serialize> Responder for List<V> {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        let mut response = HttpResponse::Ok();
        if let Some(next) = &self.next {
            response.insert_header((header::LINK, format!("<{next}>; rel=\"next\"")));
        }
        response.json(self)
    }
}
