//! The map cache: each read still checks access and version in the database.

use crate::support::{Actor, App, Db, both_databases};
use domain::ports::Clock;
use reqwest::Method;
use rstest_reuse::apply;
use serde_json::json;
use std::time::Duration;

/// Reads it twice, so that it is cached.
async fn shown(who: &Actor, map: &str) -> String {
    let first = who.get(map).await.expect(200);
    let second = who.get(map).await.expect(200);
    assert_eq!((&first.bytes, first.etag()), (&second.bytes, second.etag()));
    first.etag()
}

#[apply(both_databases)]
#[tokio::test]
async fn changes_of_another_process_are_seen_at_once(db: Db) {
    let (app, world) = App::with_world(db).await;
    let map = format!("/v1/maps/{}", world.a.open.map);
    let beside = app.beside();
    let there = world.a.coach.at(&beside.base);
    for theme in ["rouw", "verhuizing"] {
        let etag = shown(&world.a.coach, &map).await;
        assert_eq!(there.get(&map).await.expect(200).etag(), etag);
        there.patch(&map, &etag, json!({ "theme": theme })).await.expect(200);
        let changed = world.a.coach.get(&map).await.expect(200);
        assert_eq!((changed["theme"].as_str(), changed.etag() == etag), (Some(theme), false));
    }
    // A person's name is on the map, too.
    let person = world.a.coach.get(&map).await.expect(200)["persons"][0]["id"].as_str().unwrap().to_owned();
    let person = format!("/v1/persons/{person}");
    let etag = there.get(&person).await.expect(200).etag();
    there.patch(&person, &etag, json!({ "alias": "Tante Riet" })).await.expect(200);
    assert_eq!(world.a.coach.get(&map).await.expect(200)["persons"][0]["alias"], "Tante Riet");
    let etag = there.get(&map).await.expect(200).etag();
    world.a.client.at(&beside.base).delete(&map, &etag).await.expect(204);
    world.a.coach.get(&map).await.problem(404, "not-found");
}

#[apply(both_databases)]
#[tokio::test]
async fn the_cache_reveals_nothing_to_unauthorized_callers(db: Db) {
    let (app, world) = App::with_world(db).await;
    let map = format!("/v1/maps/{}", world.a.open.map);
    let etag = shown(&world.a.coach, &map).await;
    app.anonymous().get(&map).await.problem(401, "not-authenticated");
    for stranger in [&world.a.other_coach, &world.a.other_client, &world.b.coach, &world.b.client] {
        let unknown = stranger.get(&format!("/v1/maps/{}", crate::support::id())).await.problem(404, "not-found");
        let refused = stranger.with("if-none-match", &etag).get(&map).await.problem(404, "not-found");
        assert_eq!(refused.bytes.len(), unknown.bytes.len());
    }
    world.a.coach.with("if-none-match", &etag).get(&map).await.expect(304);
}

#[apply(both_databases)]
#[tokio::test]
async fn revoked_access_ends_with_the_next_request(db: Db) {
    let (app, world) = App::with_world(db).await;
    let map = format!("/v1/maps/{}", world.a.open.map);
    shown(&world.a.coach, &map).await;
    let assignment = format!("/v1/assignments/{}", world.a.assignment_id);
    let etag = world.a.admin.get(&assignment).await.expect(200).etag();
    // By another process.
    let beside = app.beside();
    let end = json!({ "endsAt": app.clock.now() });
    world.a.admin.at(&beside.base).patch(&assignment, &etag, end).await.expect(200);
    world.a.coach.get(&map).await.problem(404, "not-found");
    shown(&world.a.client, &map).await;
    world.a.client.at(&beside.base).send(Method::DELETE, "/v1/sessions/current", None).await.expect(204);
    world.a.client.get(&map).await.problem(401, "not-authenticated");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_map_made_private_is_hidden_from_the_coach_at_once(db: Db) {
    let (app, world) = App::with_world(db).await;
    let map = format!("/v1/maps/{}", world.a.open.map);
    let etag = shown(&world.a.coach, &map).await;
    let beside = app.beside();
    world.a.client.at(&beside.base).patch(&map, &etag, json!({ "private": true })).await.expect(200);
    world.a.coach.get(&map).await.problem(404, "not-found");
    assert_eq!(world.a.client.get(&map).await.expect(200)["private"], true);
}

/// On PostgreSQL these reads have connections of their own.
#[tokio::test]
async fn a_lost_database_connection_fails_no_request() {
    let (app, world) = App::with_world(Db::Postgres).await;
    let map = format!("/v1/maps/{}", world.a.open.map);
    shown(&world.a.coach, &map).await;
    for _ in 0..3 {
        let killed = "select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and application_name = 'omringd' and query like '%caller%'";
        app.raw.run(killed).await.unwrap();
        for _ in 0..5 {
            world.a.coach.get(&map).await.expect(200);
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}
