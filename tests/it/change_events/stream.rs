//! The stream of a user, as a reader of it sees it.

use crate::support::document_conformance;
use crate::support::{Client, EventStream};
use serde_json::Value;

/// What a stream says.
#[derive(Debug, PartialEq)]
pub(super) enum Said {
    Reset,
    /// The kind, and on which map.
    Change(String, Option<String>),
    Heartbeat,
    End,
    Closed,
}

/// The stream of a user.
pub(super) struct Stream {
    events: EventStream,
    /// Of the last change.
    pub(super) data: Value,
    /// The last event id.
    pub(super) id: String,
}

impl Stream {
    /// A stream from now on.
    pub(super) async fn open(by: &Client) -> Self {
        let mut stream = Self::since(by, "").await;
        assert_eq!(stream.event().await, Said::Reset);
        stream
    }

    pub(super) async fn since(by: &Client, id: &str) -> Self {
        let events = EventStream::open(&by.with("last-event-id", id), "/v1/events").await;
        Self { events, data: Value::Null, id: id.to_owned() }
    }

    pub(super) async fn piece(&mut self) -> Said {
        let Some(piece) = self.events.piece().await else { return Said::Closed };
        if let Some(id) = piece.iter().find_map(|line| line.strip_prefix("id: ")) {
            self.id = id.to_owned();
        }
        match piece[0].as_str() {
            ": " => Said::Heartbeat,
            "event: end" => Said::End,
            "event: reset" => Said::Reset,
            "event: change" => {
                self.data = serde_json::from_str(piece.last().unwrap().strip_prefix("data: ").unwrap()).unwrap();
                document_conformance::check_data("/v1/events", &self.data);
                let word = |name: &str| self.data[name].as_str().map(str::to_owned);
                Said::Change(word("kind").unwrap(), word("mapId"))
            }
            other => panic!("{other}"),
        }
    }

    /// The next event.
    pub(super) async fn event(&mut self) -> Said {
        loop {
            let said = self.piece().await;
            if said != Said::Heartbeat {
                return said;
            }
        }
    }

    /// Fails unless this is the next event.
    pub(super) async fn expect(&mut self, kind: &str, map: Option<&str>) {
        assert_eq!(self.event().await, Said::Change(kind.to_owned(), map.map(str::to_owned)), "{}", self.data);
    }
}
