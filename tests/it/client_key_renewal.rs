//! A client's key gets a new generation while the service runs.

use crate::support::{App, Db, World, both_databases, id};
use chrono::Duration;
use domain::{ClientId, OrganisationId, Ports, key_rotation};
use rstest_reuse::apply;
use serde_json::json;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};

/// The tables of what can change, with the column of the client.
const TABLES: [(&str, &str); 7] = [
    ("client", "id"),
    ("assignment", "client_id"),
    ("person", "client_id"),
    ("map", "client_id"),
    ("agreement", "client_id"),
    ("reflection", "client_id"),
    ("coach_note", "client_id"),
];

/// The generations with which rows of this client are encrypted.
async fn generations(app: &App, world: &World, table: &str, column: &str) -> BTreeSet<u8> {
    let sql = format!("select sealed from {table} where organisation_id = $1 and {column} = $2");
    let rows = app.raw.query(&sql, &[world.a.id.into(), world.a.client_id.into()]).await.unwrap();
    rows.iter().map(|row| row.get::<Vec<u8>>("sealed").unwrap()[1]).collect()
}

async fn renew(world: &World, ports: &Ports) {
    let client = ClientId(world.a.client_id);
    assert!(key_rotation::renew_client(ports, OrganisationId(world.a.id), client).await.unwrap());
}

async fn later(app: &App) {
    app.clock.advance(key_rotation::KEPT + Duration::minutes(1));
    app.run_jobs().await;
}

#[apply(both_databases)]
#[tokio::test]
async fn everything_that_can_change_is_encrypted_anew_and_cards_are_not(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (ports, a) = (app.ports().await, &world.a);
    let reflections = format!("/v1/maps/{}/reflections", a.open.map);
    let path = a.client.post(&reflections, json!({ "text": "Van vroeger" })).await.expect(201).location();
    let before = a.client.get(&path).await.expect(200);
    renew(&world, &ports).await;
    renew(&world, &ports).await;
    app.run_jobs().await;
    for (table, column) in TABLES {
        assert_eq!(generations(&app, &world, table, column).await, [1].into(), "{table}");
    }
    later(&app).await;
    for (table, column) in TABLES {
        assert_eq!(generations(&app, &world, table, column).await, [2].into(), "{table}");
    }
    assert_eq!(generations(&app, &world, "card", "client_id").await, [1].into());
    later(&app).await;
    assert!(domain::jobs::take(&ports).await.unwrap().is_none(), "there is nothing left to do");
    let client = app.log_in(a.client.user, Some(a.id)).await;
    let after = client.get(&path).await.expect(200);
    assert_eq!((after["text"].clone(), after.etag()), (json!("Van vroeger"), before.etag()));
    client.get(&format!("/v1/cards/{}", a.open.card)).await.expect(200);
    // And once more, after a rotation of the organisation's key.
    key_rotation::rotate_now(&ports, Some(OrganisationId(a.id))).await.unwrap();
    app.run_jobs().await;
    renew(&world, &ports).await;
    later(&app).await;
    assert_eq!(generations(&app, &world, "reflection", "client_id").await, [3].into());
    let second = app.beside();
    let client = app.log_in(a.client.user, Some(a.id)).await.at(&second.base);
    client.get(&format!("/v1/cards/{}", a.open.card)).await.expect(200);
}

#[apply(both_databases)]
#[tokio::test]
async fn requests_are_served_while_a_client_gets_a_new_generation(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (ports, second) = (app.ports().await, app.beside());
    let a = &world.a;
    let reflections = format!("/v1/maps/{}/reflections", a.open.map);
    let path = a.client.post(&reflections, json!({ "text": "Van vroeger" })).await.expect(201).location();
    let over = AtomicBool::new(false);
    let serve = async |base: &str, changes: bool| {
        let (client, admin) = (a.client.at(base), a.admin.at(base));
        let mut rounds = 0;
        while !over.load(Ordering::Relaxed) {
            assert_eq!(client.get(&path).await.expect(200)["text"], "Van vroeger");
            client.get(&format!("/v1/maps/{}", a.open.map)).await.expect(200);
            client.post(&reflections, json!({ "text": "Van nu" })).await.expect(201);
            // What two change at once is stale for one of them.
            let (person, record) = (format!("/v1/persons/{}", a.open.person), format!("/v1/clients/{}", a.client_id));
            if changes {
                client.patch(&person, "*", json!({ "note": "Nu" })).await.expect(200);
                admin.patch(&record, "*", json!({ "preferredName": "Sas" })).await.expect(200);
            }
            rounds += 1;
        }
        rounds
    };
    // The hour passes for the jobs; the tokens of the requests are as old as they are.
    let rows = ports.encrypted_rows.clone();
    let (organisation, client) = (OrganisationId(a.id), ClientId(a.client_id));
    let renewed = async {
        renew(&world, &ports).await;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        assert!(rows.use_generation(organisation, client).await.unwrap());
        while rows.reencrypt_rows(organisation, client, 1).await.unwrap() > 0 {}
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        over.store(true, Ordering::Relaxed);
    };
    let first = format!("http://{}", app.address);
    let (here, there, ()) = tokio::join!(serve(&first, true), serve(&second.base, false), renewed);
    assert!(here > 1 && there > 1, "{here} and {there} rounds");
    later(&app).await;
    for (table, column) in TABLES {
        assert_eq!(generations(&app, &world, table, column).await, [2].into(), "{table}");
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_client_that_is_not_there_has_no_key_to_renew(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (ports, a) = (app.ports().await, OrganisationId(world.a.id));
    for client in [id(), world.b.client_id] {
        assert!(!key_rotation::renew_client(&ports, a, ClientId(client)).await.unwrap());
    }
    // Erased before the job.
    renew(&world, &ports).await;
    app.raw.query("delete from client_key where client_id = $1", &[world.a.client_id.into()]).await.unwrap();
    later(&app).await;
    assert!(domain::jobs::take(&ports).await.unwrap().is_none());
}
