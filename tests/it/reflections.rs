//! `/v1/maps/{mapId}/reflections`: the client's own words.

use crate::support::{App, Db, World, both_databases, count};
use rstest_reuse::apply;
use serde_json::json;

async fn map(world: &World, private: bool) -> String {
    let maps = format!("/v1/clients/{}/maps", world.a.client_id);
    let map = world.a.client.post(&maps, json!({ "theme": "dementie", "private": private })).await.expect(201);
    format!("{}/reflections", map.location())
}

#[apply(both_databases)]
#[tokio::test]
async fn a_client_creates_changes_and_deletes_a_reflection(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (client, path) = (&world.a.client, map(&world, false).await);
    let created = client.post(&path, json!({ "text": "Zoveel mensen\nom mij heen" })).await.expect(201);
    assert_eq!(created.location(), format!("/v1/reflections/{}", created.id()));
    let shown = client.get(&created.location()).await.expect(200);
    assert_eq!((shown.json(), shown.etag()), (created.json(), created.etag()));
    client.with("if-none-match", &shown.etag()).get(&created.location()).await.expect(304);
    let changed = client.patch(&created.location(), &created.etag(), json!({ "text": "Anders" })).await.expect(200);
    assert_eq!(changed["text"], "Anders");
    client.patch(&created.location(), &created.etag(), json!({ "text": "Te laat" })).await.problem(412, "stale");
    assert_eq!(client.all(&path).await, [changed.json()]);
    client.delete(&created.location(), &changed.etag()).await.expect(204);
    client.get(&created.location()).await.problem(404, "not-found");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_coach_reads_reflections_and_cannot_write_them(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let path = map(&world, false).await;
    let created = world.a.client.post(&path, json!({ "text": "Van mij" })).await.expect(201);
    let (location, tag) = (created.location(), created.etag());
    let coach = &world.a.coach;
    assert_eq!(coach.get(&location).await.expect(200).json(), created.json());
    assert_eq!(coach.all(&path).await, [created.json()]);
    coach.post(&path, json!({ "text": "x" })).await.problem(403, "forbidden");
    coach.patch(&location, &tag, json!({ "text": "x" })).await.problem(403, "forbidden");
    coach.delete(&location, &tag).await.problem(403, "forbidden");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_reflection_is_hidden_from_everyone_but_client_and_coach(db: Db) {
    let (app, world) = App::with_world(db).await;
    let a = &world.a;
    let path = map(&world, false).await;
    let created = a.client.post(&path, json!({ "text": "Van mij" })).await.expect(201);
    for stranger in [&a.admin, &a.other_coach, &a.other_client, &world.b.client, &world.b.coach, &world.b.admin] {
        stranger.get(&created.location()).await.problem(404, "not-found");
        // 403 for a coach, who never may, and 404 for the others: an unknown id must get the same response.
        let unknown = format!("/v1/reflections/{}", world.a.client_id);
        let here = stranger.delete(&created.location(), &created.etag()).await;
        assert!(matches!(here.status.as_u16(), 403 | 404), "{}", here.status);
        assert_eq!(here.status, stranger.delete(&unknown, &created.etag()).await.status);
        stranger.get(&path).await.problem(404, "not-found");
        assert_ne!(stranger.post(&path, json!({ "text": "x" })).await.status, 201);
    }
    app.anonymous().get(&path).await.problem(401, "not-authenticated");
}

#[apply(both_databases)]
#[tokio::test]
async fn only_the_client_sees_reflections_on_a_private_map(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let path = map(&world, true).await;
    let created = world.a.client.post(&path, json!({ "text": "Voor mij alleen" })).await.expect(201);
    world.a.coach.get(&created.location()).await.problem(404, "not-found");
    world.a.coach.get(&path).await.problem(404, "not-found");
    assert_eq!(world.a.client.all(&path).await.len(), 1);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_repeated_reflection_is_written_once(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (client, path) = (world.a.client.with("idempotency-key", "reflection-1"), map(&world, false).await);
    let first = client.post(&path, json!({ "text": "Eén keer" })).await.expect(201);
    let again = client.post(&path, json!({ "text": "Eén keer" })).await.expect(201);
    assert_eq!((first.json(), first.etag(), first.location()), (again.json(), again.etag(), again.location()));
    client.post(&path, json!({ "text": "Anders" })).await.problem(422, "idempotency-key-reused");
    assert_eq!(client.all(&path).await.len(), 1);
}

#[apply(both_databases)]
#[tokio::test]
async fn the_list_is_paged(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (client, path) = (&world.a.client, map(&world, false).await);
    let mut written = Vec::new();
    for n in 0..5 {
        written.push(client.post(&path, json!({ "text": format!("Dag {n}") })).await.expect(201).json());
    }
    assert_eq!(client.all(&format!("{path}?limit=2")).await, written);
    let page = client.get(&format!("{path}?limit=2")).await.expect(200);
    assert_eq!(page.header("link"), format!("<{}>; rel=\"next\"", page["next"].as_str().unwrap()));
}

#[apply(both_databases)]
#[tokio::test]
async fn only_the_client_deletes_a_map_with_reflections(db: Db) {
    let (app, world) = App::with_world(db).await;
    let a = &world.a;
    let (with, without) = (map(&world, false).await, map(&world, false).await);
    let reflection = a.client.post(&with, json!({ "text": "Van mij" })).await.expect(201);
    let of = |reflections: &str| reflections.trim_end_matches("/reflections").to_owned();
    a.coach.delete(&of(&with), "*").await.problem(409, "map-has-reflections");
    // Deleting anything else on the map does not delete them.
    let content = json!({ "supporters": [], "ties": [], "needs": [], "agreements": [] });
    a.coach.put(&format!("{}/content", of(&with)), "*", content).await.expect(200);
    a.client.get(&reflection.location()).await.expect(200);
    a.coach.delete(&of(&without), "*").await.expect(204);
    a.client.delete(&of(&with), "*").await.expect(204);
    a.client.get(&reflection.location()).await.problem(404, "not-found");
    let again = map(&world, false).await;
    a.client.post(&again, json!({ "text": "Van mij" })).await.expect(201);
    app.erase(a, a.client_id).await;
    assert_eq!(count(&app.raw, "reflection").await, 2, "those of the other organisation");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_reflection_created_while_a_coach_deletes_the_map_is_kept(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let a = &world.a;
    for _ in 0..10 {
        let reflections = map(&world, false).await;
        let path = reflections.trim_end_matches("/reflections").to_owned();
        let words = json!({ "text": "Van mij" });
        let (written, removed) = tokio::join!(a.client.post(&reflections, words), a.coach.delete(&path, "*"));
        if removed.status == 204 {
            assert!(matches!(written.status.as_u16(), 404 | 409), "{}", written.text());
        } else {
            removed.problem(409, "map-has-reflections");
            a.client.get(&written.expect(201).location()).await.expect(200);
        }
    }
}
