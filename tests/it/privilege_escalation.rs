//! What no user can do for themself: take a role, return by an invitation of their own, use another user's address.

use crate::support::{App, Client, Db, World, both_databases, count};
use domain::Password;
use domain::accounts::{Email, confirm_email};
use rstest_reuse::apply;
use serde_json::{Value, json};

const ACCEPT: &str = "/v1/invitation-acceptances";
const PASSWORD: &str = "een lange zin is sterk";

async fn invite(by: &Client, body: Value) -> String {
    by.post("/v1/invitations", body).await.expect(201)["secret"].as_str().unwrap().to_owned()
}

fn acceptance(secret: &str) -> Value {
    json!({ "secret": secret, "name": "Nieuw", "password": PASSWORD })
}

/// A second administrator, who joined by an invitation.
async fn second_admin(app: &App, world: &World) -> (Client, String) {
    let secret = invite(&world.a.admin, json!({ "email": "tweede@a.test", "roles": ["admin"] })).await;
    let accepted = app.anonymous().post(ACCEPT, acceptance(&secret)).await.expect(201);
    let client = app.log_in(accepted["userId"].as_str().unwrap().parse().unwrap(), Some(world.a.id)).await;
    (client, format!("/v1/members/{}", accepted["memberId"].as_str().unwrap()))
}

#[apply(both_databases)]
#[tokio::test]
async fn no_user_gives_themself_a_role(db: Db) {
    let (app, world) = App::with_world(db).await;
    let own = format!("/v1/members/{}", world.a.admin.member.unwrap());
    let both = json!({ "roles": ["admin", "coach"] });
    world.a.admin.patch(&own, "*", both.clone()).await.problem(409, "own-roles");
    let body = json!({ "coachId": world.a.admin.user, "basis": "Zelf" });
    let assignments = format!("/v1/clients/{}/assignments", world.a.client_id);
    world.a.admin.post(&assignments, body).await.problem(409, "not-a-coach");
    let (second, _) = second_admin(&app, &world).await;
    second.patch(&own, "*", both.clone()).await.expect(200);
    // A role that is already held is not granted again, and a user may give a role up.
    world.a.admin.patch(&own, "*", both.clone()).await.expect(200);
    world.a.admin.patch(&own, "*", json!({ "roles": ["coach"] })).await.expect(200);
    world.a.admin.patch(&own, "*", both).await.problem(404, "not-found");
}

#[apply(both_databases)]
#[tokio::test]
async fn the_operator_invites_a_sole_practitioner_as_administrator_and_coach(db: Db) {
    let (app, world) = App::with_world(db).await;
    let body = json!({ "name": "Praktijk", "admin": { "email": "solo@elders.test", "coach": true } });
    let created = world.operator.post("/v1/organisations", body).await.expect(201);
    let secret = created["invitation"]["secret"].as_str().unwrap();
    let accepted = app.anonymous().post(ACCEPT, acceptance(secret)).await.expect(201);
    let organisation = created["id"].as_str().unwrap().parse().unwrap();
    let solo = app.log_in(accepted["userId"].as_str().unwrap().parse().unwrap(), Some(organisation)).await;
    let client = solo.post("/v1/clients", json!({ "name": "Zoë" })).await.expect(201).location();
    let body = json!({ "coachId": accepted["userId"], "basis": "Eigen praktijk" });
    let assigned = solo.post(&format!("{client}/assignments"), body).await.expect(201);
    assert_eq!((&assigned["assignedBy"]["id"], &assigned["coach"]["name"]), (&accepted["userId"], &json!("Nieuw")));
    solo.post(&format!("{client}/maps"), json!({ "theme": "dementie" })).await.expect(201);
}

#[apply(both_databases)]
#[case(true)]
#[case(false)]
#[tokio::test]
async fn a_former_administrator_cannot_return_by_their_own_invitation(db: Db, #[case] removed: bool) {
    let (app, world) = App::with_world(db).await;
    let (second, member) = second_admin(&app, &world).await;
    let back = invite(&second, json!({ "email": "terug@elders.test", "roles": ["admin"] })).await;
    let other = invite(&world.a.admin, json!({ "email": "ander@elders.test", "roles": ["coach"] })).await;
    if removed {
        world.a.admin.delete(&member, "*").await.expect(204);
    } else {
        world.a.admin.patch(&member, "*", json!({ "roles": ["coach"] })).await.expect(200);
    }
    app.anonymous().post(ACCEPT, acceptance(&back)).await.problem(409, "invitation-over");
    let listed = world.a.admin.all("/v1/invitations").await;
    assert!(!listed.iter().any(|one| one["email"] == "terug@elders.test"));
    app.anonymous().post(ACCEPT, acceptance(&other)).await.expect(201);
}

#[apply(both_databases)]
#[tokio::test]
async fn an_inviter_must_still_have_the_right_when_the_invitation_is_accepted(db: Db) {
    let (app, world) = App::with_world(db).await;
    let body = json!({ "name": "Praktijk", "admin": { "email": "eerste@elders.test" } });
    let created = world.operator.post("/v1/organisations", body).await.expect(201);
    let by_operator = created["invitation"]["secret"].as_str().unwrap();
    let by_admin = invite(&world.a.admin, json!({ "email": "nieuw@elders.test", "roles": ["admin"] })).await;
    // Past the service, which would have ended the invitations with the right.
    for sql in [
        "update member set admin = not admin, coach = not coach where admin and not coach",
        "update user_account set operator = not operator where operator",
    ] {
        app.raw.run(sql).await.unwrap();
    }
    for secret in [by_operator, &by_admin] {
        app.anonymous().post(ACCEPT, acceptance(secret)).await.problem(409, "invitation-over");
    }
    assert_eq!(count(&app.raw, "user_account").await, 11, "nobody joined");
}

#[apply(both_databases)]
#[tokio::test]
async fn an_account_of_another_organisation_is_useless_until_its_address_is_confirmed(db: Db) {
    let (app, world) = App::with_world(db).await;
    let body = json!({ "email": "straks@care.test", "roles": ["coach"] });
    // An administrator of A creates the account with a password that they know.
    let secret = invite(&world.a.admin, body.clone()).await;
    let first = app.anonymous().post(ACCEPT, acceptance(&secret)).await.expect(201);
    let secret = invite(&world.b.admin, body.clone()).await;
    let masked = |answer: Value| json!([answer["type"], answer["title"], answer["detail"], answer["errors"]]);
    let right = json!({ "secret": secret, "name": "X", "password": PASSWORD });
    let wrong = json!({ "secret": secret, "name": "X", "password": "niet het wachtwoord" });
    let right = app.anonymous().post(ACCEPT, right).await.problem(401, "log-in-refused").json();
    let wrong = app.anonymous().post(ACCEPT, wrong).await.problem(401, "log-in-refused").json();
    assert_eq!(masked(right), masked(wrong), "the right password is not told from a wrong one");
    // In the organisation that created it, it works as before.
    world.a.admin.delete(&format!("/v1/members/{}", first["memberId"].as_str().unwrap()), "*").await.expect(204);
    let again = invite(&world.a.admin, body).await;
    app.anonymous().post(ACCEPT, acceptance(&again)).await.expect(201);
    // The operator gives the account to the holder of the address, not to its creator.
    let session = json!({ "email": "straks@care.test", "password": PASSWORD });
    let squatter = app.anonymous().post("/v1/sessions", session.clone()).await.expect(201);
    let (ports, email) = (app.ports().await, Email::new("straks@care.test").unwrap());
    let own = Password::chosen("van mij alleen, dit keer").unwrap();
    assert!(confirm_email(&ports, &email, Some(&own)).await.unwrap());
    assert!(!confirm_email(&ports, &Email::new("niemand@care.test").unwrap(), None).await.unwrap());
    app.anonymous().post("/v1/sessions", session).await.problem(401, "log-in-refused");
    let gone = app.anonymous().bearer(squatter["accessToken"].as_str().unwrap());
    gone.get("/v1/me").await.problem(401, "not-authenticated");
    let owner = json!({ "secret": secret, "password": own.expose() });
    let joined = app.anonymous().post(ACCEPT, owner).await.expect(201);
    assert_eq!((&joined["userId"], &joined["organisationId"]), (&first["userId"], &json!(world.b.id)));
}

#[apply(both_databases)]
#[tokio::test]
async fn erasing_a_client_ends_their_membership(db: Db) {
    let (app, world) = App::with_world(db).await;
    let a = &world.a;
    let both = format!("/v1/members/{}", a.other_client.member.unwrap());
    a.admin.patch(&both, "*", json!({ "roles": ["client", "coach"] })).await.expect(200);
    let waiting = format!("/v1/erasure-requests/{}/withdrawals", a.ids["erasureRequestId"]);
    a.admin.post(&waiting, Value::Null).await.expect(200);
    for client in [a.client_id, a.other_client_id] {
        app.erase(a, client).await;
    }
    a.client.get("/v1/organisation").await.problem(401, "not-authenticated");
    a.admin.get(&format!("/v1/members/{}", a.client.member.unwrap())).await.problem(404, "not-found");
    let stayed = a.admin.get(&both).await.expect(200);
    assert_eq!((&stayed["roles"], &stayed["clientId"]), (&json!(["coach"]), &Value::Null));
}
