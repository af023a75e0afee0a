//! `/v1/invitations` and `/v1/invitation-acceptances`.

use crate::support::{App, Db, World, both_databases};
use api::TrustedProxies;
use chrono::TimeDelta;
use domain::accounts::{Email, confirm_email};
use domain::attempts::Limit;
use rstest_reuse::apply;
use serde_json::{Value, json};

const ACCEPT: &str = "/v1/invitation-acceptances";
const PASSWORD: &str = "een lange zin is sterk";

async fn invite(world: &World, body: Value) -> String {
    world.a.admin.post("/v1/invitations", body).await.expect(201)["secret"].as_str().unwrap().to_owned()
}

fn acceptance(secret: &str) -> Value {
    json!({ "secret": secret, "name": "Nieuw", "password": PASSWORD })
}

#[apply(both_databases)]
#[tokio::test]
async fn an_invited_client_gets_their_own_record(db: Db) {
    let (app, world) = App::with_world(db).await;
    let secret = invite(&world, json!({ "email": "fatima@a.test", "clientId": world.a.lone_client_id })).await;
    let accepted = app.anonymous().post(ACCEPT, acceptance(&secret)).await.expect(201);
    let user = accepted["userId"].as_str().unwrap().parse().unwrap();
    let client = app.log_in(user, Some(world.a.id)).await;
    let record = client.get(&format!("/v1/clients/{}", world.a.lone_client_id)).await.expect(200);
    assert_eq!(record["userId"], accepted["userId"]);
    client.get(&format!("/v1/clients/{}", world.a.client_id)).await.problem(404, "not-found");
    app.anonymous().post(ACCEPT, acceptance(&secret)).await.problem(409, "invitation-over");
}

#[apply(both_databases)]
#[tokio::test]
async fn an_invitation_names_its_inviter(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let admin = &world.a.admin;
    let name = admin.get("/v1/me").await.expect(200)["name"].clone();
    let by = json!({ "id": admin.user, "name": name });
    let body = json!({ "email": "nieuw@elders.test", "roles": ["coach"] });
    let invited = admin.with("idempotency-key", "een").post("/v1/invitations", body.clone()).await.expect(201);
    assert_eq!(invited["invitedBy"], by);
    let again = admin.with("idempotency-key", "een").post("/v1/invitations", body).await.expect(201);
    assert_eq!(again["invitedBy"], by);
    assert_eq!(admin.get(&invited.location()).await.expect(200)["invitedBy"], by);
    assert_eq!(admin.all("/v1/invitations").await.last().unwrap()["invitedBy"], by);
}

#[apply(both_databases)]
#[tokio::test]
async fn of_many_concurrent_acceptances_one_succeeds(db: Db) {
    let (app, world) = App::with_world(db).await;
    let secret = invite(&world, json!({ "email": "nieuw@elders.test", "roles": ["coach"] })).await;
    let anonymous = app.anonymous();
    let tries = (0..4).map(|_| {
        let (anonymous, body) = (anonymous.clone(), acceptance(&secret).clone());
        tokio::spawn(async move { anonymous.post(ACCEPT, body).await.status.as_u16() })
    });
    let mut statuses = Vec::new();
    for attempt in tries.collect::<Vec<_>>() {
        statuses.push(attempt.await.unwrap());
    }
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409, 409, 409]);
    assert_eq!(world.a.admin.all("/v1/members").await.len(), 6);
}

#[apply(both_databases)]
#[tokio::test]
async fn unknown_expired_and_withdrawn_invitations_get_the_same_response(db: Db) {
    let (app, world) = App::with_world(db).await;
    let unknown = app.anonymous().post(ACCEPT, acceptance("nonsense")).await.problem(409, "invitation-over");
    let body = json!({ "email": "nieuw@elders.test", "roles": ["coach"] });
    let withdrawn = world.a.admin.post("/v1/invitations", body.clone()).await.expect(201);
    let path = withdrawn.location();
    assert!(!world.a.admin.get(&path).await.expect(200).text().contains("secret"));
    world.b.admin.delete(&path, "*").await.problem(404, "not-found");
    world.a.admin.delete(&path, "\"7\"").await.problem(412, "stale");
    world.a.admin.delete(&path, &withdrawn.etag()).await.expect(204);
    let answer = app.anonymous().post(ACCEPT, acceptance(withdrawn["secret"].as_str().unwrap())).await;
    assert_eq!(answer.problem(409, "invitation-over")["detail"], unknown["detail"]);
    let expired = invite(&world, body).await;
    app.clock.advance(TimeDelta::days(7));
    app.anonymous().post(ACCEPT, acceptance(&expired)).await.problem(409, "invitation-over");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_user_joins_a_second_organisation_with_their_existing_password(db: Db) {
    let (app, world) = App::with_world(db).await;
    let body = json!({ "email": "twee@elders.test", "roles": ["coach"] });
    let secret = invite(&world, body.clone()).await;
    let first = app.anonymous().post(ACCEPT, acceptance(&secret)).await.expect(201);
    world.a.admin.post("/v1/invitations", body.clone()).await.problem(409, "already-member");
    let second = world.b.admin.post("/v1/invitations", body).await.expect(201);
    confirm_email(&app.ports().await, &Email::new("twee@elders.test").unwrap(), None).await.unwrap();
    let secret = second["secret"].as_str().unwrap();
    let wrong = json!({ "secret": secret, "name": "Nieuw", "password": "niet het wachtwoord" });
    app.anonymous().post(ACCEPT, wrong).await.problem(401, "log-in-refused");
    let right = json!({ "secret": secret, "password": PASSWORD });
    let accepted = app.anonymous().post(ACCEPT, right).await.expect(201);
    assert_eq!(accepted["userId"], first["userId"]);
    assert_eq!(accepted["organisationId"], world.b.id.to_string());
}

#[apply(both_databases)]
#[tokio::test]
async fn a_new_user_needs_a_name_and_a_strong_password(db: Db) {
    let (app, world) = App::with_world(db).await;
    let secret = invite(&world, json!({ "email": "marijke@a.test", "roles": ["coach"] })).await;
    let refused = app.anonymous().post(ACCEPT, json!({ "secret": secret, "password": "kort" })).await;
    assert_eq!(refused.problem(400, "invalid-request").errors(), ["/name required", "/password too-short"]);
    let told = json!({ "secret": secret, "name": "Marijke", "password": "Marijke-2026!" });
    let refused = app.anonymous().post(ACCEPT, told).await;
    assert_eq!(refused.problem(400, "invalid-request").errors(), ["/password guessable"]);
    app.anonymous().post(ACCEPT, acceptance(&secret)).await.expect(201);
}

#[apply(both_databases)]
#[tokio::test]
async fn what_an_invitation_names_must_exist_and_be_free(db: Db) {
    let (app, world) = App::with_world(db).await;
    let post = |body| world.a.admin.post("/v1/invitations", body);
    let taken = json!({ "email": "x@a.test", "clientId": world.a.client_id });
    post(taken).await.problem(409, "client-has-log-in");
    let foreign = json!({ "email": "x@a.test", "clientId": world.b.lone_client_id });
    assert_eq!(post(foreign).await.problem(409, "unknown-reference").errors(), ["/clientId unknown-reference"]);
    let none = json!({ "email": "x@a.test" });
    assert_eq!(post(none).await.problem(400, "invalid-request").errors(), ["/roles too-few"]);
    let operator = json!({ "email": "x@a.test", "roles": ["operator"] });
    assert_eq!(post(operator).await.problem(400, "invalid-request").errors(), ["/roles/0 enum"]);
    let body = json!({ "email": "x@a.test", "roles": ["coach"] });
    app.anonymous().post("/v1/invitations", body.clone()).await.problem(401, "not-authenticated");
    for actor in [&world.a.coach, &world.a.client] {
        actor.post("/v1/invitations", body.clone()).await.problem(403, "forbidden");
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_client_has_at_most_one_log_in(db: Db) {
    let (app, world) = App::with_world(db).await;
    let invitation = |email: &str| json!({ "email": email, "clientId": world.a.lone_client_id });
    let first = invite(&world, invitation("een@elders.test")).await;
    let second = invite(&world, invitation("twee@elders.test")).await;
    app.anonymous().post(ACCEPT, acceptance(&first)).await.expect(201);
    app.anonymous().post(ACCEPT, acceptance(&second)).await.problem(409, "client-has-log-in");
}

#[apply(both_databases)]
#[tokio::test]
async fn guesses_at_secrets_are_limited(db: Db) {
    let app = App::spawn_with(db, |service| service.limits.link = Limit::of(3, 600)).await;
    for n in 0..3 {
        app.anonymous().post(ACCEPT, acceptance(&format!("invented-{n}"))).await.problem(409, "invitation-over");
    }
    let refused = app.anonymous().post(ACCEPT, acceptance("invented")).await.problem(429, "too-many-requests");
    assert!(refused.header("retry-after").parse::<u32>().unwrap() >= 1);
    assert!(refused.header("ratelimit-policy").starts_with("\"address\";q=3;"));
}

#[apply(both_databases)]
#[tokio::test]
async fn password_guesses_count_by_account_across_invitations(db: Db) {
    let app = App::spawn_with(db, |service| {
        service.limits.unknown_network = Limit::of(3, 600);
        service.trusted_proxies = TrustedProxies::new(&["127.0.0.0/8"]).unwrap();
    })
    .await;
    let world = World::seed(&app).await;
    let log_in = |password: &str| json!({ "email": "twee@elders.test", "password": password });
    let body = json!({ "email": "twee@elders.test", "roles": ["coach"] });
    let secret = invite(&world, body.clone()).await;
    app.anonymous().post(ACCEPT, acceptance(&secret)).await.expect(201);
    confirm_email(&app.ports().await, &Email::new("twee@elders.test").unwrap(), None).await.unwrap();
    let guess = |secret: &str| json!({ "secret": secret, "name": "X", "password": "niet het wachtwoord" });
    // The network is known by now, so that the guesses have to come from another one.
    let stranger = app.anonymous().with("x-forwarded-for", "203.0.113.66");
    for _ in 0..2 {
        let secret = world.b.admin.post("/v1/invitations", body.clone()).await.expect(201);
        stranger.post(ACCEPT, guess(secret["secret"].as_str().unwrap())).await.problem(401, "log-in-refused");
    }
    stranger.post("/v1/sessions", log_in("ook niet")).await.problem(401, "log-in-refused");
    stranger.post("/v1/sessions", log_in(PASSWORD)).await.problem(429, "too-many-requests");
    let secret = world.b.admin.post("/v1/invitations", body).await.expect(201);
    let secret = secret["secret"].as_str().unwrap();
    stranger.post(ACCEPT, guess(secret)).await.problem(429, "too-many-requests");
    app.anonymous().post(ACCEPT, acceptance(secret)).await.expect(201);
}

#[apply(both_databases)]
#[tokio::test]
async fn an_acceptance_does_not_reveal_whether_an_account_exists(db: Db) {
    let (app, world) = App::with_world(db).await;
    let body = |email: &str| json!({ "email": email, "roles": ["coach"] });
    let secret = invite(&world, body("twee@elders.test")).await;
    app.anonymous().post(ACCEPT, acceptance(&secret)).await.expect(201);
    confirm_email(&app.ports().await, &Email::new("twee@elders.test").unwrap(), None).await.unwrap();
    let known = world.b.admin.post("/v1/invitations", body("twee@elders.test")).await.expect(201);
    let unknown = world.b.admin.post("/v1/invitations", body("drie@elders.test")).await.expect(201);
    let tries = [
        json!({ "password": "x" }),
        json!({ "password": "x", "name": "X" }),
        json!({ "password": "lang genoeg en fout" }),
    ];
    for attempt in tries {
        let mut answers = Vec::new();
        for invitation in [&known, &unknown] {
            let mut body = attempt.clone();
            body["secret"] = invitation["secret"].clone();
            let mut answer = app.anonymous().post(ACCEPT, body).await.problem(400, "invalid-request").json();
            answer["requestId"] = Value::Null;
            answers.push(answer);
        }
        assert_eq!(answers[0], answers[1]);
    }
    // The owner of an account needs no name.
    let right = json!({ "secret": known["secret"], "password": PASSWORD });
    app.anonymous().post(ACCEPT, right).await.expect(201);
}
