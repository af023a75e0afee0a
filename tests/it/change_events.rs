//! `/v1/events`: one stream of all that a user may see.

mod resumed;
mod stream;

use crate::support::{
    Actor, App, Client, Db, EventStream, RawDatabase, World, both_databases, count, notified_world, without_heartbeat,
};
use chrono::TimeDelta;
use reqwest::Method;
use rstest_reuse::apply;
use serde_json::json;
use std::time::Duration;
use stream::{Said, Stream};
use uuid::Uuid;

/// Places a new person on a map: something on it changes.
async fn place(by: &Client, map: impl std::fmt::Display) -> String {
    let body = json!({ "person": { "alias": "Anna" } });
    by.post(&format!("/v1/maps/{map}/supporters"), body).await.expect(201).header("map-etag").to_owned()
}

/// A new map of the client's.
async fn map(by: &Client, client: Uuid, private: bool) -> String {
    let body = json!({ "theme": "dementie", "private": private });
    by.post(&format!("/v1/clients/{client}/maps"), body).await.expect(201).id()
}

async fn assign(world: &World, coach: &Actor, client: Uuid) {
    let body = json!({ "coachId": coach.user, "basis": "Verwijzing" });
    world.a.admin.post(&format!("/v1/clients/{client}/assignments"), body).await.expect(201);
}

#[apply(both_databases)]
#[tokio::test]
async fn client_and_coach_are_notified_of_a_change_and_no_one_else(db: Db) {
    let (_app, world) = notified_world(db).await;
    let a = &world.a;
    let (mut client, mut coach) = (Stream::open(&a.client).await, Stream::open(&a.coach).await);
    let mut others =
        [Stream::open(&a.other_coach).await, Stream::open(&a.other_client).await, Stream::open(&world.b.coach).await];
    let open = a.open.map.to_string();
    let tag = place(&a.coach.with("x-request-id", "drag-7"), &open).await;
    let name = a.coach.get("/v1/me").await.expect(200)["name"].clone();
    for stream in [&mut client, &mut coach] {
        stream.expect("map-changed", Some(&open)).await;
        assert_eq!(stream.data["by"], json!({ "id": a.coach.user, "name": name }));
        assert_eq!((&stream.data["requestId"], &stream.data["etag"]), (&json!("drag-7"), &json!(tag)));
        assert_eq!(stream.data["clientId"], json!(a.client_id));
    }
    // A private map is the client's alone.
    let private = a.private.map.to_string();
    place(&a.client, &private).await;
    client.expect("map-changed", Some(&private)).await;
    let card = a.client.with("x-request-id", "freeze").post(&format!("/v1/maps/{private}/cards"), json!({})).await;
    card.expect(201);
    client.expect("card-made", Some(&private)).await;
    assert_eq!((&client.data["by"]["id"], &client.data["requestId"]), (&json!(a.client.user), &json!("freeze")));
    a.client.post(&format!("/v1/maps/{private}/reflections"), json!({ "text": "Ik" })).await.expect(201);
    client.expect("reflections-changed", Some(&private)).await;
    place(&a.coach, &open).await;
    coach.expect("map-changed", Some(&open)).await;
    // The first event of the others is their own.
    a.admin.patch(&format!("/v1/clients/{}", a.other_client_id), "*", json!({ "name": "Sanne" })).await.expect(200);
    others[1].expect("client-changed", None).await;
    assign(&world, &a.other_coach, a.lone_client_id).await;
    others[0].expect("client-added", None).await;
    assert_eq!(others[0].data["clientId"], json!(a.lone_client_id));
    place(&world.b.coach, world.b.open.map).await;
    others[2].expect("map-changed", Some(&world.b.open.map.to_string())).await;
}

#[apply(both_databases)]
#[tokio::test]
async fn an_integration_is_notified_of_clients_who_consented_and_of_their_cards(db: Db) {
    let (_app, world) = notified_world(db).await;
    let a = &world.a;
    let mut ecd = Stream::open(&a.integration).await;
    let open = a.open.map.to_string();
    // Neither a map nor a person nor a card of a private map, nor a client without a consent.
    place(&a.coach, &open).await;
    a.client.post(&format!("/v1/maps/{}/cards", a.private.map), json!({})).await.expect(201);
    a.admin.patch(&format!("/v1/clients/{}", a.other_client_id), "*", json!({ "name": "Sanne" })).await.expect(200);
    a.coach.post(&format!("/v1/maps/{open}/cards"), json!({})).await.expect(201);
    ecd.expect("card-made", Some(&open)).await;
    assert_eq!(ecd.data["clientId"], json!(a.client_id));
    a.admin.patch(&format!("/v1/clients/{}", a.client_id), "*", json!({ "name": "Saskia" })).await.expect(200);
    ecd.expect("client-changed", None).await;
    // Consents come and go.
    let body = json!({
        "integrationId": a.ids["integrationId"], "purpose": "read-cards", "textVersion": "1", "textLanguage": "nl",
    });
    let consents = format!("/v1/clients/{}/consents", a.other_client_id);
    let consent = a.other_client.post(&consents, body).await.expect(201);
    ecd.expect("client-added", None).await;
    assert_eq!(ecd.data["clientId"], json!(a.other_client_id));
    a.other_client.post(&format!("{}/withdrawals", consent.location()), json!({})).await.expect(200);
    ecd.expect("client-removed", None).await;
    // Without the scope it ends.
    let path = format!("/v1/integrations/{}", a.ids["integrationId"]);
    a.admin.patch(&path, "*", json!({ "scopes": ["clients.write"] })).await.expect(200);
    a.coach.post(&format!("/v1/maps/{open}/cards"), json!({})).await.expect(201);
    assert_eq!(ecd.event().await, Said::End);
}

#[apply(both_databases)]
#[tokio::test]
async fn each_kind_of_change_has_its_event(db: Db) {
    let (_app, world) = notified_world(db).await;
    let (a, open) = (&world.a, &world.a.open);
    let client = format!("/v1/clients/{}", a.client_id);
    let map = format!("/v1/maps/{}", open.map);
    let on_map = Some(open.map.to_string());
    let (by_client, by_coach) = (a.client.with("if-match", "*"), a.coach.with("if-match", "*"));
    let mut stream = Stream::open(&a.coach).await;
    let changes = [
        (
            &by_client,
            Method::PATCH,
            format!("/v1/persons/{}", open.person),
            json!({ "alias": "Anne" }),
            "map-changed",
            &on_map,
        ),
        (
            &by_client,
            Method::PATCH,
            format!("/v1/supporters/{}", open.supporter),
            json!({ "closeness": "outer" }),
            "map-changed",
            &on_map,
        ),
        (
            &by_client,
            Method::PATCH,
            format!("/v1/agreements/{}", open.agreement),
            json!({ "text": "Koken" }),
            "map-changed",
            &on_map,
        ),
        (&by_client, Method::PUT, format!("{map}/needs"), json!({ "needs": [] }), "map-changed", &on_map),
        (&by_coach, Method::PATCH, map.clone(), json!({ "theme": "kanker" }), "map-changed", &on_map),
        (&by_coach, Method::POST, format!("{map}/cards"), json!({}), "card-made", &on_map),
        (
            &by_client,
            Method::POST,
            format!("{map}/reflections"),
            json!({ "text": "Ik" }),
            "reflections-changed",
            &on_map,
        ),
        (
            &by_client,
            Method::PATCH,
            format!("/v1/reflections/{}", open.reflection),
            json!({ "text": "Wij" }),
            "reflections-changed",
            &on_map,
        ),
        (&by_client, Method::POST, format!("{client}/persons"), json!({ "alias": "Zus" }), "persons-changed", &None),
        (&by_client, Method::PATCH, client.clone(), json!({ "preferredName": "Sas" }), "client-changed", &None),
    ];
    for (by, method, path, body, kind, map) in changes {
        let status = if method == Method::POST { 201 } else { 200 };
        by.with("x-request-id", "asked").send(method, &path, Some(body)).await.expect(status);
        stream.expect(kind, map.as_deref()).await;
        assert_eq!(stream.data["requestId"], "asked");
        assert_eq!(stream.data["by"].is_null(), map.is_none());
        assert_eq!(stream.data["version"].is_null(), kind != "map-changed");
    }
    // A coach note has no event; a second coach has one for both.
    a.coach.post(&format!("{client}/coach-notes"), json!({ "text": "Volgende keer" })).await.expect(201);
    assign(&world, &a.other_coach, a.client_id).await;
    stream.expect("coaches-changed", None).await;
    assert!(stream.data["by"].is_null());
}

#[apply(both_databases)]
#[tokio::test]
async fn maps_and_clients_that_become_visible_or_hidden_are_named_by_id(db: Db) {
    let (_app, world) = notified_world(db).await;
    let a = &world.a;
    let (mut client, mut coach) = (Stream::open(&a.client).await, Stream::open(&a.coach).await);
    let made = map(&a.client.with("x-request-id", "new"), a.client_id, false).await;
    for stream in [&mut client, &mut coach] {
        stream.expect("map-added", Some(&made)).await;
        assert_eq!((&stream.data["requestId"], &stream.data["version"]), (&json!("new"), &json!(1)));
    }
    // Making a map private removes it for the coach, and so does deleting it.
    let path = format!("/v1/maps/{made}");
    a.client.patch(&path, "*", json!({ "private": true })).await.expect(200);
    client.expect("map-changed", Some(&made)).await;
    coach.expect("map-removed", Some(&made)).await;
    assert!(coach.data["by"].is_null() && coach.data["requestId"].is_null());
    a.client.patch(&path, "*", json!({ "private": false })).await.expect(200);
    client.expect("map-changed", Some(&made)).await;
    coach.expect("map-added", Some(&made)).await;
    a.client.delete(&path, "*").await.expect(204);
    client.expect("map-removed", Some(&made)).await;
    coach.expect("map-removed", Some(&made)).await;
    let hidden = map(&a.client, a.client_id, true).await;
    client.expect("map-added", Some(&hidden)).await;
    world.end_assignment().await;
    coach.expect("client-removed", None).await;
    assert_eq!(coach.data["clientId"], json!(a.client_id));
    client.expect("coaches-changed", None).await;
    place(&a.client, a.open.map).await;
    assign(&world, &a.coach, a.lone_client_id).await;
    coach.expect("client-added", None).await;
    assert_eq!(coach.data["clientId"], json!(a.lone_client_id));
    coach.expect("coaches-changed", None).await;
    a.admin.delete(&format!("/v1/clients/{}", a.lone_client_id), "*").await.expect(204);
    coach.expect("client-removed", None).await;
}

#[apply(both_databases)]
#[tokio::test]
async fn many_changes_of_a_map_are_merged_into_the_last(db: Db) {
    let (_app, world) = notified_world(db).await;
    let open = world.a.open.map.to_string();
    let mut stream = Stream::open(&world.a.coach).await;
    let mut last = String::new();
    for _ in 0..20 {
        last = place(&world.a.client, &open).await;
    }
    let mut told = 0;
    while stream.data["etag"] != json!(last) {
        stream.expect("map-changed", Some(&open)).await;
        told += 1;
    }
    assert!(told < 20, "{told}");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_stream_ends_when_there_is_nothing_to_follow(db: Db) {
    let (app, world) = App::with_world(db).await;
    let a = &world.a;
    let leaving = app.log_in(a.client.user, Some(a.id)).await;
    let mut streams = [Stream::open(&leaving).await, Stream::open(&a.other_coach).await, Stream::open(&a.client).await];
    leaving.send(Method::DELETE, "/v1/sessions/current", None).await.expect(204);
    assert_eq!((streams[0].event().await, streams[0].event().await), (Said::End, Said::Closed));
    let member = format!("/v1/members/{}", a.other_coach.member.unwrap());
    a.admin.patch(&member, "*", json!({ "roles": ["admin"] })).await.expect(200);
    assert_eq!((streams[1].event().await, streams[1].event().await), (Said::End, Said::Closed));
    assert_eq!(streams[2].piece().await, Said::Heartbeat);
    app.clock.advance(TimeDelta::hours(13));
    assert_eq!((streams[2].event().await, streams[2].event().await), (Said::End, Said::Closed));
}

#[apply(both_databases)]
#[tokio::test]
async fn only_coaches_and_clients_follow_changes_within_their_stream_limit(db: Db) {
    let (app, world) = App::with_world(db).await;
    app.anonymous().get("/v1/events").await.problem(401, "not-authenticated");
    world.a.admin.get("/v1/events").await.problem(403, "forbidden");
    world.a.client.post("/v1/events", json!({})).await.problem(405, "method-not-allowed");
    let outside = app.log_in(world.a.client.user, None).await;
    outside.get("/v1/events").await.problem(403, "no-organisation");
    let map = format!("/v1/maps/{}/events", world.a.open.map);
    let mut open = vec![EventStream::open(&world.a.client, &map).await];
    for _ in 0..2 {
        world.a.client.raw(Method::HEAD, "/v1/events", "").await.expect(200);
        open.push(EventStream::open(&world.a.client, "/v1/events").await);
    }
    world.a.client.get("/v1/events").await.problem(429, "too-many-requests");
    world.a.client.raw(Method::HEAD, "/v1/events", "").await.expect(429);
}

#[tokio::test]
async fn two_processes_notify_each_other() {
    let (app, world) = notified_world(Db::Postgres).await;
    let beside = app.beside_with(without_heartbeat);
    let a = &world.a;
    let mut there = Stream::open(&a.coach.at(&beside.base)).await;
    let mut here = Stream::open(&a.coach).await;
    let open = a.open.map.to_string();
    for nth in 0..6 {
        let client = if nth % 2 == 0 { (*a.client).clone() } else { a.client.at(&beside.base) };
        let tag = json!(place(&client, &open).await);
        for stream in [&mut here, &mut there] {
            stream.expect("map-changed", Some(&open)).await;
            assert_eq!(stream.data["etag"], tag);
        }
    }
    world.end_assignment().await;
    for stream in [&mut here, &mut there] {
        stream.expect("client-removed", None).await;
    }
    // Resumed in the other process.
    assert_eq!(Stream::since(&a.coach, &there.id).await.piece().await, Said::Heartbeat);
}

/// An event of a late commit comes late, and the events after it do not come before.
#[tokio::test]
async fn a_transaction_that_commits_late_is_not_skipped() {
    let (app, world) = notified_world(Db::Postgres).await;
    let open = world.a.open.map.to_string();
    let mut stream = Stream::open(&world.a.coach).await;
    let late = RawDatabase::open(&app.kept.unbound_url()).await.unwrap();
    late.run("begin").await.unwrap();
    let row = format!(
        "insert into event (organisation_id, action, actor_id, client_id, map_id, at)
        values ('{}', 'CreateCard', '{}', '{}', '{open}', now())",
        world.a.id, world.a.client.user, world.a.client_id
    );
    late.run(&row).await.unwrap();
    place(&world.a.client, &open).await;
    tokio::time::sleep(Duration::from_millis(200)).await;
    late.run("commit").await.unwrap();
    stream.expect("card-made", Some(&open)).await;
    stream.expect("map-changed", Some(&open)).await;
}

/// An unconfirmed log-in sees nothing private; confirming it makes private maps visible.
#[apply(both_databases)]
#[tokio::test]
async fn only_a_confirmed_log_in_is_notified_of_private_maps(db: Db) {
    let (app, world) = notified_world(db).await;
    let a = &world.a;
    app.raw.run("update client set login_confirmed = false").await.unwrap();
    let mut stream = Stream::open(&a.client).await;
    app.raw.run("update client set login_confirmed = true").await.unwrap();
    place(&a.coach, a.open.map).await;
    stream.expect("map-added", Some(&a.private.map.to_string())).await;
    stream.expect("map-changed", Some(&a.open.map.to_string())).await;
}

#[apply(both_databases)]
#[tokio::test]
async fn an_event_contains_no_names_or_texts(db: Db) {
    let (app, world) = notified_world(db).await;
    let a = &world.a;
    let mut stream = Stream::open(&a.coach).await;
    let body = json!({ "person": { "alias": "Tante Truus", "note": "Geheim" } });
    a.client.post(&format!("/v1/maps/{}/supporters", a.open.map), body).await.expect(201);
    stream.expect("map-changed", Some(&a.open.map.to_string())).await;
    let members: Vec<_> = stream.data.as_object().unwrap().keys().cloned().collect();
    let mut known = ["kind", "clientId", "mapId", "version", "etag", "by", "requestId"];
    known.sort_unstable();
    assert_eq!(members, known);
    assert!(count(&app.raw, "event where change_id is not null").await > 0);
}
