//! The address of an invitation is encrypted with a key of the organisation, which is replaced while the service runs.

use crate::support::{App, Client, Db, World, both_databases, organisation_keys};
use chrono::Duration;
use domain::{OrganisationId, key_rotation};
use rstest_reuse::apply;
use serde_json::{Value, json};
use uuid::Uuid;

const EMAIL: &str = "zoe@elders.test";

/// An invitation of this address: its path and its secret.
async fn invited(world: &World, email: &str) -> (String, Value) {
    let created = world.a.admin.post("/v1/invitations", json!({ "email": email, "roles": ["coach"] })).await;
    let created = created.expect(201);
    (created.location(), created["secret"].clone())
}

fn id_in(path: &str) -> Uuid {
    path.rsplit('/').next().unwrap().parse().unwrap()
}

/// The numbers of the keys under which invitations are.
async fn versions(app: &App, world: &World) -> Vec<i64> {
    let sql = "select distinct key_version from invitation where organisation_id = $1 order by key_version";
    let rows = app.raw.query(sql, &[world.a.id.into()]).await.unwrap();
    rows.iter().map(|row| row.get("key_version").unwrap()).collect()
}

async fn rotate(app: &App, world: &World) {
    key_rotation::rotate_now(&app.ports().await, Some(OrganisationId(world.a.id))).await.unwrap();
    app.run_jobs().await;
    app.clock.advance(key_rotation::KEPT + Duration::minutes(1));
    app.run_jobs().await;
}

async fn outcome(admin: &Client) -> Value {
    let table = format!("email;roles\n{EMAIL};coach\n");
    admin.post_file("/v1/invitation-imports", "text/csv", table).await.expect(200)["items"][0]["outcome"].clone()
}

#[apply(both_databases)]
#[tokio::test]
async fn invitations_are_read_and_accepted_after_the_old_key_is_destroyed(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (path, secret) = invited(&world, EMAIL).await;
    let (_, other) = invited(&world, "noor@elders.test").await;
    assert_eq!(versions(&app, &world).await, [1]);
    rotate(&app, &world).await;
    assert_eq!(versions(&app, &world).await, [2]);
    assert!(organisation_keys().key(OrganisationId(world.a.id), 1).await.is_err());
    // A process that knows neither key.
    let second = app.beside();
    let admin = app.log_in(world.a.admin.user, Some(world.a.id)).await.at(&second.base);
    assert_eq!(admin.get(&path).await.expect(200)["email"], EMAIL);
    assert_eq!(outcome(&admin).await, "already-invited");
    let anonymous = app.anonymous().at(&second.base);
    let found = anonymous.post("/v1/invitation-lookups", json!({ "secret": secret })).await.expect(200);
    assert_eq!(found["email"], EMAIL);
    let acceptance = json!({ "secret": other, "name": "Noor", "password": "een lange zin is sterk" });
    anonymous.post("/v1/invitation-acceptances", acceptance).await.expect(201);
}

#[apply(both_databases)]
#[tokio::test]
async fn an_address_moved_to_another_invitation_is_refused(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (path, secret) = invited(&world, EMAIL).await;
    let (other, _) = invited(&world, "noor@elders.test").await;
    let moved = "update invitation set sealed = (select o.sealed from invitation o where o.id = $2) where id = $1";
    app.raw.query(moved, &[id_in(&path).into(), id_in(&other).into()]).await.unwrap();
    for path in [path.as_str(), "/v1/invitations"] {
        let text = world.a.admin.get(path).await.problem(500, "internal").text();
        assert!(!text.contains("elders"), "{text}");
    }
    app.anonymous().post("/v1/invitation-lookups", json!({ "secret": secret })).await.problem(500, "internal");
    assert_eq!(world.a.admin.get(&other).await.expect(200)["email"], "noor@elders.test");
}

/// What an older copy of the database brings back under a destroyed key.
#[apply(both_databases)]
#[tokio::test]
async fn an_invitation_under_a_destroyed_key_is_removed_by_the_next_rotation(db: Db) {
    let (app, world) = App::with_world(db).await;
    let (path, _) = invited(&world, EMAIL).await;
    let (other, _) = invited(&world, "noor@elders.test").await;
    rotate(&app, &world).await;
    let older = "update invitation set key_version = 1 where id = $1";
    app.raw.query(older, &[id_in(&path).into()]).await.unwrap();
    let second = app.beside();
    let admin = app.log_in(world.a.admin.user, Some(world.a.id)).await.at(&second.base);
    admin.get(&path).await.problem(500, "internal");
    rotate(&app, &world).await;
    let admin = app.log_in(world.a.admin.user, Some(world.a.id)).await.at(&second.base);
    admin.get(&path).await.problem(404, "not-found");
    assert_eq!(admin.get(&other).await.expect(200)["email"], "noor@elders.test");
}
