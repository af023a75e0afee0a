//! Second factors: authenticator apps, recovery codes, the rights of a session without one, and confirmations.

mod confirmations;

use crate::support::operations::Operation;
use crate::support::{Answer, App, Client, Db, Ids, Organisation, World, both_databases, count};
use api::config::SecondFactorSetting;
use chrono::TimeDelta;
use domain::accounts::{self, Email};
use domain::ports::Clock;
use reqwest::Method;
use rstest_reuse::apply;
use serde_json::{Value, json};
use totp_rs::{Builder, Secret, Totp};
use uuid::Uuid;

const PASSWORD: &str = "een lange zin is sterk";
const EMAIL: &str = "marijke@elders.test";

/// A user with a password, who is a member of organisation A in this role.
async fn member(app: &App, of: &Organisation, role: &str) -> Client {
    let invitation = of.admin.post("/v1/invitations", json!({ "email": EMAIL, "roles": [role] })).await.expect(201);
    let body = json!({ "secret": invitation["secret"], "name": "Marijke Bos", "password": PASSWORD });
    app.anonymous().post("/v1/invitation-acceptances", body).await.expect(201);
    bearer(app, &log_in(app, None).await.expect(201))
}

async fn log_in(app: &App, code: Option<&str>) -> Answer {
    log_in_at(&app.anonymous(), code).await
}

async fn log_in_at(anonymous: &Client, code: Option<&str>) -> Answer {
    let mut body = json!({ "email": EMAIL, "password": PASSWORD });
    if let Some(code) = code {
        body["code"] = code.into();
    }
    anonymous.post("/v1/sessions", body).await
}

fn bearer(app: &App, session: &Answer) -> Client {
    app.anonymous().bearer(session["accessToken"].as_str().unwrap())
}

/// The same session with an access token that has not expired.
fn still(app: &App, session: &Answer) -> Client {
    let id = |value: &Value| value.as_str().unwrap().parse::<Uuid>().unwrap();
    app.anonymous().bearer(&app.token(id(&session["session"]["id"]), user(session)))
}

/// The user of an access token.
fn user(session: &Answer) -> Uuid {
    use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
    let claims = session["accessToken"].as_str().unwrap().split('.').nth(1).unwrap().to_owned();
    let claims: Value = serde_json::from_slice(&BASE64_URL_SAFE_NO_PAD.decode(claims).unwrap()).unwrap();
    claims["sub"].as_str().unwrap().parse().unwrap()
}

/// An authenticator app.
struct Authenticator(Totp);

impl Authenticator {
    fn new(secret: &Value) -> Self {
        let secret = Secret::try_from_base32(secret.as_str().unwrap()).unwrap();
        Self(Builder::new().with_secret(secret).with_account_name("").with_issuer(Some("Omringd")).build().unwrap())
    }

    /// The code that it shows now.
    fn code(&self, app: &App) -> String {
        self.0.generate(app.clock.now().timestamp().try_into().unwrap()).to_string()
    }

    /// The code of the next half minute, which the clock then shows.
    fn next_code(&self, app: &App) -> String {
        app.clock.advance(TimeDelta::seconds(30));
        self.code(app)
    }
}

async fn confirm(by: &Client, code: &str) -> Answer {
    by.post("/v1/sessions/current/confirmations", json!({ "code": code })).await
}

/// Adds an authenticator app and confirms it; returns it with the recovery codes.
async fn enrolled(app: &App, by: &Client) -> (Authenticator, Vec<String>) {
    let added = by.post("/v1/me/second-factors", json!({ "name": "Telefoon" })).await.expect(201);
    let authenticator = Authenticator::new(&added["secret"]);
    let path = format!("/v1/me/second-factors/{}/confirmations", added.id());
    let confirmed = by.post(&path, json!({ "code": authenticator.code(app) })).await.expect(200);
    let codes = confirmed["recoveryCodes"].as_array().unwrap().iter().map(|code| code.as_str().unwrap().to_owned());
    (authenticator, codes.collect())
}

async fn state(of: &Client) -> String {
    of.get("/v1/sessions/current").await.expect(200)["secondFactor"].as_str().unwrap().to_owned()
}

#[apply(both_databases)]
#[tokio::test]
async fn a_password_alone_is_not_enough_once_an_app_is_confirmed(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (owner, other) = (member(&app, &world.a, "coach").await, bearer(&app, &log_in(&app, None).await));
    assert_eq!(state(&owner).await, "optional");
    let (authenticator, codes) = enrolled(&app, &owner).await;
    assert_eq!(codes.len(), 10);
    owner.get("/v1/caseload").await.expect(200);
    let session = log_in(&app, None).await.expect(201);
    assert_eq!(session["secondFactor"], "expected");
    for locked in [&other, &bearer(&app, &session)] {
        assert_eq!(state(locked).await, "expected");
        for path in ["/v1/caseload", "/v1/organisation", "/v1/sessions", "/v1/me/second-factors", "/v1/events"] {
            locked.get(path).await.problem(403, "second-factor-required");
        }
        locked.patch("/v1/me", "*", json!({ "name": "Iemand" })).await.problem(403, "second-factor-required");
        let body = json!({ "currentPassword": PASSWORD, "newPassword": "een andere lange zin" });
        locked.send(Method::PUT, "/v1/me/password", Some(body)).await.problem(403, "second-factor-required");
        locked.post("/v1/me/second-factors", json!({ "name": "x" })).await.problem(403, "second-factor-required");
        locked.post("/v1/me/recovery-codes", Value::Null).await.problem(403, "second-factor-required");
    }
    let code = authenticator.next_code(&app);
    let confirmed = confirm(&other, &code).await.expect(200);
    assert_eq!([&confirmed["secondFactor"], &confirmed["factors"]], [&json!("given"), &json!(["password", "totp"])]);
    other.get("/v1/caseload").await.expect(200);
    // The session that still waits can be left.
    bearer(&app, &session).send(Method::DELETE, "/v1/sessions/current", None).await.expect(204);
    let given = log_in(&app, Some(&authenticator.next_code(&app))).await.expect(201);
    assert_eq!([&given["secondFactor"], &given["session"]["factors"]], [&json!("given"), &json!(["password", "totp"])]);
    bearer(&app, &given).get("/v1/caseload").await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_wrong_code_is_answered_as_a_wrong_password_and_starts_no_session(db: Db) {
    let (app, world) = App::with_world(db).await;
    let owner = member(&app, &world.a, "coach").await;
    enrolled(&app, &owner).await;
    let before = owner.all("/v1/sessions").await.len();
    let wrong_code = log_in(&app, Some("000000")).await.problem(401, "log-in-refused");
    let body = json!({ "email": EMAIL, "password": "iets anders" });
    let wrong_password = app.anonymous().post("/v1/sessions", body).await.problem(401, "log-in-refused");
    let shown = |answer: &Answer| {
        let mut body = answer.json();
        body["requestId"] = Value::Null;
        body
    };
    assert_eq!(shown(&wrong_code), shown(&wrong_password));
    assert_eq!(owner.all("/v1/sessions").await.len(), before);
}

#[apply(both_databases)]
#[tokio::test]
async fn of_parallel_log_ins_with_one_code_one_succeeds(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (authenticator, _) = enrolled(&app, &member(&app, &world.a, "coach").await).await;
    let (beside, code) = (app.beside(), authenticator.next_code(&app));
    let processes = [app.anonymous(), app.anonymous().at(&beside.base)];
    let attempts = (0..20).map(|n| {
        let (anonymous, code) = (processes[n % 2].clone(), code.clone());
        tokio::spawn(async move { log_in_at(&anonymous, Some(&code)).await.status.as_u16() })
    });
    let mut answers = Vec::new();
    for attempt in attempts.collect::<Vec<_>>() {
        answers.push(attempt.await.unwrap());
    }
    assert_eq!(answers.iter().filter(|status| **status == 201).count(), 1, "{answers:?}");
    assert!(answers.iter().all(|status| [201, 401, 429].contains(status)), "{answers:?}");
    assert_ne!(log_in(&app, Some(&code)).await.status, 201);
}

#[apply(both_databases)]
#[tokio::test]
async fn of_parallel_confirmations_with_one_code_one_succeeds(db: Db) {
    let (app, world) = App::with_world(db).await;
    let owner = member(&app, &world.a, "coach").await;
    let (authenticator, _) = enrolled(&app, &owner).await;
    let (beside, code) = (app.beside(), authenticator.next_code(&app));
    let processes = [owner.clone(), owner.at(&beside.base)];
    let attempts = (0..8).map(|n| {
        let (owner, code) = (processes[n % 2].clone(), code.clone());
        tokio::spawn(async move { confirm(&owner, &code).await.status.as_u16() })
    });
    let mut answers = Vec::new();
    for attempt in attempts.collect::<Vec<_>>() {
        answers.push(attempt.await.unwrap());
    }
    assert_eq!(answers.iter().filter(|status| **status == 200).count(), 1, "{answers:?}");
    assert_ne!(confirm(&owner, &code).await.status, 200);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_used_code_stays_used_however_it_is_written(db: Db) {
    let (app, world) = App::with_world(db).await;
    let owner = member(&app, &world.a, "coach").await;
    let added = owner.post("/v1/me/second-factors", json!({ "name": "Telefoon" })).await.expect(201);
    let authenticator = Authenticator::new(&added["secret"]);
    let code = authenticator.code(&app);
    let path = format!("/v1/me/second-factors/{}/confirmations", added.id());
    owner.post(&path, json!({ "code": "000000" })).await.problem(400, "invalid-request");
    // Nothing counts until it is confirmed.
    assert_eq!(state(&owner).await, "optional");
    owner.post(&path, json!({ "code": code })).await.expect(200);
    owner.post(&path, json!({ "code": code })).await.problem(404, "not-found");
    let full_width: String = code.chars().map(|digit| char::from_u32(digit as u32 - 48 + 0xff10).unwrap()).collect();
    for written in [code.clone(), format!("{} {}", &code[..3], &code[3..]), full_width] {
        log_in(&app, Some(&written)).await.problem(401, "log-in-refused");
    }
    // The code before the used one is over too; the next one is accepted, with a space.
    let next = authenticator.next_code(&app);
    confirm(&owner, &format!("{} {}", &next[..3], &next[3..])).await.expect(200);
    log_in(&app, Some(&code)).await.problem(401, "log-in-refused");
}

#[apply(both_databases)]
#[tokio::test]
async fn wrong_codes_are_counted_and_change_nothing(db: Db) {
    let (app, world) = App::with_world(db).await;
    let owner = member(&app, &world.a, "coach").await;
    let (authenticator, _) = enrolled(&app, &owner).await;
    let thief = bearer(&app, &log_in(&app, None).await.expect(201));
    let mut answers = Vec::new();
    for n in 0..200 {
        answers.push(confirm(&thief, &format!("{n:06}")).await.status.as_u16());
    }
    let wrong = answers.iter().filter(|status| **status == 400).count();
    assert!((1..=20).contains(&wrong) && answers.iter().all(|status| [400, 429].contains(status)), "{answers:?}");
    assert_eq!(state(&thief).await, "expected");
    thief.get("/v1/caseload").await.problem(403, "second-factor-required");
    confirm(&thief, &authenticator.next_code(&app)).await.expect(429);
    owner.get("/v1/caseload").await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn wrong_codes_at_log_in_count_for_the_user_from_whatever_network(db: Db) {
    let behind_proxy = |service: &mut api::server::ServiceSettings| {
        service.trusted_proxies = api::TrustedProxies::new(&["127.0.0.1"]).unwrap();
    };
    let (app, world) = App::with_world_and(db, behind_proxy).await;
    let (authenticator, _) = enrolled(&app, &member(&app, &world.a, "coach").await).await;
    let (mut answers, known) = (Vec::new(), count(&app.raw, "known_network").await);
    for n in 0..12 {
        let thief = app.anonymous().with("x-forwarded-for", &format!("198.51.100.{n}"));
        // The password alone makes no network known.
        log_in_at(&thief, None).await.expect(201);
        answers.push(log_in_at(&thief, Some(&format!("{n:06}"))).await.status.as_u16());
    }
    assert_eq!(answers.iter().filter(|status| **status == 401).count(), 5, "{answers:?}");
    assert!(answers.iter().all(|status| [401, 429].contains(status)), "{answers:?}");
    assert_eq!(count(&app.raw, "known_network").await, known);
    app.clock.advance(TimeDelta::minutes(20));
    log_in(&app, Some(&authenticator.code(&app))).await.expect(201);
}

#[apply(both_databases)]
#[tokio::test]
async fn each_recovery_code_replaces_a_code_once(db: Db) {
    let (app, world) = App::with_world(db).await;
    let owner = member(&app, &world.a, "coach").await;
    owner.post("/v1/me/recovery-codes", Value::Null).await.problem(409, "no-second-factor");
    let (_, codes) = enrolled(&app, &owner).await;
    let left = async || owner.get("/v1/me/recovery-codes").await.expect(200)["left"].clone();
    assert_eq!(left().await, 10);
    let typed = codes[0].replace('-', " ").to_lowercase();
    let session = log_in(&app, Some(&typed)).await.expect(201);
    assert_eq!(session["session"]["factors"], json!(["password", "recovery-code"]));
    bearer(&app, &session).get("/v1/caseload").await.expect(200);
    assert_eq!(left().await, 9);
    log_in(&app, Some(&codes[0])).await.problem(401, "log-in-refused");
    let attempts = (0..5).map(|_| {
        let (anonymous, code) = (app.anonymous(), codes[1].clone());
        tokio::spawn(async move { log_in_at(&anonymous, Some(&code)).await.status.as_u16() })
    });
    let mut succeeded = 0;
    for attempt in attempts.collect::<Vec<_>>() {
        succeeded += usize::from(attempt.await.unwrap() == 201);
    }
    assert_eq!(succeeded, 1);
    let replaced = owner.post("/v1/me/recovery-codes", Value::Null).await.expect(201);
    assert_eq!((replaced["recoveryCodes"].as_array().unwrap().len(), left().await), (10, json!(10)));
    // The wrong ones of before are forgiven.
    app.clock.advance(TimeDelta::minutes(20));
    log_in(&app, Some(&codes[2])).await.problem(401, "log-in-refused");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_role_that_needs_a_second_factor_gives_no_right_without_one(db: Db) {
    let (app, world) = App::with_world(db).await;
    let admin = &world.a.admin;
    let own = admin.get("/v1/organisation").await.expect(200);
    assert_eq!(own["secondFactorFor"], json!([]));
    let client_before = world.a.client.get("/v1/sessions/current").await.expect(200);
    admin.patch("/v1/organisation", &own.etag(), json!({ "secondFactorFor": ["admin", "coach"] })).await.expect(200);
    let ids = Ids::of(&world.a, &world.a.open);
    for (by, roles) in [(&world.a.coach, "coach"), (admin, "admin")] {
        assert_eq!(state(by).await, "missing");
        for operation in Operation::all_but_streams() {
            let is_own = operation.path.starts_with("/v1/me") || operation.path.starts_with("/v1/sessions");
            if !is_own {
                let answer = operation.call(by, &ids, &ids).await;
                assert_eq!(answer.status, 403, "{roles}: {} {}", operation.id, answer.text());
                answer.problem(403, "second-factor-required");
            }
        }
    }
    // Its clients and other organisations are not affected.
    assert_eq!(world.a.client.get("/v1/sessions/current").await.expect(200).json(), client_before.json());
    world.a.client.get(&format!("/v1/clients/{}", world.a.client_id)).await.expect(200);
    world.b.coach.get("/v1/caseload").await.expect(200);
    enrolled(&app, &world.a.coach).await;
    world.a.coach.get("/v1/caseload").await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn operators_and_staff_of_new_organisations_need_one_by_default(db: Db) {
    let required = |service: &mut api::server::ServiceSettings| {
        service.ports.second_factor = SecondFactorSetting::Required;
    };
    let app = App::spawn_with(db, required).await;
    app.required_operator_account(EMAIL, PASSWORD).await;
    let session = log_in(&app, None).await.expect(201);
    assert_eq!(session["secondFactor"], "missing");
    let operator = bearer(&app, &session);
    let new = || json!({ "name": "De Linde", "admin": { "email": "beheer@delinde.example" } });
    operator.post("/v1/organisations", new()).await.problem(403, "second-factor-required");
    enrolled(&app, &operator).await;
    let created = operator.post("/v1/organisations", new()).await.expect(201);
    assert_eq!(created["secondFactorFor"], json!(["admin", "coach"]));
}

#[apply(both_databases)]
#[tokio::test]
async fn with_the_last_factor_the_recovery_codes_go(db: Db) {
    let (app, world) = App::with_world(db).await;
    let owner = member(&app, &world.a, "coach").await;
    let (authenticator, codes) = enrolled(&app, &owner).await;
    app.clock.advance(TimeDelta::seconds(60));
    let added = owner.post("/v1/me/second-factors", json!({ "name": "Tablet" })).await.expect(201);
    let second = Authenticator::new(&added["secret"]);
    let path = format!("/v1/me/second-factors/{}/confirmations", added.id());
    let confirmed = owner.post(&path, json!({ "code": second.code(&app) })).await.expect(200);
    assert_eq!(confirmed["recoveryCodes"], json!([]), "those of the first one are still valid");
    let listed = owner.all("/v1/me/second-factors").await;
    assert_eq!([&listed[0]["name"], &listed[1]["name"]], [&json!("Telefoon"), &json!("Tablet")]);
    let remove = async |factor: &Value| {
        let path = format!("/v1/me/second-factors/{}", factor["id"].as_str().unwrap());
        owner.send(Method::DELETE, &path, None).await
    };
    remove(&listed[1]).await.expect(204);
    remove(&listed[1]).await.problem(404, "not-found");
    log_in(&app, Some(&second.next_code(&app))).await.problem(401, "log-in-refused");
    log_in(&app, Some(&authenticator.code(&app))).await.expect(201);
    remove(&listed[0]).await.expect(204);
    assert_eq!(log_in(&app, None).await.expect(201)["secondFactor"], "optional");
    log_in(&app, Some(&codes[0])).await.problem(401, "log-in-refused");
}

#[apply(both_databases)]
#[tokio::test]
async fn the_operator_removes_lost_factors_on_the_command_line(db: Db) {
    let (app, world) = App::with_world(db).await;
    let owner = member(&app, &world.a, "coach").await;
    let (_, codes) = enrolled(&app, &owner).await;
    let ports = app.ports().await;
    let remove =
        async |email: &str| accounts::remove_second_factors(&ports, &Email::new(email).unwrap()).await.unwrap();
    assert!(!remove("niemand@elders.test").await);
    assert!(remove(EMAIL).await);
    owner.get("/v1/me").await.problem(401, "not-authenticated");
    assert_eq!(log_in(&app, None).await.expect(201)["secondFactor"], "optional");
    log_in(&app, Some(&codes[0])).await.problem(401, "log-in-refused");
}

#[apply(both_databases)]
#[tokio::test]
async fn nobody_removes_the_factor_of_another(db: Db) {
    let (app, world) = App::with_world(db).await;
    let owner = member(&app, &world.a, "coach").await;
    enrolled(&app, &owner).await;
    let factor = owner.all("/v1/me/second-factors").await[0]["id"].as_str().unwrap().to_owned();
    let World { a, b, operator } = &world;
    for by in [&a.admin, &a.coach, &b.admin, operator] {
        by.send(Method::DELETE, &format!("/v1/me/second-factors/{factor}"), None).await.problem(404, "not-found");
        let path = format!("/v1/me/second-factors/{factor}/confirmations");
        by.post(&path, json!({ "code": "000000" })).await.problem(404, "not-found");
    }
}
