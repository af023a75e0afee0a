//! `/v1/organisation`: the organisation of the session.

use crate::support::{App, Db, both_databases};
use rstest_reuse::apply;
use serde_json::json;

#[apply(both_databases)]
#[tokio::test]
async fn every_member_reads_it_and_an_administrator_renames_it(db: Db) {
    let (app, world) = App::with_world(db).await;
    app.anonymous().get("/v1/organisation").await.problem(401, "not-authenticated");
    for actor in [&world.a.admin, &world.a.coach, &world.a.client] {
        assert_eq!(actor.get("/v1/organisation").await.expect(200)["name"], "Organisation A");
    }
    let etag = world.a.admin.get("/v1/organisation").await.etag();
    for actor in [&world.a.coach, &world.a.client] {
        actor.patch("/v1/organisation", &etag, json!({ "name": "X" })).await.problem(403, "forbidden");
    }
    let renamed = world.a.admin.patch("/v1/organisation", &etag, json!({ "name": "De Linde" })).await.expect(200);
    assert_eq!(renamed["name"], "De Linde");
    world.a.admin.patch("/v1/organisation", &etag, json!({ "name": "X" })).await.problem(412, "stale");
    assert_eq!(world.b.admin.get("/v1/organisation").await.expect(200)["name"], "Organisation B");
}

#[apply(both_databases)]
#[tokio::test]
async fn an_administrator_does_not_decide_the_status(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let refused = world.a.admin.patch("/v1/organisation", "*", json!({ "status": "suspended" })).await;
    assert_eq!(refused.problem(400, "invalid-request").errors(), ["/status unknown-member"]);
}

#[apply(both_databases)]
#[tokio::test]
async fn members_see_the_number_that_clients_can_call(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (admin, client) = (&world.a.admin, &world.a.client);
    let session = async || client.get("/v1/sessions/current").await.expect(200).json();
    assert_eq!(
        (&session().await["organisation"]["call"], &admin.get("/v1/organisation").await["phone"]),
        (&json!(null), &json!(null))
    );
    let changed =
        admin.patch("/v1/organisation", "*", json!({ "phone": "030 123 45 67 (dag en nacht)" })).await.expect(200);
    assert_eq!(changed["phone"], "030 123 45 67 (dag en nacht)");
    assert_eq!(client.get("/v1/organisation").await.expect(200)["phone"], changed["phone"]);
    assert_eq!(session().await["organisation"]["call"], "tel:+31301234567");
    // Another change leaves it, null removes it.
    admin.patch("/v1/organisation", "*", json!({ "name": "De Linde" })).await.expect(200);
    assert_eq!(session().await["organisations"][0]["call"], "tel:+31301234567");
    admin.patch("/v1/organisation", "*", json!({ "phone": null })).await.expect(200);
    assert_eq!(session().await["organisation"]["call"], json!(null));
    let refused = admin.patch("/v1/organisation", "*", json!({ "phone": "" })).await;
    assert_eq!(refused.problem(400, "invalid-request").errors(), ["/phone too-short"]);
}
