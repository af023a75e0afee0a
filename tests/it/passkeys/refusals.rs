//! Answers that are refused: of another origin, unverified, late, used before, or of another ceremony.

use super::{
    CONFIRMATIONS, EMAIL, OWN_CHALLENGES, PASSKEYS, REGISTRATIONS, SESSIONS, add, answer_to, begun, challenge, confirm,
    log_in, member, member_as, remove,
};
use crate::support::{App, Authenticator, Db, both_databases, count};
use chrono::TimeDelta;
use rstest_reuse::apply;
use serde_json::{Value, json};

type Fault = fn(&mut Authenticator);

/// What an authenticator or the page in front of it can do wrong.
const FAULTS: [(&str, Fault); 7] = [
    ("a subdomain", |key| key.origin = "https://evil.front-end.example"),
    ("another domain with the same end", |key| key.origin = "https://evil-front-end.example"),
    ("another port", |key| key.origin = "https://front-end.example:8443"),
    ("no TLS", |key| key.origin = "http://front-end.example"),
    ("another relying party", |key| key.relying_party = "example"),
    ("no verified user", |key| key.verifies = false),
    ("inside another page", |key| key.cross_origin = true),
];

fn right(key: &mut Authenticator) {
    let Authenticator { origin, relying_party, verifies, cross_origin, .. } = Authenticator::new();
    (key.origin, key.relying_party, key.verifies, key.cross_origin) = (origin, relying_party, verifies, cross_origin);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_passkey_is_made_and_used_on_the_front_end_by_a_verified_user(db: Db) {
    let (app, world) = App::with_world(db).await;
    let owner = member(&app, &world.a).await;
    for (fault, make) in FAULTS {
        let mut key = Authenticator::new();
        make(&mut key);
        let refused = add(&owner, &mut key, "Sleutel").await.problem(400, "invalid-request");
        assert_eq!(refused.errors(), ["/credential wrong-passkey"], "{fault}");
    }
    assert!(owner.all("/v1/me/second-factors").await.is_empty());
    let mut key = Authenticator::new();
    add(&owner, &mut key, "Sleutel").await.expect(201);
    for (fault, make) in FAULTS {
        make(&mut key);
        let refused = confirm(&owner, &mut key).await;
        if refused.status == 429 {
            app.clock.advance(TimeDelta::minutes(5));
        } else {
            assert_eq!(refused.problem(400, "invalid-request").errors(), ["/passkey wrong-passkey"], "{fault}");
        }
        log_in(&app, &mut key).await.problem(401, "log-in-refused");
        right(&mut key);
    }
    log_in(&app, &mut key).await.expect(201);
}

#[apply(both_databases)]
#[tokio::test]
async fn an_answer_counts_once_even_if_it_was_wrong(db: Db) {
    let (app, world) = App::with_world(db).await;
    let owner = member(&app, &world.a).await;
    let mut key = Authenticator::new();
    let registration = begun(&owner, REGISTRATIONS).await;
    let body =
        |credential: Value| json!({ "name": "x", "ceremony": registration["ceremony"], "credential": credential });
    let wrong = Authenticator { verifies: false, ..Authenticator::new() }.make(&registration["options"]);
    owner.post(PASSKEYS, body(wrong)).await.problem(400, "invalid-request");
    owner.post(PASSKEYS, body(key.make(&registration["options"]))).await.problem(400, "invalid-request");
    let registration = begun(&owner, REGISTRATIONS).await;
    let credential = key.make(&registration["options"]);
    let again = json!({ "name": "x", "ceremony": registration["ceremony"], "credential": credential });
    owner.post(PASSKEYS, again.clone()).await.expect(201);
    owner.post(PASSKEYS, again).await.problem(400, "invalid-request");
    // The same passkey for another challenge, and for another account.
    let other = member_as(&app, &world.a, "ander@elders.test").await;
    for by in [&owner, &other] {
        assert_eq!(add(by, &mut key, "x").await.expect(400).errors(), ["/credential wrong-passkey"]);
    }
    let challenge = begun(&owner, OWN_CHALLENGES).await;
    let passkey = json!({ "ceremony": challenge["ceremony"], "credential": key.answer(&challenge["options"]) });
    let confirmation = json!({ "passkey": passkey });
    owner.post(CONFIRMATIONS, confirmation.clone()).await.expect(200);
    owner.post(CONFIRMATIONS, confirmation).await.problem(400, "invalid-request");
    assert_eq!(count(&app.raw, "second_factor where kind = 'passkey'").await, 1);
}

#[apply(both_databases)]
#[tokio::test]
async fn of_parallel_answers_to_a_registration_one_counts(db: Db) {
    let (app, world) = App::with_world(db).await;
    let owner = member(&app, &world.a).await;
    let registration = begun(&owner, REGISTRATIONS).await;
    let attempts = (0..8).map(|_| {
        let credential = Authenticator::new().make(&registration["options"]);
        let body = json!({ "name": "x", "ceremony": registration["ceremony"], "credential": credential });
        let owner = owner.clone();
        tokio::spawn(async move { owner.post(PASSKEYS, body).await.status.as_u16() })
    });
    let mut answers = Vec::new();
    for attempt in attempts.collect::<Vec<_>>() {
        answers.push(attempt.await.unwrap());
    }
    answers.sort_unstable();
    assert_eq!(answers, [[201].as_slice(), &[400; 7]].concat());
}

#[apply(both_databases)]
#[tokio::test]
async fn an_answer_is_for_its_own_ceremony(db: Db) {
    let (app, world) = App::with_world(db).await;
    let owner = member(&app, &world.a).await;
    let other = member_as(&app, &world.a, "ander@elders.test").await;
    let (mut key, mut theirs) = (Authenticator::new(), Authenticator::new());
    add(&owner, &mut key, "Sleutel").await.expect(201);
    add(&other, &mut theirs, "Sleutel").await.expect(201);
    // A challenge of the owner, presented by another user, and the other way around.
    let registration = begun(&owner, REGISTRATIONS).await;
    let credential = Authenticator::new().make(&registration["options"]);
    let body = json!({ "name": "x", "ceremony": registration["ceremony"], "credential": credential });
    other.post(PASSKEYS, body.clone()).await.problem(400, "invalid-request");
    owner.post(PASSKEYS, body).await.expect(201);
    let confirmation = begun(&other, OWN_CHALLENGES).await;
    let passkey =
        json!({ "ceremony": confirmation["ceremony"], "credential": theirs.answer(&confirmation["options"]) });
    owner.post(CONFIRMATIONS, json!({ "passkey": passkey })).await.problem(400, "invalid-request");
    // A confirmation logs nobody in, a log-in confirms nothing, and neither adds a passkey.
    let confirmation = begun(&owner, OWN_CHALLENGES).await;
    app.anonymous().post(SESSIONS, answer_to(&confirmation, EMAIL, &mut key)).await.problem(401, "log-in-refused");
    let log_in = challenge(&app.anonymous(), EMAIL).await;
    let passkey = json!({ "ceremony": log_in["ceremony"], "credential": key.answer(&log_in["options"]) });
    owner.post(CONFIRMATIONS, json!({ "passkey": passkey })).await.problem(400, "invalid-request");
    let credential = Authenticator::new().make(&log_in["options"]);
    let body = json!({ "name": "x", "ceremony": log_in["ceremony"], "credential": credential });
    owner.post(PASSKEYS, body).await.problem(400, "invalid-request");
    // The challenge of one address, for another; and another's passkey for it.
    for (email, with) in [("ander@elders.test", 0), ("ander@elders.test", 1), (EMAIL, 1)] {
        let begun = challenge(&app.anonymous(), EMAIL).await;
        let with = [&mut key, &mut theirs].into_iter().nth(with).unwrap();
        app.anonymous().post(SESSIONS, answer_to(&begun, email, with)).await.problem(401, "log-in-refused");
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_late_answer_and_a_changed_secret_are_refused(db: Db) {
    let (app, world) = App::with_world(db).await;
    let owner = member(&app, &world.a).await;
    let mut key = Authenticator::new();
    add(&owner, &mut key, "Sleutel").await.expect(201);
    for (seconds, status) in [(299, 201), (300, 401)] {
        let begun = challenge(&app.anonymous(), EMAIL).await;
        app.clock.advance(TimeDelta::seconds(seconds));
        app.anonymous().post(SESSIONS, answer_to(&begun, EMAIL, &mut key)).await.expect(status);
    }
    let begun = challenge(&app.anonymous(), EMAIL).await;
    let secret = begun["ceremony"].as_str().unwrap().to_owned();
    let right = answer_to(&begun, EMAIL, &mut key);
    for changed in
        [secret[..secret.len() - 1].to_owned(), format!("{secret}A"), secret.to_lowercase(), format!("{secret} ")]
    {
        let mut body = right.clone();
        body["ceremony"] = changed.into();
        app.anonymous().post(SESSIONS, body).await.problem(401, "log-in-refused");
    }
    app.anonymous().post(SESSIONS, right).await.expect(201);
    // Nor does the answer to one challenge fit another.
    let (one, other) = (challenge(&app.anonymous(), EMAIL).await, challenge(&app.anonymous(), EMAIL).await);
    let mut body = answer_to(&one, EMAIL, &mut key);
    body["ceremony"] = other["ceremony"].clone();
    app.anonymous().post(SESSIONS, body).await.problem(401, "log-in-refused");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_removed_passkey_opens_nothing(db: Db) {
    let (app, world) = App::with_world(db).await;
    let owner = member(&app, &world.a).await;
    let (mut key, mut kept) = (Authenticator::new(), Authenticator::new());
    let added = add(&owner, &mut key, "Sleutel").await.expect(201);
    add(&owner, &mut kept, "Reserve").await.expect(201);
    let (log_in, confirmation) = (challenge(&app.anonymous(), EMAIL).await, begun(&owner, OWN_CHALLENGES).await);
    remove(&owner, &added.json()).await.expect(204);
    app.anonymous().post(SESSIONS, answer_to(&log_in, EMAIL, &mut key)).await.problem(401, "log-in-refused");
    let passkey = json!({ "ceremony": confirmation["ceremony"], "credential": key.answer(&confirmation["options"]) });
    owner.post(CONFIRMATIONS, json!({ "passkey": passkey })).await.problem(400, "invalid-request");
    super::log_in(&app, &mut kept).await.expect(201);
}

#[apply(both_databases)]
#[tokio::test]
async fn wrong_answers_of_a_session_are_counted(db: Db) {
    let (app, world) = App::with_world(db).await;
    let owner = member(&app, &world.a).await;
    let mut key = Authenticator::new();
    add(&owner, &mut key, "Sleutel").await.expect(201);
    let mut answers = Vec::new();
    for _ in 0..8 {
        answers.push(confirm(&owner, &mut Authenticator::new()).await.status.as_u16());
    }
    assert_eq!(answers, [[400; 5].as_slice(), &[429; 3]].concat());
    app.clock.advance(TimeDelta::minutes(4));
    confirm(&owner, &mut key).await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn own_passkeys_need_a_session(db: Db) {
    let (app, world) = App::with_world(db).await;
    for path in [OWN_CHALLENGES, REGISTRATIONS] {
        app.anonymous().post(path, Value::Null).await.problem(401, "not-authenticated");
        world.a.integration.post(path, Value::Null).await.problem(401, "not-authenticated");
    }
    assert_eq!(challenge(&app.anonymous(), EMAIL).await.header("cache-control"), "no-store");
}
