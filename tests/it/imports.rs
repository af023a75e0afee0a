//! `POST /v1/clients/{clientId}/import`.

use crate::support::{App, Client, Db, GENERATED, World, both_databases, count, document};
use rstest_reuse::apply;
use serde_json::{Value, json};
use std::time::Duration;

fn import_of(client: impl std::fmt::Display) -> String {
    format!("/v1/clients/{client}/import")
}

/// How many rows there are of everything that an import can add.
pub(crate) async fn rows(app: &App) -> Vec<i64> {
    let mut rows = Vec::new();
    for table in ["person", "map", "supporter", "support", "tie", "need", "agreement", "reflection", "card"] {
        rows.push(count(&app.raw, table).await);
    }
    rows
}

#[apply(both_databases)]
#[tokio::test]
async fn a_document_is_imported_unchanged(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (client, id) = (&world.a.client, world.a.client_id);
    for seed in 1..=GENERATED {
        let sent = document(seed);
        client.post(&import_of(id), sent.clone()).await.expect(200);
        let export = client.get(&format!("/v1/clients/{id}/export")).await.expect(200).json();
        for list in ["persons", "maps", "cards"] {
            assert_eq!(export[list], sent[list], "{list} of {seed}");
        }
        app.bare().await;
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_client_with_data_is_not_imported_into(db: Db) {
    let (app, world) = App::with_world(db).await;
    let before = rows(&app).await;
    let refused = world.a.client.post(&import_of(world.a.client_id), document(1)).await;
    refused.problem(409, "client-not-empty");
    assert_eq!(rows(&app).await, before);
    // With a person and no map too.
    let (client, id) = (&world.a.other_client, world.a.other_client_id);
    client.post(&format!("/v1/clients/{id}/persons"), json!({ "alias": "Anna" })).await.expect(201);
    client.post(&import_of(id), document(1)).await.problem(409, "client-not-empty");
}

#[apply(both_databases)]
#[tokio::test]
async fn lists_longer_than_a_client_has_are_refused(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let peopled = |document: &Value| !document["persons"].as_array().unwrap().is_empty();
    let good = (1..).map(document).find(peopled).unwrap();
    for (list, most) in [("maps", 200), ("persons", 2000)] {
        let mut long = good.clone();
        long[list] = json!(vec![good[list][0].clone(); most + 1]);
        let refused = world.a.client.post(&import_of(world.a.client_id), long).await.problem(400, "invalid-request");
        assert_eq!(refused.errors(), [format!("/{list} too-many")]);
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_repeat_with_the_same_key_imports_once(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let client = world.a.client.with("idempotency-key", "een");
    let first = client.post(&import_of(world.a.client_id), document(2)).await.expect(200);
    let before = rows(&app).await;
    assert_eq!(client.post(&import_of(world.a.client_id), document(2)).await.expect(200).json(), first.json());
    assert_eq!(rows(&app).await, before);
}

#[apply(both_databases)]
#[tokio::test]
async fn every_error_of_a_document_is_reported_at_once(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (client, id) = (&world.a.client, world.a.client_id);
    // A document with a card, exported from another client.
    let other = &world.a.other_client;
    let peopled = |document: &Value| !document["maps"][0]["supporters"].as_array().unwrap().is_empty();
    other.post(&import_of(world.a.other_client_id), (1..).map(document).find(peopled).unwrap()).await.expect(200);
    let map = other.all(&format!("/v1/clients/{}/maps", world.a.other_client_id)).await[0]["id"].clone();
    other.post(&format!("/v1/maps/{}/cards", map.as_str().unwrap()), json!({})).await.expect(201);
    let good = other.get(&format!("/v1/clients/{}/export", world.a.other_client_id)).await.expect(200).json();
    let before = rows(&app).await;

    let mut bad = good.clone();
    let one = bad["maps"][0]["supporters"][0].clone();
    let mut stranger = one.clone();
    stranger["person"] = json!(999);
    let tie = json!({ "supporters": [1, 77], "createdAt": one["createdAt"], "updatedAt": one["updatedAt"] });
    bad["maps"][0]["supporters"] = json!([one, one, stranger]);
    bad["maps"][0]["ties"] = json!([tie]);
    bad["maps"][0]["agreements"] = json!([]);
    bad["maps"][0]["needs"] =
        json!([{ "supportType": "emotional", "level": 1 }, { "supportType": "emotional", "level": 2 }]);
    bad["cards"][0]["content"]["map"]["theme"] = json!("iets anders");
    let mut again = bad["cards"][0].clone();
    again["map"] = json!(1);
    bad["cards"].as_array_mut().unwrap().push(again);
    let refused = client.post(&import_of(id), bad).await.problem(400, "invalid-request");
    let expected = [
        "/cards/0/hash altered",
        "/cards/1/hash altered",
        "/cards/1/number duplicate",
        "/maps/0/needs/1/supportType duplicate",
        "/maps/0/supporters/1/person duplicate",
        "/maps/0/supporters/2/person unknown-reference",
        "/maps/0/ties/0/supporters/1 unknown-reference",
    ];
    assert_eq!(refused.errors(), expected);

    let mut bad = good.clone();
    bad["format"] = json!("omringd-client-9");
    bad["maps"][0]["colour"] = json!("red");
    bad["persons"][0]["profile"]["alias"] = json!("");
    let refused = client.post(&import_of(id), bad).await.problem(400, "invalid-request");
    let mut errors = refused.errors();
    errors.dedup();
    assert!(
        errors.contains(&"/format enum".to_owned()) && errors.contains(&"/maps/0/colour unknown-member".to_owned())
    );
    assert!(errors.contains(&"/persons/0/profile/alias too-short".to_owned()), "{errors:?}");

    let mut bad = good;
    bad["maps"][0]["needs"] = json!([{ "supportType": "dancing", "level": 1 }]);
    let refused = client.post(&import_of(id), bad).await.problem(409, "unknown-reference");
    assert_eq!(refused.errors(), ["/maps/0/needs/0/supportType unknown-reference"]);
    assert_eq!(rows(&app).await, before);
}

/// The same without what only the client may create.
fn open(mut document: Value) -> Value {
    for map in document["maps"].as_array_mut().unwrap() {
        map["private"] = json!(false);
        map["reflections"] = json!([]);
    }
    document
}

#[apply(both_databases)]
#[tokio::test]
async fn a_coach_imports_what_a_coach_may_create(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (coach, path) = (&world.a.coach, import_of(world.a.client_id));
    let document = open(document(4));
    let with = |member: &str, value: Value| {
        let mut changed = document.clone();
        changed["maps"][0][member] = value;
        changed
    };
    coach.post(&path, with("private", json!(true))).await.problem(403, "forbidden");
    let at = "2026-01-01T00:00:00Z";
    let words = json!([{ "text": "Meer dan ik dacht", "createdAt": at, "updatedAt": at }]);
    coach.post(&path, with("reflections", words)).await.problem(403, "forbidden");
    // The client's own export has a card that a coach could have altered.
    let (other, id) = (&world.a.other_client, world.a.other_client_id);
    other.post(&import_of(id), document.clone()).await.expect(200);
    let map = other.all(&format!("/v1/clients/{id}/maps")).await[0]["id"].clone();
    other.post(&format!("/v1/maps/{}/cards", map.as_str().unwrap()), json!({})).await.expect(201);
    let carded = other.get(&format!("/v1/clients/{id}/export")).await.expect(200).json();
    coach.post(&path, carded).await.problem(403, "forbidden");
    world.a.other_coach.post(&path, document.clone()).await.problem(404, "not-found");
    world.a.other_client.post(&path, document.clone()).await.problem(404, "not-found");
    world.a.admin.post(&path, document.clone()).await.problem(403, "forbidden");
    coach.post(&path, document).await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn future_timestamps_and_excessive_numbers_are_refused(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (client, id) = (&world.a.client, world.a.client_id);
    client.post(&import_of(id), large(10)).await.expect(200);
    let map = client.all(&format!("/v1/clients/{id}/maps")).await[0]["id"].as_str().unwrap().to_owned();
    client.post(&format!("/v1/maps/{map}/agreements"), json!({ "text": "Bellen" })).await.expect(201);
    client.post(&format!("/v1/maps/{map}/cards"), json!({})).await.expect(201);
    let good = client.get(&format!("/v1/clients/{id}/export")).await.expect(200).json();
    app.bare().await;
    for thing in [
        "/persons/3",
        "/maps/0",
        "/maps/0/supporters/2",
        "/maps/0/ties/1",
        "/maps/0/agreements/0",
        "/maps/0/reflections/0",
        "/cards/0",
    ] {
        let mut bad = good.clone();
        bad.pointer_mut(thing).unwrap()["createdAt"] = json!("2999-01-01T00:00:00Z");
        let refused = client.post(&import_of(id), bad).await.problem(400, "invalid-request");
        let mut expected = vec![format!("{thing}/createdAt in-the-future"), format!("{thing}/updatedAt before-start")];
        // A card never changes.
        expected.truncate(if thing == "/cards/0" { 1 } else { 2 });
        assert_eq!(refused.errors(), expected);
        if thing != "/cards/0" {
            let mut bad = good.clone();
            bad.pointer_mut(thing).unwrap()["updatedAt"] = json!("2999-01-01T00:00:00Z");
            let refused = client.post(&import_of(id), bad).await.problem(400, "invalid-request");
            assert_eq!(refused.errors(), [format!("{thing}/updatedAt in-the-future")]);
        }
    }
    let numbered = |number: i64| {
        let mut document = good.clone();
        document["cards"][0]["number"] = json!(number);
        document
    };
    let refused = client.post(&import_of(id), numbered(100_001)).await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/cards/0/number too-large"]);
    client.post(&import_of(id), numbered(100_000)).await.expect(200);
    let map = client.all(&format!("/v1/clients/{id}/maps")).await[0]["id"].as_str().unwrap().to_owned();
    client.post(&format!("/v1/maps/{map}/cards"), json!({})).await.expect(201);
    let export = client.get(&format!("/v1/clients/{id}/export")).await.expect(200);
    assert_eq!(export["cards"][1]["number"], 100_001);
}

#[apply(both_databases)]
#[tokio::test]
async fn private_maps_do_not_show_in_the_response_to_a_coachs_import(db: Db) {
    let (app, world) = App::with_bare_world(db).await;
    let (client, coach, id) = (&world.a.client, &world.a.coach, world.a.client_id);
    let document = open(document(4));
    let alike = coach.post(&import_of(id), document.clone()).await.expect(200).json();
    app.bare().await;
    let maps = format!("/v1/clients/{id}/maps");
    let kept = client.post(&maps, json!({ "theme": "dementie", "private": true })).await.expect(201);
    let path = format!("{}/supporters", kept.location());
    client.post(&path, json!({ "person": { "alias": "Anna" } })).await.expect(201);
    // The client sees them, so the response names them.
    client.post(&import_of(id), document.clone()).await.problem(409, "client-not-empty");
    assert_eq!(coach.post(&import_of(id), document.clone()).await.expect(200).json(), alike);
    // Now there is data that the coach sees as well.
    coach.post(&import_of(id), document.clone()).await.problem(409, "client-not-empty");
    let (all, seen) = (client.all(&maps).await.len(), coach.all(&maps).await.len());
    assert_eq!((all, seen), (document["maps"].as_array().unwrap().len() + 1, all - 1));
}

/// A document with so many entries of each kind.
fn large(size: usize) -> Value {
    let at = |mut thing: Value| {
        thing["createdAt"] = json!("2026-01-01T00:00:00Z");
        thing["updatedAt"] = json!("2026-01-01T00:00:00Z");
        thing
    };
    let persons: Vec<_> = (0..size).map(|n| at(json!({ "profile": { "alias": format!("Persoon {n}") } }))).collect();
    let supports = json!([{ "supportType": "emotional" }, { "supportType": "practical" }]);
    let supporters: Vec<_> = (1..=size).map(|n| at(json!({ "person": n, "supports": supports }))).collect();
    let ties: Vec<_> = (1..size).map(|n| at(json!({ "supporters": [n, n + 1] }))).collect();
    let map = at(json!({
        "theme": "dementie", "private": false, "supporters": supporters, "ties": ties,
        "needs": [{ "supportType": "emotional", "level": 1 }], "agreements": [],
        "reflections": [at(json!({ "text": "Veel" }))],
    }));
    let maps: Vec<_> = (0..size / 10).map(|_| map.clone()).collect();
    let client = at(json!({ "name": "Niemand", "externalIdentifiers": [] }));
    json!({
        "format": "omringd-client-1", "exportedAt": "2026-01-01T00:00:00Z", "client": client, "supportTypes": [],
        "persons": persons, "maps": maps, "cards": [],
    })
}

#[tokio::test]
async fn the_statements_of_an_import_and_of_an_export_grow_with_their_parts_alone() {
    let app = App::behind_proxy(Duration::ZERO).await;
    let world = World::seed(&app).await;
    let proxy = app.proxy.clone().unwrap();
    let into = |client: &Client, id, size| {
        let (client, path) = (client.clone(), import_of(id));
        async move { client.post(&path, large(size)).await.expect(200) }
    };
    let (mut imports, mut exports) = (Vec::new(), Vec::new());
    for (client, id, size) in
        [(&world.a.other_client, world.a.other_client_id, 10), (&world.b.other_client, world.b.other_client_id, 120)]
    {
        proxy.reset();
        into(client, id, size).await;
        imports.push(proxy.statements().len());
        let maps = client.all(&format!("/v1/clients/{id}/maps")).await;
        for map in &maps {
            client.post(&format!("/v1/maps/{}/cards", map["id"].as_str().unwrap()), json!({})).await.expect(201);
        }
        proxy.reset();
        let export = client.get(&format!("/v1/clients/{id}/export")).await.expect(200);
        assert_eq!(export["cards"].as_array().unwrap().len(), size / 10);
        exports.push(proxy.statements().len());
    }
    // Beside the first of each: 1,440 supporters, 2,880 supports and 1,428 ties, of 3,000 parameters in a statement.
    assert!(imports[0] < imports[1] && imports[1] <= imports[0] + 24, "{imports:?}");
    // Twelve maps and as many cards are two pages more of each; a page of maps is two statements.
    assert_eq!(exports[0] + 2 * 2 + 2, exports[1], "{exports:?}: {:#?}", proxy.statements());
    assert!(imports[0] <= 20 && exports[0] <= 17, "{imports:?} {exports:?}");
}
