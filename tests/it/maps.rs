//! `/v1/clients/{clientId}/maps` and `/v1/maps/{mapId}`: the working document of a client.

use crate::support::{App, Client, Db, Resource, World, both_databases, count};
use chrono::TimeDelta;
use domain::vocabulary::BuiltInSupport;
use rstest_reuse::apply;
use serde_json::{Value, json};

fn maps(world: &World) -> String {
    format!("/v1/clients/{}/maps", world.a.client_id)
}

/// Creates a map and returns its path.
async fn map(world: &World, private: bool) -> String {
    let body = json!({ "theme": "dementie", "private": private });
    world.a.client.post(&maps(world), body).await.expect(201).location()
}

/// The states of the five steps, in their order.
async fn steps(by: &Client, map: &str) -> Vec<String> {
    let map = by.get(map).await.expect(200);
    let steps = map["steps"].as_array().unwrap();
    let names: Vec<_> = steps.iter().map(|step| step["step"].as_str().unwrap()).collect();
    assert_eq!(names, ["who", "closeness", "support", "situation", "card"]);
    steps.iter().map(|step| step["state"].as_str().unwrap().to_owned()).collect()
}

#[apply(both_databases)]
#[tokio::test]
async fn a_new_map_is_empty_and_unanswered(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    for author in [&world.a.client, &world.a.coach] {
        let created = author.post(&maps(&world), json!({ "theme": "een baby" })).await.expect(201);
        assert_eq!(created.location(), format!("/v1/maps/{}", created.id()));
        assert_eq!(created["theme"], "een baby");
        assert_eq!(created["clientId"], world.a.client_id.to_string());
        assert_eq!(created["private"], false);
        for member in ["everyoneNamed", "everyTieNamed", "reviewOn"] {
            assert_eq!(created.json().get(member), Some(&Value::Null), "{member} is there, and null");
        }
        for member in ["persons", "supporters", "ties", "needs", "agreements"] {
            assert_eq!(created[member], json!([]), "{member}");
        }
        let shown = world.a.client.get(&created.location()).await.expect(200);
        assert_eq!((shown.json(), shown.etag()), (created.json(), created.etag()));
        world.a.coach.with("if-none-match", &shown.etag()).get(&created.location()).await.expect(304);
        assert_eq!(steps(author, &created.location()).await, ["empty"; 5]);
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_merge_patch_keeps_no_and_unanswered_apart(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (client, path) = (&world.a.client, map(&world, false).await);
    let before = client.get(&path).await.expect(200);
    app.clock.advance(TimeDelta::seconds(5));
    let no = json!({ "everyoneNamed": false, "everyTieNamed": true, "reviewOn": "2027-05-01", "theme": "rouw" });
    let changed = world.a.coach.patch(&path, &before.etag(), no.clone()).await.expect(200);
    for (member, value) in no.as_object().unwrap() {
        assert_eq!(&changed[member], value);
    }
    assert_ne!(changed["updatedAt"], before["updatedAt"]);
    assert_eq!(changed["createdAt"], before["createdAt"]);
    let unanswered = json!({ "everyoneNamed": null, "reviewOn": null });
    let again = client.patch(&path, &changed.etag(), unanswered).await.expect(200);
    assert_eq!([&again["everyoneNamed"], &again["reviewOn"]], [&Value::Null; 2]);
    assert_eq!([&again["everyTieNamed"], &again["theme"]], [&json!(true), &json!("rouw")], "left as they were");
    let shown = client.get(&path).await.expect(200);
    assert_eq!((shown.json(), shown.etag()), (again.json(), again.etag()));
    client.patch(&path, &changed.etag(), json!({ "theme": "x" })).await.problem(412, "stale");
    client.send(reqwest::Method::PATCH, &path, Some(json!({}))).await.problem(428, "precondition-required");
    client.send(reqwest::Method::DELETE, &path, None).await.problem(428, "precondition-required");
    client.delete(&path, &changed.etag()).await.problem(412, "stale");
}

#[apply(both_databases)]
#[tokio::test]
async fn every_error_of_a_map_is_reported_at_once(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let client = &world.a.client;
    let refused = client.post(&maps(&world), json!({ "private": "yes", "title": "x" })).await;
    let errors = refused.problem(400, "invalid-request").errors();
    assert_eq!(errors, ["/private type", "/theme required", "/title unknown-member"]);
    let path = map(&world, false).await;
    let body = json!({ "theme": null, "private": null, "everyoneNamed": 1, "reviewOn": "2027-02-30" });
    let errors = client.patch(&path, "*", body).await.problem(400, "invalid-request").errors();
    assert_eq!(errors, ["/everyoneNamed type", "/private type", "/reviewOn format", "/theme type"]);
}

#[apply(both_databases)]
#[tokio::test]
async fn only_the_client_sees_a_private_map(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (client, coach) = (&world.a.client, &world.a.coach);
    let (private, open) = (map(&world, true).await, map(&world, false).await);
    let placed = json!({ "person": { "alias": "Anna" } });
    let supporter = client.post(&format!("{private}/supporters"), placed).await.expect(201).location();
    coach.get(&private).await.problem(404, "not-found");
    coach.patch(&private, "*", json!({ "theme": "x" })).await.problem(404, "not-found");
    coach.delete(&private, "*").await.problem(404, "not-found");
    for part in ["supporters", "ties", "needs"] {
        coach.get(&format!("{private}/{part}")).await.problem(404, "not-found");
    }
    coach.post(&format!("{private}/supporters"), json!({ "person": { "alias": "x" } })).await.problem(404, "not-found");
    coach.get(&supporter).await.problem(404, "not-found");
    coach.patch(&supporter, "*", json!({ "tension": 1 })).await.problem(404, "not-found");
    coach.delete(&supporter, "*").await.problem(404, "not-found");
    let seen = coach.all(&maps(&world)).await;
    assert_eq!(seen.len(), 1);
    assert!(open.ends_with(seen[0]["id"].as_str().unwrap()));
    assert_eq!(client.all(&maps(&world)).await.len(), 2);
    // Only the client decides this, and the coach can neither set nor clear it.
    coach.post(&maps(&world), json!({ "theme": "x", "private": true })).await.problem(403, "forbidden");
    coach.patch(&open, "*", json!({ "private": true })).await.problem(403, "forbidden");
    client.patch(&private, "*", json!({ "private": false })).await.expect(200);
    coach.get(&private).await.expect(200);
    coach.get(&supporter).await.expect(200);
    client.patch(&open, "*", json!({ "private": true })).await.expect(200);
    coach.get(&open).await.problem(404, "not-found");
}

#[apply(both_databases)]
#[tokio::test]
async fn only_the_client_and_the_assigned_coach_can_access_a_map(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (a, list, path) = (&world.a, maps(&world), map(&world, false).await);
    let (new, change) = (json!({ "theme": "x" }), json!({ "theme": "x" }));
    Resource { list: &list, path: &path, etag: "*", new, change }.is_hidden_from_others(&app, &world).await;
    assert_eq!(a.coach.all(&list).await.len(), 1);
    assert_eq!(a.client.get(&path).await.expect(200)["theme"], "dementie");
}

#[apply(both_databases)]
#[tokio::test]
async fn every_change_on_a_map_bumps_its_version(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (client, path) = (&world.a.client, map(&world, false).await);
    let mut seen = vec![client.get(&path).await.expect(200).etag()];
    let mut changed = async |what: &str| {
        let etag = client.get(&path).await.expect(200).etag();
        assert!(!seen.contains(&etag), "{what} changed nothing: {etag} of {seen:?}");
        seen.push(etag);
    };
    let (supporters, ties) = (format!("{path}/supporters"), format!("{path}/ties"));
    let anna = client.post(&supporters, json!({ "person": { "alias": "Anna" } })).await.expect(201);
    changed("a supporter").await;
    let bert = client.post(&supporters, json!({ "person": { "alias": "Bert" } })).await.expect(201);
    changed("a second supporter").await;
    client.patch(&anna.location(), "*", json!({ "closeness": "inner" })).await.expect(200);
    changed("an answer").await;
    let person = format!("/v1/persons/{}", anna["personId"].as_str().unwrap());
    client.patch(&person, "*", json!({ "alias": "Annie" })).await.expect(200);
    changed("a name").await;
    let tie = client.post(&ties, json!({ "supporterIds": [anna.id(), bert.id()] })).await.expect(201);
    changed("a tie").await;
    client.patch(&tie.location(), "*", json!({ "strength": 2 })).await.expect(200);
    changed("a tie's strength").await;
    client.delete(&tie.location(), "*").await.expect(204);
    changed("no tie").await;
    let needs = json!({ "needs": [{ "supportType": "emotional", "level": 3 }] });
    client.put(&format!("{path}/needs"), "*", needs).await.expect(200);
    changed("the needs").await;
    let agreement = json!({ "text": "Vraag Anna", "supporterId": anna.id() });
    let agreement = client.post(&format!("{path}/agreements"), agreement).await.expect(201);
    changed("an agreement").await;
    client.patch(&agreement.location(), "*", json!({ "text": "Bel Anna" })).await.expect(200);
    changed("an agreement's text").await;
    client.delete(&agreement.location(), "*").await.expect(204);
    changed("no agreement").await;
    client.delete(&bert.location(), "*").await.expect(204);
    changed("no supporter").await;
    client.patch(&path, "*", json!({ "everyoneNamed": true })).await.expect(200);
    changed("the map itself").await;
    // A refused change does not bump the version.
    client.post(&supporters, json!({ "personId": anna["personId"] })).await.problem(409, "already-on-map");
    client.patch(&anna.location(), "\"1\"", json!({ "tension": 1 })).await.problem(412, "stale");
    assert_eq!(client.get(&path).await.expect(200).etag(), *seen.last().unwrap());
}

#[apply(both_databases)]
#[tokio::test]
async fn the_five_steps_follow_from_what_is_on_the_map(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (client, path) = (&world.a.client, map(&world, false).await);
    let supporters = format!("{path}/supporters");
    let anna = client.post(&supporters, json!({ "person": { "alias": "Anna" } })).await.expect(201);
    let bert = client.post(&supporters, json!({ "person": { "alias": "Bert" } })).await.expect(201);
    assert_eq!(steps(client, &path).await, ["started", "empty", "empty", "empty", "empty"]);
    let half = json!({ "closeness": "outer", "supports": [], "burden": 0 });
    client.patch(&anna.location(), "*", half).await.expect(200);
    assert_eq!(steps(client, &path).await, ["started", "started", "started", "started", "empty"]);
    let rest = json!({ "contactFrequency": "weekly", "tension": 0, "burden": 0 });
    client.patch(&anna.location(), "*", rest.clone()).await.expect(200);
    client.patch(&bert.location(), "*", rest).await.expect(200);
    let placed = json!({ "closeness": "inner", "supports": [{ "supportType": "emotional" }] });
    client.patch(&bert.location(), "*", placed).await.expect(200);
    client.patch(&path, "*", json!({ "everyoneNamed": true, "reviewOn": "2027-05-01" })).await.expect(200);
    assert_eq!(steps(client, &path).await, ["done", "done", "done", "started", "started"]);
    let needs: Vec<_> =
        BuiltInSupport::ALL.iter().map(|word| json!({ "supportType": word.code(), "level": 0 })).collect();
    client.put(&format!("{path}/needs"), "*", json!({ "needs": needs })).await.expect(200);
    assert_eq!(steps(client, &path).await[3], "started", "who knows whom was not asked yet");
    client.patch(&path, "*", json!({ "everyTieNamed": true })).await.expect(200);
    assert_eq!(steps(client, &path).await[3], "done", "nobody knows anybody, said so");
    client.post(&format!("{path}/agreements"), json!({ "text": "Vraag Anna" })).await.expect(201);
    assert_eq!(steps(client, &path).await, ["done"; 5]);
    client.patch(&bert.location(), "*", json!({ "closeness": null })).await.expect(200);
    assert_eq!(steps(client, &path).await[1], "started", "no step is ever over");
}

#[apply(both_databases)]
#[tokio::test]
async fn an_empty_network_is_an_answer(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (client, path) = (&world.a.client, map(&world, false).await);
    client.patch(&path, "*", json!({ "everyoneNamed": false })).await.expect(200);
    assert_eq!(steps(client, &path).await, ["empty"; 5]);
    client.patch(&path, "*", json!({ "everyoneNamed": true })).await.expect(200);
    assert_eq!(steps(client, &path).await, ["done", "done", "done", "empty", "empty"]);
}

#[apply(both_databases)]
#[tokio::test]
async fn deleting_a_map_deletes_its_entries_and_keeps_the_persons(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (client, path) = (&world.a.client, map(&world, false).await);
    let supporters = format!("{path}/supporters");
    let body = json!({ "person": { "alias": "Anna" }, "supports": [{ "supportType": "emotional" }] });
    let anna = client.post(&supporters, body).await.expect(201);
    let bert = client.post(&supporters, json!({ "person": { "alias": "Bert" } })).await.expect(201);
    let between = json!({ "supporterIds": [anna.id(), bert.id()] });
    client.post(&format!("{path}/ties"), between).await.expect(201);
    let needs = json!({ "needs": [{ "supportType": "emotional", "level": 3 }] });
    let etag = client.put(&format!("{path}/needs"), "*", needs).await.expect(200).header("map-etag").to_owned();
    client.delete(&path, &etag).await.expect(204);
    client.get(&path).await.problem(404, "not-found");
    client.get(&anna.location()).await.problem(404, "not-found");
    for table in ["map", "supporter", "support", "tie", "need"] {
        assert_eq!(count(&app.raw, table).await, 0, "{table}");
    }
    assert_eq!(count(&app.raw, "person").await, 2);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_repeated_request_creates_one_map_and_the_list_is_paged(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (list, client) = (maps(&world), world.a.client.with("idempotency-key", "map-1"));
    let first = client.post(&list, json!({ "theme": "rouw" })).await.expect(201);
    let again = client.post(&list, json!({ "theme": "rouw" })).await.expect(201);
    assert_eq!((first.json(), first.etag(), first.location()), (again.json(), again.etag(), again.location()));
    client.post(&list, json!({ "theme": "werk" })).await.problem(422, "idempotency-key-reused");
    let mut ids = vec![first.id()];
    for _ in 0..4 {
        ids.push(map(&world, false).await.rsplit('/').next().unwrap().to_owned());
    }
    let listed = world.a.client.all(&format!("{list}?limit=2")).await;
    assert_eq!(listed.iter().map(|map| map["id"].as_str().unwrap()).collect::<Vec<_>>(), ids);
}
