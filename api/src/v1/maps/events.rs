use super::dto::MapChangeView;
use crate::auth::Bearer;
use crate::edge::HeadersOnly;
use crate::extract::Id;
use crate::problem::{FieldProblem, Place as At, Problem};
use crate::service::Readiness;
use crate::streams::{Place, Streams};
use actix_web::web::{Bytes, Data};
use actix_web::{Error, FromRequest, HttpRequest, HttpResponse, HttpResponseBuilder, dev::Payload, get};
use domain::maps::LastChange;
use domain::{Caller, FieldCode, Following, MapId, Ports, Version, maps};
use futures_util::{Stream, stream};
use std::future::{Ready, ready};
use std::time::Duration;

/// Follows a map: tells at once when anything on it changes, by whomever.
///
/// A stream of server-sent events. `change` has the map's version as its id and a `MapChange` as its data: the version, who made it and
/// with which request, and nothing of what changed: read the map. What you changed yourself you know by the `X-Request-Id` of your
/// request. The first comes at once and tells where the map is, unless `Last-Event-ID`
/// names that version. Changes in quick succession can come as one, which is then the last. Comments show that the stream lives. `end` comes
/// when you may not follow the map any more, or it is gone: do not open the stream again. A stream that ends without it
/// is to be opened again with `Last-Event-ID`.
///
/// `EventSource` in browsers cannot send `Authorization`, and tokens have no place in a URL: read the stream with
/// `fetch`.
#[utoipa::path(
    tag = "maps",
    operation_id = "followMap",
    params(
        ("mapId" = Uuid, Path),
        ("Last-Event-ID" = Option<String>, Header, pattern = r#"^([0-9]{1,18}|(W/)?"[0-9]{1,18}(-[a-z]+)?")?$"#,
            description = "The version you know: the id of the last event, or the map's `ETag`. Empty is none."),
    ),
    responses((status = 200, description = "The stream; the data of each `change`.", body = MapChangeView, content_type = "text/event-stream")),
)]
#[get("/v1/maps/{mapId}/events")]
pub(super) async fn follow_map(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<MapId>,
    known: LastEventId,
    streams: Data<Streams>,
    readiness: Data<Readiness>,
    headers_only: HeadersOnly,
) -> Result<HttpResponse, Problem> {
    if headers_only.0 {
        streams.has_room(caller.0.user)?;
        maps::last_change(&ports, &caller.0, id.0, None).await?;
        return Ok(answer().finish());
    }
    let place = streams.enter(caller.0.user)?;
    let following = place.in_turn(maps::follow(&ports, &caller.0, id.0)).await?;
    let whose = Followed { ports, caller: caller.0, map: id.0 };
    let events =
        Events { whose, following, place, readiness, heartbeat: streams.heartbeat(), told: known.0, begun: false };
    Ok(answer().streaming(events.stream()))
}

fn answer() -> HttpResponseBuilder {
    let mut answer = HttpResponse::Ok();
    answer.content_type("text/event-stream").insert_header(("x-accel-buffering", "no"));
    answer
}

/// The version the caller knows.
pub(super) struct LastEventId(Option<Version>);

impl FromRequest for LastEventId {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let Some(value) = request.headers().get("last-event-id") else { return ready(Ok(Self(None))) };
        let known = value.to_str().ok().and_then(known);
        let refused = || {
            let error = FieldProblem::new(At::Header, "/Last-Event-ID", FieldCode::Format);
            Problem::invalid(vec![error])
        };
        ready(known.map(Self).ok_or_else(refused))
    }
}

/// A version by itself or as an entity tag, of whatever encoding; none if it is empty.
fn known(id: &str) -> Option<Option<Version>> {
    let (id, tag) = (id.trim(), id.trim().strip_prefix("W/").unwrap_or(id.trim()));
    let version = match tag.strip_prefix('"') {
        Some(tag) => tag.strip_suffix('"')?.split(['-', ';']).next()?,
        None if id.is_empty() => return Some(None),
        None => id,
    };
    // Of digits only: a number may have a sign.
    version.bytes().all(|byte| byte.is_ascii_digit()).then(|| version.parse().ok().map(Some))?
}

/// What is followed, and by whom.
#[derive(Clone)]
struct Followed {
    ports: Data<Ports>,
    caller: Caller,
    map: MapId,
}

/// An open stream. It does nothing unless the connection asks for the next piece, which it does when it has room:
/// for who reads slowly nothing piles up, and many changes become one event.
struct Events {
    whose: Followed,
    following: Box<dyn Following>,
    place: Place,
    readiness: Data<Readiness>,
    heartbeat: Duration,
    told: Option<Version>,
    begun: bool,
}

/// Why a stream looks at its map.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Woken {
    ByChange,
    ByTime,
    ToStop,
}

const HEARTBEAT: Bytes = Bytes::from_static(b": \n\n");
const END: Bytes = Bytes::from_static(b"event: end\ndata: {}\n\n");

impl Events {
    fn stream(self) -> impl Stream<Item = Result<Bytes, Error>> {
        stream::unfold(Some(self), |events| async {
            let mut events = events?;
            let piece = events.next().await?;
            let goes_on = piece != END;
            Some((Ok(piece), goes_on.then_some(events)))
        })
    }

    /// The next piece; none when the service stops, or cannot tell whether this caller still may follow.
    async fn next(&mut self) -> Option<Bytes> {
        loop {
            let woken = if self.begun { self.wait().await } else { Woken::ByTime };
            self.begun = true;
            if woken == Woken::ToStop {
                return None;
            }
            match self.look().await? {
                Ok(Some(change)) => {
                    self.told = Some(change.version);
                    return Some(tell(change));
                }
                Ok(None) if woken == Woken::ByChange => {}
                Ok(None) => return Some(HEARTBEAT),
                Err(error) => return over(&error).then_some(END),
            }
        }
    }

    async fn wait(&mut self) -> Woken {
        tokio::select! {
            () = self.following.changed() => Woken::ByChange,
            () = tokio::time::sleep(self.heartbeat) => Woken::ByTime,
            () = self.readiness.drained() => Woken::ToStop,
        }
    }

    /// In a task of its own, as every unit of work: see `edge::detach`.
    async fn look(&self) -> Option<domain::Result<Option<LastChange>>> {
        let (Followed { ports, caller, map }, told) = (self.whose.clone(), self.told);
        let look = async move {
            if ports.refusals.refuses(caller.session) {
                return Err(domain::Error::Unauthenticated);
            }
            maps::last_change(&ports, &caller, map, told).await
        };
        self.place.in_turn(actix_web::rt::spawn(look)).await.ok()
    }
}

fn tell(change: LastChange) -> Bytes {
    let version = change.version;
    // Serialising these members cannot fail.
    let data = serde_json::to_string(&MapChangeView::from(change)).unwrap_or_default();
    Bytes::from(format!("event: change\nid: {version}\ndata: {data}\n\n"))
}

/// Whether the map is not this caller's to follow any more; other errors pass.
fn over(error: &domain::Error) -> bool {
    use domain::Error as E;
    matches!(error, E::Unauthenticated | E::NoOrganisation | E::Forbidden | E::NotFound)
}
