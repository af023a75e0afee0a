//! Mail: invitations by mail and on paper, what the mail server answers, and a real server.

mod smtp;

use crate::support::{App, Db, Mailbox, World, both_databases, count};
use async_trait::async_trait;
use chrono::TimeDelta;
use domain::log_ins::confirm_as_operator;
use domain::mail::{Mail, MailError, Mailer};
use domain::{Caller, ClientId, OrganisationId, Ports, SessionId, UserId, invitations, jobs};
use rstest_reuse::apply;
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;

const ACCEPT: &str = "/v1/invitation-acceptances";
const LOOK_UP: &str = "/v1/invitation-lookups";
const PASSWORD: &str = "een lange zin is sterk";

/// A service that sends mail, with its world.
async fn with_mail(db: Db) -> (App, World, Mailbox) {
    let mailbox = Mailbox::create();
    let (app, world) = App::with_world_and(db, |service| service.mail = Some(mailbox.settings())).await;
    (app, world, mailbox)
}

fn acceptance(secret: &str) -> Value {
    json!({ "secret": secret, "name": "Marijke", "password": PASSWORD })
}

#[apply(both_databases)]
#[tokio::test]
async fn an_invitation_is_mailed_and_its_secret_shown_to_nobody(db: Db) {
    let (app, world, mailbox) = with_mail(db).await;
    let body = json!({ "email": "marijke@elders.test", "roles": ["coach"] });
    let forged = world.a.admin.with("x-forwarded-host", "evil.example").with("forwarded", "host=evil.example");
    let invited = forged.with("idempotency-key", "een").post("/v1/invitations", body.clone()).await.expect(201);
    let repeated = forged.with("idempotency-key", "een").post("/v1/invitations", body).await.expect(201);
    assert_eq!((&invited["secret"], &repeated["secret"]), (&Value::Null, &Value::Null));
    assert_eq!((&invited["delivery"], &invited["mail"]["state"]), (&json!("email"), &json!("waiting")));
    let waiting = world.a.admin.get(&invited.location()).await.expect(200);
    // A job holds an id and nothing else.
    let jobs: Vec<String> = app.raw.column("select key from job where kind = 'mail-invitation'").await.unwrap();
    assert!(jobs.len() == 1 && jobs[0].parse::<uuid::Uuid>().is_ok(), "{jobs:?}");
    let mail = mailbox.only(&app).await;
    assert_eq!((mail.to.as_str(), mail.subject.as_str()), ("marijke@elders.test", "Uitnodiging van Organisation A"));
    assert!(mail.text.contains("\r\nhttps://front-end.example/app/invitation#"), "{}", mail.text);
    assert!(!mail.raw.contains("evil.example") && !mail.raw.contains("127.0.0.1"), "{}", mail.raw);
    let sent = world.a.admin.get(&invited.location()).await.expect(200);
    assert_eq!(sent["mail"]["state"], "sent");
    assert_ne!(sent.etag(), waiting.etag(), "the mail is part of the resource");
    let offer = app.anonymous().post(LOOK_UP, json!({ "secret": mail.secret() })).await.expect(200);
    assert_eq!((&offer["organisationName"], &offer["invitedByName"]), (&json!("Organisation A"), &json!("admin")));
    assert_eq!((&offer["email"], &offer["roles"]), (&json!("marijke@elders.test"), &json!(["coach"])));
    let accepted = app.anonymous().post(ACCEPT, acceptance(&mail.secret())).await.expect(201);
    assert_eq!(accepted["loggedIn"]["session"]["organisationId"], world.a.id.to_string());
    let marijke = app.anonymous().bearer(accepted["loggedIn"]["accessToken"].as_str().unwrap());
    assert_eq!(marijke.get("/v1/me").await.expect(200)["email"], "marijke@elders.test");
    marijke.get("/v1/caseload").await.expect(200);
    app.anonymous().post(LOOK_UP, json!({ "secret": mail.secret() })).await.problem(409, "invitation-over");
    let confirmed = "user_account where email = 'marijke@elders.test' and email_confirmed_at is not null";
    assert_eq!(count(&app.raw, confirmed).await, 1, "the secret came from the mailbox");
}

/// Without a language the mail has that of the inviter, and the account is Dutch.
#[apply(both_databases)]
#[tokio::test]
async fn an_invitation_has_the_language_of_the_invited_person(db: Db) {
    let (app, world, mailbox) = with_mail(db).await;
    for (language, subject, of_account) in [
        (json!("en"), "Invitation from Organisation A", "en"),
        (json!("nl"), "Uitnodiging van Organisation A", "nl"),
        (Value::Null, "Uitnodiging van Organisation A", "nl"),
    ] {
        let body = json!({ "email": format!("{of_account}{language}@elders.test").replace('"', ""), "roles": ["coach"],
            "language": language });
        let invited = world.a.admin.post("/v1/invitations", body).await.expect(201);
        assert_eq!(invited["language"], language);
        assert_eq!(world.a.admin.get(&invited.location()).await.expect(200)["language"], language);
        let mail = mailbox.only(&app).await;
        assert_eq!(mail.subject, subject);
        let offer = app.anonymous().post(LOOK_UP, json!({ "secret": mail.secret() })).await.expect(200);
        assert_eq!(offer["language"], language);
        let accepted = app.anonymous().post(ACCEPT, acceptance(&mail.secret())).await.expect(201);
        let invitee = app.anonymous().bearer(accepted["loggedIn"]["accessToken"].as_str().unwrap());
        assert_eq!(invitee.get("/v1/me").await.expect(200)["language"], of_account);
    }
    let other = json!({ "email": "x@elders.test", "roles": ["coach"], "language": "de" });
    let refused = world.a.admin.post("/v1/invitations", other).await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/language enum"]);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_later_mail_replaces_the_secret_of_an_earlier_one(db: Db) {
    let (app, world, mailbox) = with_mail(db).await;
    let body = json!({ "email": "marijke@elders.test", "roles": ["coach"] });
    let invited = world.a.admin.post("/v1/invitations", body).await.expect(201).location();
    let first = mailbox.only(&app).await.secret();
    let deliveries = format!("{invited}/deliveries");
    app.clock.advance(TimeDelta::days(6));
    // Still reachable after six more days: it has a new term.
    let admin = app.log_in(world.a.admin.user, Some(world.a.id)).await;
    let again = admin.post(&deliveries, json!({})).await.expect(201);
    assert_eq!((&again["secret"], &again["mail"]["state"]), (&Value::Null, &json!("waiting")));
    app.anonymous().post(LOOK_UP, json!({ "secret": first })).await.problem(409, "invitation-over");
    let second = mailbox.only(&app).await.secret();
    app.clock.advance(TimeDelta::days(6));
    app.anonymous().post(LOOK_UP, json!({ "secret": second })).await.expect(200);
    let admin = app.log_in(world.a.admin.user, Some(world.a.id)).await;
    for _ in 0..3 {
        admin.post(&deliveries, json!({})).await.expect(201);
    }
    admin.post(&deliveries, json!({})).await.problem(409, "invitation-sent-often");
    // Of jobs that wait for one invitation each makes a secret, and the last one is valid.
    let secrets: Vec<_> = mailbox.receive(&app).await.iter().map(crate::support::Received::secret).collect();
    assert_eq!(secrets.len(), 3);
    let mut valid = 0;
    for secret in &secrets {
        let answer = app.anonymous().post(LOOK_UP, json!({ "secret": secret })).await;
        valid += usize::from(answer.status == 200);
    }
    assert_eq!(valid, 1);
    let stranger = app.log_in(world.b.admin.user, Some(world.b.id)).await;
    stranger.post(&deliveries, json!({})).await.problem(404, "not-found");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_withdrawn_invitation_and_one_of_a_former_administrator_are_not_mailed(db: Db) {
    let (app, world, mailbox) = with_mail(db).await;
    let invite = async |email: &str| {
        let body = json!({ "email": email, "roles": ["coach"] });
        world.a.admin.post("/v1/invitations", body).await.expect(201)
    };
    let withdrawn = invite("een@elders.test").await;
    world.a.admin.delete(&withdrawn.location(), "*").await.expect(204);
    invite("twee@elders.test").await;
    world
        .operator
        .patch(&format!("/v1/organisations/{}", world.a.id), "*", json!({ "status": "suspended" }))
        .await
        .expect(200);
    assert!(mailbox.receive(&app).await.is_empty());
    assert_eq!(count(&app.raw, "invitation where mail_state = 'failed'").await, 1);
}

#[apply(both_databases)]
#[tokio::test]
async fn the_first_administrator_of_an_organisation_is_invited_by_mail(db: Db) {
    let (app, world, mailbox) = with_mail(db).await;
    let body = json!({ "name": "De Linde", "admin": { "email": "anja@delinde.test" } });
    let founded = world.operator.post("/v1/organisations", body).await.expect(201);
    assert_eq!(founded["invitation"]["secret"], Value::Null);
    let mail = mailbox.only(&app).await;
    assert!(mail.to == "anja@delinde.test" && mail.subject.contains("De Linde"), "{mail:?}");
    app.anonymous().post(ACCEPT, acceptance(&mail.secret())).await.expect(201);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_client_with_a_mailed_secret_is_confirmed_at_once(db: Db) {
    let (app, world, mailbox) = with_mail(db).await;
    let lone = world.a.lone_client_id;
    let body = json!({ "email": "fatima@elders.test", "clientId": lone });
    world.a.admin.post("/v1/invitations", body).await.expect(201);
    let secret = mailbox.only(&app).await.secret();
    let accepted = app.anonymous().post(ACCEPT, acceptance(&secret)).await.expect(201);
    let fatima = app.anonymous().bearer(accepted["loggedIn"]["accessToken"].as_str().unwrap());
    assert_eq!(fatima.get(&format!("/v1/clients/{lone}")).await.expect(200)["loginConfirmed"], true);
    let maps = format!("/v1/clients/{lone}/maps");
    fatima.post(&maps, json!({ "theme": "geheim", "private": true })).await.expect(201);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_client_with_a_secret_on_paper_is_unconfirmed_until_confirmed(db: Db) {
    let (app, world, mailbox) = with_mail(db).await;
    let lone = world.a.lone_client_id;
    let no_address = json!({ "clientId": lone, "roles": ["coach"] });
    let refused = world.a.admin.post("/v1/invitations", no_address).await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/email required"]);
    let invited = world.a.admin.post("/v1/invitations", json!({ "clientId": lone })).await.expect(201);
    assert_eq!(
        (&invited["delivery"], &invited["mail"], &invited["email"]),
        (&json!("shown"), &Value::Null, &Value::Null)
    );
    assert!(mailbox.receive(&app).await.is_empty());
    let mut body = acceptance(invited["secret"].as_str().unwrap());
    let refused = app.anonymous().post(ACCEPT, body.clone()).await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/email required"]);
    body["email"] = json!("fatima@elders.test");
    let accepted = app.anonymous().post(ACCEPT, body).await.expect(201);
    let fatima = app.anonymous().bearer(accepted["loggedIn"]["accessToken"].as_str().unwrap());
    let maps = format!("/v1/clients/{lone}/maps");
    fatima.post(&maps, json!({ "theme": "open" })).await.expect(201);
    let private = json!({ "theme": "geheim", "private": true });
    fatima.post(&maps, private.clone()).await.problem(403, "log-in-unconfirmed");
    // Its own code is no confirmation: the inviter could have accepted.
    let confirm = format!("/v1/clients/{lone}/login-confirmations");
    let code = json!({ "code": accepted["confirmationCode"] });
    fatima.post(&confirm, code).await.problem(400, "invalid-request");
    world.a.admin.post(&confirm, json!({})).await.problem(409, "confirmed-by-inviter");
    let ports = app.ports().await;
    assert!(confirm_as_operator(&ports, OrganisationId(world.a.id), ClientId(lone)).await.unwrap());
    fatima.post(&maps, private).await.expect(201);
}

/// Answers as a mail server does.
#[derive(Debug)]
struct Answering(fn() -> Result<(), MailError>);

#[async_trait]
impl Mailer for Answering {
    async fn send(&self, _: &Mail) -> Result<(), MailError> {
        (self.0)()
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_refused_address_is_not_tried_again_and_a_failing_server_is(db: Db) {
    let (app, world, _mailbox) = with_mail(db).await;
    let ports = app.ports().await;
    let with = |answer| Ports { mailer: Some(Arc::new(Answering(answer))), ..ports.clone() };
    let invite = async |email: &str| {
        let body = json!({ "email": email, "roles": ["coach"] });
        let admin = app.log_in(world.a.admin.user, Some(world.a.id)).await;
        admin.post("/v1/invitations", body).await.expect(201).location()
    };
    let state = async |of: &str| {
        let admin = app.log_in(world.a.admin.user, Some(world.a.id)).await;
        admin.get(of).await.expect(200)["mail"]["state"].clone()
    };
    let refused = invite("geen@elders.test").await;
    let refusing = with(|| Err(MailError::Refused));
    let job = jobs::take(&refusing).await.unwrap().unwrap();
    jobs::run(&refusing, &job).await.unwrap();
    assert_eq!(state(&refused).await, "refused");
    app.clock.advance(TimeDelta::days(1));
    assert!(jobs::take(&ports).await.unwrap().is_none());
    let failed = invite("ooit@elders.test").await;
    let failing = with(|| Err(MailError::Failed("down".into())));
    for attempt in 1..=jobs::MAX_ATTEMPTS {
        let job = jobs::take(&failing).await.unwrap().unwrap();
        assert_eq!(jobs::run(&failing, &job).await.is_err(), attempt < jobs::MAX_ATTEMPTS);
        let expected = if attempt < jobs::MAX_ATTEMPTS { "waiting" } else { "failed" };
        assert_eq!(state(&failed).await, expected, "{attempt}");
        app.clock.advance(TimeDelta::hours(1));
    }
    assert!(jobs::take(&ports).await.unwrap().is_none());
}

#[apply(both_databases)]
#[tokio::test]
async fn a_worker_of_the_process_sends_a_mail_at_once(db: Db) {
    let (app, world, mailbox) = with_mail(db).await;
    let ports = mailbox.ports(&app).await;
    api::server::work(ports.clone());
    let caller = Caller::person(SessionId(world.a.admin.session), UserId(world.a.admin.user));
    let new = invitations::NewInvitation {
        email: Some(domain::accounts::Email::new("marijke@elders.test").unwrap()),
        roles: domain::access::Roles { coach: true, ..Default::default() },
        language: None,
        client_id: None,
        member_id: None,
    };
    invitations::create(&ports, &caller, new).await.unwrap();
    for _ in 0..50 {
        if !mailbox.unseen().is_empty() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("no mail within 5 s");
}
