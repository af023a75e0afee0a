//! `/v1/clients/{clientId}/persons` and `/v1/persons/{personId}`: the people in a client's life.

use crate::support::{App, Client, Db, Resource, World, both_databases};
use chrono::TimeDelta;
use rstest_reuse::apply;
use serde_json::{Value, json};

fn persons(world: &World) -> String {
    format!("/v1/clients/{}/persons", world.a.client_id)
}

fn aliases(items: &[Value]) -> Vec<&str> {
    items.iter().map(|person| person["alias"].as_str().unwrap()).collect()
}

/// Makes a map with one new person on it; returns the paths of the map and the person.
async fn on_a_map(world: &World, private: bool, alias: &str) -> (String, String) {
    let maps = format!("/v1/clients/{}/maps", world.a.client_id);
    let map = world.a.client.post(&maps, json!({ "theme": "dementie", "private": private })).await.expect(201);
    let body = json!({ "person": { "alias": alias } });
    let placed = world.a.client.post(&format!("{}/supporters", map.location()), body).await.expect(201);
    (map.location(), format!("/v1/persons/{}", placed["personId"].as_str().unwrap()))
}

async fn place(by: &Client, map: &str, person: &str) {
    let id = person.rsplit('/').next().unwrap();
    by.post(&format!("{map}/supporters"), json!({ "personId": id })).await.expect(201);
}

/// As the list shows a person who is on no map.
fn on_no_map(mut person: Value) -> Value {
    person["mapIds"] = json!([]);
    person
}

#[apply(both_databases)]
#[tokio::test]
async fn an_alias_is_enough_and_other_members_are_unanswered(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let created = world.a.coach.post(&persons(&world), json!({ "alias": "Buurvrouw" })).await.expect(201);
    assert_eq!(created.location(), format!("/v1/persons/{}", created.id()));
    assert_eq!(created["clientId"], world.a.client_id.to_string());
    for member in ["relationship", "lifeDomain", "phone", "email", "note"] {
        assert_eq!(created.json().get(member), Some(&Value::Null), "{member} is there, and null");
    }
    let shown = world.a.client.get(&created.location()).await.expect(200);
    assert_eq!((shown.json(), shown.etag()), (created.json(), created.etag()));
    world.a.client.with("if-none-match", &shown.etag()).get(&created.location()).await.expect(304);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_merge_patch_changes_named_members_and_null_clears_them(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let full = json!({
        "alias": "Anna", "relationship": "friend", "lifeDomain": "leisure", "phone": "06 12345678",
        "email": "anna@example.nl", "note": "Woont ver weg.\nBelt graag.",
    });
    let created = world.a.client.post(&persons(&world), full.clone()).await.expect(201);
    for (member, value) in full.as_object().unwrap() {
        assert_eq!(&created[member], value);
    }
    app.clock.advance(TimeDelta::seconds(5));
    let patch = json!({ "phone": null, "relationship": "neighbour" });
    let path = created.location();
    let changed = world.a.coach.patch(&path, &created.etag(), patch).await.expect(200);
    assert_ne!(changed.etag(), created.etag());
    let mut expected = created.json();
    expected["phone"] = Value::Null;
    expected["relationship"] = json!("neighbour");
    for member in ["etag", "updatedAt"] {
        assert_ne!(changed[member], expected[member], "{member} is of the change");
        expected[member] = changed[member].clone();
    }
    assert_eq!(changed.json(), expected);
    let shown = world.a.client.get(&path).await.expect(200);
    assert_eq!((shown.json(), shown.etag()), (expected, changed.etag()));
}

#[apply(both_databases)]
#[tokio::test]
async fn a_change_needs_the_version_that_was_seen(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let client = &world.a.client;
    let created = client.post(&persons(&world), json!({ "alias": "Anna" })).await.expect(201);
    let (path, seen) = (created.location(), created.etag());
    let patch = || Some(json!({ "alias": "Annie" }));
    client.send(reqwest::Method::PATCH, &path, patch()).await.problem(428, "precondition-required");
    client.send(reqwest::Method::DELETE, &path, None).await.problem(428, "precondition-required");
    client.patch(&path, &seen, json!({ "alias": "Annie" })).await.expect(200);
    client.patch(&path, &seen, json!({ "alias": "Ans" })).await.problem(412, "stale");
    client.delete(&path, &seen).await.problem(412, "stale");
    assert_eq!(client.get(&path).await.expect(200)["alias"], "Annie");
    client.delete(&path, "*").await.expect(204);
    client.get(&path).await.problem(404, "not-found");
    client.delete(&path, "*").await.problem(404, "not-found");
}

#[apply(both_databases)]
#[tokio::test]
async fn every_error_of_a_person_is_reported_at_once(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let body = json!({ "relationship": "boss", "lifeDomain": 3, "phone": "", "nickname": "An" });
    let refused = world.a.client.post(&persons(&world), body).await.problem(400, "invalid-request");
    let errors = refused.errors();
    let wrong = ["/alias required", "/lifeDomain type", "/nickname unknown-member", "/relationship enum"];
    for error in wrong.into_iter().chain(["/phone too-short"]) {
        assert!(errors.contains(&error.to_owned()), "{error} is not among {errors:?}");
    }
    let created = world.a.client.post(&persons(&world), json!({ "alias": "Anna" })).await.expect(201);
    for alias in [Value::Null, json!(""), json!("x".repeat(5000))] {
        let refused = world.a.client.patch(&created.location(), "*", json!({ "alias": alias })).await;
        let errors = refused.problem(400, "invalid-request").errors();
        assert!(errors.iter().all(|error| error.starts_with("/alias ")), "{errors:?}");
    }
    world
        .a
        .client
        .patch(&created.location(), "*", json!({ "clientId": world.a.other_client_id }))
        .await
        .problem(400, "invalid-request");
}

#[apply(both_databases)]
#[tokio::test]
async fn only_the_client_and_the_assigned_coach_can_access_persons(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (a, list) = (&world.a, persons(&world));
    let created = a.client.post(&list, json!({ "alias": "Anna" })).await.expect(201);
    let path = created.location();
    for reader in [&a.client, &a.coach] {
        assert_eq!(reader.all(&list).await, [on_no_map(created.json())]);
    }
    let (new, change) = (json!({ "alias": "x" }), json!({ "alias": "x" }));
    let person = Resource { list: &list, path: &path, etag: &created.etag(), new, change };
    person.is_hidden_from_others(&app, &world).await;
    assert_eq!(a.client.get(&path).await.expect(200).json(), created.json(), "nothing was changed");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_person_only_on_private_maps_is_hidden_from_the_coach(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (client, coach, list) = (&world.a.client, &world.a.coach, persons(&world));
    client.post(&list, json!({ "alias": "Op geen kaart" })).await.expect(201);
    let (open, both) = on_a_map(&world, false, "Op beide").await;
    let (private, secret) = on_a_map(&world, true, "Geheim").await;
    place(client, &private, &both).await;
    assert_eq!(aliases(&client.all(&list).await), ["Op geen kaart", "Op beide", "Geheim"]);
    assert_eq!(aliases(&coach.all(&list).await), ["Op geen kaart", "Op beide"]);
    coach.get(&both).await.expect(200);
    coach.get(&secret).await.problem(404, "not-found");
    coach.patch(&secret, "*", json!({ "alias": "x" })).await.problem(404, "not-found");
    coach.delete(&secret, "*").await.problem(404, "not-found");
    client.get(&secret).await.expect(200);
    // Otherwise creating a supporter would reveal them.
    let id = secret.rsplit('/').next().unwrap();
    let refused = coach.post(&format!("{open}/supporters"), json!({ "personId": id })).await;
    let hidden = refused.problem(409, "unknown-reference").errors();
    let unknown = json!({ "personId": world.a.client_id });
    let refused = coach.post(&format!("{open}/supporters"), unknown).await.problem(409, "unknown-reference");
    assert_eq!((hidden, refused.errors()), (vec!["/personId unknown-reference".to_owned()], refused.errors()));
    place(client, &open, &secret).await;
    coach.get(&secret).await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_person_on_a_map_cannot_be_deleted(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let client = &world.a.client;
    let (map, person) = on_a_map(&world, false, "Anna").await;
    let seen = client.get(&person).await.expect(200).etag();
    client.delete(&person, &seen).await.problem(409, "person-on-map");
    client.delete(&person, "\"99\"").await.problem(412, "stale");
    client.delete(&map, "*").await.expect(204);
    client.get(&person).await.expect(200);
    client.delete(&person, &seen).await.expect(204);
    assert!(client.all(&persons(&world)).await.is_empty());
}

#[apply(both_databases)]
#[tokio::test]
async fn changing_a_person_changes_only_the_maps_they_are_on(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let client = &world.a.client;
    let (first, anna) = on_a_map(&world, false, "Anna").await;
    let (second, _) = on_a_map(&world, false, "Bert").await;
    let (other, _) = on_a_map(&world, false, "Cor").await;
    place(client, &second, &anna).await;
    let mut before = Vec::new();
    for map in [&first, &second, &other] {
        before.push(client.get(map).await.expect(200).etag());
    }
    client.patch(&anna, "*", json!({ "alias": "Annie" })).await.expect(200);
    let after = client.get(&first).await.expect(200);
    assert_eq!(after["persons"][0]["alias"], "Annie");
    assert_ne!(after.etag(), before[0]);
    assert_ne!(client.get(&second).await.expect(200).etag(), before[1]);
    assert_eq!(client.get(&other).await.expect(200).etag(), before[2]);
    client.patch(&anna, "\"1\"", json!({ "alias": "Ans" })).await.problem(412, "stale");
    assert_eq!(client.get(&first).await.expect(200).etag(), after.etag(), "a refused change changes no map");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_repeated_person_is_created_once(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (client, list) = (world.a.client.with("idempotency-key", "person-1"), persons(&world));
    let first = client.post(&list, json!({ "alias": "Anna" })).await.expect(201);
    let again = client.post(&list, json!({ "alias": "Anna" })).await.expect(201);
    assert_eq!((first.json(), first.etag(), first.location()), (again.json(), again.etag(), again.location()));
    client.post(&list, json!({ "alias": "Bert" })).await.problem(422, "idempotency-key-reused");
    let mut all = Vec::new();
    for n in 0..4 {
        all.push(world.a.client.post(&list, json!({ "alias": format!("P{n}") })).await.expect(201).json());
    }
    all.insert(0, first.json());
    let all: Vec<_> = all.into_iter().map(on_no_map).collect();
    assert_eq!(world.a.client.all(&format!("{list}?limit=2")).await, all);
}

#[apply(both_databases)]
#[tokio::test]
async fn persons_list_the_maps_they_are_on(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (client, of) = (&world.a.client, world.a.client_id);
    let (maps, list) = (format!("/v1/clients/{of}/maps"), format!("/v1/clients/{of}/persons"));
    let map = async |private: bool| {
        client.post(&maps, json!({ "theme": "rouw", "private": private })).await.expect(201).location()
    };
    let (open, private) = (map(false).await, map(true).await);
    let placed = client.post(&format!("{open}/supporters"), json!({ "person": { "alias": "Anna" } })).await.expect(201);
    let anna = placed["personId"].clone();
    client.post(&format!("{private}/supporters"), json!({ "personId": anna })).await.expect(201);
    let bram = client.post(&list, json!({ "alias": "Bram" })).await.expect(201);

    let id_of = |map: &str| map.rsplit('/').next().unwrap().to_owned();
    let all = client.get(&list).await.expect(200);
    assert_eq!(all["items"][0]["mapIds"], json!([id_of(&open), id_of(&private)]));
    assert_eq!((&all["items"][1]["id"], &all["items"][1]["mapIds"]), (&json!(bram.id()), &json!([])));
    let seen = world.a.coach.get(&list).await.expect(200);
    assert_eq!(seen["items"][0]["mapIds"], json!([id_of(&open)]), "not even that there is another");
    let unused = client.get(&format!("{list}?unused=true&limit=1")).await.expect(200);
    assert_eq!((unused["items"].as_array().unwrap().len(), &unused["items"][0]["id"]), (1, &json!(bram.id())));
    let refused = client.get(&format!("{list}?unused=yes")).await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/unused type"]);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_person_of_the_past_is_no_helper_and_stays_on_maps_and_cards(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (client, of) = (&world.a.client, world.a.client_id);
    let maps = format!("/v1/clients/{of}/maps");
    let map = async || client.post(&maps, json!({ "theme": "rouw" })).await.expect(201).location();
    let (old, new) = (map().await, map().await);
    let body = json!({ "person": { "alias": "Anna" }, "supports": [{ "supportType": "emotional" }] });
    let placed = client.post(&format!("{old}/supporters"), body).await.expect(201);
    let anna = placed["personId"].clone();
    let card = client.post(&format!("{old}/cards"), json!({})).await.expect(201).location();
    let person = format!("/v1/persons/{}", anna.as_str().unwrap());
    let helpers = format!("/v1/clients/{of}/helpers?supportType=emotional");
    assert_eq!(client.get(&helpers).await.expect(200)["helpers"][0]["alias"], "Anna");

    let gone = client.patch(&person, "*", json!({ "past": true })).await.expect(200);
    assert_eq!(gone["past"], true);
    let found = client.get(&helpers).await.expect(200);
    assert_eq!((&found["helpers"], &found["others"]), (&json!([]), &json!([])));
    let whole = client.get(&old).await.expect(200);
    assert_eq!((&whole["persons"][0]["past"], whole["supporters"].as_array().unwrap().len()), (&json!(true), 1));
    assert!(client.get(&card).await.expect(200).text().contains("Anna"), "a card stays as it was made");

    let refused = client.post(&format!("{new}/supporters"), json!({ "personId": anna })).await;
    assert_eq!(refused.problem(409, "unknown-reference").errors(), ["/personId past"]);
    let content = json!({ "supporters": [{ "id": crate::support::id(), "personId": anna }], "ties": [], "needs": [] });
    let refused = client.put(&format!("{new}/content"), "*", content).await;
    assert_eq!(refused.problem(409, "unknown-reference").errors(), ["/supporters/0/personId past"]);
    client.put(&format!("{old}/content"), "*", whole.json()).await.expect(200);

    client.post(&format!("{old}/cards"), json!({})).await.expect(201);
    let exported = client.get(&format!("/v1/clients/{of}/export")).await.expect(200);
    assert_eq!(exported["persons"][0]["past"], true);
    let past = |card: usize| exported["cards"][card]["content"]["persons"][0]["past"].clone();
    assert_eq!((past(0), past(1)), (Value::Null, json!(true)), "as it was when the card was made");
    let import = format!("/v1/clients/{}/import", world.a.other_client_id);
    world.a.other_client.post(&import, exported.json()).await.expect(200);
    client.patch(&person, "*", json!({ "past": false })).await.expect(200);
    client.post(&format!("{new}/supporters"), json!({ "personId": anna })).await.expect(201);
}
