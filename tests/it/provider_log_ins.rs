//! Logging in with an identity provider: what it must say, and who is linked. The provider runs in this process.

use crate::support::fake_provider::{BegunLogIn, CLIENT_ID, FakeProvider, complete, prove};
use crate::support::machines::KeyPair;
use crate::support::{Actor, Answer, App, Db, World, both_databases, count, id};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chrono::TimeDelta;
use domain::ports::Clock;
use futures_util::future::join_all;
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use rstest_reuse::apply;
use serde_json::{Value, json};

/// A provider of organisation A, which has proven `a.test`; the addresses of its members are confirmed.
async fn setting(db: Db) -> (App, World, FakeProvider, String) {
    setting_with(db, false, json!({})).await
}

async fn setting_with(db: Db, sends_issuer: bool, more: Value) -> (App, World, FakeProvider, String) {
    let fake = FakeProvider::start(sends_issuer);
    let origin = fake.issuer.clone().try_into().unwrap();
    let (app, world) = App::with_world_and(db, |settings| settings.internal_origins = vec![origin]).await;
    let provider = fake.register(&world.a.admin, more).await;
    prove(&world.a.admin, "a.test").await;
    confirm_addresses(&app).await;
    (app, world, fake, provider)
}

async fn confirm_addresses(app: &App) {
    app.raw.run("update user_account set email_confirmed_at = created_at").await.unwrap();
}

fn of(email: &str) -> Value {
    json!({ "email": email, "email_verified": true })
}

#[track_caller]
fn refused(answer: Answer, what: &str) {
    assert_eq!(answer.status, 401, "{what}: {}", answer.text());
    answer.problem(401, "log-in-refused");
}

async fn user_of(app: &App, session: &Answer) -> Value {
    let by = app.anonymous().bearer(session["accessToken"].as_str().unwrap());
    by.get("/v1/sessions/current").await.expect(200)["user"]["id"].clone()
}

#[apply(both_databases)]
#[tokio::test]
async fn a_member_with_a_proven_address_is_linked_once_and_then_known_by_the_subject(db: Db) {
    let (app, world, fake, provider) = setting(db).await;
    let begun = fake.begin(&app, &provider).await;
    let query = |name: &str| begun.query[name].as_str();
    assert_eq!(query("redirect_uri"), format!("https://front-end.example/provider-log-in/{provider}"));
    assert_eq!([query("response_type"), query("code_challenge_method"), query("ui")], ["code", "S256", "1"]);
    fake.assert(&app, &begun, "s-1", of("Coach@A.test"));
    let session = begun.finish(&app).await.expect(201);
    assert_eq!(user_of(&app, &session).await, json!(world.a.coach.user));
    assert_eq!(session["session"]["factors"], json!(["identity-provider"]));
    assert_eq!(session["session"]["organisationId"], json!(world.a.id));
    assert!(session["session"]["confirmedAt"].is_string(), "the user authenticated just now");
    // From now on the address does not matter.
    let again = fake.log_in(&app, &provider, "s-1", of("admin@a.test")).await.expect(201);
    assert_eq!(user_of(&app, &again).await, json!(world.a.coach.user));
    let silent = fake.log_in(&app, &provider, "s-1", json!({ "auth_time": null })).await.expect(201);
    assert_eq!(silent["session"]["confirmedAt"], Value::Null, "nobody knows when the user authenticated");
    // Another subject with the address of a linked member is another person.
    refused(fake.log_in(&app, &provider, "s-2", of("coach@a.test")).await, "another subject");
    let linked = "provider_identity where subject in ('s-1', 's-2')";
    assert_eq!(count(&app.raw, linked).await, 1);
}

#[apply(both_databases)]
#[tokio::test]
async fn nobody_is_linked_by_an_address_that_is_not_proven_verified_confirmed_and_of_the_staff(db: Db) {
    let (app, world, fake, provider) = setting(db).await;
    for (claims, what) in [
        (json!({}), "no address"),
        (json!({ "email": "coach@a.test" }), "not said to be verified"),
        (json!({ "email": "coach@a.test", "email_verified": false }), "not verified"),
        (json!({ "email": "coach@a.test", "email_verified": "true" }), "verified as a text"),
        (of("nobody@a.test"), "no account"),
        (of("client@a.test"), "a client"),
        (of("coach@b.test"), "a member of another organisation, whose domain is not proven here"),
        (of("coach@seeded.example"), "a proven domain, but no such member"),
    ] {
        refused(fake.log_in(&app, &provider, "s-1", claims).await, what);
    }
    // Another organisation's member has an address in a domain that A has proven.
    app.raw.run("update user_account set email = 'moved@a.test' where email = 'coach@b.test'").await.unwrap();
    refused(fake.log_in(&app, &provider, "s-1", of("moved@a.test")).await, "no member here");
    app.raw.run("update user_account set email_confirmed_at = null where email = 'coach@a.test'").await.unwrap();
    refused(fake.log_in(&app, &provider, "s-1", of("coach@a.test")).await, "an unconfirmed address");
    confirm_addresses(&app).await;
    app.raw.run("update log_in_domain set verified_at = null where domain = 'a.test'").await.unwrap();
    refused(fake.log_in(&app, &provider, "s-1", of("coach@a.test")).await, "a domain that is not proven any more");
    assert_eq!(count(&app.raw, "provider_identity").await, 2, "the seeded ones");
    // Entra ID does not say that it verified an address: the organisation can.
    app.raw.run("update log_in_domain set verified_at = created_at").await.unwrap();
    let path = format!("/v1/identity-providers/{provider}");
    world.a.admin.patch(&path, "*", json!({ "trustsEmails": true })).await.expect(200);
    fake.log_in(&app, &provider, "s-1", json!({ "email": "coach@a.test" })).await.expect(201);
}

#[apply(both_databases)]
#[tokio::test]
async fn every_claim_of_an_id_token_is_checked(db: Db) {
    let (app, _world, fake, provider) = setting_with(db, false, json!({ "tenantId": "t-1" })).await;
    let now = app.clock.now().timestamp();
    let base = json!({ "email": "coach@a.test", "email_verified": true, "tid": "t-1" });
    let with = |name: &str, value: Value| {
        let mut claims = base.clone();
        claims[name] = value;
        claims
    };
    for (name, value) in [
        ("iss", json!("https://elsewhere.test")),
        ("iss", json!(format!("{}/", fake.issuer))),
        ("iss", Value::Null),
        ("sub", Value::Null),
        ("sub", json!("")),
        ("sub", json!("x".repeat(256))),
        ("aud", json!("other")),
        ("aud", json!([CLIENT_ID, "other"])),
        ("aud", json!([])),
        ("aud", Value::Null),
        ("azp", json!("other")),
        ("exp", json!(now - 31)),
        ("exp", Value::Null),
        ("iat", Value::Null),
        ("iat", json!(now + 90)),
        ("iat", json!(now - 700)),
        ("nbf", json!(now + 90)),
        ("nonce", Value::Null),
        ("nonce", json!("other")),
        ("tid", json!("t-2")),
        ("tid", Value::Null),
    ] {
        refused(fake.log_in(&app, &provider, "s-1", with(name, value.clone())).await, &format!("{name}: {value}"));
    }
    for (name, value) in [("aud", json!([CLIENT_ID])), ("azp", json!(CLIENT_ID)), ("exp", json!(now + 60))] {
        fake.log_in(&app, &provider, "s-1", with(name, value)).await.expect(201);
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn only_a_key_of_the_provider_signs(db: Db) {
    let (app, _world, fake, provider) = setting(db).await;
    let attempt = async |token: fn(&FakeProvider, &Value) -> String, what: &str| {
        let begun = fake.begin(&app, &provider).await;
        let mut claims = fake.claims(&app, &begun, "s-1");
        (claims["email"], claims["email_verified"]) = (json!("coach@a.test"), json!(true));
        fake.answers(token(&fake, &claims));
        refused(begun.finish(&app).await, what);
    };
    let unsigned = |_: &FakeProvider, claims: &Value| {
        let part = |json: &Value| BASE64_URL_SAFE_NO_PAD.encode(json.to_string());
        format!("{}.{}.", part(&json!({ "alg": "none", "kid": "1" })), part(claims))
    };
    attempt(unsigned, "alg none").await;
    let hmac = |fake: &FakeProvider, claims: &Value| {
        let header = Header { kid: Some("1".to_owned()), ..Header::new(Algorithm::HS256) };
        encode(&header, claims, &EncodingKey::from_secret(fake.key.public().to_string().as_bytes())).unwrap()
    };
    attempt(hmac, "HS256 with the public key").await;
    attempt(|_, claims| KeyPair::ec(Algorithm::ES256, "1").sign(&json!({}), claims), "another key of the same id")
        .await;
    attempt(|_, claims| KeyPair::ed25519("2").sign(&json!({}), claims), "an unknown key").await;
    attempt(|fake, claims| fake.key.sign(&json!({ "typ": "logout+jwt" }), claims), "another type").await;
    attempt(|_, _| "x".repeat(20_000), "no token").await;
}

#[apply(both_databases)]
#[tokio::test]
async fn a_callback_counts_once_for_its_browser_its_provider_and_ten_minutes(db: Db) {
    let (app, world, fake, provider) = setting(db).await;
    let ready = async || -> BegunLogIn {
        let begun = fake.begin(&app, &provider).await;
        fake.assert(&app, &begun, "s-1", of("coach@a.test"));
        begun
    };
    let other = fake.register(&world.a.admin, json!({})).await;
    let foreign = fake.register(&world.b.admin, json!({})).await;
    let begun = ready().await;
    let with = |name: &str, value: Value| {
        let mut callback = begun.callback();
        callback[name] = value;
        callback
    };
    let tried = fake.requests();
    for (callback, what) in [
        (with("secret", json!("planted")), "a callback planted in another browser"),
        (with("state", json!("unknown")), "an unknown state"),
        (with("providerId", json!(other)), "the state of another provider"),
        (with("providerId", json!(foreign)), "the state of another organisation's provider"),
        (with("providerId", json!(id())), "no such provider"),
        (with("iss", json!("https://elsewhere.test")), "the issuer of another provider"),
    ] {
        refused(complete(&app, callback).await, what);
    }
    assert_eq!(fake.requests(), tried, "no code is sent anywhere for these");
    complete(&app, with("iss", json!(fake.issuer))).await.expect(201);
    refused(begun.finish(&app).await, "again");
    let begun = ready().await;
    let answers = join_all((0..20).map(|_| begun.finish(&app))).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 1, "of twenty at once, one");
    let begun = ready().await;
    app.clock.advance(TimeDelta::minutes(10));
    refused(begun.finish(&app).await, "after ten minutes");
    app.anonymous().post("/v1/provider-log-ins", json!({ "providerId": id() })).await.problem(404, "not-found");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_provider_that_names_itself_in_callbacks_must_do_so(db: Db) {
    let (app, _world, fake, provider) = setting_with(db, true, json!({})).await;
    let begun = fake.begin(&app, &provider).await;
    fake.assert(&app, &begun, "s-1", of("coach@a.test"));
    refused(begun.finish(&app).await, "no issuer");
    let begun = fake.begin(&app, &provider).await;
    fake.assert(&app, &begun, "s-1", of("coach@a.test"));
    let mut callback = begun.callback();
    callback["iss"] = json!(fake.issuer);
    complete(&app, callback).await.expect(201);
}

#[apply(both_databases)]
#[tokio::test]
async fn only_allowed_origins_of_the_own_network_are_reached(db: Db) {
    let (app, world) = App::with_world(db).await;
    let fake = FakeProvider::start(false);
    let provider = fake.register(&world.a.admin, json!({})).await;
    app.anonymous().post("/v1/provider-log-ins", json!({ "providerId": provider })).await.problem(503, "unavailable");
}

#[apply(both_databases)]
#[tokio::test]
async fn an_unknown_user_becomes_a_coach_only_if_the_organisation_wants_so(db: Db) {
    let (app, world, fake, provider) = setting(db).await;
    let new = || json!({ "email": "nieuw@a.test", "email_verified": true, "name": "Nieuwe Coach" });
    refused(fake.log_in(&app, &provider, "s-9", new()).await, "off by default");
    let path = format!("/v1/identity-providers/{provider}");
    world.a.admin.patch(&path, "*", json!({ "createsCoaches": true })).await.expect(200);
    for (claims, what) in [
        (of("nieuw@elders.test"), "another domain"),
        (json!({ "email": "nieuw@a.test" }), "an address that is not verified"),
        (of("client@a.test"), "an address with an account"),
    ] {
        refused(fake.log_in(&app, &provider, "s-9", claims).await, what);
    }
    let session = fake.log_in(&app, &provider, "s-9", new()).await.expect(201);
    assert_eq!(session["organisations"][0]["roles"], json!(["coach"]));
    let members: Vec<_> = world.a.admin.all("/v1/members").await;
    let made = members.iter().find(|member| member["email"] == "nieuw@a.test").unwrap();
    assert_eq!((&made["name"], &made["roles"]), (&json!("Nieuwe Coach"), &json!(["coach"])));
    fake.log_in(&app, &provider, "s-9", json!({})).await.expect(201);
    let accounts = "user_account where email in ('nieuw@a.test', 'nieuw@elders.test')";
    assert_eq!(count(&app.raw, accounts).await, 1);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_member_links_their_own_identity_and_unlinks_it(db: Db) {
    let (app, world, fake, provider) = setting(db).await;
    let coach: &Actor = &world.a.other_coach;
    let begun = fake.begin_link(coach, &provider).await;
    assert_eq!((begun.query["prompt"].as_str(), begun.query["max_age"].as_str()), ("login", "0"));
    fake.assert(&app, &begun, "s-5", json!({}));
    // The state is of this user, and for linking alone.
    refused(complete(&app, begun.callback()).await, "to log in");
    let begun = fake.begin_link(coach, &provider).await;
    fake.assert(&app, &begun, "s-5", json!({}));
    refused(world.a.coach.post("/v1/me/identities", begun.callback()).await, "another user");
    let begun = fake.begin_link(coach, &provider).await;
    fake.assert(&app, &begun, "s-5", json!({}));
    let linked = coach.post("/v1/me/identities", begun.callback()).await.expect(201);
    let own = coach.get("/v1/me/identities").await.expect(200);
    assert_eq!(own["items"], json!([linked.json()]));
    let session = fake.log_in(&app, &provider, "s-5", json!({})).await.expect(201);
    assert_eq!(user_of(&app, &session).await, json!(coach.user));
    // The identity is linked to a user already, and the user has one here.
    for (by, sub) in [(&world.a.admin, "s-5"), (coach, "s-6")] {
        let begun = fake.begin_link(by, &provider).await;
        fake.assert(&app, &begun, sub, json!({}));
        by.post("/v1/me/identities", begun.callback()).await.problem(409, "identity-linked");
    }
    for other in [&world.a.client, &world.b.coach] {
        let begun = fake.begin_link(other, &provider).await;
        fake.assert(&app, &begun, "s-7", json!({}));
        other.post("/v1/me/identities", begun.callback()).await.problem(404, "not-found");
    }
    let path = format!("/v1/me/identities/{}", linked.id());
    world.a.admin.send(reqwest::Method::DELETE, &path, None).await.problem(404, "not-found");
    coach.send(reqwest::Method::DELETE, &path, None).await.expect(204);
    refused(fake.log_in(&app, &provider, "s-5", json!({})).await, "unlinked");
    let ended = app.anonymous().bearer(session["accessToken"].as_str().unwrap());
    ended.get("/v1/sessions/current").await.problem(401, "not-authenticated");
}

#[apply(both_databases)]
#[tokio::test]
async fn wrong_callbacks_and_begun_log_ins_are_limited_by_network(db: Db) {
    let fake = FakeProvider::start(false);
    let origin = fake.issuer.clone().try_into().unwrap();
    let (app, world) = App::with_world_and(db, |settings| {
        settings.internal_origins = vec![origin];
        settings.limits.network = "3/1h".parse().unwrap();
        settings.limits.provider_network = "2/1h".parse().unwrap();
    })
    .await;
    let provider = fake.register(&world.a.admin, json!({})).await;
    let begun = fake.begin(&app, &provider).await;
    fake.begin(&app, &provider).await;
    let body = json!({ "providerId": provider });
    app.anonymous().post("/v1/provider-log-ins", body).await.problem(429, "too-many-requests");
    let wrong = json!({ "providerId": provider, "code": "c", "state": "s", "secret": begun.secret });
    for _ in 0..3 {
        refused(complete(&app, wrong.clone()).await, "wrong");
    }
    complete(&app, wrong).await.problem(429, "too-many-requests");
}
