use super::dto::ChangeView;
use crate::auth::Bearer;
use crate::event_stream::{EventId, EventStream, LastEventId, Source};
use crate::middleware::HeadersOnly;
use crate::problem::Problem;
use crate::service::Readiness;
use crate::sse_limits::EventStreams;
use actix_web::web::{Bytes, Data};
use actix_web::{HttpResponse, get};
use domain::events::{Bookmark, Feed, FeedUpdate, NextPoll};
use domain::{Caller, Ports};
use std::fmt::Write;
use std::time::Duration;

/// How long changes are gathered after the first: drawing on a map causes many.
const GATHER: Duration = Duration::from_millis(50);
/// How long to wait for a transaction that holds up events: at first, and at most.
const HELD_UP: (Duration, Duration) = (Duration::from_millis(20), Duration::from_secs(1));

/// Streams changes of everything you may see: for a coach the caseload without private maps, for a client their own
/// record, for an integration the clients who consented.
///
/// Server-sent events about the organisation of the session. A `change` event carries a `ChangeEvent` that names what
/// to read again; changes of one map in quick succession may be merged into the last one. `reset` means: read
/// everything you show again. The stream begins with `reset`, unless `Last-Event-ID` is the id of your last event: then
/// all changes since follow, or `reset` if they are unknown, too many, or what you may see has changed. What you may no
/// longer see is reported only as `client-removed` or `map-removed`. Of several changes at once only the last has an `id`:
/// store an id after all events before it. Comments are heartbeats; their `id` marks a point before which there are no
/// more changes. At most 10,000 clients and maps are followed.
///
/// `end` means that your session, membership or roles have ended: do not reconnect. If the stream ends without it,
/// reconnect with `Last-Event-ID`. Read the stream with `fetch`: `EventSource` in browsers cannot send `Authorization`.
/// With HTTP/1.1 a browser has six connections for all its tabs: share one stream between them.
#[utoipa::path(
    tag = "events",
    operation_id = "followChanges",
    params(
        ("Last-Event-ID" = Option<String>, Header,
            pattern = r"^([0-9]{1,18}\.[0-9]{1,18}\.[0-9a-f]{16}\.[0-9]{1,18})?$",
            description = "The id of the last event you received. Empty means none."),
        ("after" = Option<String>, Query,
            pattern = r"^([0-9]{1,18}\.[0-9]{1,18}\.[0-9a-f]{16}\.[0-9]{1,18})?$",
            description = "The same, for clients that cannot set the header, which wins."),
    ),
    responses((status = 200, description = "The stream. The schema is that of the data of a `change`.", body = ChangeView, content_type = "text/event-stream")),
)]
#[get("/v1/events")]
pub(super) async fn follow_changes(
    ports: Data<Ports>,
    caller: Bearer,
    known: LastEventId<Bookmark>,
    streams: Data<EventStreams>,
    readiness: Data<Readiness>,
    headers_only: HeadersOnly,
) -> Result<HttpResponse, Problem> {
    EventStream::open(headers_only, &streams, readiness, ports, caller, async |ports, caller| {
        let feed = Feed::open(ports, caller, known.0).await?;
        Ok(Followed { feed, next_poll: NextPoll::WhenNotified, pause: HELD_UP.0 })
    })
    .await
}

impl EventId for Bookmark {
    fn of(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

/// What a user follows, and when to look again.
struct Followed {
    feed: Feed,
    next_poll: NextPoll,
    pause: Duration,
}

impl Source for Followed {
    async fn changed(&mut self) {
        match self.next_poll {
            NextPoll::Immediately => {}
            NextPoll::Shortly => tokio::select! {
                () = self.feed.changed() => {}
                () = tokio::time::sleep(self.pause) => {}
            },
            NextPoll::WhenNotified => {
                self.feed.changed().await;
                tokio::time::sleep(GATHER).await;
            }
        }
    }

    async fn look(self, ports: &Ports, caller: &Caller) -> domain::Result<(Self, Option<Bytes>)> {
        let (feed, update, next_poll) = self.feed.poll(ports, caller).await?;
        let (first, longest) = HELD_UP;
        let pause = if next_poll == NextPoll::Shortly { (self.pause * 2).min(longest) } else { first };
        let followed = Self { feed, next_poll, pause };
        let told = followed.tell(update);
        Ok((followed, told))
    }

    fn heartbeat(&self) -> Bytes {
        Bytes::from(format!(": \n{}\n", self.id()))
    }
}

impl Followed {
    /// The line that says where the reader is.
    fn id(&self) -> String {
        self.feed.bookmark().map(|bookmark| format!("id: {bookmark}\n")).unwrap_or_default()
    }

    fn tell(&self, update: FeedUpdate) -> Option<Bytes> {
        let changes = match update {
            FeedUpdate::None => return None,
            FeedUpdate::Reset => return Some(Bytes::from(format!("event: reset\n{}data: {{}}\n\n", self.id()))),
            FeedUpdate::Changes(changes) => changes,
        };
        let mut text = String::new();
        let last = changes.len() - 1;
        for (at, change) in changes.into_iter().enumerate() {
            // Only the last has the id: who got some of them gets all of them again.
            let id = if at == last { self.id() } else { String::new() };
            // Serialising these members, and writing to a string, cannot fail.
            let data = serde_json::to_string(&ChangeView::from(change)).unwrap_or_default();
            let _ = write!(text, "event: change\n{id}data: {data}\n\n");
        }
        Some(text.into())
    }
}
