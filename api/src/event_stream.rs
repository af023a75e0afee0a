//! Server-sent events: the format, the waiting and the end of a stream.

use crate::auth::Bearer;
use crate::middleware::HeadersOnly;
use crate::problem::{FieldProblem, Place as At, Problem};
use crate::service::Readiness;
use crate::sse_limits::{EventStreams, Slot};
use actix_web::web::{Bytes, Data, Query};
use actix_web::{Error, FromRequest, HttpRequest, HttpResponse, HttpResponseBuilder, dev::Payload};
use domain::{Caller, FieldCode, Ports};
use futures_util::{Stream, stream};
use std::future::{Ready, ready};
use std::time::Duration;

/// The source of a stream's events.
pub(crate) trait Source: Sized + 'static {
    /// Waits until there may be new events.
    async fn changed(&mut self);

    /// Reads new events as text, or `None`, after authorizing the caller again.
    async fn look(self, ports: &Ports, caller: &Caller) -> domain::Result<(Self, Option<Bytes>)>;

    /// Returns a comment that shows that the stream is alive.
    fn heartbeat(&self) -> Bytes {
        Bytes::from_static(b": \n\n")
    }
}

/// Returns the head of the response.
pub(crate) fn answer() -> HttpResponseBuilder {
    let mut answer = HttpResponse::Ok();
    answer.content_type("text/event-stream").insert_header(("x-accel-buffering", "no"));
    answer
}

/// An open stream of events.
///
/// It works only when the connection asks for the next piece, which it does when its buffer has room. So nothing
/// accumulates for a slow client, and many changes become one event.
pub(crate) struct EventStream<S> {
    /// `None` during a read.
    source: Option<S>,
    ports: Data<Ports>,
    caller: Caller,
    place: Slot,
    readiness: Data<Readiness>,
    heartbeat: Duration,
    begun: bool,
}

/// Why a stream reads.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Woken {
    ByChange,
    ByTime,
    ToStop,
}

const END: Bytes = Bytes::from_static(b"event: end\ndata: {}\n\n");

impl<S: Source> EventStream<S> {
    /// Takes a slot for a stream of the user, opens the source within the read limit, and responds. A request for the head
    /// alone takes no slot.
    pub(crate) async fn open(
        HeadersOnly(headers_only): HeadersOnly,
        streams: &EventStreams,
        readiness: Data<Readiness>,
        ports: Data<Ports>,
        Bearer(caller): Bearer,
        source: impl AsyncFnOnce(&Ports, &Caller) -> domain::Result<S>,
    ) -> Result<HttpResponse, Problem> {
        if headers_only {
            streams.has_room(caller.user)?;
            source(&ports, &caller).await?;
            return Ok(answer().finish());
        }
        let place = streams.enter(caller.user)?;
        let source = Some(place.in_turn(source(&ports, &caller)).await?);
        let heartbeat = streams.heartbeat();
        let events = Self { source, ports, caller, place, readiness, heartbeat, begun: false };
        Ok(answer().streaming(events.stream()))
    }

    fn stream(self) -> impl Stream<Item = Result<Bytes, Error>> {
        stream::unfold(Some(self), |events| async {
            let mut events = events?;
            let piece = events.next().await?;
            let goes_on = piece != END;
            Some((Ok(piece), goes_on.then_some(events)))
        })
    }

    /// Returns the next piece, or `None` at the end without an `end` event.
    ///
    /// That is when the service stops, or cannot determine whether the caller is still authorized.
    async fn next(&mut self) -> Option<Bytes> {
        loop {
            let woken = if self.begun { self.wait().await? } else { Woken::ByTime };
            self.begun = true;
            if woken == Woken::ToStop {
                return None;
            }
            match self.look().await? {
                Ok(Some(events)) => return Some(events),
                Ok(None) if woken == Woken::ByChange => {}
                Ok(None) => return self.source.as_ref().map(Source::heartbeat),
                Err(error) => return over(&error).then_some(END),
            }
        }
    }

    async fn wait(&mut self) -> Option<Woken> {
        let source = self.source.as_mut()?;
        Some(tokio::select! {
            () = source.changed() => Woken::ByChange,
            () = tokio::time::sleep(self.heartbeat) => Woken::ByTime,
            () = self.readiness.drained() => Woken::ToStop,
        })
    }

    /// Reads in its own task, as every unit of work: see `middleware::detach`.
    async fn look(&mut self) -> Option<domain::Result<Option<Bytes>>> {
        let (source, ports, caller) = (self.source.take()?, self.ports.clone(), self.caller.clone());
        let look = async move {
            if ports.refusals.refuses(caller.session) {
                return Err(domain::Error::Unauthenticated);
            }
            source.look(&ports, &caller).await
        };
        let looked = self.place.in_turn(actix_web::rt::spawn(look)).await.ok()?;
        Some(looked.map(|(source, events)| {
            self.source = Some(source);
            events
        }))
    }
}

/// Returns whether the caller may no longer follow the source; other errors are temporary.
fn over(error: &domain::Error) -> bool {
    use domain::Error as E;
    matches!(
        error,
        E::Unauthenticated
            | E::SecondFactorRequired
            | E::ConfirmationRequired(_)
            | E::NoOrganisation
            | E::Forbidden
            | E::NotFound
    )
}

/// The id of an event.
pub(crate) trait EventId: Sized {
    /// Parses an id; `None` if the text is not one.
    fn of(text: &str) -> Option<Self>;
}

/// The id of the last event that the client received, from `Last-Event-ID`, or from `after` in the query; empty counts as absent.
pub(crate) struct LastEventId<T>(pub(crate) Option<T>);

impl<T: EventId> FromRequest for LastEventId<T> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let header = request.headers().get("last-event-id").filter(|value| !value.as_bytes().trim_ascii().is_empty());
        let in_query = || {
            let query = Query::<Vec<(String, String)>>::from_query(request.query_string()).ok()?;
            query.into_inner().into_iter().find(|(name, _)| name == "after")
        };
        let (at, name, text) = match header {
            Some(value) => (At::Header, "/Last-Event-ID", value.to_str().ok().map(str::to_owned)),
            None => (At::Query, "/after", Some(in_query().map(|(_, value)| value).unwrap_or_default())),
        };
        if text.as_ref().is_some_and(|text| text.trim().is_empty()) {
            return ready(Ok(Self(None)));
        }
        let refused = || Problem::invalid(vec![FieldProblem::new(at, name, FieldCode::Format)]);
        let known = text.as_deref().map(str::trim).and_then(T::of).ok_or_else(refused);
        ready(known.map(|known| Self(Some(known))))
    }
}
