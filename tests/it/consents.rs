//! `/v1/clients/{clientId}/consents`: what a client allows an external system to receive.

use crate::support::{App, Db, Organisation, both_databases, id};
use rstest_reuse::apply;
use serde_json::{Value, json};

fn path(organisation: &Organisation) -> String {
    format!("/v1/clients/{}/consents", organisation.client_id)
}

/// A consent to an integration other than the seeded one.
fn body(organisation: &Organisation) -> Value {
    json!({
        "integrationId": organisation.ids["receiverId"], "purpose": "read-cards",
        "textVersion": "toestemming-kaarten-2026-11", "textLanguage": "nl",
    })
}

fn with(mut body: Value, name: &str, value: Value) -> Value {
    body[name] = value;
    body
}

#[apply(both_databases)]
#[tokio::test]
async fn a_client_gives_and_withdraws_a_consent(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (a, client) = (&world.a, &world.a.client);
    let receivers = client.all(&format!("/v1/clients/{}/consent-receivers", a.client_id)).await;
    let names: Vec<_> = receivers.iter().map(|receiver| receiver["name"].clone()).collect();
    assert_eq!(names, ["ECD", "Patiëntportaal"]);
    let given = client.post(&path(a), body(a)).await.expect(201);
    assert_eq!(given["receiver"], receivers[1]);
    assert_eq!((&given["manner"], &given["recordedBy"]["id"]), (&json!("own-log-in"), &json!(client.user)));
    assert_eq!((&given["givenAt"], &given["withdrawnAt"]), (&given["recordedAt"], &Value::Null));
    client.post(&path(a), body(a)).await.problem(409, "consent-in-force");
    // Both sides see it.
    for reader in [client, &a.coach] {
        assert_eq!(reader.get(&given.location()).await.expect(200).json(), given.json());
        assert_eq!(reader.all(&path(a)).await.last(), Some(&given.json()));
    }
    let withdrawal = format!("{}/withdrawals", given.location());
    let withdrawn = client.post(&withdrawal, json!({})).await.expect(200);
    assert!(withdrawn["withdrawnAt"].is_string(), "{withdrawn:?}");
    assert_eq!(withdrawn["withdrawnBy"]["id"], json!(client.user));
    // Again, by another: the first stays on record.
    assert_eq!(a.coach.post(&withdrawal, json!({})).await.expect(200).json(), withdrawn.json());
    client.post(&path(a), body(a)).await.expect(201);
    assert_eq!(client.all(&path(a)).await.len(), 3, "with that of the world, and the withdrawn one");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_coach_records_how_and_when_a_consent_was_given(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (a, coach) = (&world.a, &world.a.coach);
    let on_paper = with(body(a), "manner", json!("on-paper"));
    let given =
        coach.post(&path(a), with(on_paper.clone(), "givenAt", json!("2026-01-02T10:00:00Z"))).await.expect(201);
    assert_eq!((&given["manner"], &given["givenAt"]), (&json!("on-paper"), &json!("2026-01-02T10:00:00Z")));
    assert_eq!(given["recordedBy"]["id"], json!(coach.user));
    let future = with(on_paper, "givenAt", json!("2999-01-01T00:00:00Z"));
    for (body, errors) in [
        (body(a), vec!["/manner required"]),
        (with(body(a), "manner", json!("own-log-in")), vec!["/manner forbidden"]),
        (future, vec!["/givenAt in-the-future"]),
        (with(body(a), "purpose", json!("everything")), vec!["/purpose enum"]),
        (
            json!({}),
            vec!["/integrationId required", "/purpose required", "/textLanguage required", "/textVersion required"],
        ),
    ] {
        assert_eq!(coach.post(&path(a), body).await.problem(400, "invalid-request").errors(), errors);
    }
    let said = with(with(body(a), "manner", json!("by-phone")), "givenAt", json!("2026-01-02T10:00:00Z"));
    let refused = a.client.post(&path(a), said).await.problem(403, "forbidden");
    assert_eq!(refused.errors(), ["/givenAt forbidden", "/manner forbidden"]);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_receiver_is_an_integration_of_the_organisation_that_may_read_cards(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (a, b) = (&world.a, &world.b);
    for unknown in [id(), b.ids["receiverId"]] {
        let refused = a.client.post(&path(a), with(body(a), "integrationId", json!(unknown))).await;
        assert_eq!(refused.problem(409, "unknown-reference").errors(), ["/integrationId unknown-reference"]);
    }
    let integration = format!("/v1/integrations/{}", a.ids["receiverId"]);
    for change in [json!({ "scopes": ["clients.read"] }), json!({ "enabled": false })] {
        a.admin.patch(&integration, "*", change).await.expect(200);
        a.client.post(&path(a), body(a)).await.problem(409, "unknown-reference");
        let receivers = a.client.all(&format!("/v1/clients/{}/consent-receivers", a.client_id)).await;
        assert_eq!(receivers.len(), 1, "{receivers:?}");
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_consent_applies_until_it_is_withdrawn(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (a, ecd) = (&world.a, &world.a.integration);
    let cards = format!("/v1/clients/{}/cards", a.client_id);
    let card = format!("/v1/cards/{}", a.open.card);
    let picture = format!("{card}/picture");
    let listed = ecd.all(&cards).await;
    assert_eq!(listed.len(), 2, "not those of the private map: {listed:?}");
    assert_eq!(a.client.all(&cards).await.len(), 4);
    assert_eq!(a.coach.all(&cards).await, listed);
    assert_eq!(ecd.get(&card).await.expect(200)["id"], json!(a.open.card));
    for accept in ["application/pdf", "image/png", "image/svg+xml"] {
        let drawn = ecd.with("accept", accept).get(&picture).await.expect(200);
        assert_eq!(drawn.header("content-type"), accept);
        assert_eq!(ecd.with("accept", accept).get(&card).await.expect(200).header("content-type"), accept);
    }
    let consent = format!("/v1/consents/{}/withdrawals", a.ids["consentId"]);
    for stranger in [&a.other_coach, &a.other_client, &a.admin, &world.b.coach] {
        stranger.post(&consent, json!({})).await.problem(404, "not-found");
    }
    ecd.post(&consent, json!({})).await.problem(404, "not-found");
    a.client.post(&consent, json!({})).await.expect(200);
    for path in [&card, &picture] {
        ecd.get(path).await.problem(404, "not-found");
        ecd.with("accept", "application/pdf").get(path).await.problem(404, "not-found");
    }
    ecd.get(&cards).await.problem(403, "forbidden");
    ecd.get(&format!("/v1/clients/{}", a.client_id)).await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_consent_is_of_one_client_and_one_receiver(db: Db) {
    let (app, world) = App::with_world(db).await;
    let a = &world.a;
    let card = format!("/v1/cards/{}", a.open.card);
    let portal = app.anonymous().bearer(&app.integration_token(a.ids["receiverId"]));
    portal.get(&card).await.problem(404, "not-found");
    a.client.post(&path(a), body(a)).await.expect(201);
    portal.get(&card).await.expect(200);
    for other in [a.other_client_id, a.lone_client_id] {
        a.integration.get(&format!("/v1/clients/{other}/cards")).await.problem(403, "forbidden");
    }
    world.b.integration.get(&card).await.problem(404, "not-found");
    a.coach.post(&path(&world.b), with(body(a), "manner", json!("in-person"))).await.problem(404, "not-found");
    app.anonymous().get(&path(a)).await.problem(401, "not-authenticated");
    a.admin.get(&path(a)).await.problem(403, "forbidden");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_consent_outlives_its_receiver(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let a = &world.a;
    a.admin.delete(&format!("/v1/integrations/{}", a.ids["integrationId"]), "*").await.expect(204);
    let kept = a.client.get(&format!("/v1/consents/{}", a.ids["consentId"])).await.expect(200);
    assert_eq!((&kept["receiver"]["name"], &kept["withdrawnAt"]), (&json!("ECD"), &Value::Null));
}
