//! The key that hashes identifiers and invited addresses is replaced while the service runs: what is searched is found, and identifiers
//! stay unique.

use crate::support::{App, Db, World, both_databases, organisation_keys};
use chrono::Duration;
use domain::{OrganisationId, key_rotation};
use rstest_reuse::apply;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicBool, Ordering};

fn says(number: &str) -> Value {
    json!({ "name": "Zoë", "externalIdentifiers": [identifier(number)] })
}

fn identifier(number: &str) -> Value {
    json!({ "system": "https://ecd.example.nl/bsn", "value": number })
}

/// The numbers of the keys of hashes of this table.
async fn versions(app: &App, world: &World, table: &str, column: &str) -> Vec<i64> {
    let sql = format!("select distinct {column} from {table} where organisation_id = $1 order by {column}");
    let rows = app.raw.query(&sql, &[world.a.id.into()]).await.unwrap();
    rows.iter().map(|row| row.get(column).unwrap()).collect()
}

async fn index_versions(world: &World) -> Vec<i64> {
    organisation_keys().index_versions(OrganisationId(world.a.id)).await.unwrap()
}

async fn later(app: &App) {
    app.clock.advance(key_rotation::KEPT + Duration::minutes(1));
    app.run_jobs().await;
}

#[apply(both_databases)]
#[tokio::test]
async fn identifiers_are_found_and_unique_while_the_key_is_replaced(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (ports, second) = (app.ports().await, app.beside());
    world.a.admin.post("/v1/clients", says("vroeger")).await.expect(201);
    let over = AtomicBool::new(false);
    let serve = async |base: &str| {
        let admin = world.a.admin.at(base);
        let mut rounds = 0;
        while !over.load(Ordering::Relaxed) {
            let search = json!({ "externalIdentifier": identifier("vroeger") });
            let found = admin.post("/v1/clients/search", search).await.expect(200);
            assert_eq!(found["items"].as_array().unwrap().len(), 1);
            admin.post("/v1/clients", says("vroeger")).await.problem(409, "external-identifier-taken");
            let number = format!("{base} {rounds}");
            let created = admin.post("/v1/clients", says(&number)).await.expect(201);
            admin.post("/v1/clients", says(&number)).await.problem(409, "external-identifier-taken");
            admin.patch(&created.location(), "*", json!({ "preferredName": "Zo" })).await.expect(200);
            rounds += 1;
        }
        rounds
    };
    let rotated = async {
        for _ in 0..3 {
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            key_rotation::rotate_indexes_now(&ports, Some(OrganisationId(world.a.id))).await.unwrap();
            app.run_jobs().await;
        }
        over.store(true, Ordering::Relaxed);
    };
    let first = format!("http://{}", app.address);
    let (here, there, ()) = tokio::join!(serve(&first), serve(&second.base), rotated);
    assert!(here > 1 && there > 1, "{here} and {there} rounds");
    // One at a time: what was begun is finished first.
    assert_eq!(index_versions(&world).await, [1, 2]);
    assert_eq!(versions(&app, &world, "client_identifier", "key_version").await, [1, 2]);
    later(&app).await;
    assert_eq!(index_versions(&world).await, [2]);
    assert_eq!(versions(&app, &world, "client_identifier", "key_version").await, [2]);
    assert_eq!(versions(&app, &world, "invitation", "index_version").await, [2]);
    for number in ["vroeger".to_owned(), format!("{first} 0"), format!("{} 0", second.base)] {
        let admin = app.log_in(world.a.admin.user, Some(world.a.id)).await.at(&second.base);
        admin.post("/v1/clients", says(&number)).await.problem(409, "external-identifier-taken");
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_hash_of_a_request_that_did_not_know_the_new_key_is_added_before_the_old_one_goes(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (ports, a) = (app.ports().await, OrganisationId(world.a.id));
    key_rotation::rotate_indexes_now(&ports, Some(a)).await.unwrap();
    app.run_jobs().await;
    world.a.admin.post("/v1/clients", says("laat")).await.expect(201);
    let all = "select count(*) from client_identifier";
    let before: i64 = app.raw.column(all).await.unwrap()[0];
    let late = "delete from client_identifier where organisation_id = $1 and key_version = 2";
    app.raw.query(late, &[world.a.id.into()]).await.unwrap();
    assert!(app.raw.column::<i64>(all).await.unwrap()[0] < before);
    world.a.admin.post("/v1/clients", says("laat")).await.problem(409, "external-identifier-taken");
    later(&app).await;
    assert_eq!(index_versions(&world).await, [2]);
    let admin = app.log_in(world.a.admin.user, Some(world.a.id)).await;
    admin.post("/v1/clients", says("laat")).await.problem(409, "external-identifier-taken");
    assert_eq!(organisation_keys().index_versions(OrganisationId(world.b.id)).await.unwrap(), [1]);
}

#[apply(both_databases)]
#[tokio::test]
async fn an_old_key_stays_while_a_client_cannot_be_hashed_with_the_new_one(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (ports, a) = (app.ports().await, OrganisationId(world.a.id));
    let client = [world.a.lone_client_id.into()];
    let key: Vec<u8> = app.raw.query("select client_key from client_key where client_id = $1", &client).await.unwrap()
        [0]
    .get("client_key")
    .unwrap();
    let [of] = client;
    app.raw
        .query("update client_key set client_key = $2 where client_id = $1", &[of.clone(), vec![0_u8; 60].into()])
        .await
        .unwrap();
    key_rotation::rotate_indexes_now(&ports, Some(a)).await.unwrap();
    let job = domain::jobs::take(&ports).await.unwrap().unwrap();
    assert!(domain::jobs::run(&ports, &job).await.is_err());
    assert_eq!(index_versions(&world).await, [1, 2]);
    // It goes on with the same key.
    app.raw.query("update client_key set client_key = $2 where client_id = $1", &[of, key.into()]).await.unwrap();
    app.clock.advance(Duration::minutes(1));
    app.run_jobs().await;
    assert_eq!(index_versions(&world).await, [1, 2]);
    later(&app).await;
    assert_eq!(index_versions(&world).await, [2]);
}

/// What an older copy of the database brings back: hashes, and an invitation, under destroyed keys.
#[apply(both_databases)]
#[tokio::test]
async fn an_older_copy_gets_the_keys_of_now(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (ports, a) = (app.ports().await, OrganisationId(world.a.id));
    world.a.admin.post("/v1/clients", says("vroeger")).await.expect(201);
    let body = json!({ "email": "zoe@elders.test", "roles": ["coach"] });
    let invited = world.a.admin.post("/v1/invitations", body).await.expect(201).location();
    let copied = app.raw.query("select value_hash, client_id from client_identifier", &[]).await.unwrap();
    for rotate in [0, 1] {
        match rotate {
            0 => key_rotation::rotate_indexes_now(&ports, Some(a)).await.unwrap(),
            _ => key_rotation::rotate_now(&ports, Some(a)).await.unwrap(),
        };
        app.run_jobs().await;
        later(&app).await;
    }
    app.raw.query("delete from client_identifier where organisation_id = $1", &[world.a.id.into()]).await.unwrap();
    let back = "insert into client_identifier (organisation_id, value_hash, key_version, client_id)
        select c.organisation_id, $1, 1, c.id from client c where c.id = $2 and c.organisation_id = $3";
    for row in copied {
        let (hash, client) = (row.get::<Vec<u8>>("value_hash").unwrap(), row.get::<uuid::Uuid>("client_id").unwrap());
        app.raw.query(back, &[hash.into(), client.into(), world.a.id.into()]).await.unwrap();
    }
    app.raw
        .query("update invitation set key_version = 1 where organisation_id = $1", &[world.a.id.into()])
        .await
        .unwrap();
    key_rotation::after_restore(&*ports.encrypted_rows, a).await.unwrap();
    assert_eq!(versions(&app, &world, "client_identifier", "key_version").await, [2]);
    let admin = app.log_in(world.a.admin.user, Some(world.a.id)).await;
    admin.post("/v1/clients", says("vroeger")).await.problem(409, "external-identifier-taken");
    admin.get(&invited).await.problem(404, "not-found");
}
