//! Operations that need a recent confirmation of the session.

use super::{PASSWORD, enrolled, log_in, member, still};
use crate::support::{App, Db, both_databases};
use chrono::TimeDelta;
use rstest_reuse::apply;
use serde_json::{Value, json};

#[apply(both_databases)]
#[tokio::test]
async fn sensitive_operations_need_a_recent_confirmation(db: Db) {
    let (app, world) = App::with_world(db).await;
    let _ = member(&app, &world.a, "admin").await;
    let session = log_in(&app, None).await.expect(201);
    app.clock.advance(TimeDelta::minutes(11));
    let admin = still(&app, &session);
    let lone = format!("/v1/clients/{}", world.a.lone_client_id);
    admin.get(&lone).await.expect(200);
    let refused = admin.delete(&lone, "*").await.problem(401, "confirmation-required");
    let challenge = "Bearer error=\"insufficient_user_authentication\", max_age=600";
    assert_eq!(refused.header("www-authenticate"), challenge);
    admin.post("/v1/me/second-factors", json!({ "name": "x" })).await.problem(401, "confirmation-required");
    let confirm_with = async |body: Value| admin.post("/v1/sessions/current/confirmations", body).await;
    let wrong = confirm_with(json!({ "password": "iets anders" })).await.problem(400, "invalid-request");
    assert_eq!(wrong.errors(), ["/password wrong-password"]);
    assert_eq!(confirm_with(json!({ "code": "000000" })).await.expect(400).errors(), ["/code wrong-code"]);
    assert_eq!(confirm_with(json!({})).await.expect(400).errors(), ["/password required"]);
    admin.delete(&lone, "*").await.problem(401, "confirmation-required");
    confirm_with(json!({ "password": PASSWORD })).await.expect(200);
    admin.delete(&lone, "*").await.expect(204);
    // With a second factor, the password no longer suffices.
    let (authenticator, _) = enrolled(&app, &admin).await;
    assert_eq!(confirm_with(json!({ "password": PASSWORD })).await.expect(400).errors(), ["/code required"]);
    confirm_with(json!({ "code": authenticator.next_code(&app) })).await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn an_export_needs_a_recent_confirmation(db: Db) {
    let (app, world) = App::with_world(db).await;
    let export = format!("/v1/clients/{}/export", world.a.client_id);
    world.a.client.get(&export).await.expect(200);
    app.clock.advance(TimeDelta::minutes(11));
    let client = app.anonymous().bearer(&app.token(world.a.client.session, world.a.client.user));
    client.get(&export).await.problem(401, "confirmation-required");
    client.get(&format!("/v1/clients/{}/maps", world.a.client_id)).await.expect(200);
}
