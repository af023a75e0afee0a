//! Ways back for members who lost every one, and administrators whom the operator invites.

use crate::support::{App, Db, Mailbox, World, both_databases, count, id, insert};
use chrono::TimeDelta;
use rstest_reuse::apply;
use serde_json::{Value, json};

const ACCEPT: &str = "/v1/invitation-acceptances";
const PASSWORD: &str = "een lange zin is sterk";

async fn with_mail(db: Db) -> (App, World, Mailbox) {
    let mailbox = Mailbox::create();
    let (app, world) = App::with_world_and(db, |service| service.mail = Some(mailbox.settings())).await;
    (app, world, mailbox)
}

fn member(world: &World) -> String {
    format!("/v1/members/{}/invitations", world.a.coach.member.unwrap())
}

/// Gives the coach of A a second factor, below the API.
async fn with_factor(app: &App) {
    let users = "(select user_id from member where coach and not admin)";
    let sql = "update user_account set has_second_factor = true, email_confirmed_at = created_at where id in";
    app.raw.run(&format!("{sql} {users}")).await.unwrap();
}

#[apply(both_databases)]
#[tokio::test]
async fn a_member_who_lost_everything_gets_a_new_password_by_mail_alone(db: Db) {
    let (app, world, mailbox) = with_mail(db).await;
    with_factor(&app).await;
    world.a.coach.get("/v1/caseload").await.problem(403, "second-factor-required");
    let again = world.a.admin.with("idempotency-key", "een").post(&member(&world), json!({})).await.expect(201);
    let repeated = world.a.admin.with("idempotency-key", "een").post(&member(&world), json!({})).await.expect(201);
    assert_eq!(again.id(), repeated.id());
    assert_eq!((&again["secret"], &again["delivery"]), (&Value::Null, &json!("email")));
    assert_eq!(again["memberId"], world.a.coach.member.unwrap().to_string());
    let secret = mailbox.only(&app).await.secret();
    let offer = app.anonymous().post("/v1/invitation-lookups", json!({ "secret": secret })).await.expect(200);
    assert_eq!((&offer["again"], &offer["roles"]), (&json!(true), &json!(["coach"])));
    let weak = app.anonymous().post(ACCEPT, json!({ "secret": secret, "password": "123456789012" })).await;
    assert_eq!(weak.problem(400, "invalid-request").errors(), ["/password guessable"]);
    let accepted = app.anonymous().post(ACCEPT, json!({ "secret": secret, "password": PASSWORD })).await.expect(201);
    assert_eq!(accepted["memberId"], world.a.coach.member.unwrap().to_string());
    let coach = app.anonymous().bearer(accepted["loggedIn"]["accessToken"].as_str().unwrap());
    coach.get("/v1/caseload").await.expect(200);
    coach.get(&format!("/v1/clients/{}", world.a.client_id)).await.expect(200);
    world.a.coach.get("/v1/me").await.problem(401, "not-authenticated");
    app.anonymous()
        .post(ACCEPT, json!({ "secret": secret, "password": PASSWORD }))
        .await
        .problem(409, "invitation-over");
}

#[apply(both_databases)]
#[tokio::test]
async fn the_second_factor_of_a_member_of_two_organisations_stays(db: Db) {
    let (app, world, mailbox) = with_mail(db).await;
    let at = domain::ports::Clock::now(&app.clock);
    let elsewhere = vec![
        ("organisation_id", world.b.id.into()),
        ("id", id().into()),
        ("user_id", world.a.coach.user.into()),
        ("admin", false.into()),
        ("coach", true.into()),
        ("client", false.into()),
        ("version", 1_i64.into()),
        ("created_at", at.into()),
        ("updated_at", at.into()),
    ];
    insert(&app.raw, "member", elsewhere).await.unwrap();
    with_factor(&app).await;
    world.a.admin.post(&member(&world), json!({})).await.expect(201);
    let secret = mailbox.only(&app).await.secret();
    let accepted = app.anonymous().post(ACCEPT, json!({ "secret": secret, "password": PASSWORD })).await.expect(201);
    assert_eq!(accepted["loggedIn"]["secondFactor"], "expected");
    let coach = app.anonymous().bearer(accepted["loggedIn"]["accessToken"].as_str().unwrap());
    coach.get("/v1/caseload").await.problem(403, "second-factor-required");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_later_invitation_replaces_an_earlier_one_and_a_removed_member_has_none(db: Db) {
    let (app, world, mailbox) = with_mail(db).await;
    world.a.admin.post(&member(&world), json!({})).await.expect(201);
    let first = mailbox.only(&app).await.secret();
    world.a.admin.post(&member(&world), json!({})).await.expect(201);
    let second = mailbox.only(&app).await.secret();
    app.anonymous()
        .post(ACCEPT, json!({ "secret": first, "password": PASSWORD }))
        .await
        .problem(409, "invitation-over");
    let path = format!("/v1/members/{}", world.a.coach.member.unwrap());
    let shown = world.a.admin.get(&path).await.expect(200);
    world.a.admin.delete(&path, &shown.etag()).await.expect(204);
    app.anonymous()
        .post(ACCEPT, json!({ "secret": second, "password": PASSWORD }))
        .await
        .problem(409, "invitation-over");
}

#[apply(both_databases)]
#[tokio::test]
async fn inviting_again_is_for_administrators_who_confirmed_and_needs_mail(db: Db) {
    let (app, world, _mailbox) = with_mail(db).await;
    for (by, status, problem) in [
        (&*world.a.coach, 403, "forbidden"),
        (&*world.a.client, 403, "forbidden"),
        (&*world.b.admin, 404, "not-found"),
        (&app.anonymous(), 401, "not-authenticated"),
    ] {
        by.post(&member(&world), json!({})).await.problem(status, problem);
    }
    app.clock.advance(TimeDelta::minutes(11));
    let admin = app.anonymous().bearer(&app.token(world.a.admin.session, world.a.admin.user));
    admin.post(&member(&world), json!({})).await.problem(401, "confirmation-required");
    let (without, world) = App::with_world(db).await;
    world.a.admin.post(&member(&world), json!({})).await.problem(409, "no-mail");
    drop(without);
}

#[apply(both_databases)]
#[tokio::test]
async fn administrators_are_told_and_have_three_days_to_withdraw_the_operators_invitation(db: Db) {
    let (app, world, mailbox) = with_mail(db).await;
    let path = format!("/v1/organisations/{}/invitations", world.a.id);
    let invited = world.operator.post(&path, json!({ "email": "nieuw@elders.test" })).await.expect(202);
    assert_eq!(invited["secret"], Value::Null);
    let told = mailbox.only(&app).await;
    assert_eq!(told.subject, "Een nieuwe beheerder van Organisation A");
    assert_eq!(told.to, world.a.admin.get("/v1/me").await.expect(200)["email"]);
    app.clock.advance(TimeDelta::hours(71));
    assert!(mailbox.receive(&app).await.is_empty());
    app.clock.advance(TimeDelta::hours(2));
    let mail = mailbox.only(&app).await;
    assert_eq!(mail.to, "nieuw@elders.test");
    let body = json!({ "secret": mail.secret(), "name": "Anja", "password": PASSWORD });
    app.anonymous().post(ACCEPT, body).await.expect(201);
    // Withdrawn in time, another one is never mailed.
    let operator = app.log_in(world.operator.user, None).await;
    let invited = operator.post(&path, json!({ "email": "weer@elders.test" })).await.expect(202);
    mailbox.receive(&app).await;
    let admin = app.log_in(world.a.admin.user, Some(world.a.id)).await;
    let one = format!("/v1/invitations/{}", invited.id());
    let shown = admin.get(&one).await.expect(200);
    admin.delete(&one, &shown.etag()).await.expect(204);
    app.clock.advance(TimeDelta::hours(73));
    assert!(mailbox.receive(&app).await.is_empty());
}

#[apply(both_databases)]
#[tokio::test]
async fn an_organisation_without_an_administrator_gets_one_at_once(db: Db) {
    let (app, world) = App::with_world(db).await;
    let path = format!("/v1/organisations/{}/invitations", world.a.id);
    let body = json!({ "email": "nieuw@elders.test", "coach": true });
    world.operator.post(&path, body.clone()).await.problem(409, "no-mail");
    world.a.admin.post(&path, body.clone()).await.problem(403, "forbidden");
    let unknown = format!("/v1/organisations/{}/invitations", world.a.client_id);
    world.operator.post(&unknown, body.clone()).await.problem(404, "not-found");
    let taken = world.a.coach.get("/v1/me").await.expect(200)["email"].clone();
    world.operator.post(&path, json!({ "email": taken })).await.problem(409, "already-member");
    app.raw.run("delete from member where admin").await.unwrap();
    let invited = world.operator.post(&path, body).await.expect(202);
    let accept = json!({ "secret": invited["secret"], "name": "Anja", "password": PASSWORD });
    let accepted = app.anonymous().post(ACCEPT, accept).await.expect(201);
    assert_eq!(accepted["loggedIn"]["session"]["organisationId"], world.a.id.to_string());
    assert_eq!(count(&app.raw, "member where admin and coach").await, 1);
}
