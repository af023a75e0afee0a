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

/// An answer up to this size is not counted: it is written at once, or costs no more than the connection itself.
const SMALL: u64 = 16 * 1024;

/// How many answers may be ready and not taken yet.
#[derive(Clone, Copy, Debug)]
pub struct ResponseSettings {
    /// Of one session.
    pub per_session: u32,
    /// Of one address, by clients without a session.
    pub per_address: u32,
    /// Of one process.
    pub per_process: u32,
}

impl Default for ResponseSettings {
    fn default() -> Self {
        Self { per_session: 32, per_address: 100, per_process: 1000 }
    }
}

/// The large answers that are ready and not taken yet.
#[derive(Clone, Debug)]
pub(crate) struct OpenResponses {
    settings: ResponseSettings,
    places: Slots<Reader>,
}

/// Who is to take an answer: a session, so that those behind one address do not share; else the network.
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
    /// None open yet.
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

/// Refuses who does not take the answers there are.
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
        // What is done cannot be refused any more.
        Err(_) => {}
    }
    Ok(response)
}

/// Streams of events have bounds of their own.
fn is_events(headers: &HeaderMap) -> bool {
    headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/event-stream"))
}

/// What an answer holds until its last byte is written.
#[derive(Default)]
struct Held(Vec<Box<dyn Any>>);

/// Keeps this until the last byte of the answer is written, or the connection is gone.
pub(crate) fn hold(request: &HttpRequest, thing: Box<dyn Any>) {
    let mut extensions = request.extensions_mut();
    match extensions.get_mut::<Held>() {
        Some(held) => held.0.push(thing),
        None => drop(extensions.insert(Held(vec![thing]))),
    }
}

/// Ties a request and its answer to their connection.
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

/// The body of an answer, and what it holds.
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
