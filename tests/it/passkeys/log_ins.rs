//! Log-ins with a passkey: who is unknown cannot be told from who is not, counters only go up, and failures are counted.

use super::{CHALLENGES, EMAIL, SESSIONS, add, answer_to, bearer, by_password, challenge, log_in, member, member_as};
use crate::support::{App, Authenticator, Client, Db, both_databases, count};
use domain::accounts::{self, Email};
use rstest_reuse::apply;
use serde_json::{Value, json};

/// The members of a value without what they hold.
fn shape(value: &Value) -> Value {
    match value {
        Value::Object(members) => members.iter().map(|(name, member)| (name.clone(), shape(member))).collect(),
        Value::Array(items) => items.first().map(shape).into_iter().collect(),
        Value::String(_) => "text".into(),
        other @ (Value::Null | Value::Bool(_) | Value::Number(_)) => other.clone(),
    }
}

async fn allowed(by: &Client, email: &str) -> Value {
    challenge(by, email).await["options"]["allowCredentials"].clone()
}

#[apply(both_databases)]
#[tokio::test]
async fn an_unknown_address_cannot_be_told_from_a_known_one(db: Db) {
    let (app, world) = App::with_world(db).await;
    let owner = member(&app, &world.a).await;
    let mut key = Authenticator::new();
    member_as(&app, &world.a, "zonder@elders.test").await;
    let (without, before) = ("zonder@elders.test", allowed(&app.anonymous(), EMAIL).await);
    add(&owner, &mut key, "Sleutel").await.expect(201);
    let beside = app.beside();
    let other_process = app.anonymous().at(&beside.base);
    let known = challenge(&app.anonymous(), EMAIL).await;
    for made_up in ["niemand@elders.test", without, "iemand@omringd.test"] {
        let one = challenge(&app.anonymous(), made_up).await;
        assert_eq!(shape(&one.json()), shape(&known.json()), "{made_up}");
        // The same list again, in another process and for another spelling.
        let again = allowed(&other_process, &made_up.to_uppercase()).await;
        assert_eq!(again, one["options"]["allowCredentials"]);
        assert!(!again.as_array().unwrap().is_empty());
        for other in [EMAIL, "x@elders.test"] {
            assert_ne!(allowed(&app.anonymous(), other).await, again);
        }
        let mut thief = Authenticator::new();
        thief.pretend(&again[0]["id"]);
        let refused = app.anonymous().post(SESSIONS, answer_to(&one, made_up, &mut thief)).await;
        refused.problem(401, "log-in-refused");
    }
    assert_ne!(before, allowed(&app.anonymous(), EMAIL).await);
    assert_eq!(known["options"]["allowCredentials"], json!([{ "type": "public-key", "id": key.shown_id() }]));
    // A disabled account has made-up ones as well, and what was begun before is over.
    let (ports, email) = (app.ports().await, Email::new(EMAIL).unwrap());
    assert!(accounts::set_disabled(&ports, &email, true).await.unwrap());
    assert_eq!(allowed(&app.anonymous(), EMAIL).await, before);
    app.anonymous().post(SESSIONS, answer_to(&known, EMAIL, &mut key)).await.problem(401, "log-in-refused");
    assert!(accounts::set_disabled(&ports, &email, false).await.unwrap());
    log_in(&app, &mut key).await.expect(201);
}

#[apply(both_databases)]
#[tokio::test]
async fn refusals_look_like_that_of_a_wrong_password(db: Db) {
    let (app, world) = App::with_world(db).await;
    let owner = member(&app, &world.a).await;
    let mut key = Authenticator::new();
    add(&owner, &mut key, "Sleutel").await.expect(201);
    let body = json!({ "email": EMAIL, "password": "iets anders" });
    let password = app.anonymous().post("/v1/sessions", body).await.problem(401, "log-in-refused");
    let body = answer_to(&challenge(&app.anonymous(), EMAIL).await, EMAIL, &mut Authenticator::new());
    let unknown = app.anonymous().post(SESSIONS, body).await.problem(401, "log-in-refused");
    let shown = |mut body: Value| {
        body["requestId"] = Value::Null;
        body
    };
    assert_eq!(shown(password.json()), shown(unknown.json()));
}

#[apply(both_databases)]
#[tokio::test]
async fn a_counter_never_goes_back(db: Db) {
    let (app, world) = App::with_world(db).await;
    let owner = member(&app, &world.a).await;
    let mut key = Authenticator::new();
    add(&owner, &mut key, "Sleutel").await.expect(201);
    log_in(&app, &mut key).await.expect(201);
    // Two that began at once: the later one counts, and the earlier one is then too low.
    let [first, second] = [challenge(&app.anonymous(), EMAIL).await, challenge(&app.anonymous(), EMAIL).await];
    let earlier = answer_to(&first, EMAIL, &mut key);
    app.anonymous().post(SESSIONS, answer_to(&second, EMAIL, &mut key)).await.expect(201);
    app.anonymous().post(SESSIONS, earlier).await.problem(401, "log-in-refused");
    // A copy that did not see the latest uses.
    let counter = key.counter;
    for stale in [Some(0), counter.map(|counter| counter - 1)] {
        key.counter = stale;
        log_in(&app, &mut key).await.problem(401, "log-in-refused");
    }
    key.counter = counter;
    log_in(&app, &mut key).await.expect(201);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_passkey_that_does_not_count_works_and_may_be_backed_up_later(db: Db) {
    let (app, world) = App::with_world(db).await;
    let owner = member(&app, &world.a).await;
    let mut phone = Authenticator { counter: None, ..Authenticator::new() };
    add(&owner, &mut phone, "Telefoon").await.expect(201);
    for backed_up in [false, true, true, false] {
        phone.backed_up = backed_up;
        log_in(&app, &mut phone).await.expect(201);
    }
    let listed = owner.all("/v1/me/second-factors").await;
    assert_ne!(listed[0]["usedAt"], Value::Null);
}

#[apply(both_databases)]
#[tokio::test]
async fn of_parallel_answers_to_one_challenge_one_counts(db: Db) {
    let (app, world) = App::with_world(db).await;
    let owner = member(&app, &world.a).await;
    let mut phone = Authenticator { counter: None, ..Authenticator::new() };
    add(&owner, &mut phone, "Telefoon").await.expect(201);
    let body = answer_to(&challenge(&app.anonymous(), EMAIL).await, EMAIL, &mut phone);
    let beside = app.beside();
    let processes = [app.anonymous(), app.anonymous().at(&beside.base)];
    let before = owner.all("/v1/sessions").await.len();
    let attempts = (0..20).map(|n| {
        let (anonymous, body) = (processes[n % 2].clone(), body.clone());
        tokio::spawn(async move { anonymous.post(SESSIONS, body).await.status.as_u16() })
    });
    let mut answers = Vec::new();
    for attempt in attempts.collect::<Vec<_>>() {
        answers.push(attempt.await.unwrap());
    }
    assert_eq!(answers.iter().filter(|status| **status == 201).count(), 1, "{answers:?}");
    assert!(answers.iter().all(|status| [201, 401, 429].contains(status)), "{answers:?}");
    assert_eq!(owner.all("/v1/sessions").await.len(), before + 1);
    assert_ne!(app.anonymous().post(SESSIONS, body).await.status, 201);
}

#[apply(both_databases)]
#[tokio::test]
async fn failures_count_as_wrong_passwords_and_leave_known_networks_alone(db: Db) {
    let behind_proxy = |service: &mut api::server::ServiceSettings| {
        service.trusted_proxies = api::TrustedProxies::new(&["127.0.0.1"]).unwrap();
    };
    let (app, world) = App::with_world_and(db, behind_proxy).await;
    let owner = member(&app, &world.a).await;
    let mut key = Authenticator::new();
    add(&owner, &mut key, "Sleutel").await.expect(201);
    let [home, thief] = ["192.0.2.7", "198.51.100.7"].map(|address| app.anonymous().with("x-forwarded-for", address));
    let known = count(&app.raw, "known_network").await;
    let body = answer_to(&challenge(&home, EMAIL).await, EMAIL, &mut key);
    home.post(SESSIONS, body).await.expect(201);
    assert_eq!(count(&app.raw, "known_network").await, known + 1);
    let mut answers = Vec::new();
    for _ in 0..12 {
        let body = answer_to(&challenge(&thief, EMAIL).await, EMAIL, &mut Authenticator::new());
        answers.push(thief.post(SESSIONS, body).await.status.as_u16());
    }
    assert_eq!(answers, [[401; 10].as_slice(), &[429; 2]].concat());
    // Passwords and passkeys share their limit.
    let body = json!({ "email": EMAIL, "password": super::PASSWORD });
    thief.post("/v1/sessions", body).await.expect(429);
    let body = answer_to(&challenge(&home, EMAIL).await, EMAIL, &mut key);
    home.post(SESSIONS, body).await.expect(201);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_challenge_needs_an_address_and_nothing_else(db: Db) {
    let (app, _world) = App::with_world(db).await;
    let refused = app.anonymous().post(CHALLENGES, json!({ "email": "geen adres" })).await;
    refused.problem(400, "invalid-request");
    let refused = app.anonymous().post(SESSIONS, json!({ "email": EMAIL })).await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/ceremony required", "/credential required"]);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_passkey_gives_the_role_what_it_needs(db: Db) {
    let (app, world) = App::with_world(db).await;
    let own = world.a.admin.get("/v1/organisation").await.expect(200);
    let owner = member(&app, &world.a).await;
    world.a.admin.patch("/v1/organisation", &own.etag(), json!({ "secondFactorFor": ["coach"] })).await.expect(200);
    owner.get("/v1/caseload").await.problem(403, "second-factor-required");
    let mut key = Authenticator::new();
    add(&owner, &mut key, "Sleutel").await.expect(201);
    owner.get("/v1/caseload").await.expect(200);
    bearer(&app, &log_in(&app, &mut key).await.expect(201)).get("/v1/caseload").await.expect(200);
    let waiting = bearer(&app, &by_password(&app, EMAIL).await.expect(201));
    waiting.get("/v1/caseload").await.problem(403, "second-factor-required");
}
