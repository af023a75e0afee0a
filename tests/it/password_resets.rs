//! `/v1/password-resets` and `/v1/password-reset-acceptances`.

use crate::support::{Answer, App, Db, Mailbox, World, both_databases, count};
use chrono::TimeDelta;
use domain::Password;
use domain::accounts::{Email, confirm_email};
use domain::attempts::Limit;
use rstest_reuse::apply;
use serde_json::{Value, json};

const RESET: &str = "/v1/password-resets";
const ACCEPT: &str = "/v1/password-reset-acceptances";
const EMAIL: &str = "coach@a.test";
const OLD: &str = "een lange zin is sterk";
const NEW: &str = "een andere zin is sterker";

/// A service that sends mail, with a coach who has a password.
async fn with_mail(db: Db) -> (App, World, Mailbox) {
    let mailbox = Mailbox::create();
    let (app, world) = App::with_world_and(db, |service| service.mail = Some(mailbox.settings())).await;
    let (email, password) = (Email::new(EMAIL).unwrap(), Password::chosen(OLD).unwrap());
    assert!(confirm_email(&app.ports().await, &email, Some(&password)).await.unwrap());
    (app, world, mailbox)
}

async fn request(app: &App, email: &str) -> Answer {
    app.anonymous().post(RESET, json!({ "email": email })).await.expect(202)
}

async fn accept(app: &App, secret: &str, password: &str) -> Answer {
    app.anonymous().post(ACCEPT, json!({ "secret": secret, "newPassword": password })).await
}

async fn log_in(app: &App, password: &str) -> Answer {
    app.anonymous().post("/v1/sessions", json!({ "email": EMAIL, "password": password })).await
}

#[apply(both_databases)]
#[tokio::test]
async fn a_reset_sets_a_password_once_and_ends_every_session(db: Db) {
    let (app, _world, mailbox) = with_mail(db).await;
    let session = log_in(&app, OLD).await.expect(201);
    let coach = app.anonymous().bearer(session["accessToken"].as_str().unwrap());
    let forged = app.anonymous().with("x-forwarded-host", "evil.example").with("forwarded", "host=evil.example");
    forged.post(RESET, json!({ "email": " Coach@A.test " })).await.expect(202);
    let mail = mailbox.only(&app).await;
    assert_eq!(mail.to, EMAIL);
    assert!(mail.text.contains("\r\nhttps://front-end.example/app/password-reset#") && mail.text.contains("coach"));
    assert!(!mail.raw.contains("evil.example"));
    coach.get("/v1/me").await.expect(200);
    let secret = mail.secret();
    // A refused password does not use up the secret.
    for (weak, code) in [("kort", "too-short"), ("coach coach coach", "guessable")] {
        let refused = accept(&app, &secret, weak).await.problem(400, "invalid-request");
        assert_eq!(refused.errors(), [format!("/newPassword {code}")]);
    }
    let accepted = accept(&app, &secret, NEW).await.expect(204);
    assert!(accepted.bytes.is_empty(), "it gives no session: other factors are not passed");
    coach.get("/v1/me").await.problem(401, "not-authenticated");
    accept(&app, &secret, NEW).await.problem(409, "link-over");
    log_in(&app, OLD).await.problem(401, "log-in-refused");
    log_in(&app, NEW).await.expect(201);
}

#[apply(both_databases)]
#[tokio::test]
async fn the_answer_and_the_work_are_the_same_for_an_unknown_address(db: Db) {
    let (app, _world, mailbox) = with_mail(db).await;
    let (known, unknown) = (request(&app, EMAIL).await, request(&app, "nobody@elders.test").await);
    assert_eq!((known.status, &known.bytes), (unknown.status, &unknown.bytes));
    assert_eq!(count(&app.raw, "password_reset where user_id is null and secret_hash is null").await, 2);
    assert_eq!(count(&app.raw, "job where kind = 'mail-password-reset'").await, 2);
    assert_eq!(mailbox.only(&app).await.to, EMAIL);
    assert_eq!(count(&app.raw, "job where kind = 'mail-password-reset' and done_at is null").await, 0);
    let keys: Vec<String> = app.raw.column("select key from job where kind = 'mail-password-reset'").await.unwrap();
    assert!(keys.iter().all(|key| !key.contains('@')));
}

#[apply(both_databases)]
#[tokio::test]
async fn one_secret_at_a_time_is_valid_for_half_an_hour(db: Db) {
    let (app, _world, mailbox) = with_mail(db).await;
    request(&app, EMAIL).await;
    let first = mailbox.only(&app).await.secret();
    request(&app, EMAIL).await;
    let second = mailbox.only(&app).await.secret();
    accept(&app, &first, NEW).await.problem(409, "link-over");
    app.clock.advance(TimeDelta::minutes(30));
    accept(&app, &second, NEW).await.problem(409, "link-over");
    request(&app, EMAIL).await;
    let third = mailbox.only(&app).await.secret();
    app.clock.advance(TimeDelta::minutes(29));
    accept(&app, &third, NEW).await.expect(204);
}

#[apply(both_databases)]
#[tokio::test]
async fn of_many_concurrent_acceptances_in_two_processes_one_succeeds(db: Db) {
    let (app, _world, mailbox) = with_mail(db).await;
    request(&app, EMAIL).await;
    let secret = mailbox.only(&app).await.secret();
    let beside = app.beside();
    let tries = (0..6).map(|n| {
        let to = if n % 2 == 0 { app.anonymous() } else { app.anonymous().at(&beside.base) };
        let body = json!({ "secret": secret, "newPassword": format!("een andere zin nummer {n}") });
        tokio::spawn(async move { to.post(ACCEPT, body).await.status.as_u16() })
    });
    let mut statuses = Vec::new();
    for attempt in tries.collect::<Vec<_>>() {
        statuses.push(attempt.await.unwrap());
    }
    statuses.sort_unstable();
    assert_eq!(statuses, [204, 409, 409, 409, 409, 409]);
}

/// Makes a body with a secret.
type Body = fn(&str) -> Value;

#[apply(both_databases)]
#[tokio::test]
async fn no_prefix_and_no_extension_of_a_secret_is_accepted(db: Db) {
    let (app, world, mailbox) = with_mail(db).await;
    request(&app, EMAIL).await;
    let reset = mailbox.only(&app).await.secret();
    let body = json!({ "email": "marijke@elders.test", "roles": ["coach"] });
    world.a.admin.post("/v1/invitations", body).await.expect(201);
    let invitation = mailbox.only(&app).await.secret();
    let session = log_in(&app, OLD).await.expect(201);
    let coach = app.anonymous().bearer(session["accessToken"].as_str().unwrap());
    coach.post("/v1/me/email-changes", json!({ "email": "nieuw@a.test", "password": OLD })).await.expect(202);
    let mails = mailbox.receive(&app).await;
    let change = mails.iter().find(|mail| mail.to == "nieuw@a.test").unwrap().secret();
    let operations: [(&str, &str, Body); 4] = [
        (ACCEPT, &reset, |secret| json!({ "secret": secret, "newPassword": NEW })),
        ("/v1/invitation-lookups", &invitation, |secret| json!({ "secret": secret })),
        ("/v1/invitation-acceptances", &invitation, |secret| json!({ "secret": secret, "name": "X", "password": OLD })),
        ("/v1/email-change-acceptances", &change, |secret| json!({ "secret": secret })),
    ];
    for (path, secret, body) in operations {
        let mut answers = std::collections::BTreeSet::new();
        let prefixes = (1..secret.len()).step_by(6).chain([secret.len() - 1]).map(|length| secret[..length].to_owned());
        let others = ["A", "=", "_", "\0"].map(|extension| format!("{secret}{extension}"));
        for wrong in prefixes.chain(others).chain([secret.to_uppercase(), format!(" {secret}")]) {
            let answer = app.anonymous().with("x-request-id", "one").post(path, body(&wrong)).await;
            let mut shown = answer.json();
            shown["requestId"] = Value::Null;
            answers.insert((answer.status.as_u16(), shown.to_string()));
        }
        assert_eq!(answers.len(), 1, "{path}: {answers:?}");
        assert_eq!(answers.first().unwrap().0, 409, "{path}");
    }
    // The secrets themselves are still valid.
    accept(&app, &reset, NEW).await.expect(204);
}

#[apply(both_databases)]
#[tokio::test]
async fn mails_are_limited_by_address_and_requests_by_network(db: Db) {
    let (app, _world, mailbox) = with_mail(db).await;
    for _ in 0..3 {
        request(&app, EMAIL).await;
        assert_eq!(mailbox.only(&app).await.to, EMAIL);
    }
    app.anonymous().post(RESET, json!({ "email": EMAIL })).await.problem(429, "too-many-requests");
    assert_eq!(mailbox.receive(&app).await.len(), 0);
    request(&app, "client@a.test").await;
    assert_eq!(mailbox.only(&app).await.to, "client@a.test");
    app.clock.advance(TimeDelta::hours(1));
    request(&app, EMAIL).await;
    assert_eq!(mailbox.only(&app).await.to, EMAIL);
    app.clock.advance(TimeDelta::hours(1));
    let limited = app.beside_with(|service| {
        service.mail = Some(mailbox.settings());
        service.limits.reset_network = Limit::of(3, 600);
    });
    let stranger = app.anonymous().at(&limited.base);
    for n in 0..3 {
        stranger.post(RESET, json!({ "email": format!("{n}@elders.test") })).await.expect(202);
    }
    stranger.post(RESET, json!({ "email": "3@elders.test" })).await.problem(429, "too-many-requests");
    // Log-ins from the network are not affected.
    stranger.post("/v1/sessions", json!({ "email": EMAIL, "password": OLD })).await.expect(201);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_change_of_password_withdraws_a_reset(db: Db) {
    let (app, _world, mailbox) = with_mail(db).await;
    request(&app, EMAIL).await;
    let secret = mailbox.only(&app).await.secret();
    let session = log_in(&app, OLD).await.expect(201);
    let coach = app.anonymous().bearer(session["accessToken"].as_str().unwrap());
    let change = json!({ "currentPassword": OLD, "newPassword": NEW });
    coach.send(reqwest::Method::PUT, "/v1/me/password", Some(change)).await.expect(200);
    accept(&app, &secret, "een derde zin is ook sterk").await.problem(409, "link-over");
}

#[apply(both_databases)]
#[tokio::test]
async fn without_mail_the_service_says_so(db: Db) {
    let (app, world) = App::with_world(db).await;
    app.anonymous().post(RESET, json!({ "email": EMAIL })).await.problem(409, "no-mail");
    let change = json!({ "email": "nieuw@a.test", "password": OLD });
    world.a.coach.post("/v1/me/email-changes", change).await.problem(409, "no-mail");
}
