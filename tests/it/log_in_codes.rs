//! Codes that are mailed to clients, to log in without a password.

use crate::support::{Answer, App, Client, Db, Mailbox, World, both_databases, count};
use chrono::TimeDelta;
use rstest_reuse::apply;
use serde_json::json;

const CODES: &str = "/v1/log-in-codes";

/// A service that sends mail; organisation A allows its clients to log in so.
async fn with_mail(db: Db) -> (App, World, Mailbox) {
    let mailbox = Mailbox::create();
    let (app, world) = App::with_world_and(db, |service| service.mail = Some(mailbox.settings())).await;
    allow(&world, true).await;
    (app, world, mailbox)
}

async fn allow(world: &World, allowed: bool) {
    let own = world.a.admin.get("/v1/organisation").await.expect(200);
    world.a.admin.patch("/v1/organisation", &own.etag(), json!({ "clientsLogInByMail": allowed })).await.expect(200);
}

async fn address(of: &Client) -> String {
    of.get("/v1/me").await.expect(200)["email"].as_str().unwrap().to_owned()
}

async fn request(app: &App, email: &str) -> String {
    let answer = app.anonymous().post(CODES, json!({ "email": email })).await.expect(202);
    answer["ticket"].as_str().unwrap().to_owned()
}

/// The six digits of the only new mail.
async fn digits(app: &App, mailbox: &Mailbox) -> String {
    let mail = mailbox.only(app).await;
    let digits = mail.text.lines().find(|line| line.len() == 6 && line.bytes().all(|byte| byte.is_ascii_digit()));
    digits.unwrap_or_else(|| panic!("no code: {}", mail.text)).to_owned()
}

async fn log_in(app: &App, email: &str, ticket: &str, digits: &str) -> Answer {
    let body = json!({ "email": email, "mailCode": { "ticket": ticket, "digits": digits } });
    app.anonymous().post("/v1/sessions", body).await
}

#[apply(both_databases)]
#[tokio::test]
async fn a_client_logs_in_once_with_a_mailed_code(db: Db) {
    let (app, world, mailbox) = with_mail(db).await;
    let email = address(&world.a.client).await;
    let ticket = request(&app, &email).await;
    let code = digits(&app, &mailbox).await;
    log_in(&app, "somebody@elders.test", &ticket, &code).await.problem(401, "log-in-refused");
    let other = request(&app, &email).await;
    log_in(&app, &email, &other, &code).await.problem(401, "log-in-refused");
    let spaced = format!("{} {}", &code[..3], &code[3..]);
    let session = log_in(&app, &email, &ticket, &spaced).await.expect(201);
    assert_eq!(session["session"]["factors"], json!(["mail-code"]));
    assert_eq!(session["session"]["organisationId"], world.a.id.to_string());
    let client = app.anonymous().bearer(session["accessToken"].as_str().unwrap());
    client.get(&format!("/v1/clients/{}", world.a.client_id)).await.expect(200);
    log_in(&app, &email, &ticket, &code).await.problem(401, "log-in-refused");
    // Neither the code nor the address stands in the database readably.
    let stored: Vec<Vec<u8>> = app.raw.column("select code from log_in_code where code is not null").await.unwrap();
    assert!(stored.iter().all(|stored| !stored.windows(6).any(|part| part == code.as_bytes())));
}

#[apply(both_databases)]
#[tokio::test]
async fn nobody_else_is_mailed_a_code_and_the_answer_does_not_tell(db: Db) {
    let (app, world, mailbox) = with_mail(db).await;
    let staff = [address(&world.a.coach).await, address(&world.a.admin).await, address(&world.operator).await];
    let elsewhere = address(&world.b.client).await;
    for email in staff.iter().chain([&elsewhere, &"nobody@elders.test".to_owned()]) {
        let answer = app.anonymous().post(CODES, json!({ "email": email })).await.expect(202);
        assert_eq!(answer["ticket"].as_str().unwrap().len(), 43, "{email}");
    }
    assert!(mailbox.receive(&app).await.is_empty());
    assert_eq!(count(&app.raw, "log_in_code where code is null and email not like 'code@%'").await, 5);
}

#[apply(both_databases)]
#[tokio::test]
async fn what_makes_a_client_eligible_still_holds_at_the_log_in(db: Db) {
    let (app, world, mailbox) = with_mail(db).await;
    let email = address(&world.a.client).await;
    let ticket = request(&app, &email).await;
    let code = digits(&app, &mailbox).await;
    allow(&world, false).await;
    log_in(&app, &email, &ticket, &code).await.problem(401, "log-in-refused");
    allow(&world, true).await;
    let ticket = request(&app, &email).await;
    let code = digits(&app, &mailbox).await;
    let member = format!("/v1/members/{}", world.a.client.member.unwrap());
    let shown = world.a.admin.get(&member).await.expect(200);
    let both = json!({ "roles": ["client", "coach"] });
    world.a.admin.patch(&member, &shown.etag(), both).await.expect(200);
    log_in(&app, &email, &ticket, &code).await.problem(401, "log-in-refused");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_code_is_tried_five_times_within_ten_minutes(db: Db) {
    let (app, world, mailbox) = with_mail(db).await;
    let email = address(&world.a.client).await;
    let ticket = request(&app, &email).await;
    let code = digits(&app, &mailbox).await;
    let wrong = if code == "000000" { "000001" } else { "000000" };
    let tries = (0..8).map(|_| {
        let (to, body) =
            (app.anonymous(), json!({ "email": email, "mailCode": { "ticket": ticket, "digits": wrong } }));
        tokio::spawn(async move { to.post("/v1/sessions", body).await.status.as_u16() })
    });
    for attempt in tries.collect::<Vec<_>>() {
        assert_eq!(attempt.await.unwrap(), 401);
    }
    assert_eq!(count(&app.raw, "log_in_code where tries = 5").await, 1);
    log_in(&app, &email, &ticket, &code).await.problem(401, "log-in-refused");
    let ticket = request(&app, &email).await;
    let code = digits(&app, &mailbox).await;
    app.clock.advance(TimeDelta::minutes(10));
    log_in(&app, &email, &ticket, &code).await.problem(401, "log-in-refused");
}

#[apply(both_databases)]
#[tokio::test]
async fn of_many_log_ins_with_one_code_in_two_processes_one_succeeds(db: Db) {
    let (app, world, mailbox) = with_mail(db).await;
    let email = address(&world.a.client).await;
    let ticket = request(&app, &email).await;
    let code = digits(&app, &mailbox).await;
    let beside = app.beside();
    let tries = (0..5).map(|n| {
        let to = if n % 2 == 0 { app.anonymous() } else { app.anonymous().at(&beside.base) };
        let body = json!({ "email": email, "mailCode": { "ticket": ticket, "digits": code } });
        tokio::spawn(async move { to.post("/v1/sessions", body).await.status.as_u16() })
    });
    let mut statuses = Vec::new();
    for attempt in tries.collect::<Vec<_>>() {
        statuses.push(attempt.await.unwrap());
    }
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 401, 401, 401, 401]);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_log_in_has_a_password_or_a_code(db: Db) {
    let (app, _world, _mailbox) = with_mail(db).await;
    let both = json!({ "email": "a@b.test", "password": "x", "mailCode": { "ticket": "x", "digits": "1" } });
    let errors = app.anonymous().post("/v1/sessions", both).await.problem(400, "invalid-request").errors();
    assert_eq!(errors, ["/mailCode exclusive"]);
    let neither = app.anonymous().post("/v1/sessions", json!({ "email": "a@b.test" })).await;
    assert_eq!(neither.problem(400, "invalid-request").errors(), ["/password required"]);
}

#[apply(both_databases)]
#[tokio::test]
async fn without_mail_there_are_no_codes_and_mails_to_one_address_are_limited(db: Db) {
    let (app, _world) = App::with_world(db).await;
    app.anonymous().post(CODES, json!({ "email": "client@a.test" })).await.problem(409, "no-mail");
    let (app, _world, _mailbox) = with_mail(db).await;
    for _ in 0..3 {
        request(&app, "client@a.test").await;
    }
    app.anonymous().post(CODES, json!({ "email": "client@a.test" })).await.problem(429, "too-many-requests");
}
