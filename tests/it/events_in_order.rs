//! The event table: a row for every change, read in the order of commits, each once.

use crate::support::operations::{Operation, Walk};
use crate::support::{App, Client, Db, Ids, RawDatabase, both_databases, count, id, settings};
use persistence::{Database, EventReader};
use rstest_reuse::apply;
use serde_json::json;
use std::time::Duration;

/// Operations that change only the caller's own account or sessions, or change nothing.
const NO_EVENT: [&str; 10] = [
    "addSecondFactor",
    "chooseOrganisation",
    "endSession",
    "logOut",
    "previewContacts",
    "removeSecondFactor",
    "requestPasskeyRegistration",
    "searchClients",
    "unlinkOwnIdentity",
    "updateMe",
];
/// Operations of the operator outside every organisation.
const OUTSIDE: [&str; 2] = ["requestPurge", "updateOrganisation"];

/// A reader of what comes after the world. A transaction of another test on the same server delays what is there already.
async fn reader(app: &App) -> EventReader {
    let database = Database::connect(&settings(&app.kept.url())).await.unwrap();
    let mut reader = EventReader::from_now(database).await.unwrap();
    for _ in 0..500 {
        let read = reader.next().await.unwrap();
        if read.events.is_empty() && !read.more {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    reader
}

/// The actions that are read next.
async fn read(reader: &mut EventReader) -> Vec<String> {
    reader.next().await.unwrap().events.into_iter().map(|event| event.action).collect()
}

/// The next actions, at least so many. Transactions of other tests on the same server may delay them.
async fn read_until(reader: &mut EventReader, events: usize) -> Vec<String> {
    let mut actions = Vec::new();
    for _ in 0..500 {
        actions.extend(read(reader).await);
        if actions.len() >= events {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    actions
}

#[apply(both_databases)]
#[tokio::test]
async fn every_change_leaves_an_event_and_nothing_else_does(db: Db) {
    let app = App::spawn(db).await;
    let (mut walk, mut changed) = (Walk::new(&app).await, 0);
    for operation in Operation::all() {
        let silent = NO_EVENT.contains(&operation.id.as_str()) || OUTSIDE.contains(&operation.id.as_str());
        let each = async |name: &str, by: &Client, ids: &Ids| {
            let before = count(&app.raw, "event").await;
            let answer = operation.call(by, ids, ids).await;
            let after = count(&app.raw, "event").await;
            if operation.writes() && answer.status.is_success() && !silent {
                // Purging an organisation purges its events.
                assert!(after > before || operation.id == "purgeOrganisation", "{} by {name} left none", operation.id);
                changed += 1;
            } else {
                assert_eq!(after, before, "{} by {name} left one: {}", operation.id, answer.status);
            }
            answer
        };
        walk.each_caller(&operation, |organisation| &organisation.open, each).await;
    }
    assert!(changed > 40, "{changed}");
}

#[apply(both_databases)]
#[tokio::test]
async fn an_event_names_its_map_and_author(db: Db) {
    let (app, world) = App::with_world(db).await;
    let mut reader = reader(&app).await;
    assert_eq!(read(&mut reader).await, [""; 0]);
    let map = world.a.open.map;
    world
        .a
        .coach
        .post(&format!("/v1/maps/{map}/supporters"), json!({ "person": { "alias": "Anna" } }))
        .await
        .expect(201);
    // On both maps.
    let person = format!("/v1/persons/{}", world.a.open.person);
    world.a.client.patch(&person, "*", json!({ "alias": "Zus" })).await.expect(200);
    world.a.admin.post("/v1/clients", json!({ "name": "Sanne" })).await.expect(201);
    let mut events = Vec::new();
    for _ in 0..500 {
        events.extend(reader.next().await.unwrap().events);
        if events.iter().any(|event| event.action == "CreateClient") {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(events[0].action, "CreateSupporter");
    assert_eq!((events[0].map.unwrap().0, events[0].organisation.0), (map, world.a.id));
    let updated: Vec<_> = events.iter().filter(|event| event.action == "UpdatePerson").collect();
    assert!(!updated.is_empty() && updated.iter().all(|event| event.map.is_some()));
    assert_eq!(events.last().map(|event| (event.action.as_str(), event.map)), Some(("CreateClient", None)));
    assert_eq!(read(&mut reader).await, [""; 0]);
    assert_eq!(count(&app.raw, "event where action = 'CreateSupporter' and client_id is not null").await, 1);
}

#[apply(both_databases)]
#[tokio::test]
async fn refused_and_repeated_requests_leave_no_event(db: Db) {
    let (app, world) = App::with_world(db).await;
    let key = id().to_string();
    let by = world.a.admin.with("idempotency-key", &key);
    by.post("/v1/clients", json!({ "name": "Sanne" })).await.expect(201);
    let before = count(&app.raw, "event").await;
    by.post("/v1/clients", json!({ "name": "Sanne" })).await.expect(201);
    let map = format!("/v1/maps/{}", world.a.open.map);
    world.a.coach.patch(&map, "\"99\"", json!({ "theme": "werk" })).await.expect(412);
    world.a.other_coach.patch(&map, "*", json!({ "theme": "werk" })).await.expect(404);
    assert_eq!(count(&app.raw, "event").await, before);
}

/// Positions follow the order of inserts; events that commit late must not be skipped.
#[tokio::test]
async fn an_event_is_read_after_its_transaction_commits() {
    let (app, world) = App::with_world(Db::Postgres).await;
    let mut reader = reader(&app).await;
    let late = RawDatabase::open(&app.kept.unbound_url()).await.unwrap();
    late.run("begin").await.unwrap();
    let row = |action: &str| {
        format!(
            "insert into event (organisation_id, action, actor_id, at)
            values ('{}', '{action}', '{}', now())",
            world.a.id, world.a.coach.user
        )
    };
    late.run(&row("Late")).await.unwrap();
    let create = async || world.a.admin.post("/v1/clients", json!({ "name": "Sanne" })).await.expect(201);
    create().await;
    let read_early = reader.next().await.unwrap();
    assert!(read_early.events.is_empty() && read_early.more, "{read_early:?}");
    late.run("commit").await.unwrap();
    create().await;
    assert_eq!(read_until(&mut reader, 3).await, ["Late", "CreateClient", "CreateClient"]);
    // A rolled-back transaction delays no events.
    late.run("begin").await.unwrap();
    late.run(&row("Undone")).await.unwrap();
    create().await;
    late.run("rollback").await.unwrap();
    assert_eq!(read_until(&mut reader, 1).await, ["CreateClient"]);
}
