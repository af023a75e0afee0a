//! How the OpenAPI document describes each kind of response: its status, headers and body.

use super::{Accepted, Created, Digested, List, Localized, NoContent, Resource, WithMap};
use actix_web::http::StatusCode;
use std::collections::BTreeMap;
use utoipa::openapi::content::Content;
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::openapi::{Header, Ref, RefOr, Response, ResponseBuilder};
use utoipa::{IntoResponses, PartialSchema, ToSchema};

/// The media type under which a response carries the schemas it refers to.
///
/// utoipa collects no schemas from `IntoResponses`, so `Routes::service` moves them to the components.
const SCHEMAS: &str = "x-schemas";

type Schemas = Vec<(String, RefOr<Schema>)>;
type Responses = BTreeMap<String, RefOr<Response>>;

impl<V: ToSchema> IntoResponses for Resource<V> {
    fn responses() -> Responses {
        one(StatusCode::OK, json::<V>("The current version.").header("ETag", header("Identifies this version.")))
    }
}

impl<V: ToSchema> IntoResponses for Digested<V> {
    fn responses() -> Responses {
        one(StatusCode::OK, json::<V>("The current content.").header("ETag", header("Identifies this content.")))
    }
}

impl<V: ToSchema> IntoResponses for Created<V> {
    fn responses() -> Responses {
        let created = json::<V>("Created.")
            .header("Location", header("The address of the new resource."))
            .header("ETag", header("Identifies this version."));
        one(StatusCode::CREATED, created)
    }
}

impl<V: ToSchema> IntoResponses for List<V> {
    fn responses() -> Responses {
        // utoipa's name for a generic type.
        let name = format!("List_{}", V::name());
        let mut schemas = vec![(name.clone(), Self::schema()), (V::name().into_owned(), V::schema())];
        V::schemas(&mut schemas);
        one(StatusCode::OK, body("One page.", name, schemas))
    }
}

impl IntoResponses for NoContent {
    fn responses() -> Responses {
        one(StatusCode::NO_CONTENT, ResponseBuilder::new().description("Done; the response has no content."))
    }
}

impl IntoResponses for Accepted {
    fn responses() -> Responses {
        one(StatusCode::ACCEPTED, ResponseBuilder::new().description("Accepted; the response has no content."))
    }
}

impl<R: IntoResponses> IntoResponses for WithMap<R> {
    fn responses() -> Responses {
        with_header::<R>("Map-ETag", "ETag of the map after this change. Absent from a replayed response.")
    }
}

impl<R: IntoResponses> IntoResponses for Localized<R> {
    fn responses() -> Responses {
        with_header::<R>("Content-Language", "The language of the texts.")
    }
}

/// A response header.
pub(crate) fn header(description: &str) -> Header {
    let text = ObjectBuilder::new().schema_type(Type::String);
    HeaderBuilder::new().description(Some(description)).schema(Some(text)).build()
}

/// Removes the carried schemas from a response and returns them by name.
pub(crate) fn take_schemas(response: &mut Response) -> impl Iterator<Item = (String, RefOr<Schema>)> + use<> {
    let carried = match response.content.shift_remove(SCHEMAS) {
        Some(RefOr::T(Content { schema: Some(RefOr::T(Schema::Object(named))), .. })) => Some(named.properties),
        _ => None,
    };
    carried.into_iter().flatten()
}

fn one(status: StatusCode, response: ResponseBuilder) -> Responses {
    [(status.as_str().to_owned(), response.build().into())].into()
}

fn json<V: ToSchema>(description: &str) -> ResponseBuilder {
    let mut schemas = vec![(V::name().into_owned(), V::schema())];
    V::schemas(&mut schemas);
    body(description, V::name(), schemas)
}

/// Builds a JSON response with the schema of this name. The response carries these schemas.
fn body(description: &str, name: impl AsRef<str>, schemas: Schemas) -> ResponseBuilder {
    let named = schemas.into_iter().fold(ObjectBuilder::new(), |all, (name, schema)| all.property(name, schema));
    ResponseBuilder::new()
        .description(description)
        .content("application/json", Content::new(Some(Ref::from_schema_name(name.as_ref()))))
        .content(SCHEMAS, Content::new(Some(named)))
}

fn with_header<R: IntoResponses>(name: &str, description: &str) -> Responses {
    let mut responses = R::responses();
    for response in responses.values_mut() {
        if let RefOr::T(response) = response {
            response.headers.insert(name.to_owned(), header(description).into());
        }
    }
    responses
}
