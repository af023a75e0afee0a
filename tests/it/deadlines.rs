//! A request ends in time, whether the caller or the database is slow.

use crate::support::{App, Db, World, both_databases, id};
use api::Deadlines;
use rstest_reuse::apply;
use serde_json::json;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Not shorter: the server's clock for heads ticks twice a second.
const SHORT: Duration = Duration::from_secs(1);
/// Extra time for a slow machine; well below the deadlines that are not under test.
const SOON: Duration = Duration::from_secs(10);

async fn app(db: Db, deadlines: Deadlines) -> (App, World) {
    App::with_world_and(db, |service| service.deadlines = deadlines).await
}

/// Everything the service says before it closes the connection.
async fn rest(mut connection: TcpStream) -> String {
    let mut answer = Vec::new();
    // A reset after the response counts as a close.
    drop(connection.read_to_end(&mut answer).await);
    String::from_utf8(answer).unwrap()
}

#[apply(both_databases)]
#[tokio::test]
async fn a_body_that_does_not_arrive_in_time_is_refused(db: Db, #[values(false, true)] trickling: bool) {
    let (app, world) = app(db, Deadlines { receive: SHORT, ..Deadlines::default() }).await;
    let token = app.token(world.a.admin.session, world.a.admin.user);
    let head = format!(
        "POST /v1/clients HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {token}\r\ncontent-type: application/json\r\n\
         accept-language: en\r\nconnection: close\r\ncontent-length: 100000\r\n\r\n{{\"name\": \""
    );
    let started = Instant::now();
    let mut connection = TcpStream::connect(app.address).await.unwrap();
    connection.write_all(head.as_bytes()).await.unwrap();
    // An occasional byte does not extend the deadline.
    let (mut from, mut to) = connection.into_split();
    let sender = tokio::spawn(async move {
        while trickling && to.write_all(b"x").await.is_ok() {
            tokio::time::sleep(SHORT / 10).await;
        }
        to
    });
    let mut answer = Vec::new();
    while !String::from_utf8_lossy(&answer).contains("request-timeout") {
        assert_ne!(from.read_buf(&mut answer).await.unwrap_or(0), 0, "{}", String::from_utf8_lossy(&answer));
    }
    let taken = started.elapsed();
    assert!(taken >= SHORT && taken < SOON, "{taken:?}");
    sender.abort();
    let answer = String::from_utf8(answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
    assert!(answer.contains("application/problem+json"), "{answer}");
    assert_eq!(world.a.admin.all("/v1/clients").await.len(), 3, "nothing was created");
}

#[tokio::test]
async fn a_head_that_does_not_arrive_in_time_is_refused() {
    let (app, _world) = app(Db::Sqlite, Deadlines { receive: SHORT, ..Deadlines::default() }).await;
    let started = Instant::now();
    let mut connection = TcpStream::connect(app.address).await.unwrap();
    connection.write_all(b"GET /v1/clients HTTP/1.1\r\nhost: x\r\nx-slow: ").await.unwrap();
    let answer = rest(connection).await;
    assert!(started.elapsed() < SOON);
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
}

/// Locks what the request needs: the map's row, or on SQLite the writer.
async fn hold(app: &App, map: uuid::Uuid) {
    match app.db {
        Db::Sqlite => app.raw.run("begin immediate").await.unwrap(),
        Db::Postgres => {
            app.raw.run("begin").await.unwrap();
            app.raw.run(&format!("select 1 from map where id = '{map}' for update")).await.unwrap()
        }
    };
}

#[apply(both_databases)]
#[tokio::test]
async fn a_response_that_takes_too_long_is_503_and_safe_to_retry(db: Db) {
    let (app, world) = app(db, Deadlines { answer: SHORT, ..Deadlines::default() }).await;
    let path = format!("/v1/maps/{}/supporters", world.a.open.map);
    let before = world.a.coach.all(&path).await.len();
    hold(&app, world.a.open.map).await;
    let keyed = world.a.coach.with("idempotency-key", &id().to_string());
    let body = json!({ "person": { "alias": "Traag" } });
    let started = Instant::now();
    let refused = keyed.post(&path, body.clone()).await.problem(503, "unavailable");
    assert!(started.elapsed() >= SHORT && started.elapsed() < SOON);
    assert!(refused.header("retry-after").parse::<u32>().unwrap() >= 1);
    // Reads continue meanwhile. On SQLite the line of the access log waits for the one writer.
    if db == Db::Postgres {
        world.a.coach.get(&path).await.expect(200);
    }
    app.raw.run("rollback").await.unwrap();
    // Whether or not the first one committed: repeated under its key there is one.
    let created = loop {
        let answer = keyed.post(&path, body.clone()).await;
        if answer.status == 201 {
            break answer;
        }
        assert!(matches!(answer.status.as_u16(), 409 | 503), "{}", answer.text());
        assert!(started.elapsed() < 4 * SOON, "never answered");
        tokio::time::sleep(SHORT).await;
    };
    let after = world.a.coach.all(&path).await;
    assert_eq!(after.len(), before + 1);
    assert!(after.iter().any(|supporter| supporter["id"] == created.id()));
}
