//! `/v1/maps/{mapId}/ties` and `/v1/ties/{tieId}`: which supporters know each other.

use crate::support::{App, Client, Db, Organisation, Resource, both_databases, count, id};
use chrono::TimeDelta;
use rstest_reuse::apply;
use serde_json::{Value, json};

/// Makes a map with these on it; gives its path and their ids.
async fn map<const N: usize>(of: &Organisation, aliases: [&str; N]) -> (String, [String; N]) {
    let maps = format!("/v1/clients/{}/maps", of.client_id);
    let map = of.client.post(&maps, json!({ "theme": "dementie" })).await.expect(201).location();
    let mut ids = aliases.map(str::to_owned);
    for id in &mut ids {
        let body = json!({ "person": { "alias": id } });
        *id = of.client.post(&format!("{map}/supporters"), body).await.expect(201).id();
    }
    (map, ids)
}

async fn refused(by: &Client, path: &str, between: &[&str]) -> Vec<String> {
    let refused = by.post(path, json!({ "supporterIds": between })).await;
    refused.problem(409, "unknown-reference").errors()
}

#[apply(both_databases)]
#[tokio::test]
async fn a_tie_has_no_direction_and_its_strength_may_stay_unanswered(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (map, [anna, bert, cor]) = map(&world.a, ["Anna", "Bert", "Cor"]).await;
    let (client, path) = (&world.a.client, format!("{map}/ties"));
    let created = world.a.coach.post(&path, json!({ "supporterIds": [bert, anna] })).await.expect(201);
    assert_eq!(created.location(), format!("/v1/ties/{}", created.id()));
    assert_eq!(created["supporterIds"], json!([anna, bert]), "in order of id");
    assert_eq!(created.json().get("strength"), Some(&Value::Null));
    let shown = client.get(&created.location()).await.expect(200);
    assert_eq!((shown.json(), shown.etag()), (created.json(), created.etag()));
    client.with("if-none-match", &shown.etag()).get(&created.location()).await.expect(304);
    for between in [[&anna, &bert], [&bert, &anna]] {
        client.post(&path, json!({ "supporterIds": between, "strength": 1 })).await.problem(409, "already-tied");
    }
    let none = client.post(&path, json!({ "supporterIds": [cor, anna], "strength": 0 })).await.expect(201);
    assert_eq!(none["strength"], 0, "none is an answer");
    assert_eq!(client.all(&path).await, [created.json(), none.json()]);
    assert_eq!(client.get(&map).await.expect(200)["ties"], json!([created.json(), none.json()]));
}

#[apply(both_databases)]
#[tokio::test]
async fn a_merge_patch_changes_only_the_strength(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (map, [anna, bert]) = map(&world.a, ["Anna", "Bert"]).await;
    let client = &world.a.client;
    let body = json!({ "supporterIds": [anna, bert], "strength": 4 });
    let created = client.post(&format!("{map}/ties"), body).await.expect(201);
    let (path, seen) = (created.location(), created.etag());
    app.clock.advance(TimeDelta::seconds(5));
    let left = client.patch(&path, &seen, json!({})).await.expect(200);
    assert_eq!(left["strength"], 4, "left as it was");
    let changed = client.patch(&path, &left.etag(), json!({ "strength": null })).await.expect(200);
    assert_eq!(changed["strength"], Value::Null);
    assert_ne!(changed["updatedAt"], created["updatedAt"]);
    client.patch(&path, &seen, json!({ "strength": 1 })).await.problem(412, "stale");
    client.delete(&path, &seen).await.problem(412, "stale");
    client.send(reqwest::Method::PATCH, &path, Some(json!({}))).await.problem(428, "precondition-required");
    client.send(reqwest::Method::DELETE, &path, None).await.problem(428, "precondition-required");
    assert_eq!(client.get(&path).await.expect(200).json(), changed.json());
    client.delete(&path, &changed.etag()).await.expect(204);
    client.get(&path).await.problem(404, "not-found");
    assert_eq!(count(&app.raw, "supporter").await, 2, "the two stay");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_supporter_is_not_tied_to_themself(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (map, [anna, bert]) = map(&world.a, ["Anna", "Bert"]).await;
    let (client, path) = (&world.a.client, format!("{map}/ties"));
    for (body, errors) in [
        (json!({ "supporterIds": [anna, anna] }), vec!["/supporterIds/1 duplicate"]),
        (json!({ "supporterIds": [anna] }), vec!["/supporterIds too-few"]),
        (json!({ "supporterIds": [anna, bert, id()] }), vec!["/supporterIds too-many"]),
        (json!({ "supporterIds": [anna, "x"] }), vec!["/supporterIds/1 format"]),
        (
            json!({ "strength": 5, "since": 3 }),
            vec!["/since unknown-member", "/strength too-large", "/supporterIds required"],
        ),
    ] {
        let refused = client.post(&path, body.clone()).await.problem(400, "invalid-request");
        assert_eq!(refused.errors(), errors, "{body}");
    }
    assert_eq!(count(&app.raw, "tie").await, 0);
    let tie = client.post(&path, json!({ "supporterIds": [anna, bert] })).await.expect(201);
    let body = json!({ "strength": -1, "supporterIds": [anna, bert] });
    let refused = client.patch(&tie.location(), "*", body).await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/strength too-small", "/supporterIds unknown-member"]);
}

#[apply(both_databases)]
#[tokio::test]
async fn both_supporters_must_be_on_the_map(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (first, [anna]) = map(&world.a, ["Anna"]).await;
    let (_, [elsewhere]) = map(&world.a, ["Bert"]).await;
    let (_, [stranger]) = map(&world.b, ["Cor"]).await;
    let path = format!("{first}/ties");
    for other in [&elsewhere, &stranger, &id().to_string()] {
        for between in [[anna.as_str(), other], [other, anna.as_str()]] {
            let errors = refused(&world.a.coach, &path, &between).await;
            assert_eq!(errors, ["/supporterIds unknown-reference"]);
        }
    }
    assert_eq!(count(&app.raw, "tie").await, 0);
}

#[apply(both_databases)]
#[tokio::test]
async fn only_the_client_and_the_assigned_coach_can_access_a_tie(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (map, [anna, bert, cor]) = map(&world.a, ["Anna", "Bert", "Cor"]).await;
    let (a, list) = (&world.a, format!("{map}/ties"));
    let created = a.client.post(&list, json!({ "supporterIds": [anna, bert] })).await.expect(201);
    let tie = Resource {
        list: &list,
        path: &created.location(),
        etag: &created.etag(),
        new: json!({ "supporterIds": [bert, cor] }),
        change: json!({ "strength": 1 }),
    };
    tie.is_hidden_from_others(&app, &world).await;
    assert_eq!(a.coach.all(&list).await, [created.json()]);
    a.client.patch(&map, "*", json!({ "private": true })).await.expect(200);
    tie.is_hidden_from(&a.coach).await;
    assert_eq!(a.client.all(&list).await, [created.json()], "nothing was changed");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_repeated_request_creates_one_tie_and_the_list_is_paged(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (map, [anna, bert, cor, dirk]) = map(&world.a, ["Anna", "Bert", "Cor", "Dirk"]).await;
    let (client, path) = (world.a.client.with("idempotency-key", "tie-1"), format!("{map}/ties"));
    let body = json!({ "supporterIds": [anna, bert] });
    let first = client.post(&path, body.clone()).await.expect(201);
    let again = client.post(&path, body).await.expect(201);
    assert_eq!((first.json(), first.etag(), first.location()), (again.json(), again.etag(), again.location()));
    let other = client.post(&path, json!({ "supporterIds": [anna, cor] })).await;
    other.problem(422, "idempotency-key-reused");
    let mut ties = vec![first.json()];
    for between in [[&anna, &cor], [&anna, &dirk], [&bert, &cor], [&cor, &dirk]] {
        ties.push(world.a.client.post(&path, json!({ "supporterIds": between })).await.expect(201).json());
    }
    assert_eq!(world.a.client.all(&format!("{path}?limit=2")).await, ties);
    assert_eq!(count(&app.raw, "tie").await, 5);
}
