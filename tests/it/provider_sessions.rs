//! Sessions that an identity provider began: where they are, what they may do, and when they end.

use crate::support::fake_provider::{FakeProvider, prove};
use crate::support::machines::send;
use crate::support::{Answer, App, Client, Db, Organisation, World, both_databases};
use reqwest::Method;
use rstest_reuse::apply;
use serde_json::{Value, json};

const PASSWORD: &str = "een lange zin is sterk";
const EMAIL: &str = "marijke@a.test";

async fn setting(db: Db, more: Value) -> (App, World, FakeProvider, String) {
    let fake = FakeProvider::start(false);
    let origin = fake.issuer.clone().try_into().unwrap();
    let (app, world) = App::with_world_and(db, |settings| settings.internal_origins = vec![origin]).await;
    let provider = fake.register(&world.a.admin, more).await;
    prove(&world.a.admin, "a.test").await;
    (app, world, fake, provider)
}

/// Makes the user a member in this role.
async fn join(app: &App, of: &Organisation, role: &str) {
    let invitation = of.admin.post("/v1/invitations", json!({ "email": EMAIL, "roles": [role] })).await.expect(201);
    let body = json!({ "secret": invitation["secret"], "name": "Marijke Bos", "password": PASSWORD });
    app.anonymous().post("/v1/invitation-acceptances", body).await.expect(201);
    app.raw.run("update user_account set email_confirmed_at = created_at").await.unwrap();
}

fn bearer(app: &App, session: &Answer) -> Client {
    app.anonymous().bearer(session["accessToken"].as_str().unwrap())
}

async fn by_password(app: &App) -> Client {
    let session = app.anonymous().post("/v1/sessions", json!({ "email": EMAIL, "password": PASSWORD })).await;
    bearer(app, &session.expect(201))
}

fn verified() -> Value {
    json!({ "email": EMAIL, "email_verified": true })
}

#[apply(both_databases)]
#[tokio::test]
async fn a_hostile_provider_opens_no_other_organisation_and_does_not_touch_the_account(db: Db) {
    let (app, world, fake, provider) = setting(db, json!({})).await;
    join(&app, &world.a, "coach").await;
    join(&app, &world.b, "admin").await;
    app.raw.run(&format!("update user_account set operator = true where email = '{EMAIL}'")).await.unwrap();
    let session = fake.log_in(&app, &provider, "evil", verified()).await.expect(201);
    let names = |answer: &Answer| answer["organisations"].as_array().unwrap().len();
    assert_eq!((names(&session), &session["organisations"][0]["id"]), (1, &json!(world.a.id)));
    let by = bearer(&app, &session);
    let current = by.get("/v1/sessions/current").await.expect(200);
    assert_eq!((names(&current), &current["organisation"]["id"]), (1, &json!(world.a.id)));
    by.get("/v1/clients").await.expect(200);
    // Not the other organisation, nor the platform.
    let choose = json!({ "organisationId": world.b.id });
    by.put("/v1/sessions/current/organisation", "*", choose).await.problem(404, "not-found");
    by.put("/v1/sessions/current/organisation", "*", json!({ "organisationId": world.a.id })).await.expect(200);
    by.get("/v1/organisations").await.problem(403, "forbidden");
    by.get("/v1/members").await.problem(403, "forbidden");
    // Not the account.
    let confirmation = |answer: Answer| drop(answer.problem(401, "confirmation-required"));
    confirmation(by.patch("/v1/me", "*", json!({ "name": "Eve" })).await);
    let change = json!({ "currentPassword": PASSWORD, "newPassword": "een andere lange zin" });
    confirmation(by.put("/v1/me/password", "*", change).await);
    confirmation(by.post("/v1/me/second-factors", json!({ "name": "Evil" })).await);
    confirmation(by.get("/v1/me/second-factors").await);
    confirmation(by.get("/v1/sessions").await);
    confirmation(by.send(Method::DELETE, &format!("/v1/sessions/{}", world.a.coach.session), None).await);
    confirmation(by.get("/v1/me/identities").await);
    confirmation(by.post("/v1/me/identity-requests", json!({ "providerId": provider })).await);
    // The user's own password confirms that it is them; the session stays where it is.
    let wrong = json!({ "password": "een verkeerd wachtwoord" });
    by.post("/v1/sessions/current/confirmations", wrong).await.problem(400, "invalid-request");
    confirmation(by.get("/v1/sessions").await);
    let confirmed = by.post("/v1/sessions/current/confirmations", json!({ "password": PASSWORD })).await.expect(200);
    assert_eq!(names(&confirmed), 1);
    by.get("/v1/sessions").await.expect(200);
    by.put("/v1/sessions/current/organisation", "*", json!({ "organisationId": world.b.id }))
        .await
        .problem(404, "not-found");
    by.get("/v1/organisations").await.problem(403, "forbidden");
    by.send(Method::DELETE, "/v1/sessions/current", None).await.expect(204);
    // A log-in with the password is in both.
    assert_eq!(names(&by_password(&app).await.get("/v1/sessions/current").await.expect(200)), 2);
}

#[apply(both_databases)]
#[tokio::test]
async fn the_database_refuses_a_confined_session_in_another_organisation(db: Db) {
    let (app, world, fake, provider) = setting(db, json!({})).await;
    join(&app, &world.a, "coach").await;
    join(&app, &world.b, "coach").await;
    fake.log_in(&app, &provider, "s-1", verified()).await.expect(201);
    let name = "(select id from organisation where name = 'Organisation B')";
    let moved = format!("update session set organisation_id = {name} where confined_to is not null");
    assert!(app.raw.run(&moved).await.unwrap_err().to_string().to_lowercase().contains("check"));
}

#[apply(both_databases)]
#[tokio::test]
async fn a_provider_session_never_has_the_role_client(db: Db) {
    let (app, world, fake, provider) = setting(db, json!({})).await;
    // An employee who is a client too: an administrator could make the provider assert them.
    let user = world.a.client.user;
    let member = "update member set coach = true where client and user_id in (select user_id from client)";
    app.raw.run(member).await.unwrap();
    app.raw.run("update user_account set email_confirmed_at = created_at").await.unwrap();
    let claims = json!({ "email": "client@a.test", "email_verified": true });
    let session = fake.log_in(&app, &provider, "s-1", claims).await.expect(201);
    assert_eq!(session["organisations"][0]["roles"], json!(["coach"]));
    let by = bearer(&app, &session);
    let current = by.get("/v1/sessions/current").await.expect(200);
    assert_eq!((&current["user"]["id"], &current["clientId"]), (&json!(user), &Value::Null));
    by.get(&format!("/v1/clients/{}", world.a.client_id)).await.problem(404, "not-found");
    by.get(&format!("/v1/maps/{}", world.a.private.map)).await.problem(404, "not-found");
    world.a.client.get(&format!("/v1/maps/{}", world.a.private.map)).await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn sessions_end_with_the_provider_the_identity_and_the_membership(db: Db) {
    let (app, world, fake, provider) = setting(db, json!({})).await;
    join(&app, &world.a, "coach").await;
    let admin = &world.a.admin;
    let path = format!("/v1/identity-providers/{provider}");
    let live = async |claims: Value| bearer(&app, &fake.log_in(&app, &provider, "s-1", claims).await.expect(201));
    let over = async |by: &Client| drop(by.get("/v1/sessions/current").await.problem(401, "not-authenticated"));
    let by = live(verified()).await;
    admin.patch(&path, "*", json!({ "name": "Andere naam" })).await.expect(200);
    by.get("/v1/clients").await.expect(200);
    admin.patch(&path, "*", json!({ "enabled": false })).await.expect(200);
    over(&by).await;
    app.anonymous().post("/v1/provider-log-ins", json!({ "providerId": provider })).await.problem(404, "not-found");
    admin.patch(&path, "*", json!({ "enabled": true })).await.expect(200);
    over(&by).await;
    let by = live(json!({})).await;
    let identities = admin.all("/v1/member-identities").await;
    let identity = identities.iter().find(|it| it["user"]["name"] == "Marijke Bos").unwrap();
    let unlink = format!("/v1/member-identities/{}", identity["id"].as_str().unwrap());
    admin.send(Method::DELETE, &unlink, None).await.expect(204);
    over(&by).await;
    // Without the row that ends it, the statement that authenticates refuses the session all the same.
    let by = live(verified()).await;
    app.raw.run("delete from provider_identity where subject = 's-1'").await.unwrap();
    by.get("/v1/clients").await.problem(403, "no-organisation");
    let by = live(verified()).await;
    let members = admin.all("/v1/members").await;
    let member = members.iter().find(|it| it["email"] == EMAIL).unwrap()["id"].as_str().unwrap().to_owned();
    admin.delete(&format!("/v1/members/{member}"), "*").await.expect(204);
    by.get("/v1/clients").await.problem(403, "no-organisation");
    let refused = fake.log_in(&app, &provider, "s-1", verified()).await;
    refused.problem(401, "log-in-refused");
    join(&app, &world.a, "coach").await;
    let by = live(verified()).await;
    admin.delete(&path, "*").await.expect(204);
    over(&by).await;
}

#[apply(both_databases)]
#[tokio::test]
async fn a_second_factor_at_the_provider_counts_if_the_organisation_says_so(db: Db) {
    let (app, world, fake, provider) = setting(db, json!({})).await;
    join(&app, &world.a, "coach").await;
    let path = format!("/v1/identity-providers/{provider}");
    app.raw.run("update organisation set coaches_need_second_factor = true").await.unwrap();
    let state = async |more: Value| {
        let mut claims = verified();
        claims.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let session = fake.log_in(&app, &provider, "s-1", claims).await.expect(201);
        let clients = bearer(&app, &session).get("/v1/clients").await.status.as_u16();
        (session["secondFactor"].as_str().unwrap().to_owned(), clients)
    };
    let mfa = || json!({ "amr": ["pwd", "mfa"] });
    assert_eq!(state(mfa()).await, ("missing".to_owned(), 403), "not trusted");
    world.a.admin.patch(&path, "*", json!({ "trustsSecondFactor": true })).await.expect(200);
    assert_eq!(state(json!({ "amr": ["pwd"] })).await, ("missing".to_owned(), 403));
    assert_eq!(state(json!({ "amr": "mfa" })).await, ("missing".to_owned(), 403), "not a list");
    assert_eq!(state(mfa()).await, ("given".to_owned(), 200));
    world.a.admin.patch(&path, "*", json!({ "secondFactorAcr": "gold" })).await.expect(200);
    assert_eq!(state(mfa()).await, ("missing".to_owned(), 403), "another level is asked for");
    assert_eq!(state(json!({ "acr": "gold" })).await, ("given".to_owned(), 200));
}

#[apply(both_databases)]
#[tokio::test]
async fn a_provider_ends_sessions_by_subject_or_by_session_and_a_token_counts_once(db: Db) {
    let (app, world, fake, provider) = setting(db, json!({})).await;
    join(&app, &world.a, "coach").await;
    let live = async |sid: &str| {
        let mut claims = verified();
        claims["sid"] = json!(sid);
        bearer(&app, &fake.log_in(&app, &provider, "s-1", claims).await.expect(201))
    };
    let status = async |by: &Client| by.get("/v1/sessions/current").await.status.as_u16();
    let base = format!("http://{}", app.address);
    let path = format!("/oauth2/backchannel-logout/{provider}");
    let log_out = async |token: &str| send(&base, &path, &[("logout_token", token)]).await.0.as_u16();
    let (one, two) = (live("a").await, live("b").await);
    for (more, what) in [
        (json!({}), "neither subject nor session"),
        (json!({ "sub": "s-1", "nonce": "n" }), "an ID token"),
        (json!({ "sub": "s-1", "events": {} }), "no event"),
        (json!({ "sub": "s-1", "events": null }), "no events"),
        (json!({ "sub": "s-1", "aud": "other" }), "another audience"),
        (json!({ "sub": "s-1", "iss": "https://elsewhere.test" }), "another issuer"),
        (json!({ "sub": "s-1", "jti": null }), "no id"),
        (json!({ "sub": "s-1", "exp": null }), "no expiry"),
        (json!({ "sub": "s-1", "iat": null }), "no time"),
    ] {
        assert_eq!(log_out(&fake.logout_token(&app, more)).await, 400, "{what}");
    }
    let stranger = FakeProvider::start(false);
    let forged = stranger.logout_token(&app, json!({ "sub": "s-1", "iss": fake.issuer }));
    assert_eq!(log_out(&forged).await, 400, "another key");
    assert_eq!(send(&base, &path, &[]).await.0, 400);
    assert_eq!((status(&one).await, status(&two).await), (200, 200));
    assert_eq!(log_out(&fake.logout_token(&app, json!({ "sub": "s-2" }))).await, 200, "of another person");
    let token = fake.logout_token(&app, json!({ "sid": "a" }));
    assert_eq!((log_out(&token).await, log_out(&token).await), (200, 400), "once");
    assert_eq!((status(&one).await, status(&two).await), (401, 200));
    let three = live("c").await;
    let own = by_password(&app).await;
    assert_eq!(log_out(&fake.logout_token(&app, json!({ "sub": "s-1" }))).await, 200);
    assert_eq!((status(&two).await, status(&three).await, status(&own).await), (401, 401, 200));
}
