//! Every route, each registered once: the router and the OpenAPI document are made of the same list.

use crate::auth::Tokens;
use crate::openapi::Base;
use crate::{edge, v1};
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::from_fn;
use actix_web::web::{self, Data};
use actix_web::{App as Actix, Error};
use domain::Ports;
use std::fmt;
use std::sync::Arc;
use utoipa::OpenApi;
use utoipa::openapi::OpenApi as Document;
use utoipa::openapi::path::PathItem;
use utoipa_actix_web::AppExt;

/// What the handlers share.
#[derive(Clone, Debug)]
pub struct App {
    /// The domain's ports.
    pub ports: Ports,
    /// The access tokens.
    pub tokens: Data<Tokens>,
}

/// The paths of the API and their methods, for 405 and `Allow`.
#[derive(Clone)]
pub(crate) struct Methods(Arc<Vec<(actix_web::dev::ResourceDef, String)>>);

impl fmt::Debug for Methods {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Methods({} paths)", self.0.len())
    }
}

impl Methods {
    fn new(document: &Document) -> Self {
        let paths = document.paths.paths.iter();
        Self(Arc::new(
            paths.map(|(path, item)| (actix_web::dev::ResourceDef::new(path.as_str()), allowed(item))).collect(),
        ))
    }

    /// The methods of this path, as `Allow` has them; empty if there is no such path.
    pub(crate) fn of(&self, path: &str) -> String {
        self.0
            .iter()
            .find(|(pattern, _)| pattern.is_match(path))
            .map(|(_, methods)| methods.clone())
            .unwrap_or_default()
    }
}

fn allowed(item: &PathItem) -> String {
    let methods = [
        ("GET", &item.get),
        ("PUT", &item.put),
        ("POST", &item.post),
        ("DELETE", &item.delete),
        ("PATCH", &item.patch),
    ];
    let names: Vec<_> = methods.iter().filter(|(_, operation)| operation.is_some()).map(|(name, _)| *name).collect();
    names.join(", ")
}

pub(crate) fn describe() -> Document {
    let (_, document) =
        Actix::new().into_utoipa_app().openapi(Base::openapi()).configure(v1::configure).split_for_parts();
    document
}

/// The application, ready to serve.
pub(crate) fn application(
    app: App,
) -> Actix<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody + use<>>,
        Error = Error,
        InitError = (),
    > + use<>,
> {
    let (router, document) =
        Actix::new().into_utoipa_app().openapi(Base::openapi()).configure(v1::configure).split_for_parts();
    let identified = app.clone();
    router
        .app_data(Methods::new(&document))
        .app_data(Data::new(app.ports))
        .app_data(app.tokens)
        .default_service(web::to(edge::fallback))
        // The last is the outermost.
        .wrap(from_fn(edge::detach))
        .wrap(from_fn(edge::buffer))
        .wrap(from_fn(edge::render))
        .wrap(from_fn(edge::headers))
        .wrap(from_fn(move |request, next| edge::identify(identified.clone(), request, next)))
}
