//! A stream of server-sent events, as a reader of them sees it.

use super::app::{App, Db};
use super::client::Client;
use super::seed::World;
use api::StreamSettings;
use api::server::ServiceSettings;
use reqwest::{Method, Response};
use std::time::Duration;

/// The heartbeat of a test is half a second; this is long enough on a busy machine.
pub(crate) const TIMEOUT: Duration = Duration::from_secs(20);

/// Streams that do not poll while a test runs: they say only what they were notified of.
pub(crate) fn without_heartbeat(service: &mut ServiceSettings) {
    service.streams = StreamSettings { per_user: 3, per_process: 9, heartbeat: Duration::from_secs(3600) };
}

/// The application with such streams, and the world.
pub(crate) async fn notified_world(db: Db) -> (App, World) {
    App::with_world_and(db, without_heartbeat).await
}

/// An open stream.
#[derive(Debug)]
pub(crate) struct EventStream {
    response: Response,
    text: String,
}

impl EventStream {
    pub(crate) async fn open(by: &Client, path: &str) -> Self {
        let response = by.open(Method::GET, path, "").await;
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        assert_eq!(response.headers()["cache-control"], "no-store");
        assert_eq!(response.headers()["x-accel-buffering"], "no");
        Self { response, text: String::new() }
    }

    /// The lines of the next event or comment; none when the stream has ended.
    pub(crate) async fn piece(&mut self) -> Option<Vec<String>> {
        while !self.text.contains("\n\n") {
            match tokio::time::timeout(TIMEOUT, self.response.chunk()).await.unwrap().unwrap() {
                Some(bytes) => self.text.push_str(std::str::from_utf8(&bytes).unwrap()),
                None => return None,
            }
        }
        let rest = self.text.split_off(self.text.find("\n\n").unwrap() + 2);
        let piece = std::mem::replace(&mut self.text, rest);
        Some(piece.trim_end_matches('\n').split('\n').map(str::to_owned).collect())
    }
}
