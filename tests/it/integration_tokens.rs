//! `/v1/integrations/{integrationId}/tokens` and `/v1/integration-tokens`.

use crate::support::{App, Client, Db, Organisation, both_databases};
use chrono::TimeDelta;
use rstest_reuse::apply;
use serde_json::{Value, json};

const USERS: &str = "/scim/v2/Users";

/// A new integration for provisioning; returns its address.
async fn integration(of: &Organisation) -> String {
    let body = json!({ "name": "Entra ID", "scopes": ["members.write"] });
    of.admin.post("/v1/integrations", body).await.expect(201).location()
}

async fn works(app: &App, secret: &Value) -> bool {
    let status = app.anonymous().bearer(secret.as_str().unwrap()).get(USERS).await.status;
    assert!(status == 200 || status == 401, "{status}");
    status == 200
}

#[apply(both_databases)]
#[tokio::test]
async fn an_administrator_makes_lists_and_deletes_tokens(db: Db) {
    let (app, world) = App::with_world(db).await;
    let admin = &world.a.admin;
    let tokens = format!("{}/tokens", integration(&world.a).await);
    let keyed = admin.with("idempotency-key", "een");
    let first = keyed.post(&tokens, json!({ "validDays": 30 })).await.expect(201);
    assert_eq!(keyed.post(&tokens, json!({ "validDays": 30 })).await.expect(201).json(), first.json(), "sent again");
    assert_eq!(first["secret"].as_str().unwrap().len(), 43);
    let second = admin.post(&tokens, json!({})).await.expect(201);
    admin.post(&tokens, json!({})).await.problem(409, "too-many-tokens");
    let listed = admin.get(&tokens).await.expect(200);
    assert_eq!(listed["items"].as_array().unwrap().len(), 2);
    assert!(!listed.text().contains(first["secret"].as_str().unwrap()));
    let stored: Vec<Vec<u8>> = app.raw.column("select hash from integration_token").await.unwrap();
    assert!(stored.iter().all(|hash| hash != first["secret"].as_str().unwrap().as_bytes()));
    assert!(works(&app, &first["secret"]).await && works(&app, &second["secret"]).await);
    let used = admin.get(&tokens).await.expect(200);
    assert!(!used["items"][0]["lastUsedAt"].is_null());
    let of_first = format!("/v1/integration-tokens/{}", first["id"].as_str().unwrap());
    admin.delete(&of_first, "*").await.expect(204);
    admin.delete(&of_first, "*").await.problem(404, "not-found");
    assert!(!works(&app, &first["secret"]).await && works(&app, &second["secret"]).await);
    for days in [0, 731] {
        let refused = admin.post(&tokens, json!({ "validDays": days })).await.problem(400, "invalid-request");
        assert!(refused.errors()[0].starts_with("/validDays"), "{days}");
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_token_ends_with_its_term_its_integration_and_its_organisation(db: Db) {
    let (app, world) = App::with_world(db).await;
    let admin = &world.a.admin;
    let path = integration(&world.a).await;
    let tokens = format!("{path}/tokens");
    let short = admin.post(&tokens, json!({ "validDays": 1 })).await.expect(201)["secret"].clone();
    let long = admin.post(&tokens, json!({})).await.expect(201)["secret"].clone();
    assert!(works(&app, &short).await && works(&app, &long).await);
    let seen = admin.get(&path).await.expect(200).etag();
    let off = admin.patch(&path, &seen, json!({ "enabled": false })).await.expect(200);
    assert!(!works(&app, &long).await);
    let on = admin.patch(&path, &off.etag(), json!({ "enabled": true })).await.expect(200);
    assert!(works(&app, &long).await);
    admin.delete(&path, &on.etag()).await.expect(204);
    assert!(!works(&app, &long).await && !works(&app, &short).await);
    let tokens = format!("{}/tokens", integration(&world.a).await);
    let short = admin.post(&tokens, json!({ "validDays": 1 })).await.expect(201)["secret"].clone();
    let long = admin.post(&tokens, json!({})).await.expect(201)["secret"].clone();
    app.clock.advance(TimeDelta::hours(25));
    assert!(!works(&app, &short).await && works(&app, &long).await);
    app.raw.run("update organisation set status = 'suspended'").await.unwrap();
    assert!(!works(&app, &long).await);
}

#[apply(both_databases)]
#[tokio::test]
async fn only_administrators_of_the_organisation_manage_tokens(db: Db) {
    let (app, world) = App::with_world(db).await;
    let tokens = format!("{}/tokens", integration(&world.a).await);
    let issued = world.a.admin.post(&tokens, json!({})).await.expect(201);
    let path = format!("/v1/integration-tokens/{}", issued["id"].as_str().unwrap());
    app.anonymous().get(&tokens).await.problem(401, "not-authenticated");
    let others: [&Client; 3] = [&world.a.coach, &world.a.client, &world.a.integration];
    for other in others {
        other.get(&tokens).await.problem(403, "forbidden");
        other.post(&tokens, json!({})).await.problem(403, "forbidden");
        other.delete(&path, "*").await.problem(404, "not-found");
    }
    world.b.admin.get(&tokens).await.problem(404, "not-found");
    world.b.admin.post(&tokens, json!({})).await.problem(404, "not-found");
    world.b.admin.delete(&path, "*").await.problem(404, "not-found");
    // An integration needs keys for any other scope.
    let body = json!({ "name": "ECD", "scopes": ["members.write", "clients.read"] });
    assert_eq!(
        world.a.admin.post("/v1/integrations", body).await.problem(400, "invalid-request").errors(),
        ["/jwks required"]
    );
}
