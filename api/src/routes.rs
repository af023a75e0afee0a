//! Registers every route once, with both the router and the OpenAPI document.

use crate::auth::{Throttle, Tokens};
use crate::client_address::TrustedProxies;
use crate::config::Origin;
#[cfg(feature = "server")]
use crate::connections::Connections;
use crate::described::Described;
use crate::export_queue::ExportQueue;
use crate::front_end::ServedFrontEnd;
use crate::oauth2::{self, KeySets};
use crate::openapi;
use crate::openid::OpenId;
use crate::pictures::Renderer;
use crate::public_url::PublicUrl;
use crate::refresh_cookie::CookieOrigins;
use crate::routing::Routes;
use crate::service::{self, Readiness};
use crate::spool::Spools;
use crate::sse_limits::EventStreams;
use crate::v1::{Imports, MapCache};
use crate::{demo_log_ins, front_end, middleware, scim, v1, well_known};
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::from_fn;
use actix_web::web::{self, Data};
use actix_web::{App as Actix, Error};
use domain::Ports;
use std::sync::Arc;
use utoipa::openapi::OpenApi as Document;

/// State that the handlers share.
#[derive(Clone, Debug)]
pub(crate) struct App {
    /// The domain's ports.
    pub(crate) ports: Ports,
    /// The access tokens.
    pub(crate) tokens: Data<Tokens>,
    /// Key sets of integrations.
    pub(crate) key_sets: Data<KeySets>,
    /// Identity providers of organisations.
    pub(crate) open_id: Data<OpenId>,
    /// Limits failed log-ins.
    pub(crate) throttle: Data<Throttle>,
    /// The proxies trusted to report the client's address.
    pub(crate) trusted_proxies: TrustedProxies,
    /// Whether the service still takes new requests.
    pub(crate) readiness: Readiness,
    /// Origins of front ends in a browser.
    pub(crate) cors_origins: Vec<Origin>,
    /// How the reference front end is served.
    pub(crate) served_front_end: ServedFrontEnd,
    /// The address of the service as clients see it.
    pub(crate) public_url: PublicUrl,
    /// Limits the requests of a session, or of an address without one.
    pub(crate) limiter: middleware::Limiter,
    /// Recently rendered maps.
    pub(crate) rendered: Data<MapCache>,
    /// Draws pictures.
    pub(crate) studio: Data<Renderer>,
    /// Buffers of exports that clients are reading.
    pub(crate) spools: Data<Spools>,
    /// How long a request may take.
    pub(crate) deadlines: middleware::Deadlines,
    /// Imports of whole clients in progress.
    pub(crate) imports: Imports,
    /// The connections of clients.
    #[cfg(feature = "server")]
    pub(crate) connections: Connections,
    /// Responses that clients have not read yet.
    pub(crate) answers: middleware::OpenResponses,
    /// Queue of exports and imports.
    pub(crate) heavy: Data<ExportQueue>,
    /// The event streams.
    pub(crate) streams: EventStreams,
    /// The OpenAPI document, shared by all workers.
    pub(crate) described: Data<Described>,
}

fn configure(routes: &mut Routes<'_>) {
    v1::configure(routes);
    oauth2::configure(routes);
    scim::configure(routes);
    well_known::configure(routes);
    service::configure(routes);
}

impl Described {
    /// The document of these routes, for a service at this address.
    #[must_use]
    pub(crate) fn at(at: PublicUrl) -> Self {
        Self::new(document, at)
    }
}

impl Default for Described {
    fn default() -> Self {
        Self::at(PublicUrl::default())
    }
}

/// Generates the OpenAPI document from the routes, without a database.
#[must_use]
pub fn document() -> Document {
    let mut document = openapi::base();
    let describe = |router: &mut web::ServiceConfig| configure(&mut Routes { router, document: Some(&mut document) });
    drop(Actix::new().configure(describe));
    openapi::complete(&mut document);
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
    let router = match app.served_front_end {
        ServedFrontEnd::No => router,
        ServedFrontEnd::Yes => router.configure(front_end::configure),
        ServedFrontEnd::Demo => router.configure(front_end::configure).configure(demo_log_ins::configure),
    };
    let (ids, limiter, answers, deadlines) = (app.ports.ids.clone(), app.limiter, app.answers, app.deadlines);
    router
        .app_data(Data::new(app.ports))
        .app_data(app.tokens)
        .app_data(app.key_sets)
        .app_data(app.open_id)
        .app_data(app.throttle)
        .app_data(Data::new(app.trusted_proxies))
        .app_data(Data::new(CookieOrigins::new(&app.cors_origins, &app.public_url)))
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
        // The framework's own limit would report a larger body as malformed; `middleware::buffer` applies ours.
        .app_data(web::PayloadConfig::new(usize::MAX))
        .default_service(web::to(middleware::fallback))
        // The last middleware is the outermost.
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
