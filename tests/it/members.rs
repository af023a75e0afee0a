//! `/v1/members`.

use crate::support::{Actor, App, Db, both_databases, id, insert};
use domain::ports::Clock;
use rstest_reuse::apply;
use serde_json::json;
use std::time::Duration;

fn path(of: &Actor) -> String {
    format!("/v1/members/{}", of.member.unwrap())
}

#[apply(both_databases)]
#[tokio::test]
async fn an_administrator_sees_the_members_of_their_organisation(db: Db) {
    let (app, world) = App::with_world(db).await;
    app.anonymous().get("/v1/members").await.problem(401, "not-authenticated");
    let members = world.a.admin.all("/v1/members?limit=2").await;
    assert_eq!(members.len(), 5);
    let shown = world.a.admin.get(&path(&world.a.client)).await.expect(200);
    assert!(members.contains(&shown.json()));
    assert_eq!(shown["clientId"], world.a.client_id.to_string());
    assert_eq!(shown["roles"], json!(["client"]));
    assert_eq!(shown["email"], "client@a.test");
    for actor in [&world.a.coach, &world.a.client] {
        actor.get("/v1/members").await.problem(403, "forbidden");
        actor.get(&path(&world.a.admin)).await.problem(404, "not-found");
    }
    world.b.admin.get(&path(&world.a.admin)).await.problem(404, "not-found");
    world.b.admin.delete(&path(&world.a.coach), "*").await.problem(404, "not-found");
}

#[apply(both_databases)]
#[tokio::test]
async fn taking_the_role_coach_away_works_at_once_and_ends_the_assignments(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let client = format!("/v1/clients/{}", world.a.client_id);
    world.a.coach.get(&client).await.expect(200);
    let etag = world.a.admin.get(&path(&world.a.coach)).await.etag();
    let changed = world.a.admin.patch(&path(&world.a.coach), &etag, json!({ "roles": ["admin"] })).await.expect(200);
    assert_eq!(changed["roles"], json!(["admin"]));
    world.a.coach.get("/v1/members").await.expect(200);
    let assignment = format!("/v1/assignments/{}", world.a.assignment_id);
    assert!(!world.a.admin.get(&assignment).await.expect(200)["endsAt"].is_null());
    world.a.admin.patch(&path(&world.a.coach), &etag, json!({ "roles": ["coach"] })).await.problem(412, "stale");
    world.a.admin.patch(&path(&world.a.coach), "*", json!({ "roles": ["coach"] })).await.expect(200);
    world.a.coach.get(&client).await.problem(404, "not-found");
}

#[apply(both_databases)]
#[tokio::test]
async fn past_assignments_stay_visible_after_the_membership_ends(db: Db) {
    let (app, world) = App::with_world(db).await;
    let assignments = format!("/v1/clients/{}/assignments", world.a.client_id);
    let before = world.a.admin.all(&assignments).await;
    world.a.admin.delete(&path(&world.a.coach), "*").await.expect(204);
    world.a.admin.get(&path(&world.a.coach)).await.problem(404, "not-found");
    let after = world.a.admin.all(&assignments).await;
    assert_eq!(after.len(), before.len());
    assert_eq!(after[0]["coachId"], world.a.coach.user.to_string());
    assert_eq!(after[0]["basis"], before[0]["basis"]);
    assert_eq!(after[0]["startsAt"], before[0]["startsAt"]);
    assert!(after[0]["endsAt"].is_string());
    // As a member again the same user has no access: ended assignments stay ended.
    let row = vec![
        ("organisation_id", world.a.id.into()),
        ("id", id().into()),
        ("user_id", world.a.coach.user.into()),
        ("admin", false.into()),
        ("coach", true.into()),
        ("client", false.into()),
        ("version", 1_i64.into()),
        ("created_at", app.clock.now().into()),
        ("updated_at", app.clock.now().into()),
    ];
    insert(&app.raw, "member", row).await.unwrap();
    let client = format!("/v1/clients/{}", world.a.client_id);
    world.a.coach.get("/v1/clients").await.expect(200);
    world.a.coach.get(&client).await.problem(404, "not-found");
    let again = json!({ "coachId": world.a.coach.user, "basis": "Terug van verlof" });
    world.a.admin.post(&assignments, again).await.expect(201);
    world.a.coach.get(&client).await.expect(200);
    assert_eq!(world.a.admin.all(&assignments).await.len(), before.len() + 1);
}

/// The assignment is inserted and not yet committed when the role ends: the change waits and then ends the assignment.
#[apply(both_databases)]
#[tokio::test]
async fn an_assignment_created_while_the_role_ends_ends_with_it(db: Db, #[values(false, true)] membership_too: bool) {
    let (app, world) = App::with_world(db).await;
    let coach = world.a.other_coach.clone();
    let (assignment, key) = (id(), app.key_of(world.a.id, world.a.client_id).await);
    let sealed = key.seal("assignment", assignment, &json!({ "basis": "Toestemming" }).to_string()).unwrap();
    app.raw.run(if db == Db::Sqlite { "begin immediate" } else { "begin" }).await.unwrap();
    if db == Db::Postgres {
        let lock = format!("select 1 from member where user_id = '{}' for share", coach.user);
        app.raw.run(&lock).await.unwrap();
    }
    let row = vec![
        ("organisation_id", world.a.id.into()),
        ("id", assignment.into()),
        ("client_id", world.a.client_id.into()),
        ("coach_id", coach.user.into()),
        ("sealed", sealed.into()),
        ("starts_at", (app.clock.now() - chrono::TimeDelta::minutes(1)).into()),
        ("version", 1_i64.into()),
        ("created_at", app.clock.now().into()),
    ];
    insert(&app.raw, "assignment", row).await.unwrap();
    let (admin, member) = (world.a.admin.clone(), path(&coach));
    let going = tokio::spawn(async move {
        if membership_too {
            admin.delete(&member, "*").await.expect(204)
        } else {
            admin.patch(&member, "*", json!({ "roles": ["admin"] })).await.expect(200)
        }
    });
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert!(!going.is_finished(), "did not wait");
    app.raw.run("commit").await.unwrap();
    going.await.unwrap();
    let assignments = world.a.admin.all(&format!("/v1/clients/{}/assignments", world.a.client_id)).await;
    let of_coach: Vec<_> = assignments.iter().filter(|one| one["coachId"] == coach.user.to_string()).collect();
    assert_eq!(of_coach.len(), 1);
    assert!(of_coach[0]["endsAt"].is_string(), "{of_coach:?}");
}

#[apply(both_databases)]
#[tokio::test]
async fn the_role_client_is_given_by_invitation_only(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let coach = path(&world.a.coach);
    let refused = world.a.admin.patch(&coach, "*", json!({ "roles": ["coach", "client"] })).await;
    assert_eq!(refused.problem(400, "invalid-request").errors(), ["/roles by-invitation"]);
    let refused = world.a.admin.patch(&coach, "*", json!({ "roles": [] })).await;
    assert_eq!(refused.problem(400, "invalid-request").errors(), ["/roles too-few"]);
    let refused = world.a.admin.patch(&coach, "*", json!({ "roles": ["operator"] })).await;
    assert_eq!(refused.problem(400, "invalid-request").errors(), ["/roles/0 enum"]);
    let kept = world.a.admin.patch(&path(&world.a.client), "*", json!({ "roles": ["client", "coach"] })).await;
    assert_eq!(kept.expect(200)["clientId"], world.a.client_id.to_string());
}

#[apply(both_databases)]
#[tokio::test]
async fn ending_a_clients_membership_keeps_the_client_without_a_log_in(db: Db) {
    let (_app, world) = App::with_world(db).await;
    world.a.admin.delete(&path(&world.a.client), "*").await.expect(204);
    world.a.client.get("/v1/organisation").await.problem(403, "no-organisation");
    let client = world.a.admin.get(&format!("/v1/clients/{}", world.a.client_id)).await.expect(200);
    assert!(client["userId"].is_null());
}

#[apply(both_databases)]
#[tokio::test]
async fn the_last_administrator_cannot_leave(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let admin = path(&world.a.admin);
    let (both, only_coach) = (json!({ "roles": ["admin", "coach"] }), json!({ "roles": ["coach"] }));
    world.a.admin.patch(&path(&world.a.coach), "*", both.clone()).await.expect(200);
    world.a.coach.patch(&admin, "*", both).await.expect(200);
    world.a.admin.patch(&path(&world.a.coach), "*", only_coach.clone()).await.expect(200);
    world.a.admin.patch(&admin, "*", only_coach).await.problem(409, "last-admin");
    world.a.admin.delete(&admin, "*").await.problem(409, "last-admin");
    world.a.admin.patch(&admin, "*", json!({ "roles": ["admin"] })).await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn of_two_administrators_who_leave_concurrently_one_stays(db: Db) {
    let (_app, world) = App::with_world(db).await;
    for _ in 0..5 {
        world.a.admin.patch(&path(&world.a.coach), "*", json!({ "roles": ["admin", "coach"] })).await.expect(200);
        let (first, second) = (path(&world.a.admin), path(&world.a.coach));
        let leave = json!({ "roles": ["coach"] });
        let answers =
            tokio::join!(world.a.admin.patch(&first, "*", leave.clone()), world.a.coach.patch(&second, "*", leave),);
        let statuses = [answers.0.status.as_u16(), answers.1.status.as_u16()];
        assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 1, "{statuses:?}");
        if statuses[0] == 200 {
            world.a.coach.patch(&first, "*", json!({ "roles": ["admin", "coach"] })).await.expect(200);
        }
    }
}
