//! `/v1/me/email-changes`, `/v1/email-change-acceptances` and `/v1/me/deletions`.

use crate::support::{App, Client, Db, Mailbox, World, both_databases, count};
use chrono::TimeDelta;
use domain::Password;
use domain::accounts::{Email, confirm_email};
use rstest_reuse::apply;
use serde_json::json;

const CHANGE: &str = "/v1/me/email-changes";
const ACCEPT: &str = "/v1/email-change-acceptances";
const OLD: &str = "coach@a.test";
const NEW: &str = "nieuw@elders.test";
const PASSWORD: &str = "een lange zin is sterk";
/// How many changes a user requests a day, by default.
const PER_DAY: usize = 5;

/// A service that sends mail, with a coach who is logged in by password.
async fn with_mail(db: Db) -> (App, World, Mailbox, Client) {
    let mailbox = Mailbox::create();
    let (app, world) = App::with_world_and(db, |service| service.mail = Some(mailbox.settings())).await;
    let coach = log_in(&app, OLD).await;
    (app, world, mailbox, coach)
}

/// Gives the account this password and logs in with it.
async fn log_in(app: &App, email: &str) -> Client {
    let (address, password) = (Email::new(email).unwrap(), Password::chosen(PASSWORD).unwrap());
    assert!(confirm_email(&app.ports().await, &address, Some(&password)).await.unwrap());
    let body = json!({ "email": email, "password": PASSWORD });
    let session = app.anonymous().post("/v1/sessions", body).await.expect(201);
    app.anonymous().bearer(session["accessToken"].as_str().unwrap())
}

/// Requests the new address and returns the secret that it got.
async fn requested(app: &App, mailbox: &Mailbox, by: &Client) -> String {
    by.post(CHANGE, json!({ "email": NEW, "password": PASSWORD })).await.expect(202);
    let mails = mailbox.receive(app).await;
    let to: Vec<_> = mails.iter().map(|mail| mail.to.as_str()).collect();
    assert_eq!(to, [OLD, NEW]);
    assert!(!mails[0].raw.contains('#') && !mails[0].raw.contains(NEW), "the current address gets no secret");
    mails[1].secret()
}

#[apply(both_databases)]
#[tokio::test]
async fn a_new_address_is_confirmed_by_the_mail_to_it(db: Db) {
    let (app, _world, mailbox, coach) = with_mail(db).await;
    let wrong = json!({ "email": NEW, "password": "niet het wachtwoord" });
    assert_eq!(coach.post(CHANGE, wrong).await.problem(400, "invalid-request").errors(), ["/password wrong-password"]);
    let secret = requested(&app, &mailbox, &coach).await;
    let before = coach.get("/v1/me").await.expect(200);
    assert_eq!(before["email"], OLD);
    app.anonymous().post(ACCEPT, json!({ "secret": secret })).await.expect(204);
    let after = coach.get("/v1/me").await.expect(200);
    assert_eq!(after["email"], NEW);
    assert_ne!(after.etag(), before.etag());
    app.anonymous().post(ACCEPT, json!({ "secret": secret })).await.problem(409, "link-over");
    let with = |email: &str| json!({ "email": email, "password": PASSWORD });
    app.anonymous().post("/v1/sessions", with(OLD)).await.problem(401, "log-in-refused");
    app.anonymous().post("/v1/sessions", with(NEW)).await.expect(201);
}

#[apply(both_databases)]
#[tokio::test]
async fn an_address_of_another_account_is_told_to_its_holder_only(db: Db) {
    let (app, _world, mailbox, coach) = with_mail(db).await;
    let body = json!({ "email": "client@a.test", "password": PASSWORD });
    coach.post(CHANGE, body).await.expect(202);
    let mails = mailbox.receive(&app).await;
    let secret = mails.iter().find(|mail| mail.to == "client@a.test").unwrap().secret();
    app.anonymous().post(ACCEPT, json!({ "secret": secret })).await.problem(409, "email-taken");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_request_ends_with_a_later_one_a_day_a_new_password_and_the_limit(db: Db) {
    let (app, _world, mailbox, coach) = with_mail(db).await;
    let first = requested(&app, &mailbox, &coach).await;
    let second = requested(&app, &mailbox, &coach).await;
    app.anonymous().post(ACCEPT, json!({ "secret": first })).await.problem(409, "link-over");
    let change = json!({ "currentPassword": PASSWORD, "newPassword": "een andere zin is sterker" });
    coach.send(reqwest::Method::PUT, "/v1/me/password", Some(change)).await.expect(200);
    mailbox.receive(&app).await;
    app.anonymous().post(ACCEPT, json!({ "secret": second })).await.problem(409, "link-over");
    let coach = log_in(&app, OLD).await;
    // The counts stay, so a new password is no way around the limit.
    let third = requested(&app, &mailbox, &coach).await;
    for _ in 3..PER_DAY {
        requested(&app, &mailbox, &coach).await;
    }
    let body = json!({ "email": NEW, "password": PASSWORD });
    coach.post(CHANGE, body).await.problem(429, "too-many-requests");
    app.anonymous().post(ACCEPT, json!({ "secret": third })).await.problem(409, "link-over");
    app.clock.advance(TimeDelta::days(1));
    let coach = log_in(&app, OLD).await;
    let last = requested(&app, &mailbox, &coach).await;
    app.clock.advance(TimeDelta::days(1));
    app.anonymous().post(ACCEPT, json!({ "secret": last })).await.problem(409, "link-over");
}

#[apply(both_databases)]
#[tokio::test]
async fn an_account_without_a_membership_can_be_deleted(db: Db) {
    let (app, world, mailbox, coach) = with_mail(db).await;
    let secret = requested(&app, &mailbox, &coach).await;
    let delete = |password: &str| coach.post("/v1/me/deletions", json!({ "password": password }));
    delete(PASSWORD).await.problem(409, "account-in-use");
    // In a suspended organisation they are a member still.
    let organisation = format!("/v1/organisations/{}", world.a.id);
    world.operator.patch(&organisation, "*", json!({ "status": "suspended" })).await.expect(200);
    delete(PASSWORD).await.problem(409, "account-in-use");
    world.operator.patch(&organisation, "*", json!({ "status": "active" })).await.expect(200);
    let member = format!("/v1/members/{}", world.a.coach.member.unwrap());
    world.a.admin.delete(&member, "*").await.expect(204);
    let wrong = delete("niet het wachtwoord").await.problem(400, "invalid-request");
    assert_eq!(wrong.errors(), ["/password wrong-password"]);
    delete(PASSWORD).await.expect(204);
    coach.get("/v1/me").await.problem(401, "not-authenticated");
    app.anonymous().post(ACCEPT, json!({ "secret": secret })).await.problem(409, "link-over");
    assert_eq!(count(&app.raw, "user_account where email = 'coach@a.test'").await, 0);
    let operator = log_in(&app, "operator@omringd.test").await;
    operator.post("/v1/me/deletions", json!({ "password": PASSWORD })).await.problem(409, "account-in-use");
}
