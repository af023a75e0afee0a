//! `/v1/organisations`: for the operator.

use crate::support::{App, Db, both_databases, count};
use rstest_reuse::apply;
use serde_json::json;

#[apply(both_databases)]
#[tokio::test]
async fn an_operator_creates_an_organisation_and_its_first_administrator_accepts(db: Db) {
    let (app, world) = App::with_world(db).await;
    let body = json!({ "name": "De Linde", "admin": { "email": "Beheer@Linde.test" } });
    let created = world.operator.post("/v1/organisations", body).await.expect(201);
    assert_eq!(created["status"], "active");
    let shown = world.operator.get(&created.location()).await.expect(200);
    assert_eq!(shown.etag(), created.etag());
    assert!(!shown.text().contains("secret"));
    let secret = created["invitation"]["secret"].as_str().unwrap();
    let body = json!({ "secret": secret, "name": "Bea", "password": "een lange zin is sterk" });
    let accepted = app.anonymous().post("/v1/invitation-acceptances", body).await.expect(201);
    assert_eq!(accepted["organisationId"], created["id"]);
    let user = accepted["userId"].as_str().unwrap().parse().unwrap();
    let admin = app.log_in(user, Some(created.id().parse().unwrap())).await;
    assert_eq!(admin.get("/v1/organisation").await.expect(200)["name"], "De Linde");
    let vocabulary = admin.get("/v1/vocabulary").await.expect(200);
    assert_eq!(vocabulary["supportTypes"].as_array().unwrap().len(), 5);
    assert_eq!(admin.all("/v1/members").await.len(), 1);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_repeated_creation_returns_the_same_secret(db: Db) {
    let (app, world) = App::with_world(db).await;
    let before = count(&app.raw, "organisation").await;
    let operator = world.operator.with("Idempotency-Key", "found-1");
    let body = json!({ "name": "De Linde", "admin": { "email": "beheer@linde.test" } });
    let first = operator.post("/v1/organisations", body.clone()).await.expect(201);
    let second = operator.post("/v1/organisations", body).await.expect(201);
    assert_eq!(first.json(), second.json());
    assert_eq!(count(&app.raw, "organisation").await, before + 1);
}

#[apply(both_databases)]
#[tokio::test]
async fn only_the_operator_can_access_organisations(db: Db) {
    let (app, world) = App::with_world(db).await;
    let body = json!({ "name": "De Linde", "admin": { "email": "beheer@linde.test" } });
    app.anonymous().post("/v1/organisations", body.clone()).await.problem(401, "not-authenticated");
    for actor in [&world.a.admin, &world.a.coach, &world.a.client] {
        actor.post("/v1/organisations", body.clone()).await.problem(403, "forbidden");
        actor.get("/v1/organisations").await.problem(403, "forbidden");
        let path = format!("/v1/organisations/{}", world.a.id);
        actor.get(&path).await.problem(403, "forbidden");
        actor.delete(&path, "*").await.problem(403, "forbidden");
    }
    for path in ["/v1/clients", "/v1/members", "/v1/organisation"] {
        assert_eq!(world.operator.get(path).await.status, 403, "{path}");
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn every_error_of_an_organisation_is_reported_at_once(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let refused = world.operator.post("/v1/organisations", json!({ "name": " ", "admin": { "email": "x" } })).await;
    assert_eq!(refused.problem(400, "invalid-request").errors(), ["/admin/email format", "/name blank"]);
}

#[apply(both_databases)]
#[tokio::test]
async fn members_of_a_suspended_organisation_lose_access_until_it_is_active(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let path = format!("/v1/organisations/{}", world.a.id);
    let etag = world.operator.get(&path).await.expect(200).etag();
    let suspended = world.operator.patch(&path, &etag, json!({ "status": "suspended" })).await.expect(200);
    world.a.admin.get("/v1/clients").await.problem(403, "no-organisation");
    world.b.admin.get("/v1/clients").await.expect(200);
    world.operator.patch(&path, &etag, json!({ "status": "active" })).await.problem(412, "stale");
    world.operator.patch(&path, &suspended.etag(), json!({ "status": "active" })).await.expect(200);
    world.a.admin.get("/v1/clients").await.expect(200);
}
