//! `/v1/invitations` and `/v1/invitation-acceptances`.

use crate::support::{App, Db, World};
use chrono::TimeDelta;
use rstest::rstest;
use serde_json::{Value, json};

const ACCEPT: &str = "/v1/invitation-acceptances";
const PASSWORD: &str = "een lange zin is sterk";

async fn invite(world: &World, body: Value) -> String {
    world.a.admin.post("/v1/invitations", body).await.expect(201)["secret"].as_str().unwrap().to_owned()
}

fn acceptance(secret: &str) -> Value {
    json!({ "secret": secret, "name": "Nieuw", "password": PASSWORD })
}

#[rstest]
#[tokio::test]
async fn an_invited_client_gets_their_own_record(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
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

#[rstest]
#[tokio::test]
async fn an_invitation_is_accepted_once_however_many_try(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
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

#[rstest]
#[tokio::test]
async fn unknown_expired_and_withdrawn_invitations_get_one_answer(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
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

#[rstest]
#[tokio::test]
async fn a_user_joins_a_second_organisation_with_the_password_they_have(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let (app, world) = App::with_world(db).await;
    let body = json!({ "email": "twee@elders.test", "roles": ["coach"] });
    let secret = invite(&world, body.clone()).await;
    let first = app.anonymous().post(ACCEPT, acceptance(&secret)).await.expect(201);
    world.a.admin.post("/v1/invitations", body.clone()).await.problem(409, "already-member");
    let second = world.b.admin.post("/v1/invitations", body).await.expect(201);
    let secret = second["secret"].as_str().unwrap();
    let wrong = json!({ "secret": secret, "password": "niet het wachtwoord" });
    app.anonymous().post(ACCEPT, wrong).await.problem(401, "log-in-refused");
    let right = json!({ "secret": secret, "password": PASSWORD });
    let accepted = app.anonymous().post(ACCEPT, right).await.expect(201);
    assert_eq!(accepted["userId"], first["userId"]);
    assert_eq!(accepted["organisationId"], world.b.id.to_string());
}

#[rstest]
#[tokio::test]
async fn a_new_user_needs_a_name_and_a_fit_password(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let (app, world) = App::with_world(db).await;
    let secret = invite(&world, json!({ "email": "marijke@a.test", "roles": ["coach"] })).await;
    let refused = app.anonymous().post(ACCEPT, json!({ "secret": secret, "password": "kort" })).await;
    assert_eq!(refused.problem(400, "invalid-request").errors(), ["/name required", "/password too-short"]);
    let told = json!({ "secret": secret, "name": "Marijke", "password": "Marijke-2026!" });
    let refused = app.anonymous().post(ACCEPT, told).await;
    assert_eq!(refused.problem(400, "invalid-request").errors(), ["/password guessable"]);
    app.anonymous().post(ACCEPT, acceptance(&secret)).await.expect(201);
}

#[rstest]
#[tokio::test]
async fn what_an_invitation_names_must_be_there_and_free(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
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

#[rstest]
#[tokio::test]
async fn a_client_has_one_log_in_however_many_were_invited(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let (app, world) = App::with_world(db).await;
    let invitation = |email: &str| json!({ "email": email, "clientId": world.a.lone_client_id });
    let first = invite(&world, invitation("een@elders.test")).await;
    let second = invite(&world, invitation("twee@elders.test")).await;
    app.anonymous().post(ACCEPT, acceptance(&first)).await.expect(201);
    app.anonymous().post(ACCEPT, acceptance(&second)).await.problem(409, "client-has-log-in");
}

#[rstest]
#[tokio::test]
async fn a_secret_may_not_be_tried_without_end(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let app = App::spawn(db).await;
    let body = |secret: &str| json!({ "secret": secret, "name": "Anna", "password": "a long enough password" });
    for _ in 0..10 {
        let refused = app.anonymous().post("/v1/invitation-acceptances", body("nobodys-secret")).await;
        refused.problem(409, "invitation-over");
    }
    let refused = app.anonymous().post("/v1/invitation-acceptances", body("nobodys-secret")).await;
    let refused = refused.problem(429, "too-many-requests");
    assert!(refused.header("retry-after").parse::<u32>().unwrap() >= 1);
    assert!(refused.header("ratelimit-policy").starts_with("\"account\";q=10;"));
    app.anonymous().post("/v1/invitation-acceptances", body("another-secret")).await.problem(409, "invitation-over");
}
