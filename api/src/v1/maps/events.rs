use super::dto::MapChangeView;
use crate::auth::Bearer;
use crate::event_stream::{EventId, EventStream, LastEventId, Source, answer};
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
    known: LastEventId<KnownVersion>,
    streams: Data<EventStreams>,
    readiness: Data<Readiness>,
    headers_only: HeadersOnly,
) -> Result<HttpResponse, Problem> {
    if headers_only.0 {
        streams.has_room(caller.0.user)?;
        maps::last_change(&ports, &caller.0, id.0, None).await?;
        return Ok(answer().finish());
    }
    EventStream::open(&streams, readiness, ports, caller, async |ports, caller| {
        let following = maps::follow(ports, caller, id.0).await?;
        Ok(Followed { map: id.0, following, told: known.0.map(|known| known.0) })
    })
    .await
}

/// The version the caller knows.
pub(super) struct KnownVersion(Version);

impl EventId for KnownVersion {
    /// A version by itself or as an entity tag, of whatever encoding.
    fn of(id: &str) -> Option<Self> {
        let version = match id.strip_prefix("W/").unwrap_or(id).strip_prefix('"') {
            Some(tag) => tag.strip_suffix('"')?.split(['-', ';']).next()?,
            None => id,
        };
        // Of digits only: a number may have a sign.
        version.bytes().all(|byte| byte.is_ascii_digit()).then(|| version.parse().ok().map(Self))?
    }
}

/// A map that is followed, and the version of it that was told.
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
    // Serialising these members cannot fail.
    let data = serde_json::to_string(&MapChangeView::from(change)).unwrap_or_default();
    Bytes::from(format!("event: change\nid: {version}\ndata: {data}\n\n"))
}
