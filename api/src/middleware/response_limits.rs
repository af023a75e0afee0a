use crate::auth::seen;
use crate::client_address::{ClientAddress, ClientNetwork};
use crate::connections::{UnderWay, Watch};
use crate::retry_after;
use crate::slots::{Bounds, Slots};
use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap};
use actix_web::middleware::Next;
use actix_web::web::Bytes;
use actix_web::{Error, HttpMessage, HttpRequest};
use domain::SessionId;
use std::any::Any;
use std::pin::Pin;
use std::task::{Context, Poll};

/// Maximum size in bytes of a response that is not counted.
///
/// Such a response is written at once, or costs no more than the connection itself.
const SMALL: u64 = 16 * 1024;

/// Maximum number of large responses that are ready but not yet fully sent.
#[derive(Clone, Copy, Debug)]
pub struct ResponseSettings {
    /// Maximum per session.
    pub per_session: u32,
    /// Maximum per address, for clients without a session.
    pub per_address: u32,
    /// Maximum per process.
    pub per_process: u32,
}

impl Default for ResponseSettings {
    fn default() -> Self {
        Self { per_session: 32, per_address: 100, per_process: 1000 }
    }
}

/// The large responses that are ready but not yet fully sent.
#[derive(Clone, Debug)]
pub(crate) struct OpenResponses {
    settings: ResponseSettings,
    places: Slots<Reader>,
}

/// The receiver of a response: a session, otherwise the client's network.
///
/// With sessions, users behind one address do not share a limit.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Reader {
    Session(SessionId),
    Network(ClientNetwork),
}

impl Reader {
    fn of(request: &HttpRequest) -> Self {
        match seen(request) {
            Ok(seen) => Self::Session(seen.session),
            Err(_) => Self::Network(ClientAddress::of(request).network()),
        }
    }
}

impl OpenResponses {
    /// Creates the limits, with no open responses.
    #[must_use]
    pub(crate) fn new(settings: ResponseSettings) -> Self {
        Self { settings, places: Slots::new("answers_open") }
    }

    fn bounds(&self, reader: &Reader) -> Bounds {
        let ResponseSettings { per_session, per_address, per_process } = self.settings;
        let each = match reader {
            Reader::Session(_) => per_session,
            Reader::Network(_) => per_address,
        };
        Bounds { each, all: per_process }
    }
}

/// Refuses requests of clients that do not read their earlier responses.
pub(crate) async fn bound_answers<B: MessageBody + 'static>(
    answers: OpenResponses,
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let reader = Reader::of(request.request());
    let bounds = answers.bounds(&reader);
    answers.places.has_room(&reader, bounds).map_err(|full| full.problem(retry_after::ANSWER))?;
    let is_safe = request.method().is_safe();
    let response = next.call(request).await?;
    let size = response.response().body().size();
    if matches!(size, BodySize::None) || matches!(size, BodySize::Sized(..=SMALL)) || is_events(response.headers()) {
        return Ok(response);
    }
    match answers.places.enter(Some(reader), bounds) {
        Ok(place) => hold(response.request(), Box::new(place)),
        Err(full) if is_safe => return Err(full.problem(retry_after::ANSWER).into()),
        // The request has changed data, so it is too late to refuse it.
        Err(_) => {}
    }
    Ok(response)
}

/// Returns whether the response is an event stream; those have their own limits.
fn is_events(headers: &HeaderMap) -> bool {
    headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/event-stream"))
}

/// Resources that a response keeps until its last byte is written.
#[derive(Default)]
struct Held(Vec<Box<dyn Any>>);

/// Keeps a resource until the last byte of the response is written, or the connection is closed.
pub(crate) fn hold(request: &HttpRequest, thing: Box<dyn Any>) {
    let mut extensions = request.extensions_mut();
    match extensions.get_mut::<Held>() {
        Some(held) => held.0.push(thing),
        None => drop(extensions.insert(Held(vec![thing]))),
    }
}

/// Links a request and its response to their connection.
pub(crate) async fn follow<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let watch = request.request().conn_data::<Watch>().cloned();
    let under_way = watch.as_ref().map(Watch::request);
    let response = next.call(request).await?;
    let held = response.request().extensions_mut().remove::<Held>().unwrap_or_default().0;
    let follow = |body: B| AnswerBody { body: body.boxed(), held, watch, _under_way: under_way };
    Ok(response.map_body(|_, body| follow(body).boxed()))
}

/// The body of a response, with the resources it keeps.
struct AnswerBody {
    body: BoxBody,
    held: Vec<Box<dyn Any>>,
    watch: Option<Watch>,
    _under_way: Option<UnderWay>,
}

impl MessageBody for AnswerBody {
    type Error = <BoxBody as MessageBody>::Error;

    fn size(&self) -> BodySize {
        self.body.size()
    }

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, Self::Error>>> {
        Pin::new(&mut self.body).poll_next(context)
    }
}

impl Drop for AnswerBody {
    fn drop(&mut self) {
        if let Some(watch) = &self.watch {
            self.held.drain(..).for_each(|thing| watch.hold(thing));
        }
    }
}
