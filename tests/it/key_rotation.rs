//! The keys of organisations are replaced while the service runs, and what was written stays readable.

use crate::support::{App, Db, World, both_databases, id, organisation_keys};
use chrono::Duration;
use domain::jobs::{self, JobKind};
use domain::{ClientId, OrganisationId, Ports, key_rotation};
use persistence::contract::{TestClientKey, Value};
use rstest_reuse::apply;
use serde_json::json;
use std::sync::atomic::{AtomicBool, Ordering};

/// The numbers of the keys under which keys of clients are.
async fn versions(app: &App, world: &World) -> Vec<i64> {
    let sql = "select distinct key_version from client_key where organisation_id = $1 order by key_version";
    let rows = app.raw.query(sql, &[world.a.id.into()]).await.unwrap();
    rows.iter().map(|row| row.get("key_version").unwrap()).collect()
}

async fn rotate(app: &App, world: &World, ports: &Ports) {
    assert_eq!(key_rotation::rotate_now(ports, Some(OrganisationId(world.a.id))).await.unwrap(), 1);
    app.run_jobs().await;
    // An hour later.
    app.clock.advance(key_rotation::KEPT + Duration::minutes(1));
    app.run_jobs().await;
}

#[apply(both_databases)]
#[tokio::test]
async fn requests_are_served_while_a_key_is_replaced(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (ports, second) = (app.ports().await, app.beside());
    let reflections = format!("/v1/maps/{}/reflections", world.a.open.map);
    let path = world.a.client.post(&reflections, json!({ "text": "Van vroeger" })).await.expect(201).location();
    assert_eq!(versions(&app, &world).await, [1]);
    let over = AtomicBool::new(false);
    // Reads, writes, and makes a client, whose key is new.
    let serve = async |base: &str| {
        let (client, admin) = (world.a.client.at(base), world.a.admin.at(base));
        let mut rounds = 0;
        while !over.load(Ordering::Relaxed) {
            assert_eq!(client.get(&path).await.expect(200)["text"], "Van vroeger");
            client.post(&reflections, json!({ "text": "Van nu" })).await.expect(201);
            admin.post("/v1/clients", json!({ "name": "Nieuw" })).await.expect(201);
            rounds += 1;
        }
        rounds
    };
    let rotated = async {
        for _ in 0..3 {
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            key_rotation::rotate_now(&ports, Some(OrganisationId(world.a.id))).await.unwrap();
            app.run_jobs().await;
        }
        over.store(true, Ordering::Relaxed);
    };
    let first = format!("http://{}", app.address);
    let (here, there, ()) = tokio::join!(serve(&first), serve(&second.base), rotated);
    assert!(here > 1 && there > 1, "{here} and {there} rounds");
    app.clock.advance(key_rotation::KEPT + Duration::minutes(1));
    app.run_jobs().await;
    assert_eq!(versions(&app, &world).await, [4]);
}

#[apply(both_databases)]
#[tokio::test]
async fn an_old_copy_is_unreadable_once_the_old_key_is_destroyed(db: Db) {
    let (app, world) = App::with_world(db).await;
    let ports = app.ports().await;
    let reflections = format!("/v1/maps/{}/reflections", world.a.open.map);
    let path = world.a.client.post(&reflections, json!({ "text": "Van mij" })).await.expect(201).location();
    let of_client: [Value; 2] = [world.a.id.into(), world.a.client_id.into()];
    let copy = "select client_key from client_key where organisation_id = $1 and client_id = $2";
    let copy: Vec<u8> = app.raw.query(copy, &of_client).await.unwrap()[0].get("client_key").unwrap();
    rotate(&app, &world, &ports).await;
    let store = organisation_keys();
    assert_eq!(store.newest(OrganisationId(world.a.id)).await.unwrap().version(), 2);
    assert!(store.key(OrganisationId(world.a.id), 1).await.is_err());
    // A process that knows neither key.
    let fresh = app.beside();
    let client = app.log_in(world.a.client.user, Some(world.a.id)).await.at(&fresh.base);
    assert_eq!(client.get(&path).await.expect(200)["text"], "Van mij");
    let put_back =
        "update client_key set key_version = 1, client_key = $3 where organisation_id = $1 and client_id = $2";
    let [organisation, of] = of_client;
    app.raw.query(put_back, &[organisation, of, copy.into()]).await.unwrap();
    let fresh = app.beside();
    client.at(&fresh.base).get(&path).await.problem(500, "internal");
}

#[apply(both_databases)]
#[tokio::test]
async fn a_key_added_a_moment_ago_does_not_end_the_one_before(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (ports, store, a) = (app.ports().await, organisation_keys(), OrganisationId(world.a.id));
    key_rotation::rotate_now(&ports, Some(a)).await.unwrap();
    app.run_jobs().await;
    assert!(store.key(a, 1).await.is_ok());
    // A process that did not see the new key yet writes a client's key under the old one.
    let of_client = [world.a.id.into(), world.a.client_id.into()];
    app.raw.query("delete from client_key where organisation_id = $1 and client_id = $2", &of_client).await.unwrap();
    let late = TestClientKey::generate(a, ClientId(world.a.client_id), &store.key(a, 1).await.unwrap()).unwrap();
    let (version, key) = late.columns();
    let [organisation, client] = of_client;
    let row: [Value; 4] = [organisation, client, version.into(), key.into()];
    let add = "insert into client_key (organisation_id, client_id, key_version, client_key) values ($1, $2, $3, $4)";
    app.raw.query(add, &row).await.unwrap();
    assert_eq!(versions(&app, &world).await, [1, 2]);
    app.clock.advance(key_rotation::KEPT + Duration::minutes(1));
    app.run_jobs().await;
    assert!(store.key(a, 1).await.is_err());
    assert_eq!(versions(&app, &world).await, [2]);
    app.key_of(world.a.id, world.a.client_id).await;
}

#[apply(both_databases)]
#[tokio::test]
async fn every_organisation_gets_a_new_key(db: Db) {
    let (app, world) = App::with_world(db).await;
    let ports = app.ports().await;
    let nobody = OrganisationId(id());
    assert_eq!(key_rotation::rotate_now(&ports, Some(nobody)).await.unwrap(), 0);
    let organisations = key_rotation::rotate_now(&ports, None).await.unwrap();
    assert!(organisations >= 2, "{organisations}");
    app.run_jobs().await;
    let store = organisation_keys();
    for organisation in [world.a.id, world.b.id] {
        assert_eq!(store.newest(OrganisationId(organisation)).await.unwrap().version(), 2);
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn one_night_after_all_erasures_of_a_day(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (ports, a) = (app.ports().await, OrganisationId(world.a.id));
    app.erase(&world.a, world.a.client_id).await;
    for _ in 0..2 {
        let client = world.a.admin.post("/v1/clients", json!({ "name": "Even" })).await.expect(201).location();
        world.a.admin.delete(&client, "*").await.expect(204);
    }
    app.run_jobs().await;
    assert_eq!(versions(&app, &world).await, [1]);
    // One o'clock of the next day (UTC) is at most this far.
    app.clock.advance(Duration::hours(25));
    let job = jobs::take(&ports).await.unwrap().unwrap();
    assert_eq!((job.kind, job.organisation), (JobKind::RotateKeys, Some(a)));
    jobs::run(&ports, &job).await.unwrap();
    assert!(jobs::take(&ports).await.unwrap().is_none());
    assert_eq!(versions(&app, &world).await, [2]);
}
