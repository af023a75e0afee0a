//! `/v1/clients/{clientId}/assignments` and `/v1/assignments/{assignmentId}`.

use crate::support::{App, Db, World, both_databases, id};
use chrono::TimeDelta;
use domain::ports::Clock;
use rstest_reuse::apply;
use serde_json::{Value, json};
use uuid::Uuid;

#[apply(both_databases)]
#[tokio::test]
async fn a_handover_gives_one_coach_access_and_ends_that_of_the_other(db: Db) {
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

#[apply(both_databases)]
#[tokio::test]
async fn an_assignment_is_valid_from_its_start_to_its_end(db: Db) {
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

#[apply(both_databases)]
#[tokio::test]
async fn only_a_coach_of_the_organisation_can_be_assigned(db: Db) {
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
    // Clients read assignments and change none, not even their own.
    for path in [old, format!("/v1/assignments/{}", world.a.id)] {
        world.a.other_client.patch(&path, "*", json!({ "basis": "x" })).await.problem(403, "forbidden");
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn an_assignment_does_not_end_before_it_starts(db: Db) {
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

#[apply(both_databases)]
#[tokio::test]
async fn client_and_coaches_see_the_current_coaches(db: Db) {
    let (app, world) = App::with_world(db).await;
    let client = format!("/v1/clients/{}", world.a.client_id);
    let (coaches, now) = (format!("{client}/coaches"), app.clock.now());
    let shown = world.a.admin.get(&format!("/v1/assignments/{}", world.a.assignment_id)).await.expect(200);
    let marijke = json!({
        "coach": shown["coach"], "since": shown["startsAt"], "until": null, "basis": shown["basis"],
    });
    assert!(shown["coach"]["name"].is_string());
    for reader in [&world.a.client, &world.a.coach] {
        assert_eq!(reader.all(&coaches).await, std::slice::from_ref(&marijke));
    }
    // One more for a minute, and one that has not started yet.
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

/// New clients of A, and a body that assigns the other coach to them.
async fn unassigned(world: &World, count: usize) -> (Vec<String>, Value) {
    let mut clients = Vec::new();
    for nth in 0..count {
        let body = json!({ "name": format!("Cliënt {nth}") });
        clients.push(world.a.admin.post("/v1/clients", body).await.expect(201).id());
    }
    let body = json!({ "coachId": world.a.other_coach.user, "clientIds": clients, "basis": "Team Noord" });
    (clients, body)
}

const BATCH: &str = "/v1/assignments/batch";

#[apply(both_databases)]
#[tokio::test]
async fn a_coach_is_assigned_to_several_clients_at_once(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (admin, other_coach) = (&world.a.admin, &world.a.other_coach);
    let (clients, body) = unassigned(&world, 3).await;
    let keyed = admin.with("idempotency-key", "eens");
    let made = keyed.post(BATCH, body.clone()).await.expect(201);
    let of_coach = format!("/v1/assignments?coachId={}", other_coach.user);
    assert_eq!(made.location(), of_coach);
    let items = made["items"].as_array().unwrap();
    let assigned: Vec<_> = items.iter().map(|item| item["clientId"].as_str().unwrap()).collect();
    assert_eq!(assigned, clients);
    assert_eq!(items[0]["client"], json!({ "id": clients[0], "name": "Cliënt 0" }));
    let name = admin.get("/v1/me").await.expect(200)["name"].clone();
    assert_eq!(items[0]["assignedBy"], json!({ "id": admin.user, "name": name }));
    assert_eq!(keyed.post(BATCH, body).await.expect(201).json(), made.json());
    assert_eq!(&admin.all(&format!("{of_coach}&limit=2")).await, items);
    for client in &clients {
        other_coach.get(&format!("/v1/clients/{client}")).await.expect(200);
        let sql = "select count(*) from event where action = 'AssignCoach' and client_id = $1";
        let events = app.raw.query(sql, &[Uuid::try_parse(client).unwrap().into()]).await.unwrap();
        assert_eq!(events[0].at::<i64>(0).unwrap(), 1);
    }
    let all = admin.all("/v1/assignments?limit=2").await;
    assert_eq!(all.last(), items.last());
    assert!(all.len() > items.len() && all.iter().any(|one| one["id"] == json!(world.a.assignment_id)));
    assert!(world.b.admin.all("/v1/assignments").await.iter().all(|one| one["id"] == json!(world.b.assignment_id)));
    assert!(world.b.admin.all(&of_coach).await.is_empty());
}

#[apply(both_databases)]
#[tokio::test]
async fn either_all_clients_are_assigned_or_none_and_every_obstacle_is_named(db: Db) {
    let (app, world) = App::with_world(db).await;
    let admin = &world.a.admin;
    let (clients, body) = unassigned(&world, 1).await;
    let with = |ids: Value| {
        let mut body = body.clone();
        body["clientIds"] = ids;
        body
    };
    let of_b = world.b.client_id;
    let unknown = with(json!([clients[0], of_b, id()]));
    let refused = admin.post(BATCH, unknown).await.problem(409, "unknown-reference");
    assert_eq!(refused.errors(), ["/clientIds/1 unknown-reference", "/clientIds/2 unknown-reference"]);
    let mut taken = with(json!([world.a.client_id, clients[0]]));
    taken["coachId"] = json!(world.a.coach.user);
    let refused = admin.post(BATCH, taken.clone()).await.problem(409, "already-assigned");
    assert_eq!(refused.errors(), ["/clientIds/0 already-assigned"]);
    let refused = admin.post(BATCH, with(json!([clients[0], of_b, clients[0]]))).await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/clientIds/2 duplicate"]);
    for (ids, code) in [(json!([]), "too-few"), (json!((0..101).map(|_| id()).collect::<Vec<_>>()), "too-many")] {
        let refused = admin.post(BATCH, with(ids)).await.problem(400, "invalid-request");
        assert_eq!(refused.errors(), [format!("/clientIds {code}")]);
    }
    let mut backwards = body.clone();
    backwards["endsAt"] = json!("2001-01-01T00:00:00Z");
    let refused = admin.post(BATCH, backwards).await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/endsAt before-start"]);
    let mut no_coach = body.clone();
    no_coach["coachId"] = json!(world.a.client.user);
    assert_eq!(admin.post(BATCH, no_coach).await.problem(409, "not-a-coach").errors(), ["/coachId not-a-coach"]);
    assert!(admin.all(&format!("/v1/clients/{}/assignments", clients[0])).await.is_empty(), "some were assigned");
    // With an end it may coexist with the one without.
    taken["endsAt"] = json!(app.clock.now() + TimeDelta::days(1));
    admin.post(BATCH, taken).await.expect(201);

    app.anonymous().post(BATCH, body.clone()).await.problem(401, "not-authenticated");
    app.anonymous().get("/v1/assignments").await.problem(401, "not-authenticated");
    for other in [&world.a.coach, &world.a.client] {
        other.post(BATCH, body.clone()).await.problem(403, "forbidden");
        other.get("/v1/assignments").await.problem(403, "forbidden");
    }
    world.b.admin.post(BATCH, body).await.problem(409, "not-a-coach");
    let refused = admin.get("/v1/assignments?coachId=%7Bx%7D&limit=0").await.problem(400, "invalid-request");
    assert_eq!(refused.errors(), ["/coachId format", "/limit too-small"]);
}
