//! A new password must be strong, and changing it invalidates every copy of a token.

use crate::support::{App, Client, Db, both_databases};
use reqwest::Method;
use rstest_reuse::apply;
use serde_json::{Value, json};

const PASSWORD: &str = "een lange zin is sterk";
const EMAIL: &str = "marijke.bos@elders.test";

/// A coach with an account, and an answer to their log-in.
async fn coach(app: &App, admin: &Client) -> Value {
    let invitation = admin.post("/v1/invitations", json!({ "email": EMAIL, "roles": ["coach"] })).await.expect(201);
    let body = json!({ "secret": invitation["secret"], "name": "Marijke Bos", "password": PASSWORD });
    app.anonymous().post("/v1/invitation-acceptances", body).await.expect(201);
    log_in(app, PASSWORD).await
}

async fn log_in(app: &App, password: &str) -> Value {
    app.anonymous().post("/v1/sessions", json!({ "email": EMAIL, "password": password })).await.expect(201).json()
}

async fn refresh(app: &App, token: &Value) -> u16 {
    let form = app.anonymous().with("content-type", "application/x-www-form-urlencoded");
    let body = format!("grant_type=refresh_token&refresh_token={}", token.as_str().unwrap());
    form.raw(Method::POST, "/oauth2/token", body).await.status.as_u16()
}

#[apply(both_databases)]
#[tokio::test]
async fn a_weak_new_password_is_refused(db: Db) {
    let (app, world) = App::with_world(db).await;
    let session = coach(&app, &world.a.admin).await;
    let client = app.anonymous().bearer(session["accessToken"].as_str().unwrap());
    let put = async |client: &Client, new: &str| {
        let body = json!({ "currentPassword": PASSWORD, "newPassword": new });
        client.send(Method::PUT, "/v1/me/password", Some(body)).await
    };
    for new in ["aaaaaaaaaaaa", "password1234", EMAIL, "Organisation A 1", "BosMarijke2026"] {
        let refused = put(&client, new).await.problem(400, "invalid-request");
        assert_eq!(refused.errors(), ["/newPassword guessable"], "{new}");
    }
    for (language, hint) in [("nl", "eigen zin"), ("en", "sentence of your own")] {
        let refused = put(&client.with("accept-language", language), "123456789012").await.expect(400);
        assert!(refused["errors"][0]["detail"].as_str().unwrap().contains(hint), "{}", refused.text());
    }
    put(&client, "vijf groene fietsen").await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn no_account_is_created_with_a_weak_password(db: Db) {
    let (app, world) = App::with_world(db).await;
    let invitation = json!({ "email": EMAIL, "roles": ["coach"] });
    let secret = world.a.admin.post("/v1/invitations", invitation).await.expect(201)["secret"].clone();
    let accept = async |password: &str| {
        let body = json!({ "secret": secret, "name": "Marijke Bos", "password": password });
        app.anonymous().post("/v1/invitation-acceptances", body).await
    };
    for password in ["123456789012", "qwertyuiop12", "Organisation A", "marijkebos12"] {
        let refused = accept(password).await.problem(400, "invalid-request");
        assert_eq!(refused.errors(), ["/password guessable"], "{password}");
    }
    accept(PASSWORD).await.expect(201);
}

#[apply(both_databases)]
#[tokio::test]
async fn after_a_change_only_the_new_refresh_token_is_valid(db: Db) {
    let (app, world) = App::with_world(db).await;
    let session = coach(&app, &world.a.admin).await;
    let client = app.anonymous().bearer(session["accessToken"].as_str().unwrap());
    let body = json!({ "currentPassword": PASSWORD, "newPassword": "vijf groene fietsen" });
    let changed = client.send(Method::PUT, "/v1/me/password", Some(body)).await.expect(200);
    assert_eq!([&changed["tokenType"], &changed["expiresIn"]], [&json!("Bearer"), &json!(600)]);
    assert_eq!(changed.header("cache-control"), "no-store");
    assert_eq!(refresh(&app, &session["refreshToken"]).await, 400, "a copy of the old token");
    // It ended nothing: it may have been another tab of the same user.
    app.anonymous().bearer(changed["accessToken"].as_str().unwrap()).get("/v1/me").await.expect(200);
    assert_eq!(refresh(&app, &changed["refreshToken"]).await, 200);
    log_in(&app, "vijf groene fietsen").await;
}
