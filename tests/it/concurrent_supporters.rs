//! Many create supporters on one map at the same time.

use crate::support::{App, Client, Db, RawDatabase, World, both_databases, count, id};
use domain::maps::MAX_SUPPORTERS;
use domain::ports::Clock;
use rstest_reuse::apply;
use serde_json::json;
use std::time::Duration;

/// How many requests at once: more than there are connections.
const AT_ONCE: usize = 12;

fn anna() -> serde_json::Value {
    json!({ "person": { "alias": "Anna", "relationship": "sibling", "note": "Belt op zondag" }, "closeness": "inner",
        "contactFrequency": "weekly", "tension": 1, "burden": 2, "supports": [
        { "supportType": "practical", "direction": "mutual", "availability": "received-now" },
        { "supportType": "emotional" },
    ] })
}

/// The statuses of so many requests at once.
async fn at_once(by: &Client, path: &str) -> Vec<u16> {
    let one = |_| {
        let (by, path) = (by.clone(), path.to_owned());
        tokio::spawn(async move { by.post(&path, anna()).await.status.as_u16() })
    };
    let mut statuses = Vec::new();
    for task in (0..AT_ONCE).map(one).collect::<Vec<_>>() {
        statuses.push(task.await.unwrap());
    }
    statuses
}

/// How many rows there are in the tables a request inserts into.
async fn rows(db: &RawDatabase) -> [i64; 3] {
    [count(db, "person").await, count(db, "supporter").await, count(db, "support").await]
}

#[apply(both_databases)]
#[tokio::test]
async fn an_unauthorized_create_leaves_no_rows_and_no_locks(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (open, private) = (format!("/v1/maps/{}", world.a.open.map), format!("/v1/maps/{}", world.a.private.map));
    let (before, etag) = (rows(&app.raw).await, world.a.coach.get(&open).await.expect(200).etag());
    let a = &world.a;
    for stranger in [&a.other_coach, &a.other_client, &a.admin, &world.b.coach, &world.b.client, &world.operator] {
        let refused = at_once(stranger, &format!("{open}/supporters")).await;
        assert!(refused.iter().all(|status| [403, 404].contains(status)), "{refused:?}");
    }
    assert_eq!(at_once(&a.coach, &format!("{private}/supporters")).await, [404; AT_ONCE]);
    assert_eq!(at_once(&app.anonymous(), &format!("{open}/supporters")).await, [401; AT_ONCE]);
    assert_eq!((rows(&app.raw).await, world.a.coach.get(&open).await.expect(200).etag()), (before, etag));
    a.coach.post(&format!("{open}/supporters"), anna()).await.expect(201);
    assert_eq!(rows(&app.raw).await, [before[0] + 1, before[1] + 1, before[2] + 2]);
}

#[apply(both_databases)]
#[tokio::test]
async fn an_ended_session_or_assignment_creates_no_supporter(db: Db) {
    let (app, world) = App::with_world(db).await;
    let path = format!("/v1/maps/{}/supporters", world.a.open.map);
    world.a.coach.post(&path, anna()).await.expect(201);
    let before = rows(&app.raw).await;
    let assignment = format!("/v1/assignments/{}", world.a.assignment_id);
    app.clock.advance(chrono::TimeDelta::minutes(1));
    world.a.admin.patch(&assignment, "*", json!({ "endsAt": app.clock.now() })).await.expect(200);
    world.a.coach.post(&path, anna()).await.problem(404, "not-found");
    world.a.client.delete("/v1/sessions/current", "*").await.expect(204);
    world.a.client.post(&path, anna()).await.problem(401, "not-authenticated");
    assert_eq!(rows(&app.raw).await, before);
}

#[apply(both_databases)]
#[tokio::test]
async fn concurrent_supporters_on_one_map_are_all_counted(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (coach, maps) = (&world.a.coach, format!("/v1/clients/{}/maps", world.a.client_id));
    let map = coach.post(&maps, json!({ "theme": "dementie" })).await.expect(201).location();
    assert_eq!(at_once(coach, &format!("{map}/supporters")).await, [201; AT_ONCE]);
    let whole = coach.get(&map).await.expect(200);
    assert_eq!(whole.etag(), format!("\"{}\"", 1 + AT_ONCE));
    let supporters = whole["supporters"].as_array().unwrap();
    assert_eq!((supporters.len(), whole["persons"].as_array().unwrap().len()), (AT_ONCE, AT_ONCE));
    let supports: Vec<_> = supporters.iter().map(|one| one["supports"].as_array().unwrap().len()).collect();
    assert_eq!(supports, [2; AT_ONCE]);
}

#[apply(both_databases)]
#[tokio::test]
async fn the_last_place_on_a_map_is_taken_once(db: Db) {
    let (_app, world) = App::with_bare_world(db).await;
    let (coach, maps) = (&world.a.coach, format!("/v1/clients/{}/maps", world.a.client_id));
    let map = coach.post(&maps, json!({ "theme": "dementie" })).await.expect(201);
    let persons: Vec<_> = (1..MAX_SUPPORTERS).map(|_| id()).collect();
    let content = json!({
        "persons": persons.iter().map(|id| json!({ "id": id, "alias": "Anna" })).collect::<Vec<_>>(),
        "supporters": persons.iter().map(|person| json!({ "id": id(), "personId": person })).collect::<Vec<_>>(),
        "ties": [], "needs": [],
    });
    coach.put(&format!("{}/content", map.location()), &map.etag(), content).await.expect(200);
    let mut statuses = at_once(coach, &format!("{}/supporters", map.location())).await;
    statuses.sort_unstable();
    assert_eq!(statuses, [vec![201], vec![409; AT_ONCE - 1]].concat());
}

/// Without a response it is unknown whether the write happened, so it is not repeated.
#[tokio::test]
async fn an_unacknowledged_create_is_not_done_twice() {
    let app = App::behind_proxy(Duration::ZERO).await;
    let world = World::seed(&app).await;
    let path = format!("/v1/maps/{}/supporters", world.a.open.map);
    world.a.coach.post(&path, anna()).await.expect(201);
    let before = rows(&app.raw).await;
    app.raw.run("begin").await.unwrap();
    app.raw.run(&format!("select 1 from map where id = '{}' for update", world.a.open.map)).await.unwrap();
    app.proxy.as_ref().unwrap().reset();
    let asked = {
        let (coach, path) = (world.a.coach.clone(), path.clone());
        tokio::spawn(async move { coach.post(&path, anna()).await })
    };
    let other = RawDatabase::open(&app.kept.unbound_url()).await.unwrap();
    let ended = "(select pg_terminate_backend(pid) from pg_stat_activity
        where wait_event_type = 'Lock' and datname = current_database()) ended";
    for round in 0.. {
        if count(&other, ended).await == 1 {
            break;
        }
        assert!(round < 500, "nobody waits for the map");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    asked.await.unwrap().problem(503, "unavailable");
    let sent = app.proxy.as_ref().unwrap().statements();
    assert_eq!(sent.iter().filter(|sql| sql.contains("update map")).count(), 1, "{sent:#?}");
    app.raw.run("rollback").await.unwrap();
    assert_eq!(rows(&app.raw).await, before);
    world.a.coach.post(&path, anna()).await.expect(201);
}
