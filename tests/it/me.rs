//! `/v1/me`, `/v1/sessions` and `/oauth2`: the caller's own account, sessions and tokens.

use crate::support::{Answer, App, Client, Db, Organisation, both_databases};
use chrono::TimeDelta;
use domain::accounts::{Email, confirm_email};
use reqwest::Method;
use rstest_reuse::apply;
use serde_json::{Value, json};

const PASSWORD: &str = "een lange zin is sterk";
const EMAIL: &str = "marijke@elders.test";

/// Makes them a coach of the organisation.
async fn invited(app: &App, of: &Organisation) {
    let body = json!({ "email": EMAIL, "roles": ["coach"] });
    let invitation = of.admin.post("/v1/invitations", body).await.expect(201);
    let body = json!({ "secret": invitation["secret"], "name": "Marijke Bos", "password": PASSWORD });
    // The operator confirms that the account is the user's own.
    confirm_email(&app.ports().await, &Email::new(EMAIL).unwrap(), None).await.unwrap();
    app.anonymous().post("/v1/invitation-acceptances", body).await.expect(201);
}

async fn log_in(app: &App, password: &str) -> Answer {
    app.anonymous().post("/v1/sessions", json!({ "email": EMAIL, "password": password })).await
}

fn bearer(app: &App, session: &Answer) -> Client {
    app.anonymous().bearer(session["accessToken"].as_str().unwrap())
}

async fn form(app: &App, path: &str, body: &str) -> Answer {
    let form = app.anonymous().with("content-type", "application/x-www-form-urlencoded");
    form.raw(Method::POST, path, body.to_owned()).await
}

async fn refresh(app: &App, token: &Value) -> Answer {
    let body = format!("grant_type=refresh_token&refresh_token={}", token.as_str().unwrap());
    form(app, "/oauth2/token", &body).await
}

#[apply(both_databases)]
#[tokio::test]
async fn every_user_sees_themself_and_their_memberships(db: Db) {
    let (app, world) = App::with_world(db).await;
    app.anonymous().get("/v1/me").await.problem(401, "not-authenticated");
    let me = world.a.client.get("/v1/me").await.expect(200);
    assert_eq!(me["id"], world.a.client.user.to_string());
    assert_eq!(me["email"], "client@a.test");
    assert_eq!([&me["name"], &me["language"], &me["operator"]], [&json!("client"), &json!("nl"), &json!(false)]);
    let membership = json!([{
        "organisationId": world.a.id, "name": "Organisation A", "roles": ["client"], "clientId": world.a.client_id,
    }]);
    assert_eq!(me["memberships"], membership);
    world.a.client.with("if-none-match", &me.etag()).get("/v1/me").await.expect(304);
    let coach = world.b.coach.get("/v1/me").await.expect(200);
    assert_eq!(coach["memberships"][0]["clientId"], Value::Null);
    let operator = world.operator.get("/v1/me").await.expect(200);
    assert_eq!([&operator["operator"], &operator["memberships"]], [&json!(true), &json!([])]);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_merge_patch_changes_name_and_language(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (me, coach) = ("/v1/me", &world.a.coach);
    let before = coach.get(me).await.expect(200);
    app.clock.advance(TimeDelta::seconds(5));
    let changed = coach.patch(me, &before.etag(), json!({ "language": "en" })).await.expect(200);
    assert_eq!([&changed["name"], &changed["language"]], [&before["name"], &json!("en")]);
    assert_ne!(changed["updatedAt"], before["updatedAt"]);
    assert_eq!(changed["memberships"], before["memberships"]);
    coach.patch(me, &before.etag(), json!({ "name": "x" })).await.problem(412, "stale");
    coach.send(Method::PATCH, me, Some(json!({}))).await.problem(428, "precondition-required");
    app.anonymous().patch(me, "*", json!({ "name": "x" })).await.problem(401, "not-authenticated");
    let named = coach.patch(me, &changed.etag(), json!({ "name": "Zoë" })).await.expect(200);
    let shown = coach.get(me).await.expect(200);
    assert_eq!((shown.json(), shown.etag(), &shown["name"]), (named.json(), named.etag(), &json!("Zoë")));
    let body = json!({ "name": null, "language": "fr", "email": "x@y.test", "operator": true });
    let refused = coach.patch(me, "*", body).await.problem(400, "invalid-request");
    let errors = ["/email unknown-member", "/language enum", "/name type", "/operator unknown-member"];
    assert_eq!(refused.errors(), errors);
    assert_eq!(world.b.coach.get(me).await.expect(200)["name"], "coach", "nobody else changed");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_new_password_ends_every_other_session(db: Db) {
    let (app, world) = App::with_world(db).await;
    invited(&app, &world.a).await;
    let (own, other) = (log_in(&app, PASSWORD).await.expect(201), log_in(&app, PASSWORD).await.expect(201));
    let (client, new) = (bearer(&app, &own), "nog een veel langere zin");
    let put = async |current: &str, new: &str| {
        let body = json!({ "currentPassword": current, "newPassword": new });
        client.send(Method::PUT, "/v1/me/password", Some(body)).await
    };
    let refused = put("iets heel anders", new).await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/currentPassword wrong-password"]);
    let refused = put(PASSWORD, "kort").await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/newPassword too-short"]);
    bearer(&app, &other).get("/v1/me").await.expect(200);
    let tokens = put(PASSWORD, new).await.expect(200);
    client.get("/v1/me").await.expect(200);
    bearer(&app, &other).get("/v1/me").await.problem(401, "not-authenticated");
    assert_eq!(refresh(&app, &other["refreshToken"]).await.expect(400)["error"], "invalid_grant");
    assert_eq!(refresh(&app, &own["refreshToken"]).await.expect(400)["error"], "invalid_grant");
    refresh(&app, &tokens["refreshToken"]).await.expect(200);
    log_in(&app, PASSWORD).await.problem(401, "log-in-refused");
    log_in(&app, new).await.expect(201);
    world.a.coach.get("/v1/me").await.expect(200);
    assert_eq!(client.all("/v1/sessions").await.len(), 2);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_member_of_two_organisations_chooses_one(db: Db) {
    let (app, world) = App::with_world(db).await;
    invited(&app, &world.a).await;
    let one = log_in(&app, PASSWORD).await.expect(201);
    assert_eq!(one["session"]["organisationId"], world.a.id.to_string(), "the only one is chosen");
    invited(&app, &world.b).await;
    let session = log_in(&app, PASSWORD).await.expect(201);
    assert_eq!(session["session"]["organisationId"], Value::Null);
    let mut names: Vec<_> =
        session["organisations"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    names.sort_unstable();
    assert_eq!(names, ["Organisation A", "Organisation B"]);
    let client = bearer(&app, &session);
    client.get("/v1/organisation").await.problem(403, "no-organisation");
    let choose = async |by: &Client, id: uuid::Uuid| {
        let body = json!({ "organisationId": id });
        by.send(Method::PUT, "/v1/sessions/current/organisation", Some(body)).await
    };
    for of in [&world.a, &world.b, &world.a] {
        assert_eq!(choose(&client, of.id).await.expect(200)["organisationId"], of.id.to_string());
        assert_eq!(client.get("/v1/organisation").await.expect(200)["id"], of.id.to_string());
    }
    choose(&client, world.a.client_id).await.problem(404, "not-found");
    choose(&world.a.coach, world.b.id).await.problem(404, "not-found");
    choose(&world.operator, world.b.id).await.problem(404, "not-found");
    choose(&app.anonymous(), world.a.id).await.problem(401, "not-authenticated");
    assert_eq!(client.get("/v1/organisation").await.expect(200)["id"], world.a.id.to_string());
    assert_eq!(bearer(&app, &one).get("/v1/organisation").await.expect(200)["id"], world.a.id.to_string());
}

#[apply(both_databases)]
#[tokio::test]
async fn the_request_after_a_membership_ended_is_refused(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let (admin, coach) = (&world.a.admin, &world.a.coach);
    let member = format!("/v1/members/{}", coach.member.unwrap());
    let (open, before) = (format!("/v1/maps/{}", world.a.open.map), coach.get("/v1/me").await.expect(200).etag());
    coach.get(&open).await.expect(200);
    admin.patch(&member, "*", json!({ "roles": ["coach", "admin"] })).await.expect(200);
    let more = coach.get("/v1/me").await.expect(200);
    assert_ne!(more.etag(), before, "the tag covers the memberships");
    assert_eq!(more["memberships"][0]["roles"], json!(["admin", "coach"]));
    admin.delete(&member, "*").await.expect(204);
    coach.get(&open).await.problem(403, "no-organisation");
    coach.patch(&open, "*", json!({ "theme": "x" })).await.problem(403, "no-organisation");
    let after = coach.get("/v1/me").await.expect(200);
    assert_eq!(after["memberships"], json!([]));
    assert_ne!(after.etag(), more.etag());
    let body = json!({ "organisationId": world.a.id });
    let choice = coach.send(Method::PUT, "/v1/sessions/current/organisation", Some(body)).await;
    choice.problem(404, "not-found");
    let organisation = format!("/v1/organisations/{}", world.a.id);
    world.operator.patch(&organisation, "*", json!({ "status": "suspended" })).await.expect(200);
    assert_eq!(world.a.client.get("/v1/me").await.expect(200)["memberships"], json!([]));
}

#[apply(both_databases)]
#[tokio::test]
async fn a_user_ends_only_their_own_sessions(db: Db) {
    let (app, world) = App::with_world(db).await;
    invited(&app, &world.a).await;
    let mut sessions = Vec::new();
    for _ in 0..3 {
        sessions.push(log_in(&app, PASSWORD).await.expect(201));
    }
    let path = |n: usize| format!("/v1/sessions/{}", sessions[n]["session"]["id"].as_str().unwrap());
    let client = bearer(&app, &sessions[0]);
    let listed = client.all("/v1/sessions?limit=2").await;
    // The first is that of the acceptance.
    assert_eq!(listed.len(), 4);
    let current: Vec<_> = listed.iter().map(|session| session["current"] == true).collect();
    assert_eq!(current, [false, true, false, false]);
    assert_eq!(listed[2]["id"], sessions[1]["session"]["id"]);
    world.a.admin.delete(&path(1), "*").await.problem(404, "not-found");
    client.send(Method::DELETE, &path(1), None).await.expect(204);
    client.send(Method::DELETE, &path(1), None).await.problem(404, "not-found");
    bearer(&app, &sessions[1]).get("/v1/me").await.problem(401, "not-authenticated");
    bearer(&app, &sessions[1]).get("/v1/organisation").await.problem(401, "not-authenticated");
    bearer(&app, &sessions[2]).get("/v1/organisation").await.expect(200);
    client.send(Method::DELETE, "/v1/sessions/current", None).await.expect(204);
    client.get("/v1/sessions").await.problem(401, "not-authenticated");
    assert_eq!(bearer(&app, &sessions[2]).all("/v1/sessions").await.len(), 2);
}

#[apply(both_databases)]
#[tokio::test]
async fn an_access_token_expires_soon_and_a_session_after_half_a_day(db: Db) {
    let (app, world) = App::with_world(db).await;
    invited(&app, &world.a).await;
    let session = log_in(&app, PASSWORD).await.expect(201);
    assert_eq!(session.header("cache-control"), "no-store");
    app.clock.advance(TimeDelta::minutes(11));
    bearer(&app, &session).get("/v1/me").await.problem(401, "not-authenticated");
    let tokens = refresh(&app, &session["refreshToken"]).await.expect(200);
    assert_eq!(tokens.header("cache-control"), "no-store");
    assert_eq!([&tokens["token_type"], &tokens["expires_in"]], [&json!("Bearer"), &json!(600)]);
    app.anonymous().bearer(tokens["access_token"].as_str().unwrap()).get("/v1/organisation").await.expect(200);
    app.clock.advance(TimeDelta::hours(12));
    assert_eq!(refresh(&app, &tokens["refresh_token"]).await.expect(400)["error"], "invalid_grant");
}

#[apply(both_databases)]
#[tokio::test]
async fn the_token_endpoint_refuses_as_rfc_6749_says(db: Db) {
    let (app, world) = App::with_world(db).await;
    invited(&app, &world.a).await;
    let session = log_in(&app, PASSWORD).await.expect(201);
    let token = session["refreshToken"].as_str().unwrap();
    for (body, error) in [
        (String::new(), "invalid_request"),
        ("grant_type=refresh_token".to_owned(), "invalid_request"),
        (format!("refresh_token={token}"), "invalid_request"),
        (format!("grant_type=refresh_token&refresh_token={token}&refresh_token={token}"), "invalid_request"),
        ("grant_type=password&username=x&password=y".to_owned(), "unsupported_grant_type"),
        ("grant_type=refresh_token&refresh_token=nonsense".to_owned(), "invalid_grant"),
    ] {
        let refused = form(&app, "/oauth2/token", &body).await.expect(400);
        assert_eq!(refused["error"], error, "{body}");
        assert!(refused["error_description"].as_str().is_some_and(|text| !text.is_empty()));
        assert_eq!(refused.header("cache-control"), "no-store");
    }
    let json = json!({ "grant_type": "refresh_token", "refresh_token": token });
    assert_eq!(app.anonymous().post("/oauth2/token", json).await.expect(400)["error"], "invalid_request");
    form(&app, "/oauth2/revoke", "token=nonsense").await.expect(200);
    bearer(&app, &session).get("/v1/me").await.expect(200);
    form(&app, "/oauth2/revoke", &format!("token={token}&token_type_hint=refresh_token")).await.expect(200);
    bearer(&app, &session).get("/v1/me").await.problem(401, "not-authenticated");
    assert_eq!(refresh(&app, &session["refreshToken"]).await.expect(400)["error"], "invalid_grant");
    assert_eq!(form(&app, "/oauth2/revoke", "").await.expect(400)["error"], "invalid_request");
}
