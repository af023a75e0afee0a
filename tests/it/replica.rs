//! Reads from a replica, on PostgreSQL. A second database, with what the first had at some moment, stands in for one: what it
//! shows can be told from what the primary would. `bench/failover.py` has the real thing.

use crate::support::{App, Beside, Db, Kept, RawDatabase, settings};
use persistence::{ConnectError, Database, Settings};
use secrecy::SecretString;
use serde_json::json;

/// A process that reads from a copy of its database as it is now, and a direct connection to the copy.
async fn with_replica(app: &App) -> (Beside, RawDatabase, Kept) {
    let replica = Kept::create(Db::Postgres);
    let raw = RawDatabase::open(&replica.unbound_url()).await.unwrap();
    raw.run("set session_replication_role = replica").await.unwrap();
    let tables = "select relname::text from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'seaql_migrations'";
    for table in app.raw.column::<String>(tables).await.unwrap() {
        // A migration has made some rows.
        raw.run(&format!("delete from {table}")).await.unwrap();
        let all = format!("select coalesce(json_agg(t), '[]')::text from {table} t");
        let rows = app.raw.column::<String>(&all).await.unwrap().remove(0);
        let insert = format!(
            "insert into {table} overriding system value select * from json_populate_recordset(null::{table}, $1::text::json)"
        );
        raw.query(&insert, &[rows.into()]).await.unwrap();
    }
    let process = reading_from(app, replica.url());
    (process, raw, replica)
}

/// A process without a map cache, so that each map is read from the replica at this address.
fn reading_from(app: &App, replica: impl Into<SecretString>) -> Beside {
    app.beside_with(|service| {
        service.ports.database.replica_url = Some(replica.into());
        service.map_cache_bytes = 0;
    })
}

#[tokio::test]
async fn a_map_is_read_from_the_replica_only_in_the_version_of_the_primary() {
    let (app, world) = App::with_world(Db::Postgres).await;
    let (process, replica, _kept) = with_replica(&app).await;
    let (map, coach) = (format!("/v1/maps/{}", world.a.open.map), world.a.coach.at(&process.base));
    let before = world.a.coach.get(&map).await.expect(200);
    assert_eq!(coach.get(&map).await.expect(200).bytes, before.bytes);
    replica.run("update map set review_on = '2031-01-02'").await.unwrap();
    assert_eq!(coach.get(&map).await.expect(200)["reviewOn"], "2031-01-02");
    // A read sees every acknowledged write, of any user through any process.
    world.a.client.patch(&map, "*", json!({ "theme": "verhuizing" })).await.expect(200);
    assert_eq!(coach.get(&map).await.expect(200)["theme"], "verhuizing");
    let person = format!("/v1/persons/{}", world.a.open.person);
    world.a.client.patch(&person, "*", json!({ "alias": "Nieuw" })).await.expect(200);
    assert!(coach.get(&map).await.expect(200).text().contains("Nieuw"));
    // Also if the replica is ahead: a version after the one that was authorized is not shown.
    replica.run("update map set version = version + 100").await.unwrap();
    assert_eq!(coach.get(&map).await.expect(200)["theme"], "verhuizing");
}

#[tokio::test]
async fn nothing_is_authorized_from_the_replica() {
    let (app, world) = App::with_world(Db::Postgres).await;
    let (process, replica, _kept) = with_replica(&app).await;
    let map = format!("/v1/maps/{}", world.a.open.map);
    let at = |who: &crate::support::Client| who.at(&process.base);
    // There every coach is assigned to every client.
    let sql =
        "insert into assignment (organisation_id, id, client_id, coach_id, sealed, starts_at, version, created_at)
        select c.organisation_id, gen_random_uuid(), c.id, m.user_id, '', '2000-01-01', 1, '2000-01-01'
        from client c, member m where m.coach on conflict do nothing";
    replica.run(sql).await.unwrap();
    for stranger in [&*world.a.admin, &*world.a.other_coach, &*world.a.other_client, &*world.b.coach, &*world.operator]
    {
        let there = at(stranger).get(&map).await;
        assert_eq!(there.status, stranger.get(&map).await.status);
        assert_ne!(there.status, 200);
    }
    // Revocation takes effect on the next request, whatever the replica still has.
    at(&world.a.coach).get(&map).await.expect(200);
    world.a.client.patch(&map, "*", json!({ "private": true })).await.expect(200);
    at(&world.a.coach).get(&map).await.expect(404);
    world.a.client.patch(&map, "*", json!({ "private": false })).await.expect(200);
    at(&world.a.coach).get(&map).await.expect(200);
    app.raw.run("delete from assignment").await.unwrap();
    at(&world.a.coach).get(&map).await.expect(404);
    at(&world.a.client).get(&map).await.expect(200);
    world.a.client.delete("/v1/sessions/current", "*").await.expect(204);
    at(&world.a.client).get(&map).await.expect(401);
}

#[tokio::test]
async fn a_missing_replica_is_bypassed() {
    let (app, world) = App::with_world(Db::Postgres).await;
    let nobody = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap();
    let away = format!("postgres://omringd@{nobody}/omringd");
    let process = reading_from(&app, away);
    let (map, coach) = (format!("/v1/maps/{}", world.a.open.map), world.a.coach.at(&process.base));
    for _ in 0..3 {
        assert_eq!(coach.get(&map).await.expect(200).bytes, world.a.coach.get(&map).await.expect(200).bytes);
    }
}

#[tokio::test]
async fn a_replica_role_that_bypasses_row_level_security_is_refused() {
    let kept = Kept::create(Db::Postgres);
    for powerful in [kept.unbound_url(), kept.owner_url()] {
        let refused =
            Database::connect(&Settings { replica_url: Some(powerful.into()), ..settings(&kept.url()) }).await;
        assert!(matches!(refused, Err(ConnectError::RoleTooPowerful(_))), "{refused:?}");
    }
}

/// A demoted primary refuses writes. That is temporary and not a defect of the service.
#[tokio::test]
async fn a_write_to_a_read_only_database_is_503() {
    let (app, world) = App::with_world(Db::Postgres).await;
    let name = app.kept.url().rsplit('/').next().unwrap().split('?').next().unwrap().to_owned();
    let read_only = format!("alter database {name} set default_transaction_read_only = on");
    app.raw.run(&read_only).await.unwrap();
    let process = app.beside();
    let coach = world.a.coach.at(&process.base);
    let map = format!("/v1/maps/{}", world.a.open.map);
    // A read writes a line of the access log.
    coach.get(&map).await.problem(503, "unavailable");
    let body = json!({ "person": { "alias": "Anna" } });
    coach.post(&format!("{map}/supporters"), body).await.problem(503, "unavailable");
}
