//! Every route, each registered once: the router and the OpenAPI document are made of the same list.

use crate::auth::{Throttle, Tokens};
use crate::client_address::TrustedProxies;
use crate::config::Origin;
#[cfg(feature = "server")]
use crate::connections::Connections;
use crate::export_queue::ExportQueue;
use crate::openapi::Base;
use crate::pictures::Renderer;
use crate::public_url::PublicUrl;
use crate::service::{self, Readiness, StaticFile};
use crate::spool::Spools;
use crate::sse_limits::EventStreams;
use crate::v1::{Imports, MapCache};
use crate::{middleware, oauth2, v1, well_known};
use actix_web::body::MessageBody;
use actix_web::dev::{HttpServiceFactory, ResourceDef, ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::from_fn;
use actix_web::web::{self, Data};
use actix_web::{App as Actix, Error};
use domain::Ports;
use std::fmt;
use std::sync::{Arc, OnceLock};
use utoipa::OpenApi;
use utoipa::openapi::OpenApi as Document;
use utoipa::openapi::path::PathItem;
use utoipa_actix_web::OpenApiFactory;

/// What the handlers share.
#[derive(Clone, Debug)]
pub(crate) struct App {
    /// The domain's ports.
    pub(crate) ports: Ports,
    /// The access tokens.
    pub(crate) tokens: Data<Tokens>,
    /// How often a log-in may be tried.
    pub(crate) throttle: Data<Throttle>,
    /// The proxies whose word for the client's address is taken.
    pub(crate) trusted_proxies: TrustedProxies,
    /// Whether the service still takes new requests.
    pub(crate) readiness: Readiness,
    /// Origins of front ends in a browser.
    pub(crate) cors_origins: Vec<Origin>,
    /// The address of the service as clients see it.
    pub(crate) public_url: PublicUrl,
    /// How many requests a session, or an address without one, may make.
    pub(crate) limiter: middleware::Limiter,
    /// The maps shown of late.
    pub(crate) rendered: Data<MapCache>,
    /// Makes the pictures.
    pub(crate) studio: Data<Renderer>,
    /// Where exports wait for who reads them.
    pub(crate) spools: Data<Spools>,
    /// How long a request may take.
    pub(crate) deadlines: middleware::Deadlines,
    /// The imports of whole clients under way.
    pub(crate) imports: Imports,
    /// The connections of clients.
    #[cfg(feature = "server")]
    pub(crate) connections: Connections,
    /// The answers that are not taken yet.
    pub(crate) answers: middleware::OpenResponses,
    /// Exports and imports.
    pub(crate) heavy: Data<ExportQueue>,
    /// The event streams.
    pub(crate) streams: EventStreams,
    /// The API as it describes itself, once for all workers.
    pub(crate) described: Data<Described>,
}

/// The OpenAPI document as served, and the methods of each path. Made when it is first asked for: most processes never are,
/// and it takes more memory to make than the rest of a process at rest.
#[derive(Default)]
pub(crate) struct Described {
    made: OnceLock<Made>,
    /// Where the service is, for the document's `servers`.
    at: PublicUrl,
}

struct Made {
    document: Arc<StaticFile>,
    methods: Vec<(ResourceDef, String)>,
}

impl fmt::Debug for Described {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Described({:?})", self.made.get().map(|made| &made.document))
    }
}

impl Described {
    /// For a service at this address.
    #[must_use]
    pub(crate) fn at(at: PublicUrl) -> Self {
        Self { made: OnceLock::new(), at }
    }

    fn made(&self) -> &Made {
        self.made.get_or_init(|| {
            let mut document = crate::openapi::document();
            for server in document.servers.iter_mut().flatten() {
                server.url = self.at.path(&server.url).into_owned();
            }
            let json = document.to_json().unwrap_or_default();
            let paths = document.paths.paths.iter();
            let methods = paths.map(|(path, item)| (ResourceDef::new(path.as_str()), allowed(item))).collect();
            Made { document: Arc::new(StaticFile::new("application/json", "public, max-age=300", json)), methods }
        })
    }

    /// The document.
    pub(crate) fn document(&self) -> Arc<StaticFile> {
        Arc::clone(&self.made().document)
    }

    /// The methods of this path, as `Allow` has them; none if there is no such path.
    pub(crate) fn methods(&self, path: &str) -> Option<&str> {
        // A path in full words comes before one with a parameter.
        let matching = self.made().methods.iter().filter(|(pattern, _)| pattern.is_match(path));
        matching.min_by_key(|(pattern, _)| pattern.pattern().is_some_and(|p| p.contains('{'))).map(|(_, m)| m.as_str())
    }
}

fn allowed(item: &PathItem) -> String {
    let methods = [
        (Method::GET, &item.get),
        (Method::HEAD, &item.get),
        (Method::PUT, &item.put),
        (Method::POST, &item.post),
        (Method::DELETE, &item.delete),
        (Method::PATCH, &item.patch),
    ];
    let names: Vec<_> =
        methods.iter().filter(|(_, operation)| operation.is_some()).map(|(name, _)| name.as_str()).collect();
    names.join(", ")
}

/// Where a resource registers its operations: with the router, and with the document when that is being made. Workers
/// do without the document, which is ten times the router's size.
pub(crate) struct Routes<'a> {
    router: &'a mut web::ServiceConfig,
    document: Option<&'a mut Document>,
}

impl Routes<'_> {
    pub(crate) fn service(&mut self, operation: impl HttpServiceFactory + OpenApiFactory + 'static) -> &mut Self {
        if let Some(document) = &mut self.document {
            document.paths.merge(operation.paths());
            let mut schemas = Vec::new();
            operation.schemas(&mut schemas);
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

fn configure(routes: &mut Routes<'_>) {
    v1::configure(routes);
    oauth2::configure(routes);
    well_known::configure(routes);
    service::configure(routes);
}

pub(crate) fn describe() -> Document {
    let mut document = Base::openapi();
    let describe = |router: &mut web::ServiceConfig| configure(&mut Routes { router, document: Some(&mut document) });
    drop(Actix::new().configure(describe));
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
    let router = Actix::new().configure(|router| configure(&mut Routes { router, document: None }));
    let (ids, limiter, answers, deadlines) = (app.ports.ids.clone(), app.limiter, app.answers, app.deadlines);
    router
        .app_data(Data::new(app.ports))
        .app_data(app.tokens)
        .app_data(app.throttle)
        .app_data(Data::new(app.trusted_proxies))
        .app_data(Data::new(app.readiness))
        .app_data(app.rendered)
        .app_data(app.studio)
        .app_data(app.heavy)
        .app_data(app.spools)
        .app_data(Data::new(app.streams))
        .app_data(app.described)
        .app_data(Data::new(app.public_url))
        .app_data(Data::new(app.deadlines))
        .app_data(Data::new(app.imports))
        // The framework's own limit would call a larger body malformed; `middleware::buffer` has ours.
        .app_data(web::PayloadConfig::new(usize::MAX))
        .default_service(web::to(middleware::fallback))
        // The last is the outermost.
        .wrap(from_fn(move |request, next| middleware::detach(deadlines, request, next)))
        .wrap(from_fn(move |request, next| middleware::buffer(deadlines.receive, request, next)))
        .wrap(from_fn(middleware::compress))
        .wrap(from_fn(middleware::method))
        .wrap(from_fn(move |request, next| middleware::limit(limiter.clone(), request, next)))
        .wrap(from_fn(move |request, next| middleware::bound_answers(answers.clone(), request, next)))
        .wrap(from_fn(middleware::render))
        .wrap(middleware::cors(&app.cors_origins))
        .wrap(from_fn(middleware::preflight))
        .wrap(from_fn(middleware::headers))
        .wrap(from_fn(middleware::observe))
        .wrap(from_fn(move |request, next| middleware::identify(Arc::clone(&ids), request, next)))
        .wrap(from_fn(middleware::follow))
        .wrap(from_fn(middleware::frame))
}
