//! `/v1/maps/{mapId}/agreements`: who is asked for what, and by when.

use crate::support::{Answer, App, Db, World, both_databases};
use rstest_reuse::apply;
use serde_json::{Value, json};

/// The address of a new map of the client's.
async fn map(world: &World) -> String {
    let maps = format!("/v1/clients/{}/maps", world.a.client_id);
    world.a.client.post(&maps, json!({ "theme": "dementie" })).await.expect(201).location()
}

async fn supporter(world: &World, map: &str, alias: &str) -> String {
    let body = json!({ "person": { "alias": alias } });
    world.a.client.post(&format!("{map}/supporters"), body).await.expect(201).id()
}

async fn agree(world: &World, map: &str, body: Value) -> Answer {
    world.a.client.post(&format!("{map}/agreements"), body).await
}

#[apply(both_databases)]
#[tokio::test]
async fn an_agreement_is_created_changed_and_deleted(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (map, client) = (map(&world).await, &world.a.client);
    let anna = supporter(&world, &map, "Anna").await;
    let body = json!({
        "text": "Dinsdag mee naar het ziekenhuis", "supporterId": anna, "supportType": "practical",
        "dueOn": "2026-12-01",
    });
    let created = agree(&world, &map, body.clone()).await.expect(201);
    for member in ["text", "supporterId", "supportType", "dueOn"] {
        assert_eq!(created[member], body[member]);
    }
    assert_eq!(created["status"], "planned");
    assert_eq!(created.location(), format!("/v1/agreements/{}", created.id()));
    let shown = client.get(&created.location()).await.expect(200);
    assert_eq!((shown.json(), shown.etag()), (created.json(), created.etag()));
    let patch = json!({ "dueOn": null, "supporterId": null, "supportType": null, "status": "asked" });
    let changed = world.a.coach.patch(&created.location(), &created.etag(), patch).await.expect(200);
    assert_eq!(
        (&changed["dueOn"], &changed["supporterId"], &changed["supportType"]),
        (&Value::Null, &Value::Null, &Value::Null)
    );
    assert_eq!((&changed["status"], &changed["text"]), (&json!("asked"), &body["text"]));
    assert_eq!(client.all(&format!("{map}/agreements")).await, [changed.json()]);
    client.delete(&created.location(), &created.etag()).await.problem(412, "stale");
    client.delete(&created.location(), &changed.etag()).await.expect(204);
    client.get(&created.location()).await.problem(404, "not-found");
}

#[apply(both_databases)]
#[tokio::test]
async fn the_status_changes_one_step_at_a_time(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (map, client) = (map(&world).await, &world.a.client);
    let mut agreement = agree(&world, &map, json!({ "text": "Koken" })).await.expect(201);
    let location = agreement.location();
    for (status, answer) in [
        ("accepted", 409),
        ("asked", 200),
        ("done", 409),
        ("accepted", 200),
        ("thanked", 409),
        ("done", 200),
        ("done", 200),
        ("planned", 409),
        ("thanked", 200),
        ("done", 200),
        ("accepted", 200),
        ("asked", 200),
        ("declined", 200),
        ("accepted", 409),
        ("planned", 200),
    ] {
        let tag = agreement.etag();
        let answered = client.patch(&location, &tag, json!({ "status": status })).await.expect(answer);
        if answer == 200 {
            agreement = answered;
        } else {
            answered.problem(409, "agreement-step");
        }
    }
    let asked = agree(&world, &map, json!({ "text": "Al gevraagd", "status": "asked" })).await.expect(201);
    assert_eq!(asked["status"], "asked");
}

#[apply(both_databases)]
#[tokio::test]
async fn agreements_are_listed_by_status(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (map, client) = (map(&world).await, &world.a.client);
    for status in ["planned", "asked", "done", "asked", "accepted", "thanked", "declined"] {
        agree(&world, &map, json!({ "text": "Koken", "status": status })).await.expect(201);
    }
    for (query, expected) in [
        ("?status=asked", vec!["asked", "asked"]),
        ("?status=planned&limit=1&status=accepted&status=asked", vec!["planned", "asked", "asked", "accepted"]),
        ("?status=planned&status=planned", vec!["planned"]),
    ] {
        let items = client.all(&format!("{map}/agreements{query}")).await;
        let statuses: Vec<_> = items.iter().map(|item| item["status"].as_str().unwrap()).collect();
        assert_eq!(statuses, expected, "{query}");
    }
    assert_eq!(client.all(&format!("{map}/agreements")).await.len(), 7);
    let refused = client.get(&format!("{map}/agreements?status=open&state=x&status=")).await;
    let errors = refused.problem(400, "invalid-request").errors();
    assert_eq!(errors, ["/state unknown-member", "/status enum"]);
}

#[apply(both_databases)]
#[tokio::test]
async fn every_change_of_an_agreement_changes_the_map(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (map, client) = (map(&world).await, &world.a.client);
    let mut tags = vec![client.get(&map).await.expect(200).etag()];
    let created = agree(&world, &map, json!({ "text": "Koken" })).await.expect(201);
    tags.push(client.get(&map).await.expect(200).etag());
    let changed = client.patch(&created.location(), &created.etag(), json!({ "text": "Eten" })).await.expect(200);
    let whole = client.get(&map).await.expect(200);
    assert_eq!(whole["agreements"][0]["text"], "Eten");
    tags.push(whole.etag());
    client.delete(&created.location(), &changed.etag()).await.expect(204);
    tags.push(client.get(&map).await.expect(200).etag());
    tags.dedup();
    assert_eq!(tags.len(), 4);
}

#[apply(both_databases)]
#[tokio::test]
async fn every_unknown_reference_is_named(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (first, second) = (map(&world).await, map(&world).await);
    let elsewhere = supporter(&world, &second, "Anna").await;
    let body = json!({ "text": "Koken", "supporterId": elsewhere, "supportType": "own-type" });
    let refused = agree(&world, &first, body).await.problem(409, "unknown-reference");
    assert_eq!(refused.errors(), ["/supportType unknown-reference", "/supporterId unknown-reference"]);
    let agreement = agree(&world, &first, json!({ "text": "Koken" })).await.expect(201);
    let patch = json!({ "supporterId": elsewhere });
    let refused = world.a.client.patch(&agreement.location(), &agreement.etag(), patch).await;
    assert_eq!(refused.problem(409, "unknown-reference").errors(), ["/supporterId unknown-reference"]);
}

#[apply(both_databases)]
#[tokio::test]
async fn an_invalid_agreement_is_refused_with_every_error(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let map = map(&world).await;
    let body = json!({ "status": "maybe", "dueOn": "2026-02-30", "supporterId": "x", "extra": 1 });
    let errors = agree(&world, &map, body).await.problem(400, "invalid-request").errors();
    let expected = ["/dueOn format", "/extra unknown-member", "/status enum", "/supporterId format", "/text required"];
    assert_eq!(errors, expected);
    let agreement = agree(&world, &map, json!({ "text": "Koken" })).await.expect(201);
    let refused = world.a.client.patch(&agreement.location(), &agreement.etag(), json!({ "text": null })).await;
    assert_eq!(refused.problem(400, "invalid-request").errors(), ["/text type"]);
    let bare = world.a.client.send(reqwest::Method::PATCH, &agreement.location(), Some(json!({ "text": "x" }))).await;
    bare.problem(428, "precondition-required");
}

#[apply(both_databases)]
#[tokio::test]
async fn an_agreement_is_hidden_from_everyone_but_client_and_coach(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (map, a) = (map(&world).await, &world.a);
    let agreement = agree(&world, &map, json!({ "text": "Koken" })).await.expect(201);
    let (location, tag) = (agreement.location(), agreement.etag());
    for stranger in [&a.admin, &a.other_coach, &a.other_client, &world.b.client, &world.b.coach, &world.b.admin] {
        stranger.get(&location).await.problem(404, "not-found");
        stranger.patch(&location, &tag, json!({ "text": "x" })).await.problem(404, "not-found");
        stranger.delete(&location, &tag).await.problem(404, "not-found");
        stranger.get(&format!("{map}/agreements")).await.problem(404, "not-found");
        stranger.post(&format!("{map}/agreements"), json!({ "text": "x" })).await.problem(404, "not-found");
    }
    app.anonymous().get(&location).await.problem(401, "not-authenticated");
}
