//! `/v1/integrations`, and what an integration may do.

use crate::support::operations::Operation;
use crate::support::samples::jwks;
use crate::support::{App, Db, Ids, both_databases, count, id};
use reqwest::Method;
use rstest_reuse::apply;
use serde_json::{Value, json};

const PATH: &str = "/v1/integrations";
const SYSTEM: &str = "https://ecd.example.nl/clientnummer";

#[apply(both_databases)]
#[tokio::test]
async fn an_administrator_registers_changes_and_deletes_an_integration(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let admin = &world.a.admin;
    let body = json!({ "name": "ECD", "scopes": ["clients.read"], "jwks": jwks() });
    let created = admin.post(PATH, body).await.expect(201);
    assert_eq!(created.location(), format!("{PATH}/{}", created.id()));
    assert_eq!((&created["enabled"], &created["jwks"], &created["jwksUri"]), (&json!(true), &jwks(), &Value::Null));
    assert_eq!((&created["lastUsedAt"], &created["scopes"]), (&Value::Null, &json!(["clients.read"])));
    let shown = admin.get(&created.location()).await.expect(200);
    assert_eq!((shown.json(), shown.etag()), (created.json(), created.etag()));
    let by_address =
        json!({ "jwksUri": "https://ecd.example.nl/jwks.json", "scopes": ["cards.read", "clients.write"] });
    let changed = admin.patch(&created.location(), &created.etag(), by_address).await.expect(200);
    assert_eq!((&changed["jwks"], &changed["jwksUri"]), (&Value::Null, &json!("https://ecd.example.nl/jwks.json")));
    assert_eq!(admin.all(PATH).await.last(), Some(&changed.json()), "after those of the world");
    admin.delete(&created.location(), &created.etag()).await.problem(412, "stale");
    admin.delete(&created.location(), &changed.etag()).await.expect(204);
    admin.get(&created.location()).await.problem(404, "not-found");
}

#[apply(both_databases)]
#[tokio::test]
async fn only_administrators_of_the_organisation_see_integrations(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (a, b) = (&world.a, &world.b);
    let path = format!("{PATH}/{}", a.ids["integrationId"]);
    let body = json!({ "name": "ECD", "scopes": ["clients.read"], "jwks": jwks() });
    for other in [&a.coach, &a.client] {
        other.get(PATH).await.problem(403, "forbidden");
        other.get(&path).await.problem(404, "not-found");
        other.post(PATH, body.clone()).await.problem(403, "forbidden");
    }
    a.integration.get(PATH).await.problem(403, "forbidden");
    a.integration.get(&path).await.problem(404, "not-found");
    b.admin.get(&path).await.problem(404, "not-found");
    b.admin.delete(&path, "*").await.problem(404, "not-found");
    app.anonymous().get(PATH).await.problem(401, "not-authenticated");
    a.admin.get(&path).await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn every_error_of_an_integration_is_reported(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let admin = &world.a.admin;
    let with = |name: &str, value: Value| {
        let mut body = json!({ "name": "ECD", "scopes": ["clients.read"], "jwks": jwks() });
        body[name] = value;
        body
    };
    let key = jwks()["keys"][0].clone();
    let changed = |name: &str, value: Value| {
        let mut key = key.clone();
        key[name] = value;
        json!({ "keys": [key] })
    };
    for (body, errors) in [
        (json!({}), vec!["/name required", "/scopes required"]),
        (json!({ "name": "ECD", "scopes": ["clients.read"] }), vec!["/jwks required"]),
        (with("jwksUri", json!("https://ecd.example.nl/jwks")), vec!["/jwksUri exclusive"]),
        (with("scopes", json!(["maps.read"])), vec!["/scopes/0 enum"]),
        (with("scopes", json!([])), vec!["/scopes too-few"]),
        (with("scopes", json!(["cards.read", "cards.read"])), vec!["/scopes/1 duplicate"]),
        (with("jwks", json!({ "keys": [] })), vec!["/jwks/keys too-few"]),
        (with("jwks", json!({ "keys": [key, key] })), vec!["/jwks/keys/1/kid duplicate"]),
        (with("jwks", changed("d", json!("private"))), vec!["/jwks/keys/0/d unknown-member"]),
        (with("jwks", changed("kty", json!("oct"))), vec!["/jwks/keys/0 invalid"]),
        (with("jwks", changed("use", json!("enc"))), vec!["/jwks/keys/0 invalid"]),
    ] {
        assert_eq!(admin.post(PATH, body.clone()).await.problem(400, "invalid-request").errors(), errors, "{body}");
    }
    for address in ["http://ecd.example.nl/jwks", "https://user:secret@ecd.example.nl/", "file:///etc/passwd"] {
        let body = json!({ "name": "ECD", "scopes": ["clients.read"], "jwksUri": address });
        assert_eq!(admin.post(PATH, body).await.problem(400, "invalid-request").errors(), ["/jwksUri format"]);
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn an_integration_creates_finds_and_changes_clients_by_their_number(db: Db) {
    let (app, world) = App::with_world(db).await;
    let ecd = &world.a.integration;
    let number = json!({ "system": SYSTEM, "value": "1204" });
    let body = json!({ "name": "Saskia de Wit", "externalIdentifiers": [number] });
    let keyed = ecd.with("idempotency-key", "ecd-1204");
    let created = keyed.post("/v1/clients", body.clone()).await.expect(201);
    assert_eq!(keyed.post("/v1/clients", body).await.expect(201).json(), created.json(), "sent again");
    assert_eq!(world.a.admin.get(&created.location()).await.expect(200).json(), created.json());
    let found = ecd.post("/v1/clients/search", json!({ "externalIdentifier": number })).await.expect(200);
    assert_eq!(found["items"], json!([created.json()]));
    let change = json!({ "name": "Saskia Bakker", "externalIdentifiers": [number, { "system": "x", "value": "1" }] });
    let changed = ecd.patch(&created.location(), &created.etag(), change).await.expect(200);
    assert_eq!(changed["name"], "Saskia Bakker");
    // The event names the integration, which is no user.
    let actors =
        app.raw.column::<uuid::Uuid>("select actor_id from event where action = 'CreateClient'").await.unwrap();
    assert_eq!(actors, [world.a.ids["integrationId"]]);
    ecd.delete(&created.location(), &changed.etag()).await.problem(403, "forbidden");
    // Nobody but it and the administrator writes the numbers.
    let path = format!("/v1/clients/{}", world.a.client_id);
    for other in [&world.a.coach, &world.a.client] {
        let seen = other.get(&path).await.expect(200).etag();
        let refused = other.patch(&path, &seen, json!({ "externalIdentifiers": [] })).await.problem(403, "forbidden");
        assert_eq!(refused.errors(), ["/externalIdentifiers forbidden"]);
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_disabled_integration_can_do_nothing_at_all(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let a = &world.a;
    a.admin.patch(&format!("{PATH}/{}", a.ids["integrationId"]), "*", json!({ "enabled": false })).await.expect(200);
    let ids = Ids::of(a, &a.open);
    for operation in Operation::all() {
        let answer = operation.call(&a.integration, &ids, &ids).await;
        assert_eq!(answer.status, 401, "{}: {}", operation.id, answer.text());
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn scopes_narrow_what_an_integration_may_do_from_its_next_request(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (admin, ecd) = (&world.a.admin, &world.a.integration);
    let path = format!("{PATH}/{}", world.a.ids["integrationId"]);
    let client = format!("/v1/clients/{}", world.a.client_id);
    let card = format!("/v1/cards/{}", world.a.open.card);
    for (scopes, reads_clients, writes_clients, reads_cards) in [
        (json!(["clients.read"]), true, false, false),
        (json!(["clients.write"]), true, true, false),
        (json!(["cards.read"]), false, false, true),
    ] {
        let seen = admin.get(&path).await.expect(200).etag();
        admin.patch(&path, &seen, json!({ "scopes": scopes })).await.expect(200);
        let read = ecd.get(&client).await;
        assert_eq!(read.status.is_success(), reads_clients, "{scopes}");
        let write = ecd.patch(&client, "*", json!({ "preferredName": "Sas" })).await;
        assert_eq!(write.status.is_success(), writes_clients, "{scopes}: {}", write.text());
        assert_eq!(ecd.get(&card).await.status.is_success(), reads_cards, "{scopes}");
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn an_integration_reads_nothing_but_clients_and_their_cards(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (a, ecd) = (&world.a, &world.a.integration);
    for path in [
        format!("/v1/maps/{}", a.open.map),
        format!("/v1/maps/{}/cards", a.open.map),
        format!("/v1/persons/{}", a.open.person),
        format!("/v1/coach-notes/{}", a.ids["coachNoteId"]),
        format!("/v1/consents/{}", a.ids["consentId"]),
        format!("/v1/cards/{}", a.private.card),
    ] {
        ecd.get(&path).await.problem(404, "not-found");
    }
    for path in ["/v1/members", "/v1/caseload", "/v1/organisations"] {
        ecd.get(path).await.problem(403, "forbidden");
    }
    // It has no account and no session.
    for path in ["/v1/me", "/v1/sessions", "/v1/sessions/current"] {
        ecd.get(path).await.problem(401, "not-authenticated");
    }
    ecd.send(Method::DELETE, "/v1/sessions/current", None).await.problem(401, "not-authenticated");
    let sessions = count(&app.raw, "session").await;
    ecd.get(&format!("/v1/clients/{}", world.b.client_id)).await.problem(404, "not-found");
    ecd.get(&format!("/v1/cards/{}", world.b.open.card)).await.problem(404, "not-found");
    assert_eq!(count(&app.raw, "session").await, sessions);
    let unknown = app.anonymous().bearer(&app.integration_token(id()));
    unknown.get("/v1/clients").await.problem(401, "not-authenticated");
    // A person's id is no integration's, and the other way round.
    let crossed = [app.integration_token(a.admin.user), app.token(a.ids["integrationId"], a.ids["integrationId"])];
    for token in crossed {
        app.anonymous().bearer(&token).get("/v1/clients").await.problem(401, "not-authenticated");
    }
}
