//! `/v1/maps/{mapId}/supporters` and `/v1/supporters/{supporterId}`: persons placed on a map.

use crate::support::{Answer, App, Client, Db, Organisation, Resource, both_databases, count, id};
use chrono::TimeDelta;
use rstest_reuse::apply;
use serde_json::{Value, json};

/// Makes an open map for the organisation's client and gives the path of its supporters.
async fn map(of: &Organisation) -> String {
    let maps = format!("/v1/clients/{}/maps", of.client_id);
    let map = of.client.post(&maps, json!({ "theme": "dementie" })).await.expect(201);
    format!("{}/supporters", map.location())
}

async fn place(by: &Client, path: &str, alias: &str) -> Answer {
    by.post(path, json!({ "person": { "alias": alias } })).await.expect(201)
}

async fn person(by: &Client, client: uuid::Uuid) -> String {
    by.post(&format!("/v1/clients/{client}/persons"), json!({ "alias": "Anna" })).await.expect(201).id()
}

#[apply(both_databases)]
#[tokio::test]
async fn a_supporter_needs_only_a_name(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let path = map(&world.a).await;
    let created = place(&world.a.coach, &path, "Anna").await;
    assert_eq!(created.location(), format!("/v1/supporters/{}", created.id()));
    for member in ["closeness", "contactFrequency", "tension", "burden", "supports", "angle"] {
        assert_eq!(created.json().get(member), Some(&Value::Null), "{member} is there, and null");
    }
    let shown = world.a.client.get(&created.location()).await.expect(200);
    assert_eq!((shown.json(), shown.etag()), (created.json(), created.etag()));
    world.a.client.with("if-none-match", &shown.etag()).get(&created.location()).await.expect(304);
    let person = format!("/v1/persons/{}", created["personId"].as_str().unwrap());
    assert_eq!(world.a.client.get(&person).await.expect(200)["alias"], "Anna");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_known_person_is_placed_once_on_each_map(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (client, first, second) = (&world.a.client, map(&world.a).await, map(&world.a).await);
    let body = json!({ "personId": person(client, world.a.client_id).await, "closeness": "middle" });
    let placed = client.post(&first, body.clone()).await.expect(201);
    assert_eq!([&placed["personId"], &placed["closeness"]], [&body["personId"], &body["closeness"]]);
    world.a.coach.post(&first, body.clone()).await.problem(409, "already-on-map");
    client.post(&second, body).await.expect(201);
    assert_eq!((count(&app.raw, "person").await, count(&app.raw, "supporter").await), (1, 2));
}

#[apply(both_databases)]
#[tokio::test]
async fn an_empty_answer_differs_from_no_answer(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (client, path) = (&world.a.client, map(&world.a).await);
    let full = json!({
        "person": { "alias": "Anna" }, "closeness": "inner", "contactFrequency": "daily", "tension": 0, "burden": 4,
        "supports": [
            { "supportType": "practical", "direction": "mutual", "availability": "could-ask" },
            { "supportType": "emotional" },
        ],
    });
    let created = client.post(&path, full.clone()).await.expect(201);
    for member in ["closeness", "contactFrequency", "tension", "burden"] {
        assert_eq!(created[member], full[member], "{member}");
    }
    let supports = json!([
        { "supportType": "emotional", "direction": null, "availability": null },
        { "supportType": "practical", "direction": "mutual", "availability": "could-ask" },
    ]);
    assert_eq!(created["supports"], supports, "in order of type");
    app.clock.advance(TimeDelta::seconds(5));
    let location = created.location();
    let patch = json!({ "tension": null, "contactFrequency": "never" });
    let changed = client.patch(&location, &created.etag(), patch).await.expect(200);
    assert_eq!([&changed["tension"], &changed["contactFrequency"]], [&Value::Null, &json!("never")]);
    assert_eq!([&changed["burden"], &changed["supports"]], [&json!(4), &supports], "left as they were");
    assert_ne!(changed["updatedAt"], created["updatedAt"]);
    for supports in [
        json!([]),
        Value::Null,
        json!([{ "supportType": "appraisal", "direction": null, "availability": "would-not-ask" }]),
    ] {
        client.patch(&location, "*", json!({ "supports": supports })).await.expect(200);
        assert_eq!(client.get(&location).await.expect(200)["supports"], supports);
        let map = client.get(path.strip_suffix("/supporters").unwrap()).await.expect(200);
        assert_eq!(map["supporters"][0]["supports"], supports, "the same on the map");
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn an_angle_is_kept_on_cards_exports_and_saved_maps(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (client, path) = (&world.a.client, map(&world.a).await);
    let map = path.strip_suffix("/supporters").unwrap();
    let placed = json!({ "person": { "alias": "Anna" }, "closeness": "inner", "angle": 359 });
    let created = client.post(&path, placed).await.expect(201);
    assert_eq!(created["angle"], 359);
    let card = client.post(&format!("{map}/cards"), json!({})).await.expect(201).location();
    let picture = async |of: &str| client.get(&format!("{of}?format=svg")).await.expect(200).text();
    let before = picture(&card).await;

    let location = created.location();
    assert_eq!(client.patch(&location, "*", json!({ "burden": 1 })).await.expect(200)["angle"], 359, "left as it was");
    client.patch(&location, "*", json!({ "angle": 90 })).await.expect(200);
    assert_eq!(client.get(&location).await.expect(200)["angle"], 90);
    let whole = client.get(map).await.expect(200);
    assert_eq!(whole["supporters"][0]["angle"], 90);
    let mut content = whole.json();
    content["supporters"][0]["angle"] = json!(180);
    let saved = client.put(&format!("{map}/content"), "*", content).await.expect(200);
    assert_eq!(saved["supporters"][0]["angle"], 180);

    assert_eq!(client.get(&card).await.expect(200)["map"]["supporters"][0]["angle"], 359, "as it was");
    assert_eq!(picture(&card).await, before);
    let export = client.get(&format!("/v1/clients/{}/export", world.a.client_id)).await.expect(200).json();
    assert_eq!(export["maps"][0]["supporters"][0]["angle"], 180);
    let cleared = client.patch(&location, "*", json!({ "angle": null })).await.expect(200);
    assert_eq!(cleared["angle"], Value::Null);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_change_needs_the_version_that_was_seen(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (client, path) = (&world.a.client, map(&world.a).await);
    let created = place(client, &path, "Anna").await;
    let (location, seen) = (created.location(), created.etag());
    let patch = || Some(json!({ "burden": 1 }));
    client.send(reqwest::Method::PATCH, &location, patch()).await.problem(428, "precondition-required");
    client.send(reqwest::Method::DELETE, &location, None).await.problem(428, "precondition-required");
    let changed = world.a.coach.patch(&location, &seen, json!({ "burden": 1 })).await.expect(200);
    client.patch(&location, &seen, json!({ "burden": 2 })).await.problem(412, "stale");
    client.delete(&location, &seen).await.problem(412, "stale");
    assert_eq!(client.get(&location).await.expect(200).json(), changed.json());
    client.delete(&location, &changed.etag()).await.expect(204);
    client.get(&location).await.problem(404, "not-found");
    assert_eq!(count(&app.raw, "person").await, 1, "the person stays");
}

#[apply(both_databases)]
#[tokio::test]
async fn every_error_of_a_supporter_is_reported_with_its_pointer(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (client, path) = (&world.a.client, map(&world.a).await);
    let anna = json!({ "alias": "Anna" });
    let twice = json!([{ "supportType": "emotional" }, { "supportType": "practical" }, { "supportType": "emotional" }]);
    let of = json!([{ "direction": "up", "since": 3 }]);
    for (body, errors) in [
        (json!({}), vec!["/personId required"]),
        (json!({ "personId": null, "person": null }), vec!["/personId required"]),
        (json!({ "personId": world.a.client_id, "person": anna }), vec!["/person exclusive"]),
        (json!({ "personId": "x" }), vec!["/personId format"]),
        (json!({ "person": {} }), vec!["/person/alias required"]),
        (json!({ "person": anna, "tension": 5, "burden": -1 }), vec!["/burden too-small", "/tension too-large"]),
        (json!({ "person": anna, "tension": 1.5 }), vec!["/tension type"]),
        (json!({ "person": anna, "angle": 360 }), vec!["/angle too-large"]),
        (json!({ "person": anna, "angle": -1 }), vec!["/angle too-small"]),
        (json!({ "person": anna, "closeness": "far" }), vec!["/closeness enum"]),
        (json!({ "person": anna, "supports": twice }), vec!["/supports/2/supportType duplicate"]),
        (
            json!({ "person": anna, "supports": of }),
            vec!["/supports/0/direction enum", "/supports/0/since unknown-member", "/supports/0/supportType required"],
        ),
    ] {
        let refused = client.post(&path, body.clone()).await.problem(400, "invalid-request");
        assert_eq!(refused.errors(), errors, "{body}");
    }
    assert_eq!(count(&app.raw, "person").await, 0, "nobody was made");
    let placed = place(client, &path, "Anna").await;
    let refused = client.patch(&placed.location(), "*", json!({ "supports": twice })).await;
    assert_eq!(refused.problem(400, "invalid-request").errors(), ["/supports/2/supportType duplicate"]);
    let refused = client.patch(&placed.location(), "*", json!({ "personId": placed["personId"] })).await;
    assert_eq!(refused.problem(400, "invalid-request").errors(), ["/personId unknown-member"]);
}

#[apply(both_databases)]
#[tokio::test]
async fn unknown_references_are_named(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let path = map(&world.a).await;
    let other_client = person(&world.a.other_client, world.a.other_client_id).await;
    let other_organisation = person(&world.b.client, world.b.client_id).await;
    let nobody = world.a.client_id.to_string();
    for author in [&world.a.client, &world.a.coach] {
        for person in [&other_client, &other_organisation, &nobody] {
            let refused = author.post(&path, json!({ "personId": person })).await;
            assert_eq!(refused.problem(409, "unknown-reference").errors(), ["/personId unknown-reference"]);
        }
    }
    let supports = json!([{ "supportType": "emotional" }, { "supportType": "prayer" }]);
    let body = json!({ "person": { "alias": "Anna" }, "supports": supports });
    let refused = world.a.client.post(&path, body).await.problem(409, "unknown-reference");
    assert_eq!(refused.errors(), ["/supports/1/supportType unknown-reference"]);
    assert_eq!(count(&app.raw, "supporter").await, 0);
    assert_eq!(count(&app.raw, "person").await, 2, "what was refused made nobody");
    let placed = place(&world.a.client, &path, "Anna").await;
    let refused = world.a.client.patch(&placed.location(), "*", json!({ "supports": supports })).await;
    assert_eq!(refused.problem(409, "unknown-reference").errors(), ["/supports/1/supportType unknown-reference"]);
}

#[apply(both_databases)]
#[tokio::test]
async fn only_the_client_and_the_assigned_coach_can_access_a_supporter(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (a, list) = (&world.a, map(&world.a).await);
    let created = place(&a.client, &list, "Anna").await;
    let supporter = Resource {
        list: &list,
        path: &created.location(),
        etag: &created.etag(),
        new: json!({ "person": { "alias": "x" } }),
        change: json!({ "tension": 1 }),
    };
    supporter.is_hidden_from_others(&app, &world).await;
    for reader in [&a.coach, &a.client] {
        assert_eq!(reader.all(&list).await, [created.json()], "nothing was changed");
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_repeated_request_creates_one_supporter(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (client, path) = (world.a.client.with("idempotency-key", "supporter-1"), map(&world.a).await);
    let first = place(&client, &path, "Anna").await;
    let version = client.get(path.strip_suffix("/supporters").unwrap()).await.expect(200).etag();
    let again = place(&client, &path, "Anna").await;
    assert_eq!((first.json(), first.etag(), first.location()), (again.json(), again.etag(), again.location()));
    assert_eq!((count(&app.raw, "person").await, count(&app.raw, "supporter").await), (1, 1));
    let map = client.get(path.strip_suffix("/supporters").unwrap()).await.expect(200);
    assert_eq!(map.etag(), version, "a repeat changes nothing on the map");
    let other = client.post(&path, json!({ "person": { "alias": "Bert" } })).await;
    other.problem(422, "idempotency-key-reused");
    place(&world.a.coach.with("idempotency-key", "supporter-1"), &path, "Anna").await;
    assert_eq!(count(&app.raw, "supporter").await, 2, "another caller's key is another key");
}

#[apply(both_databases)]
#[tokio::test]
async fn deleting_a_supporter_deletes_ties_and_supports(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (client, path) = (&world.a.client, map(&world.a).await);
    let map = path.strip_suffix("/supporters").unwrap();
    let anna = place(client, &path, "Anna").await;
    let bert = place(client, &path, "Bert").await;
    let tie = json!({ "supporterIds": [anna.id(), bert.id()] });
    let tie = client.post(&format!("{map}/ties"), tie).await.expect(201);
    client.patch(&anna.location(), "*", json!({ "supports": [{ "supportType": "emotional" }] })).await.expect(200);
    let agreement = json!({ "text": "Vraag Anna", "supporterId": anna.id() });
    client.post(&format!("{map}/agreements"), agreement).await.expect(201);
    client.delete(&anna.location(), "*").await.expect(204);
    client.get(&tie.location()).await.problem(404, "not-found");
    assert_eq!(client.all(&path).await, [bert.json()]);
    for table in ["support", "tie"] {
        assert_eq!(count(&app.raw, table).await, 0, "{table}");
    }
    let whole = client.get(map).await.expect(200);
    assert_eq!(whole["persons"].as_array().unwrap().len(), 1);
}

#[apply(both_databases)]
#[tokio::test]
async fn the_list_is_paged_and_each_supporter_has_its_supports(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (client, path) = (&world.a.client, map(&world.a).await);
    let mut placed = Vec::new();
    for (n, supports) in
        [Value::Null, json!([]), json!([{ "supportType": "emotional", "direction": null, "availability": null }])]
            .iter()
            .cycle()
            .take(5)
            .enumerate()
    {
        let body = json!({ "person": { "alias": format!("P{n}") }, "supports": supports });
        placed.push(client.post(&path, body).await.expect(201).json());
    }
    assert_eq!(client.all(&format!("{path}?limit=2")).await, placed);
}

#[apply(both_databases)]
#[tokio::test]
async fn of_many_concurrent_requests_one_creates_and_one_changes_a_supporter(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (client, path) = (&world.a.client, map(&world.a).await);
    let placing = json!({ "personId": person(client, world.a.client_id).await });
    let at_once = async |method: &str, path: &str, tag: &str, body: &Value| {
        let method: reqwest::Method = method.parse().unwrap();
        let tries = (0..6).map(|n| {
            let by: &Client = if n % 2 == 0 { &world.a.client } else { &world.a.coach };
            let (by, method, path, body) = (by.with("if-match", tag), method.clone(), path.to_owned(), body.clone());
            tokio::spawn(async move { by.send(method, &path, Some(body)).await.status.as_u16() })
        });
        let mut statuses = Vec::new();
        for attempt in tries.collect::<Vec<_>>() {
            statuses.push(attempt.await.unwrap());
        }
        statuses.sort_unstable();
        statuses
    };
    assert_eq!(at_once("POST", &path, "*", &placing).await, [201, 409, 409, 409, 409, 409]);
    let placed = client.all(&path).await.remove(0);
    let location = format!("/v1/supporters/{}", placed["id"].as_str().unwrap());
    let patch = json!({ "tension": 2, "supports": [{ "supportType": "emotional" }] });
    let tag = placed["etag"].as_str().unwrap();
    assert_eq!(at_once("PATCH", &location, tag, &patch).await, [200, 412, 412, 412, 412, 412]);
    let map = path.strip_suffix("/supporters").unwrap();
    let before = client.get(map).await.expect(200).etag();
    let renamed = format!("/v1/persons/{}", placed["personId"].as_str().unwrap());
    let statuses = at_once("PATCH", &renamed, "\"1\"", &json!({ "alias": "Annie" })).await;
    assert_eq!(statuses, [200, 412, 412, 412, 412, 412]);
    assert_eq!(version(&client.get(map).await.expect(200).etag()), version(&before) + 1, "one change, counted once");
    let needs = json!({ "needs": [{ "supportType": "emotional", "level": 1 }] });
    let seen = client.get(map).await.expect(200).etag();
    let statuses = at_once("PUT", &format!("{map}/needs"), &seen, &needs).await;
    assert_eq!(statuses, [200, 412, 412, 412, 412, 412]);
    let anew = at_once("PATCH", &location, "*", &json!({ "burden": 1 })).await;
    assert!(anew.iter().all(|status| matches!(status, 200 | 412)) && anew[0] == 200, "{anew:?}");
    assert_eq!(count(&app.raw, "support").await, 1);
}

fn version(etag: &str) -> i64 {
    etag.trim_matches('"').parse().unwrap()
}

#[apply(both_databases)]
#[tokio::test]
async fn a_supporter_includes_the_person(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (client, of) = (&world.a.client, world.a.client_id);
    let map = client.post(&format!("/v1/clients/{of}/maps"), json!({ "theme": "rouw" })).await.expect(201).location();
    let list = format!("{map}/supporters");
    let placed = client.post(&list, json!({ "person": { "alias": "Anna", "phone": "0612345678" } })).await.expect(201);
    let person = client.get(&format!("/v1/persons/{}", placed["personId"].as_str().unwrap())).await.expect(200);
    assert_eq!(placed["person"], person.json());
    for answer in [
        client.get(&placed.location()).await.expect(200),
        client.patch(&placed.location(), &placed.etag(), json!({ "closeness": "inner" })).await.expect(200),
    ] {
        assert_eq!(answer["person"], person.json());
    }
    assert_eq!(client.get(&list).await.expect(200)["items"][0]["person"], person.json());
    let known = client.post(&format!("/v1/clients/{of}/persons"), json!({ "alias": "Bram" })).await.expect(201);
    let placed = client.post(&list, json!({ "personId": known.id() })).await.expect(201);
    assert_eq!(placed["person"], known.json());
}

#[apply(both_databases)]
#[tokio::test]
async fn a_supporter_can_be_created_under_an_id_of_the_caller(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (client, map) = (&world.a.client, world.a.open.map);
    let at = |id: &dyn std::fmt::Display| format!("/v1/supporters/{id}");
    let new = client.with("if-none-match", "*");
    let (mine, body) = (id(), json!({ "mapId": map, "person": { "alias": "Els" }, "closeness": "outer" }));
    let put = async |by: &Client, path: &str| by.send(reqwest::Method::PUT, path, Some(body.clone())).await;
    let made = put(&new, &at(&mine)).await.expect(201);
    assert_eq!((made.id(), made.location()), (mine.to_string(), at(&mine)));
    let shown = client.get(&at(&mine)).await.expect(200);
    assert_eq!((shown.json(), shown.etag()), (made.json(), made.etag()));
    let map_now = client.get(&format!("/v1/maps/{map}")).await.expect(200);
    assert_eq!(made.header("map-etag"), map_now.etag());

    // Taken is taken: on the same map, on one that the caller sees, and by another client.
    put(&new, &at(&mine)).await.problem(409, "id-taken");
    put(&new, &at(&world.a.private.supporter)).await.problem(409, "id-taken");
    put(&world.a.coach.with("if-none-match", "*"), &at(&world.a.private.supporter)).await.problem(409, "id-taken");
    put(&world.b.coach.with("if-none-match", "*"), &at(&id())).await.problem(404, "not-found");
    for by in [client.without("if-none-match"), client.with("if-none-match", "\"1\""), client.with("if-match", "*")] {
        put(&by, &at(&id())).await.problem(428, "if-none-match-required");
    }
    let refused = put(&new, &at(&uuid::Uuid::from_u128(7))).await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/supporterId format"]);

    // A repeat that names the person gets the same response: the id is taken.
    let again = json!({ "mapId": map, "personId": made["personId"] });
    new.send(reqwest::Method::PUT, &at(&mine), Some(again)).await.problem(409, "id-taken");

    // The same id again is never the same version.
    client.delete(&at(&mine), &made.etag()).await.expect(204);
    app.clock.advance(TimeDelta::milliseconds(1));
    assert_ne!(put(&new, &at(&mine)).await.expect(201).etag(), made.etag());
}
