//! `/v1/clients/{clientId}/assignments` and `/v1/assignments/{assignmentId}`.

use crate::support::{App, Db};
use chrono::TimeDelta;
use domain::Clock;
use rstest::rstest;
use serde_json::json;

#[rstest]
#[tokio::test]
async fn a_handover_gives_one_coach_access_and_ends_the_others(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let (app, world) = App::with_world(db).await;
    let client = format!("/v1/clients/{}", world.a.client_id);
    let assignments = format!("{client}/assignments");
    world.a.other_coach.get(&client).await.problem(404, "not-found");
    let body = json!({ "coachId": world.a.other_coach.user, "basis": "Toestemming" });
    let new = world.a.admin.post(&assignments, body.clone()).await.expect(201);
    assert_eq!(world.a.admin.get(&new.location()).await.expect(200).json(), new.json());
    world.a.other_coach.get(&client).await.expect(200);
    world.a.admin.post(&assignments, body).await.problem(409, "already-assigned");
    assert_eq!(world.a.admin.all(&assignments).await.len(), 2);

    let old = format!("/v1/assignments/{}", world.a.assignment_id);
    let etag = world.a.admin.get(&old).await.expect(200).etag();
    let ended = world.a.admin.patch(&old, &etag, json!({ "endsAt": app.clock.now() })).await.expect(200);
    world.a.coach.get(&client).await.problem(404, "not-found");
    world.a.admin.patch(&old, &etag, json!({ "basis": "x" })).await.problem(412, "stale");
    app.clock.advance(TimeDelta::seconds(1));
    world.a.admin.patch(&old, &ended.etag(), json!({ "endsAt": null })).await.problem(409, "assignment-ended");
}

#[rstest]
#[tokio::test]
async fn an_assignment_holds_from_its_start_to_its_end(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let (app, world) = App::with_world(db).await;
    let client = format!("/v1/clients/{}", world.a.lone_client_id);
    let now = app.clock.now();
    let body = json!({
        "coachId": world.a.coach.user, "basis": "Verwijzing",
        "startsAt": now + TimeDelta::minutes(1), "endsAt": now + TimeDelta::minutes(3),
    });
    world.a.admin.post(&format!("{client}/assignments"), body).await.expect(201);
    world.a.coach.get(&client).await.problem(404, "not-found");
    app.clock.advance(TimeDelta::minutes(2));
    world.a.coach.get(&client).await.expect(200);
    app.clock.advance(TimeDelta::minutes(2));
    world.a.coach.get(&client).await.problem(404, "not-found");
}

#[rstest]
#[tokio::test]
async fn only_a_coach_of_the_organisation_is_assigned(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let (app, world) = App::with_world(db).await;
    let assignments = format!("/v1/clients/{}/assignments", world.a.lone_client_id);
    for user in [world.a.admin.user, world.a.client.user, world.b.coach.user, world.a.id] {
        let body = json!({ "coachId": user, "basis": "x" });
        world.a.admin.post(&assignments, body).await.problem(409, "not-a-coach");
    }
    let body = json!({ "coachId": world.a.coach.user, "basis": "x" });
    app.anonymous().post(&assignments, body.clone()).await.problem(401, "not-authenticated");
    world.a.coach.post(&assignments, body.clone()).await.problem(403, "forbidden");
    world.a.client.get(&assignments).await.problem(404, "not-found");
    world.b.admin.post(&assignments, body).await.problem(404, "not-found");
    let old = format!("/v1/assignments/{}", world.a.assignment_id);
    for stranger in [&world.a.coach, &world.a.other_client, &world.b.admin] {
        stranger.get(&old).await.problem(404, "not-found");
    }
    for stranger in [&world.a.coach, &world.b.admin] {
        stranger.patch(&old, "*", json!({ "basis": "x" })).await.problem(404, "not-found");
    }
    // Clients read assignments and change none, whosever it is.
    for path in [old, format!("/v1/assignments/{}", world.a.id)] {
        world.a.other_client.patch(&path, "*", json!({ "basis": "x" })).await.problem(403, "forbidden");
    }
}

#[rstest]
#[tokio::test]
async fn an_assignment_does_not_end_before_it_starts(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let (app, world) = App::with_world(db).await;
    let now = app.clock.now();
    let body = json!({
        "coachId": world.a.coach.user, "basis": "x", "startsAt": now, "endsAt": now - TimeDelta::days(1),
    });
    let refused = world.a.admin.post(&format!("/v1/clients/{}/assignments", world.a.lone_client_id), body).await;
    assert_eq!(refused.problem(400, "invalid-request").errors(), ["/endsAt before-start"]);
    let old = format!("/v1/assignments/{}", world.a.assignment_id);
    let refused = world.a.admin.patch(&old, "*", json!({ "endsAt": "2001-01-01T00:00:00Z" })).await;
    assert_eq!(refused.problem(400, "invalid-request").errors(), ["/endsAt before-start"]);
}

#[rstest]
#[tokio::test]
async fn the_client_and_the_coaches_see_who_coaches_now(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let (app, world) = App::with_world(db).await;
    let client = format!("/v1/clients/{}", world.a.client_id);
    let (coaches, now) = (format!("{client}/coaches"), app.clock.now());
    let shown = world.a.admin.get(&format!("/v1/assignments/{}", world.a.assignment_id)).await.expect(200);
    let marijke = json!({
        "coach": shown["coach"], "since": shown["startsAt"], "until": null, "basis": shown["basis"],
    });
    assert!(shown["coach"]["name"].is_string());
    for reader in [&world.a.client, &world.a.coach] {
        assert_eq!(reader.all(&coaches).await, [marijke.clone()]);
    }
    // One more for a minute, and one who is yet to begin.
    let until = now + TimeDelta::minutes(1);
    let more = json!({ "coachId": world.a.other_coach.user, "basis": "Waarneming", "endsAt": until });
    world.a.admin.post(&format!("{client}/assignments"), more).await.expect(201);
    let later =
        json!({ "coachId": world.a.other_coach.user, "basis": "Overdracht", "startsAt": now + TimeDelta::days(1) });
    world.a.admin.post(&format!("{client}/assignments"), later).await.expect(201);
    let both = world.a.other_coach.all(&format!("{coaches}?limit=1")).await;
    let bases: Vec<_> = both.iter().map(|one| one["basis"].as_str().unwrap()).collect();
    assert_eq!(bases, [shown["basis"].as_str().unwrap(), "Waarneming"]);
    assert_eq!(both, world.a.client.all(&coaches).await);
    app.clock.advance(TimeDelta::minutes(2));
    world.a.other_coach.get(&coaches).await.problem(404, "not-found");
    assert_eq!(world.a.client.all(&coaches).await, [marijke]);

    app.anonymous().get(&coaches).await.problem(401, "not-authenticated");
    world.a.admin.get(&coaches).await.problem(403, "forbidden");
    for stranger in [&world.a.other_client, &world.b.coach, &world.b.client] {
        stranger.get(&coaches).await.problem(404, "not-found");
    }
    let refused = world.a.client.get(&format!("{coaches}?coachId=1")).await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/coachId unknown-member"]);
}
