//! A read-only database: what cannot be logged is not read, and a session that was ended stays ended in this process.
//!
//! A full disk under SQLite is tested in `api/tests/binary/full_disk.rs`.

use crate::support::{App, Beside, Db};
use reqwest::Method;
use serde_json::json;
use std::time::{Duration, Instant};

/// A second process, for which PostgreSQL is read-only.
async fn read_only(app: &App) -> Beside {
    let sql = format!("alter database {} set default_transaction_read_only = on", app.database_name());
    app.raw.run(&sql).await.unwrap();
    app.beside()
}

/// Makes PostgreSQL writable again, for new connections.
async fn writable(app: &App) {
    let name = app.database_name();
    app.raw.run(&format!("alter database {name} reset default_transaction_read_only")).await.unwrap();
    let end = "select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'omringd'";
    app.raw.run(end).await.unwrap();
}

#[tokio::test]
async fn nothing_is_read_that_cannot_be_logged() {
    let (app, world) = App::with_world(Db::Postgres).await;
    let process = read_only(&app).await;
    let (client, anonymous) = (world.a.client.at(&process.base), app.anonymous().at(&process.base));
    anonymous.get("/health/ready").await.expect(204);
    let refused = anonymous.get("/health/ready?for=writes").await.problem(503, "unavailable");
    assert!(!refused.header("retry-after").is_empty());
    anonymous.get("/health/ready?for=reading").await.problem(400, "invalid-request");
    anonymous.get("/health/live").await.expect(204);
    let id = world.a.client_id;
    for path in [
        format!("/v1/maps/{}", world.a.open.map),
        format!("/v1/clients/{id}/helpers?supportType=emotional"),
        format!("/v1/cards/{}", world.a.open.card),
        "/v1/me".to_owned(),
    ] {
        let refused = client.get(&path).await.problem(503, "unavailable");
        assert!(!refused.header("retry-after").is_empty());
    }
    let person = format!("/v1/persons/{}", world.a.open.person);
    let refused = client.patch(&person, "*", json!({ "note": "x" })).await.problem(503, "unavailable");
    assert!(!refused.header("retry-after").is_empty());
}

#[tokio::test]
async fn a_log_out_that_cannot_be_stored_is_enforced_and_stored_later() {
    let (app, world) = App::with_world(Db::Postgres).await;
    let process = read_only(&app).await;
    let coach = world.a.coach.at(&process.base);
    // Nothing can be logged; the session is valid.
    coach.get("/v1/me").await.problem(503, "unavailable");
    let other = world.b.coach.at(&process.base);
    // A user cannot end the session of another.
    let session = format!("/v1/sessions/{}", world.a.coach.session);
    other.send(Method::DELETE, &session, None).await;
    coach.get("/v1/me").await.problem(503, "unavailable");
    coach.send(Method::DELETE, "/v1/sessions/current", None).await.problem(503, "unavailable");
    coach.get("/v1/me").await.problem(401, "not-authenticated");
    coach.get(&format!("/v1/maps/{}", world.a.open.map)).await.problem(401, "not-authenticated");
    other.get("/v1/me").await.problem(503, "unavailable");
    // The other process does not know of it until it is stored. Its new connections are read-only too.
    assert_ne!(world.a.coach.get("/v1/me").await.status, 401);
    writable(&app).await;
    let timeout = Instant::now() + Duration::from_secs(60);
    while world.a.coach.get("/v1/me").await.status != 401 {
        assert!(Instant::now() < timeout, "the end of the session is not stored");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    coach.get("/v1/me").await.problem(401, "not-authenticated");
    other.get("/v1/me").await.expect(200);
}
