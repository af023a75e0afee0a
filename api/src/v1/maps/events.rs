use super::dto::MapChangeView;
use crate::auth::Bearer;
use crate::event_stream::{EventId, EventStream, LastEventId, Source};
use crate::extract::Id;
use crate::middleware::HeadersOnly;
use crate::problem::Problem;
use crate::service::Readiness;
use crate::sse_limits::EventStreams;
use actix_web::web::{Bytes, Data};
use actix_web::{HttpResponse, get};
use domain::maps::LastChange;
use domain::ports::Following;
use domain::{Caller, MapId, Ports, Version, maps};

/// Streams the changes of a map by all users, as they happen.
///
/// Server-sent events. A `change` event has the map's version as its id and carries a `MapChange`: the version, who
/// made the change and the id of the request, not what changed: read the map. Recognise your own changes by the
/// `X-Request-Id` of your request. The first event comes at once with the current version, unless `Last-Event-ID` is
/// that version. Changes in quick succession may be merged into the last one. Comments are heartbeats. `end` means that
/// you may no longer follow the map, or that it was removed: do not reconnect. If the stream ends without it, reconnect
/// with `Last-Event-ID`.
///
/// Read the stream with `fetch`: `EventSource` in browsers cannot send `Authorization`, and tokens must stay out of
/// URLs.
#[utoipa::path(
    tag = "maps",
    operation_id = "followMap",
    params(
        ("Last-Event-ID" = Option<String>, Header, pattern = r#"^([0-9]{1,18}|(W/)?"[0-9]{1,18}(-[a-z]+)?")?$"#,
            description = "The version you have: the id of the last event, or the map's `ETag`. Empty means none."),
        ("after" = Option<String>, Query, pattern = r#"^([0-9]{1,18}|(W/)?"[0-9]{1,18}(-[a-z]+)?")?$"#,
            description = "The same, for clients that cannot set the header, which wins."),
    ),
    responses((status = 200, description = "The stream. The schema is that of the data of a `change`.", body = MapChangeView, content_type = "text/event-stream")),
)]
#[get("/v1/maps/{mapId}/events")]
pub(super) async fn follow_map(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<MapId>,
    known: LastEventId<KnownVersion>,
    streams: Data<EventStreams>,
    readiness: Data<Readiness>,
    headers_only: HeadersOnly,
) -> Result<HttpResponse, Problem> {
    EventStream::open(headers_only, &streams, readiness, ports, caller, async |ports, caller| {
        let following = maps::follow(ports, caller, id.0).await?;
        Ok(Followed { map: id.0, following, told: known.0.map(|known| known.0) })
    })
    .await
}

/// The version of the map that the client has.
pub(super) struct KnownVersion(Version);

impl EventId for KnownVersion {
    /// Parses a version, plain or as an entity tag with any content coding.
    fn of(id: &str) -> Option<Self> {
        let version = match id.strip_prefix("W/").unwrap_or(id).strip_prefix('"') {
            Some(tag) => tag.strip_suffix('"')?.split(['-', ';']).next()?,
            None => id,
        };
        // Only digits, because the number parser also accepts a sign.
        version.bytes().all(|byte| byte.is_ascii_digit()).then(|| version.parse().ok().map(Self))?
    }
}

/// A followed map, and the version last sent.
struct Followed {
    map: MapId,
    following: Box<dyn Following>,
    told: Option<Version>,
}

impl Source for Followed {
    async fn changed(&mut self) {
        self.following.changed().await;
    }

    async fn look(self, ports: &Ports, caller: &Caller) -> domain::Result<(Self, Option<Bytes>)> {
        let change = maps::last_change(ports, caller, self.map, self.told).await?;
        let told = change.as_ref().map(|change| change.version).or(self.told);
        Ok((Self { told, ..self }, change.map(tell)))
    }
}

fn tell(change: LastChange) -> Bytes {
    let version = change.version;
    // Serialization of these members cannot fail.
    let data = serde_json::to_string(&MapChangeView::from(change)).unwrap_or_default();
    Bytes::from(format!("event: change\nid: {version}\ndata: {data}\n\n"))
}
