//! How resources register their operations.

use crate::response;
use actix_web::dev::HttpServiceFactory;
use actix_web::web;
use utoipa::openapi::OpenApi as Document;
use utoipa::openapi::path::{Operation, PathItem, Paths};
use utoipa::openapi::tag::Tag;
use utoipa::openapi::{RefOr, Response};
use utoipa_actix_web::OpenApiFactory;

/// Registers operations with the router and, if it is being generated, the document. Workers skip the document, which
/// is ten times the size of the router.
pub(crate) struct Routes<'a> {
    pub(crate) router: &'a mut web::ServiceConfig,
    pub(crate) document: Option<&'a mut Document>,
}

impl Routes<'_> {
    /// Describes the tag under which the document lists the operations that follow.
    pub(crate) fn tag(&mut self, name: &str, description: &str) -> &mut Self {
        if let Some(document) = &mut self.document {
            let tag = Tag::builder().name(name).description(Some(description)).build();
            document.tags.get_or_insert_default().push(tag);
        }
        self
    }

    pub(crate) fn service(&mut self, operation: impl HttpServiceFactory + OpenApiFactory + 'static) -> &mut Self {
        if let Some(document) = &mut self.document {
            let (mut paths, mut schemas) = (operation.paths(), Vec::new());
            operation.schemas(&mut schemas);
            schemas.extend(responses_mut(&mut paths).flat_map(response::take_schemas));
            document.paths.merge(paths);
            let known = &mut document.components.get_or_insert_default().schemas;
            for (name, schema) in schemas {
                let same = known.get(&name).is_none_or(|known| *known == schema);
                debug_assert!(same, "two types have the schema name {name}: give one another with `#[schema(as = …)]`");
                known.insert(name, schema);
            }
        }
        self.router.service(operation);
        self
    }
}

/// The operations of a path.
pub(crate) fn operations_mut(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut item.get, &mut item.put, &mut item.post, &mut item.delete, &mut item.patch].into_iter().flatten()
}

/// The responses that paths describe inline.
fn responses_mut(paths: &mut Paths) -> impl Iterator<Item = &mut Response> {
    let answers = paths.paths.values_mut().flat_map(operations_mut);
    answers.flat_map(|operation| operation.responses.responses.values_mut()).filter_map(|answer| match answer {
        RefOr::T(answer) => Some(answer),
        RefOr::Ref(_) => None,
    })
}
