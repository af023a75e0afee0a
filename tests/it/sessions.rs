//! Logging in and out, and the tokens of a session.

use crate::support::{App, Db, both_databases};
use rstest_reuse::apply;
use serde_json::{Value, json};

const PASSWORD: &str = "een lange zin is sterk";

/// A user with a password; the seeded world has none.
async fn with_operator(app: &App) -> Result<Value, reqwest::Error> {
    app.operator_account("Beheer@Example.nl", PASSWORD).await;
    let answer = post(app, "/v1/sessions", &json!({ "email": "beheer@example.NL", "password": PASSWORD })).await?;
    assert_eq!(answer.status(), 201);
    answer.json().await
}

async fn post(app: &App, path: &str, body: &Value) -> Result<reqwest::Response, reqwest::Error> {
    reqwest::Client::new().post(format!("http://{}{path}", app.address)).json(body).send().await
}

async fn refresh(app: &App, token: &str) -> (u16, Value) {
    let form = [("grant_type", "refresh_token"), ("refresh_token", token)];
    let url = format!("http://{}/oauth2/token", app.address);
    let answer = reqwest::Client::new().post(url).form(&form).send().await.unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap())
}

async fn me(app: &App, token: &str) -> u16 {
    let url = format!("http://{}/v1/me", app.address);
    reqwest::Client::new().get(url).bearer_auth(token).send().await.unwrap().status().as_u16()
}

fn text(value: &Value, name: &str) -> String {
    value[name].as_str().unwrap().to_owned()
}

#[apply(both_databases)]
#[tokio::test]
async fn a_session_lasts_from_log_in_to_log_out(db: Db) {
    let app = App::spawn(db).await;
    let session = with_operator(&app).await.unwrap();
    let token = text(&session, "accessToken");
    assert_eq!(me(&app, &token).await, 200);
    let url = format!("http://{}/v1/sessions/current", app.address);
    let out = reqwest::Client::new().delete(url).bearer_auth(&token).send().await.unwrap();
    assert_eq!(out.status(), 204);
    assert_eq!(me(&app, &token).await, 401);
    assert_eq!(refresh(&app, &text(&session, "refreshToken")).await.0, 400);
}

#[apply(both_databases)]
#[tokio::test]
async fn an_unknown_user_and_a_wrong_password_get_the_same_response(db: Db) {
    let app = App::spawn(db).await;
    app.operator_account("anna@example.nl", PASSWORD).await;
    let mut answers = Vec::new();
    for email in ["anna@example.nl", "nobody@example.nl"] {
        let answer = post(&app, "/v1/sessions", &json!({ "email": email, "password": "wrong" })).await.unwrap();
        assert_eq!(answer.status(), 401);
        let mut body: Value = answer.json().await.unwrap();
        body["requestId"] = Value::Null;
        answers.push(body);
    }
    assert_eq!(answers[0], answers[1]);
}

#[apply(both_databases)]
#[tokio::test]
async fn an_account_under_attack_is_429_with_retry_after(db: Db) {
    let app = App::spawn(db).await;
    let body = json!({ "email": "nobody@example.nl", "password": "wrong" });
    for _ in 0..10 {
        assert_eq!(post(&app, "/v1/sessions", &body).await.unwrap().status(), 401);
    }
    let refused = post(&app, "/v1/sessions", &body).await.unwrap();
    assert_eq!(refused.status(), 429);
    assert!(refused.headers().contains_key("retry-after") && refused.headers().contains_key("ratelimit"));
}

#[apply(both_databases)]
#[tokio::test]
async fn one_response_has_the_session_user_and_organisation(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (client, of) = (&world.a.client, &world.a);
    let current = client.get("/v1/sessions/current").await.expect(200);
    let me = client.get("/v1/me").await.expect(200);
    assert_eq!(current["user"], json!({ "id": client.user, "name": me["name"] }));
    for member in ["email", "language", "operator"] {
        assert_eq!(current[member], me[member], "{member}");
    }
    assert_eq!((&current["organisation"]["id"], &current["clientId"]), (&json!(of.id), &json!(of.client_id)));
    assert_eq!(current["organisation"]["roles"], json!(["client"]));
    assert_eq!(current["organisations"][0], current["organisation"]);
    assert_eq!(current["id"], client.session.to_string());
    client.with("if-none-match", &current.etag()).get("/v1/sessions/current").await.expect(304);

    let nowhere = app.log_in(client.user, None).await;
    let current = nowhere.get("/v1/sessions/current").await.expect(200);
    assert_eq!((&current["organisation"], &current["clientId"]), (&Value::Null, &Value::Null));
    app.anonymous().get("/v1/sessions/current").await.problem(401, "not-authenticated");
}
