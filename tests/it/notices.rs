//! Mails that tell the holder of an account what happened to it.

use crate::support::fake_provider::{FakeProvider, prove};
use crate::support::{App, Client, Db, Mailbox, World, both_databases};
use domain::Password;
use domain::accounts::{self, Email, confirm_email};
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
    assert!(mailbox.receive(&app).await.is_empty(), "those ports send no mail");
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
async fn a_device_that_stays_logged_in_is_reported(db: Db) {
    let (app, _world, mailbox, email) = with_mail(db).await;
    log_in(&app, &email, PASSWORD).await;
    mailbox.receive(&app).await;
    let body = json!({ "email": email, "password": PASSWORD, "kind": "device", "deviceName": "Telefoon" });
    for _ in 0..2 {
        app.anonymous().post("/v1/sessions", body.clone()).await.expect(201);
        let mail = mailbox.only(&app).await;
        assert_eq!((mail.to.as_str(), mail.subject.as_str()), (email.as_str(), "Een apparaat blijft ingelogd"));
        assert!(mail.text.contains("Telefoon") && mail.text.contains("127.0.0.1"), "{}", mail.text);
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn changes_by_the_operator_and_by_a_new_invitation_are_reported(db: Db) {
    let (app, world, mailbox, email) = with_mail(db).await;
    let (ports, address) = (mailbox.ports(&app).await, Email::new(&email).unwrap());
    assert!(accounts::set_password(&ports, &address, &Password::chosen(NEW).unwrap()).await.unwrap());
    assert_eq!(subjects(&app, &mailbox, &email).await, ["Uw wachtwoord is gewijzigd"]);
    assert!(accounts::remove_second_factors(&ports, &address).await.unwrap());
    assert_eq!(subjects(&app, &mailbox, &email).await, ["Uw tweede factor is gewijzigd"]);
    assert!(confirm_email(&ports, &address, None).await.unwrap());
    assert!(mailbox.receive(&app).await.is_empty(), "no way in changed");
    assert!(confirm_email(&ports, &address, Some(&Password::chosen(PASSWORD).unwrap())).await.unwrap());
    assert_eq!(subjects(&app, &mailbox, &email).await, ["Uw wachtwoord is gewijzigd"]);
    let again = format!("/v1/members/{}/invitations", world.a.coach.member.unwrap());
    world.a.admin.post(&again, json!({})).await.expect(201);
    let body = json!({ "secret": mailbox.only(&app).await.secret(), "password": NEW });
    app.anonymous().post("/v1/invitation-acceptances", body).await.expect(201);
    assert_eq!(subjects(&app, &mailbox, &email).await, ["Uw wachtwoord is gewijzigd"]);
}

const LINKED: &str = "Er is een manier van inloggen toegevoegd";
const REMOVED: &str = "Er is een manier van inloggen weggehaald";

/// A provider of organisation A, which has proven `a.test`, in a service that sends mail.
async fn with_provider(db: Db) -> (App, World, Mailbox, FakeProvider, String) {
    let (fake, mailbox) = (FakeProvider::start(false), Mailbox::create());
    let origin = fake.issuer.clone().try_into().unwrap();
    let (app, world) = App::with_world_and(db, |service| {
        service.internal_origins = vec![origin];
        service.mail = Some(mailbox.settings());
    })
    .await;
    let provider = fake.register(&world.a.admin, json!({ "createsCoaches": true })).await;
    prove(&world.a.admin, "a.test").await;
    // The seeded identities are not this provider's.
    app.raw.run("delete from provider_identity").await.unwrap();
    app.raw.run("update user_account set email_confirmed_at = created_at").await.unwrap();
    (app, world, mailbox, fake, provider)
}

/// Logs in at the provider for the first time, which links the identity.
async fn link(app: &App, mailbox: &Mailbox, fake: &FakeProvider, provider: &str, email: &str) {
    let claims = json!({ "email": email, "email_verified": true, "name": "Nieuw" });
    fake.log_in(app, provider, email, claims).await.expect(201);
    assert_eq!(subjects(app, mailbox, email).await, [LINKED]);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_linked_and_a_removed_identity_are_reported_to_the_holder(db: Db) {
    let (app, world, mailbox, fake, provider) = with_provider(db).await;
    let begun = fake.begin_link(&world.a.coach, &provider).await;
    fake.assert(&app, &begun, "s-1", json!({}));
    let linked = world.a.coach.post("/v1/me/identities", begun.callback()).await.expect(201);
    let mail = mailbox.only(&app).await;
    assert_eq!((mail.to.as_str(), mail.subject.as_str()), ("coach@a.test", LINKED));
    assert!(mail.text.contains("Organisation A") && mail.raw.contains("Content-Type: text/html"), "{}", mail.raw);
    assert!(!mail.raw.contains('#'), "it has no link and no secret");
    fake.log_in(&app, &provider, "s-1", json!({})).await.expect(201);
    assert!(mailbox.receive(&app).await.is_empty(), "a known identity is no news");
    world.a.coach.send(Method::DELETE, &format!("/v1/me/identities/{}", linked.id()), None).await.expect(204);
    assert_eq!(subjects(&app, &mailbox, "coach@a.test").await, [REMOVED]);
    // In the language of the holder.
    app.raw.run("update user_account set language = 'en' where email = 'coach@a.test'").await.unwrap();
    fake.log_in(&app, &provider, "s-2", json!({ "email": "coach@a.test", "email_verified": true })).await.expect(201);
    assert_eq!(subjects(&app, &mailbox, "coach@a.test").await, ["A way to log in was added"]);
}

#[apply(both_databases)]
#[tokio::test]
async fn identities_that_others_remove_are_reported_to_their_holders(db: Db) {
    let (app, world, mailbox, fake, provider) = with_provider(db).await;
    let admin = &world.a.admin;
    link(&app, &mailbox, &fake, &provider, "coach@a.test").await;
    let listed = admin.all("/v1/member-identities").await;
    let path = format!("/v1/member-identities/{}", listed[0]["id"].as_str().unwrap());
    admin.send(Method::DELETE, &path, None).await.expect(204);
    assert_eq!(subjects(&app, &mailbox, "coach@a.test").await, [REMOVED]);
    admin.send(Method::DELETE, &path, None).await.problem(404, "not-found");
    assert!(mailbox.receive(&app).await.is_empty());
    // With the membership.
    link(&app, &mailbox, &fake, &provider, "coach@a.test").await;
    admin.delete(&format!("/v1/members/{}", world.a.coach.member.unwrap()), "*").await.expect(204);
    assert_eq!(subjects(&app, &mailbox, "coach@a.test").await, [REMOVED]);
    // Of an account that the first log-in made, by the provisioning of the provider.
    link(&app, &mailbox, &fake, &provider, "nieuw@a.test").await;
    let body = json!({ "name": "Entra ID", "scopes": ["members.write"] });
    let integration = admin.post("/v1/integrations", body).await.expect(201);
    let token = admin.post(&format!("{}/tokens", integration.location()), json!({})).await.expect(201);
    let scim = app.anonymous().with("content-type", "application/scim+json").bearer(token["secret"].as_str().unwrap());
    let user = json!({ "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "nieuw@a.test" });
    let user = scim.post("/scim/v2/Users", user).await.expect(201);
    assert!(mailbox.receive(&app).await.is_empty(), "the member is known");
    let path = format!("/scim/v2/Users/{}", user["id"].as_str().unwrap());
    scim.send(Method::DELETE, &path, None).await.expect(204);
    assert_eq!(subjects(&app, &mailbox, "nieuw@a.test").await, [REMOVED]);
    // With the provider: each holder of one there.
    for email in ["admin@a.test", "anders@a.test"] {
        link(&app, &mailbox, &fake, &provider, email).await;
    }
    admin.delete(&format!("/v1/identity-providers/{provider}"), "*").await.expect(204);
    let told: Vec<_> = mailbox.receive(&app).await.into_iter().map(|mail| (mail.to, mail.subject)).collect();
    assert_eq!(told, ["admin@a.test", "anders@a.test"].map(|to| (to.to_owned(), REMOVED.to_owned())));
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

#[apply(both_databases)]
#[tokio::test]
async fn a_client_reads_what_others_record_about_their_record(db: Db) {
    let mailbox = Mailbox::create();
    let (app, world) = App::with_world_and(db, |service| service.mail = Some(mailbox.settings())).await;
    let (a, on_paper) = (&world.a, json!({ "manner": "on-paper" }));
    let email = a.client.get("/v1/me").await.expect(200)["email"].as_str().unwrap().to_owned();
    let client = format!("/v1/clients/{}", a.client_id);
    let restricted = a.coach.post(&format!("{client}/restrictions"), on_paper.clone()).await.expect(201);
    let mail = mailbox.only(&app).await;
    assert_eq!((&mail.to, mail.subject.as_str()), (&email, "Uw dossier is beperkt"));
    assert!(mail.text.contains("Organisation A"), "{}", mail.text);
    a.admin.post(&format!("{}/liftings", restricted.location()), on_paper.clone()).await.expect(200);
    assert_eq!(subjects(&app, &mailbox, &email).await, ["De beperking van uw dossier is opgeheven"]);
    let asked = a.admin.post(&format!("{client}/erasure-requests"), on_paper.clone()).await.expect(201);
    assert_eq!(subjects(&app, &mailbox, &email).await, ["Uw dossier wordt vernietigd"]);
    let why = json!({ "ground": "law", "explanation": "KANARIE" });
    a.coach.post(&format!("{}/refusals", asked.location()), why).await.expect(200);
    let mail = mailbox.only(&app).await;
    assert_eq!((mail.to, mail.subject.as_str()), (email.clone(), "Uw dossier wordt niet vernietigd"));
    assert!(!mail.text.contains("KANARIE"), "{}", mail.text);
    // Not what they record themselves, nor a client without a log-in, nor a log-in that may be another person's.
    a.client.post(&format!("{client}/restrictions"), json!({})).await.expect(201);
    let lone = format!("/v1/clients/{}/erasure-requests", a.lone_client_id);
    a.admin.post(&lone, on_paper.clone()).await.expect(201);
    app.raw.run("update client set login_confirmed = (1 = 0)").await.unwrap();
    a.admin.post(&format!("{client}/erasure-requests"), on_paper).await.expect(201);
    assert!(mailbox.receive(&app).await.is_empty());
}
