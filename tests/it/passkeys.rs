//! Passkeys: adding one, logging in without a password, confirming, and accounts that also have an app.

mod log_ins;
mod refusals;
mod unconfirmed;

use crate::support::{Answer, App, Authenticator, Client, Db, Organisation, both_databases, count};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chrono::TimeDelta;
use domain::accounts::{self, Email};
use domain::jobs;
use domain::ports::Clock;
use reqwest::Method;
use rstest_reuse::apply;
use serde_json::{Value, json};
use totp_rs::{Builder, Secret, Totp};

const PASSWORD: &str = "een lange zin is sterk";
const EMAIL: &str = "marijke@elders.test";
const CHALLENGES: &str = "/v1/passkey-challenges";
const SESSIONS: &str = "/v1/passkey-sessions";
const OWN_CHALLENGES: &str = "/v1/me/passkey-challenges";
const REGISTRATIONS: &str = "/v1/me/passkey-registrations";
const PASSKEYS: &str = "/v1/me/passkeys";
const CONFIRMATIONS: &str = "/v1/sessions/current/confirmations";

/// A coach of organisation A with a password.
async fn member(app: &App, of: &Organisation) -> Client {
    member_as(app, of, EMAIL).await
}

async fn member_as(app: &App, of: &Organisation, email: &str) -> Client {
    let invitation = of.admin.post("/v1/invitations", json!({ "email": email, "roles": ["coach"] })).await.expect(201);
    let body = json!({ "secret": invitation["secret"], "name": "Marijke Bos", "password": PASSWORD });
    app.anonymous().post("/v1/invitation-acceptances", body).await.expect(201);
    bearer(app, &by_password(app, email).await.expect(201))
}

async fn by_password(app: &App, email: &str) -> Answer {
    app.anonymous().post("/v1/sessions", json!({ "email": email, "password": PASSWORD })).await
}

fn bearer(app: &App, session: &Answer) -> Client {
    app.anonymous().bearer(session["accessToken"].as_str().unwrap())
}

/// The same session with an access token that has not expired.
fn still(app: &App, session: &Answer) -> Client {
    let claims = session["accessToken"].as_str().unwrap().split('.').nth(1).unwrap();
    let claims: Value = serde_json::from_slice(&BASE64_URL_SAFE_NO_PAD.decode(claims).unwrap()).unwrap();
    let [id, user] = [&session["session"]["id"], &claims["sub"]].map(|id| id.as_str().unwrap().parse().unwrap());
    app.anonymous().bearer(&app.token(id, user))
}

async fn begun(by: &Client, path: &str) -> Answer {
    by.post(path, Value::Null).await.expect(201)
}

/// Answers a challenge to make a passkey.
async fn add(by: &Client, with: &mut Authenticator, name: &str) -> Answer {
    let registration = begun(by, REGISTRATIONS).await;
    let credential = with.make(&registration["options"]);
    let body = json!({ "name": name, "ceremony": registration["ceremony"], "credential": credential });
    by.post(PASSKEYS, body).await
}

async fn challenge(by: &Client, email: &str) -> Answer {
    by.post(CHALLENGES, json!({ "email": email })).await.expect(201)
}

fn answer_to(challenge: &Answer, email: &str, with: &mut Authenticator) -> Value {
    let credential = with.answer(&challenge["options"]);
    json!({ "email": email, "ceremony": challenge["ceremony"], "credential": credential })
}

/// Logs in with a passkey.
async fn log_in(app: &App, with: &mut Authenticator) -> Answer {
    let challenge = challenge(&app.anonymous(), EMAIL).await;
    app.anonymous().post(SESSIONS, answer_to(&challenge, EMAIL, with)).await
}

async fn confirm(by: &Client, with: &mut Authenticator) -> Answer {
    let challenge = begun(by, OWN_CHALLENGES).await;
    let passkey = json!({ "ceremony": challenge["ceremony"], "credential": with.answer(&challenge["options"]) });
    by.post(CONFIRMATIONS, json!({ "passkey": passkey })).await
}

async fn remove(by: &Client, factor: &Value) -> Answer {
    let path = format!("/v1/me/second-factors/{}", factor["id"].as_str().unwrap());
    by.send(Method::DELETE, &path, None).await
}

/// The app of this answer, and the code that it shows now.
fn code(app: &App, added: &Answer) -> String {
    let secret = Secret::try_from_base32(added["secret"].as_str().unwrap()).unwrap();
    let totp: Totp = Builder::new().with_secret(secret).build().unwrap();
    totp.generate(app.clock.now().timestamp().try_into().unwrap()).to_string()
}

/// Adds an authenticator app; returns the answer to its first code.
async fn add_app(app: &App, by: &Client) -> (Answer, Answer) {
    let added = by.post("/v1/me/second-factors", json!({ "name": "Telefoon" })).await.expect(201);
    let path = format!("/v1/me/second-factors/{}/confirmations", added.id());
    let confirmed = by.post(&path, json!({ "code": code(app, &added) })).await.expect(200);
    (added, confirmed)
}

#[apply(both_databases)]
#[tokio::test]
async fn a_passkey_logs_in_without_a_password(db: Db) {
    let (app, world) = App::with_world(db).await;
    let owner = member(&app, &world.a).await;
    let mut key = Authenticator::new();
    let added = add(&owner, &mut key, "Sleutel").await.expect(201);
    assert_eq!(added["recoveryCodes"].as_array().unwrap().len(), 10);
    assert_eq!([&added["kind"], &added["name"]], ["passkey", "Sleutel"]);
    assert_eq!(owner.all("/v1/me/second-factors").await[0]["id"], added["id"]);
    let own = owner.get("/v1/sessions/current").await.expect(200);
    assert_eq!([&own["secondFactor"], &own["factors"]], [&json!("given"), &json!(["password", "passkey"])]);

    let session = log_in(&app, &mut key).await.expect(201);
    assert_eq!([&session["secondFactor"], &session["session"]["factors"]], [&json!("given"), &json!(["passkey"])]);
    assert_eq!(
        [&session["session"]["kind"], &session["organisations"][0]["roles"]],
        [&json!("browser"), &json!(["coach"])]
    );
    bearer(&app, &session).get("/v1/caseload").await.expect(200);
    // The ten minutes of a confirmation have begun.
    bearer(&app, &session).post("/v1/me/second-factors", json!({ "name": "Telefoon" })).await.expect(201);

    let begun = challenge(&app.anonymous(), EMAIL).await;
    let mut device = answer_to(&begun, "  Marijke@Elders.test", &mut key);
    device["kind"] = "device".into();
    device["deviceName"] = "Laptop".into();
    device["cookie"] = true.into();
    app.anonymous().post(SESSIONS, device.clone()).await.problem(400, "cross-origin-refused");
    let session = app.anonymous().with("origin", "https://front-end.example").post(SESSIONS, device).await.expect(201);
    assert_eq!([&session["session"]["kind"], &session["session"]["deviceName"]], ["device", "Laptop"]);
    assert_eq!(session["refreshToken"], Value::Null);
    assert!(session.header("set-cookie").starts_with("__Host-omringd-refresh="));
    // A password is the other way, and is not enough.
    assert_eq!(by_password(&app, EMAIL).await.expect(201)["secondFactor"], "expected");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_passkey_is_the_second_factor_after_a_password_and_confirms_every_session(db: Db) {
    let (app, world) = App::with_world(db).await;
    let owner = member(&app, &world.a).await;
    owner.post(OWN_CHALLENGES, Value::Null).await.problem(409, "no-passkey");
    let mut key = Authenticator::new();
    add(&owner, &mut key, "Sleutel").await.expect(201);
    let waiting = bearer(&app, &by_password(&app, EMAIL).await.expect(201));
    waiting.get("/v1/caseload").await.problem(403, "second-factor-required");
    waiting.post(REGISTRATIONS, Value::Null).await.problem(403, "second-factor-required");
    let confirmed = confirm(&waiting, &mut key).await.expect(200);
    assert_eq!([&confirmed["secondFactor"], &confirmed["factors"]], [&json!("given"), &json!(["password", "passkey"])]);
    waiting.get("/v1/caseload").await.expect(200);

    let open = challenge(&app.anonymous(), EMAIL).await;
    let mut body = answer_to(&open, EMAIL, &mut key);
    body["kind"] = "device".into();
    let session = app.anonymous().post(SESSIONS, body).await.expect(201);
    app.clock.advance(TimeDelta::days(31));
    let device = still(&app, &session);
    device.get("/v1/caseload").await.problem(401, "confirmation-required");
    device.post(REGISTRATIONS, Value::Null).await.problem(401, "confirmation-required");
    confirm(&device, &mut key).await.expect(200);
    device.get("/v1/caseload").await.expect(200);
    begun(&device, REGISTRATIONS).await;
    // One way at a time.
    let both =
        json!({ "code": "000000", "passkey": answer_to(&begun(&device, OWN_CHALLENGES).await, EMAIL, &mut key) });
    let refused = device.post(CONFIRMATIONS, both).await.problem(400, "invalid-request");
    assert!(refused.errors().contains(&"/passkey exclusive".to_owned()), "{:?}", refused.errors());
}

#[apply(both_databases)]
#[tokio::test]
async fn an_account_may_have_apps_and_passkeys(db: Db) {
    let (app, world) = App::with_world(db).await;
    let owner = member(&app, &world.a).await;
    let (mut key, mut phone) = (Authenticator::new(), Authenticator { counter: None, ..Authenticator::new() });
    add(&owner, &mut key, "Sleutel").await.expect(201);
    let (added, confirmed) = add_app(&app, &owner).await;
    assert_eq!(confirmed["recoveryCodes"], json!([]), "those of the passkey are still valid");
    assert_eq!(add(&owner, &mut phone, "Telefoon").await.expect(201)["recoveryCodes"], json!([]));
    // Each of the three is enough.
    for _ in 0..2 {
        log_in(&app, &mut key).await.expect(201);
        log_in(&app, &mut phone).await.expect(201);
    }
    app.clock.advance(TimeDelta::seconds(30));
    let body = json!({ "email": EMAIL, "password": PASSWORD, "code": code(&app, &added) });
    assert_eq!(app.anonymous().post("/v1/sessions", body).await.expect(201)["secondFactor"], "given");
    let factors = owner.all("/v1/me/second-factors").await;
    let kinds: Vec<_> = factors.iter().map(|factor| factor["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["passkey", "totp", "passkey"]);
    remove(&owner, &factors[1]).await.expect(204);
    assert_eq!(by_password(&app, EMAIL).await.expect(201)["secondFactor"], "expected");
    remove(&owner, &factors[0]).await.expect(204);
    log_in(&app, &mut key).await.problem(401, "log-in-refused");
    assert_eq!(owner.get("/v1/me/recovery-codes").await.expect(200)["left"], 10);
    remove(&owner, &factors[2]).await.expect(204);
    assert_eq!(owner.get("/v1/me/recovery-codes").await.expect(200)["left"], 0);
    assert_eq!(by_password(&app, EMAIL).await.expect(201)["secondFactor"], "optional");
    // The first one again, of another kind.
    let (_, confirmed) = add_app(&app, &owner).await;
    assert_eq!(confirmed["recoveryCodes"].as_array().unwrap().len(), 10);
    assert_eq!(add(&owner, &mut key, "Sleutel").await.expect(201)["recoveryCodes"], json!([]));
}

#[apply(both_databases)]
#[tokio::test]
async fn passkeys_count_among_the_second_factors_of_an_account(db: Db) {
    let (app, world) = App::with_world(db).await;
    let owner = member(&app, &world.a).await;
    add_app(&app, &owner).await;
    let open = begun(&owner, REGISTRATIONS).await;
    for _ in 0..9 {
        add(&owner, &mut Authenticator::new(), "Sleutel").await.expect(201);
    }
    owner.post(REGISTRATIONS, Value::Null).await.problem(409, "too-many-second-factors");
    owner.post("/v1/me/second-factors", json!({ "name": "x" })).await.problem(409, "too-many-second-factors");
    let credential = Authenticator::new().make(&open["options"]);
    let body = json!({ "name": "x", "ceremony": open["ceremony"], "credential": credential });
    let refused = owner.post(PASSKEYS, body).await;
    // Its slot may have been given to a later one.
    assert!([400, 409].contains(&refused.status.as_u16()), "{}", refused.text());
    assert_eq!(owner.all("/v1/me/second-factors").await.len(), 10);
}

#[apply(both_databases)]
#[tokio::test]
async fn the_operator_removes_passkeys_and_a_new_password_does_not(db: Db) {
    let (app, world) = App::with_world(db).await;
    let owner = member(&app, &world.a).await;
    let mut key = Authenticator::new();
    add(&owner, &mut key, "Sleutel").await.expect(201);
    let (ports, email) = (app.ports().await, Email::new(EMAIL).unwrap());
    let password = domain::Password::chosen("een heel andere lange zin").unwrap();
    assert!(accounts::set_password(&ports, &email, &password).await.unwrap());
    log_in(&app, &mut key).await.expect(201);
    let open = challenge(&app.anonymous(), EMAIL).await;
    assert!(accounts::remove_second_factors(&ports, &email).await.unwrap());
    let late = answer_to(&open, EMAIL, &mut key);
    app.anonymous().post(SESSIONS, late).await.problem(401, "log-in-refused");
    assert_eq!(count(&app.raw, "second_factor where kind = 'passkey'").await, 0);
}

#[apply(both_databases)]
#[tokio::test]
async fn ceremonies_are_bounded_and_removed_when_they_are_over(db: Db) {
    let (app, world) = App::with_world(db).await;
    let owner = member(&app, &world.a).await;
    add(&owner, &mut Authenticator::new(), "Sleutel").await.expect(201);
    let of_others = count(&app.raw, "passkey_ceremony").await;
    for _ in 0..20 {
        begun(&owner, REGISTRATIONS).await;
        begun(&owner, OWN_CHALLENGES).await;
        challenge(&app.anonymous(), EMAIL).await;
    }
    assert!(count(&app.raw, "passkey_ceremony where kind <> 'log-in'").await <= of_others + 8);
    assert!(count(&app.raw, "passkey_ceremony where kind = 'log-in'").await >= 15);
    let ports = app.ports().await;
    app.clock.advance(TimeDelta::minutes(6));
    challenge(&app.anonymous(), EMAIL).await;
    jobs::schedule(&ports).await.unwrap();
    while let Some(job) = jobs::take(&ports).await.unwrap() {
        jobs::run(&ports, &job).await.unwrap();
    }
    assert_eq!(count(&app.raw, "passkey_ceremony").await, 1);
}

#[apply(both_databases)]
#[tokio::test]
async fn without_a_relying_party_there_are_no_passkeys(db: Db) {
    let (app, world) = App::with_world_and(db, |service| service.ports.relying_party = None).await;
    let owner = member(&app, &world.a).await;
    owner.post(REGISTRATIONS, Value::Null).await.problem(409, "passkeys-off");
    owner.post(OWN_CHALLENGES, Value::Null).await.problem(409, "passkeys-off");
    app.anonymous().post(CHALLENGES, json!({ "email": EMAIL })).await.problem(409, "passkeys-off");
}
