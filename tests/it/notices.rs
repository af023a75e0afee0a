//! Mails that tell the holder of an account what happened to it.

use crate::support::{App, Client, Db, Mailbox, World, both_databases};
use domain::Password;
use domain::accounts::{Email, confirm_email};
use reqwest::Method;
use rstest_reuse::apply;
use serde_json::json;
use totp_rs::{Builder, Secret};

const PASSWORD: &str = "een lange zin is sterk";
const NEW: &str = "een andere zin is ook goed";

async fn with_mail(db: Db) -> (App, World, Mailbox, String) {
    let mailbox = Mailbox::create();
    let (app, world) = App::with_world_and(db, |service| service.mail = Some(mailbox.settings())).await;
    let email = world.a.coach.get("/v1/me").await.expect(200)["email"].as_str().unwrap().to_owned();
    let (address, password) = (Email::new(&email).unwrap(), Password::chosen(PASSWORD).unwrap());
    assert!(confirm_email(&app.ports().await, &address, Some(&password)).await.unwrap());
    (app, world, mailbox, email)
}

async fn subjects(app: &App, mailbox: &Mailbox, to: &str) -> Vec<String> {
    let mails = mailbox.receive(app).await;
    assert!(mails.iter().all(|mail| mail.to == to), "{mails:?}");
    mails.into_iter().map(|mail| mail.subject).collect()
}

async fn log_in(app: &App, email: &str, password: &str) -> Client {
    let session = app.anonymous().post("/v1/sessions", json!({ "email": email, "password": password })).await;
    app.anonymous().bearer(session.expect(201)["accessToken"].as_str().unwrap())
}

#[apply(both_databases)]
#[tokio::test]
async fn a_log_in_from_a_new_network_is_reported_once(db: Db) {
    let (app, _world, mailbox, email) = with_mail(db).await;
    log_in(&app, &email, PASSWORD).await;
    assert!(mailbox.receive(&app).await.is_empty(), "there is nothing to compare the first one with");
    app.raw.run("update session set network = '192.0.2.7' where network is not null").await.unwrap();
    log_in(&app, &email, PASSWORD).await;
    let mail = mailbox.only(&app).await;
    assert_eq!((mail.to, mail.subject), (email.clone(), "Ingelogd vanaf een nieuwe plek".to_owned()));
    assert!(mail.text.contains("127.0.0.1"), "{}", mail.text);
    log_in(&app, &email, PASSWORD).await;
    assert!(mailbox.receive(&app).await.is_empty());
}

#[apply(both_databases)]
#[tokio::test]
async fn changes_of_the_password_and_of_factors_are_reported(db: Db) {
    let (app, _world, mailbox, email) = with_mail(db).await;
    let coach = log_in(&app, &email, PASSWORD).await;
    mailbox.receive(&app).await;
    let body = json!({ "currentPassword": PASSWORD, "newPassword": NEW });
    coach.send(Method::PUT, "/v1/me/password", Some(body)).await.expect(200);
    assert_eq!(subjects(&app, &mailbox, &email).await, ["Uw wachtwoord is gewijzigd"]);
    let added = coach.post("/v1/me/second-factors", json!({ "name": "Telefoon" })).await.expect(201);
    assert!(mailbox.receive(&app).await.is_empty(), "it does not count yet");
    let secret = Secret::try_from_base32(added["secret"].as_str().unwrap()).unwrap();
    let totp = Builder::new().with_secret(secret).with_account_name("").with_issuer(Some("Omringd")).build().unwrap();
    let now = domain::ports::Clock::now(&app.clock).timestamp().try_into().unwrap();
    let confirm = format!("/v1/me/second-factors/{}/confirmations", added.id());
    let confirmed = coach.post(&confirm, json!({ "code": totp.generate(now).to_string() })).await.expect(200);
    assert_eq!(subjects(&app, &mailbox, &email).await, ["Uw tweede factor is gewijzigd"]);
    let body = json!({ "email": email, "password": NEW, "code": confirmed["recoveryCodes"][0] });
    app.anonymous().post("/v1/sessions", body).await.expect(201);
    assert_eq!(subjects(&app, &mailbox, &email).await, ["Er is een herstelcode gebruikt"]);
    coach.post("/v1/me/recovery-codes", json!({})).await.expect(201);
    assert_eq!(subjects(&app, &mailbox, &email).await, ["Uw tweede factor is gewijzigd"]);
    coach.delete(&format!("/v1/me/second-factors/{}", added.id()), "*").await.expect(204);
    assert_eq!(subjects(&app, &mailbox, &email).await, ["Uw tweede factor is gewijzigd"]);
}

#[apply(both_databases)]
#[tokio::test]
async fn without_mail_nothing_waits_to_be_reported(db: Db) {
    let (app, _world) = App::with_world(db).await;
    app.operator_account("operator@elders.test", PASSWORD).await;
    let operator = log_in(&app, "operator@elders.test", PASSWORD).await;
    let body = json!({ "currentPassword": PASSWORD, "newPassword": NEW });
    operator.send(Method::PUT, "/v1/me/password", Some(body)).await.expect(200);
    assert_eq!(crate::support::count(&app.raw, "job where kind like 'mail-%'").await, 0);
}
