//! `/v1/maps/{mapId}/events`: two people on one map are notified of each other's changes.

use crate::support::{
    App, Client, Db, EventStream, TIMEOUT, World, both_databases, count, notified_world, without_heartbeat,
};
use chrono::TimeDelta;
use reqwest::Method;
use rstest_reuse::apply;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// An open stream of events.
struct Stream {
    events: EventStream,
    /// Of the last change.
    data: Value,
}

/// What a stream says.
#[derive(Debug, PartialEq)]
enum Said {
    Change(i64),
    Heartbeat,
    End,
    /// Nothing more.
    Closed,
}

impl Stream {
    async fn open(by: &Client, map: &str) -> Self {
        Self { events: EventStream::open(by, &format!("{map}/events")).await, data: Value::Null }
    }

    async fn since(by: &Client, map: &str, version: impl ToString) -> Self {
        Self::open(&by.with("last-event-id", &version.to_string()), map).await
    }

    /// The next piece, heartbeats too.
    async fn piece(&mut self) -> Said {
        let Some(piece) = self.events.piece().await else { return Said::Closed };
        match piece.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            [": "] => Said::Heartbeat,
            ["event: end", "data: {}"] => Said::End,
            ["event: change", id, data] => {
                let version: i64 = id.strip_prefix("id: ").unwrap().parse().unwrap();
                self.data = serde_json::from_str(data.strip_prefix("data: ").unwrap()).unwrap();
                assert_eq!(self.data["version"], version);
                assert_eq!(self.data["etag"], format!("\"{version}\""));
                Said::Change(version)
            }
            ref other => panic!("{other:?}"),
        }
    }

    /// The next event.
    async fn event(&mut self) -> Said {
        loop {
            let said = self.piece().await;
            if said != Said::Heartbeat {
                return said;
            }
        }
    }
}

/// A new map of the client's.
async fn map(world: &World, private: bool) -> String {
    let maps = format!("/v1/clients/{}/maps", world.a.client_id);
    let body = json!({ "theme": "dementie", "private": private });
    world.a.client.post(&maps, body).await.expect(201).location()
}

async fn place(by: &Client, map: &str) {
    by.post(&format!("{map}/supporters"), json!({ "person": { "alias": "Anna" } })).await.expect(201);
}

async fn version(by: &Client, map: &str) -> i64 {
    by.get(map).await.expect(200).etag().trim_matches('"').parse().unwrap()
}

#[apply(both_databases)]
#[tokio::test]
async fn a_change_names_its_author_and_request(db: Db) {
    let (_app, world) = notified_world(db).await;
    let map = map(&world, false).await;
    let mut stream = Stream::open(&world.a.client, &map).await;
    stream.event().await;
    assert_eq!(stream.data["by"]["id"], world.a.client.user.to_string());
    let coach = &world.a.coach.with("x-request-id", "drag-7");
    let body = json!({ "person": { "alias": "Anna" } });
    let placed = coach.post(&format!("{map}/supporters"), body).await.expect(201);
    stream.event().await;
    let name = coach.get("/v1/me").await.expect(200)["name"].clone();
    assert_eq!(stream.data["by"], json!({ "id": world.a.coach.user, "name": name }));
    assert_eq!(
        (&stream.data["requestId"], &stream.data["etag"]),
        (&json!("drag-7"), &json!(placed.header("map-etag")))
    );
    // A change of a person notifies every map of theirs, and so does a saved map.
    for (path, body) in [
        (format!("/v1/persons/{}", placed["personId"].as_str().unwrap()), json!({ "alias": "Anne" })),
        (map.clone(), json!({ "theme": "herstel" })),
    ] {
        coach.with("x-request-id", "drag-8").patch(&path, "*", body).await.expect(200);
        stream.event().await;
        assert_eq!((&stream.data["requestId"], &stream.data["by"]["name"]), (&json!("drag-8"), &name), "{path}");
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn client_and_coach_are_notified_of_each_others_changes(db: Db) {
    let (_app, world) = notified_world(db).await;
    let map = map(&world, false).await;
    let (mut client, mut coach) = (Stream::open(&world.a.client, &map).await, Stream::open(&world.a.coach, &map).await);
    assert_eq!((client.event().await, coach.event().await), (Said::Change(1), Said::Change(1)));
    for _ in 0..5 {
        place(&world.a.coach, &map).await;
        let seen = version(&world.a.client, &map).await;
        assert_eq!((client.event().await, coach.event().await), (Said::Change(seen), Said::Change(seen)));
    }
    let tag = world.a.client.get(&map).await.expect(200).etag();
    world.a.client.patch(&map, &tag, json!({ "theme": "kanker" })).await.expect(200);
    let seen = version(&world.a.client, &map).await;
    assert_eq!((client.event().await, coach.event().await), (Said::Change(seen), Said::Change(seen)));
    // Another map's changes are not this one's.
    place(&world.a.coach, &format!("/v1/maps/{}", world.a.open.map)).await;
    place(&world.a.coach, &map).await;
    assert_eq!(client.piece().await, Said::Change(seen + 1));
}

#[apply(both_databases)]
#[tokio::test]
async fn every_way_to_change_a_map_is_notified(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (content, client) = (&world.a.open, &world.a.client);
    let map = format!("/v1/maps/{}", content.map);
    let mut stream = Stream::open(&world.a.coach, &map).await;
    stream.event().await;
    let changes = [
        (Method::PATCH, format!("/v1/persons/{}", content.person), json!({ "alias": "Anne" })),
        (Method::PATCH, format!("/v1/supporters/{}", content.supporter), json!({ "closeness": "outer" })),
        (Method::PATCH, format!("/v1/ties/{}", content.tie), json!({ "strength": 2 })),
        (Method::PATCH, format!("/v1/agreements/{}", content.agreement), json!({ "text": "Koken" })),
        (Method::PUT, format!("{map}/needs"), json!({ "needs": [] })),
        (Method::PUT, format!("{map}/content"), json!({ "supporters": [], "ties": [], "needs": [] })),
        (Method::PATCH, map.clone(), json!({ "theme": "kanker" })),
    ];
    for (method, path, body) in changes {
        let said = format!("{method} {path}");
        client.with("if-match", "*").send(method, &path, Some(body)).await.expect(200);
        assert_eq!(stream.event().await, Said::Change(version(client, &map).await), "{said}");
    }
    client.with("if-match", "*").send(Method::DELETE, &map, None).await.expect(204);
    assert_eq!((stream.event().await, stream.event().await), (Said::End, Said::Closed));
}

#[apply(both_databases)]
#[tokio::test]
async fn a_stream_resumes_where_it_ended(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let map = map(&world, false).await;
    place(&world.a.coach, &map).await;
    place(&world.a.coach, &map).await;
    let now = version(&world.a.client, &map).await;
    assert_eq!(Stream::since(&world.a.client, &map, 1).await.piece().await, Said::Change(now));
    let mut known = Stream::since(&world.a.client, &map, now).await;
    assert_eq!((known.piece().await, known.piece().await), (Said::Heartbeat, Said::Heartbeat));
    place(&world.a.coach, &map).await;
    assert_eq!(known.event().await, Said::Change(version(&world.a.client, &map).await));
    let now = version(&world.a.client, &map).await;
    // Two users, since each has few places.
    let known = [format!("\"{now}\""), format!("W/\"{now}\""), format!("\"{now}-gzip\"")];
    for (by, known) in [&world.a.coach, &world.a.coach, &world.a.client].into_iter().zip(known) {
        assert_eq!(Stream::since(by, &map, known).await.piece().await, Said::Heartbeat);
    }
    assert_eq!(Stream::since(&world.a.coach, &map, "").await.piece().await, Said::Change(now));
    for bad in ["x", "1.5", "-1", "+1", "*", "W/1", "\"1", "\"x\"", "\"-gzip\"", "1, 2", "99999999999999999999"] {
        let refused = world.a.client.with("last-event-id", bad).get(&format!("{map}/events")).await;
        assert_eq!(refused.problem(400, "invalid-request").errors(), ["/Last-Event-ID format"]);
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_stream_ends_when_access_ends(db: Db) {
    let (app, world) = App::with_world(db).await;
    let map = map(&world, false).await;
    let mut streams = Vec::new();
    let leaving = app.log_in(world.a.client.user, Some(world.a.id)).await;
    for by in [&world.a.coach, &leaving, &world.a.client] {
        let mut stream = Stream::open(by, &map).await;
        assert_eq!(stream.event().await, Said::Change(1));
        streams.push(stream);
    }
    world.end_assignment().await;
    assert_eq!((streams[0].event().await, streams[0].event().await), (Said::End, Said::Closed));
    leaving.send(Method::DELETE, "/v1/sessions/current", None).await.expect(204);
    assert_eq!((streams[1].event().await, streams[1].event().await), (Said::End, Said::Closed));
    assert_eq!(streams[2].piece().await, Said::Heartbeat);
    // All sessions of the world expire.
    app.clock.advance(TimeDelta::hours(13));
    assert_eq!((streams[2].event().await, streams[2].event().await), (Said::End, Said::Closed));
}

#[apply(both_databases)]
#[tokio::test]
async fn a_coachs_stream_ends_when_the_client_makes_the_map_private(db: Db) {
    let (_app, world) = notified_world(db).await;
    let map = map(&world, false).await;
    let (mut client, mut coach) = (Stream::open(&world.a.client, &map).await, Stream::open(&world.a.coach, &map).await);
    assert_eq!((client.event().await, coach.event().await), (Said::Change(1), Said::Change(1)));
    world.a.client.patch(&map, "\"1\"", json!({ "private": true })).await.expect(200);
    assert_eq!((client.event().await, coach.event().await), (Said::Change(2), Said::End));
    assert_eq!(coach.event().await, Said::Closed);
    world.a.coach.get(&format!("{map}/events")).await.problem(404, "not-found");
}

#[apply(both_databases)]
#[tokio::test]
async fn others_cannot_follow_a_map(db: Db) {
    let (app, world) = App::with_world(db).await;
    let a = &world.a;
    for (map, strangers) in [
        (&a.open, vec![&a.admin, &a.other_coach, &a.other_client, &world.b.client, &world.b.coach, &world.b.admin]),
        (&a.private, vec![&a.coach]),
    ] {
        let events = format!("/v1/maps/{}/events", map.map);
        for stranger in strangers {
            stranger.get(&events).await.problem(404, "not-found");
        }
        app.anonymous().get(&events).await.problem(401, "not-authenticated");
    }
    a.client.get(&format!("/v1/maps/{}/events", crate::support::id())).await.problem(404, "not-found");
    a.client.post(&format!("/v1/maps/{}/events", a.open.map), json!({})).await.problem(405, "method-not-allowed");
}

#[apply(both_databases)]
#[tokio::test]
async fn streams_are_limited_by_user_and_by_process(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let map = map(&world, false).await;
    let events = format!("{map}/events");
    let mut streams = Vec::new();
    for _ in 0..3 {
        streams.push(Stream::open(&world.a.client, &map).await);
    }
    let refused = world.a.client.get(&events).await.problem(429, "too-many-requests");
    assert_eq!(refused.header("retry-after"), "15");
    for _ in 0..2 {
        streams.push(Stream::open(&world.a.coach, &map).await);
    }
    streams.push(Stream::open(&world.b.coach, &format!("/v1/maps/{}", world.b.open.map)).await);
    let refused = world.a.coach.get(&events).await.problem(503, "unavailable");
    assert_eq!(refused.header("retry-after"), "15");
    // The service notices with the next heartbeat that a reader is gone.
    streams.remove(0);
    let started = Instant::now();
    while world.a.client.open(Method::GET, &events, "").await.status() != 200 {
        assert!(started.elapsed() < TIMEOUT);
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

#[tokio::test]
async fn two_processes_notify_each_other() {
    let (app, world) = notified_world(Db::Postgres).await;
    let beside = app.beside_with(without_heartbeat);
    let map = map(&world, false).await;
    let mut there = Stream::open(&world.a.client.at(&beside.base), &map).await;
    let mut here = Stream::open(&world.a.client, &map).await;
    assert_eq!((there.event().await, here.event().await), (Said::Change(1), Said::Change(1)));
    for nth in 0..10 {
        let coach = if nth % 2 == 0 { (*world.a.coach).clone() } else { world.a.coach.at(&beside.base) };
        place(&coach, &map).await;
        let seen = Said::Change(version(&world.a.client, &map).await);
        assert_eq!((there.event().await, here.event().await), (Said::Change(nth + 2), seen));
    }
}

/// Notifications that are missed while the listening connection is down are made up for.
#[tokio::test]
async fn a_process_listens_again_after_its_connection_was_closed() {
    let (app, world) = notified_world(Db::Postgres).await;
    let beside = app.beside_with(without_heartbeat);
    let map = map(&world, false).await;
    let mut there = Stream::open(&world.a.client.at(&beside.base), &map).await;
    assert_eq!(there.event().await, Said::Change(1));
    let listening = "pg_stat_activity where datname = current_database() and application_name = 'omringd events'";
    let broken = count(&app.raw, &format!("(select pg_terminate_backend(pid) from {listening}) ended")).await;
    // Of each process one that listens and one that reads.
    assert!(broken >= 2, "{broken}");
    place(&world.a.coach, &map).await;
    assert_eq!(there.event().await, Said::Change(2));
    for version in 3..8 {
        place(&world.a.coach, &map).await;
        assert_eq!(there.event().await, Said::Change(version));
    }
}
