//! Acknowledged writes are durable.

use crate::support::{App, World, count, settings};
use domain::ports::{Clock, Store, TransactionKind};
use domain::{Caller, SessionId, UserId};
use persistence::Database;
use serde_json::json;
use std::time::Duration;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

/// A connection returned with an open transaction harms its next user: their write is acknowledged, and rolled back with
/// that transaction. Two guards stand against that: a session that is dropped sends a ROLLBACK or, in the middle of a flight, ends its
/// connection (`persistence::engine`); and requests go on in tasks that a broken connection does not drop (`api::middleware::detach`).
#[tokio::test]
async fn no_acknowledged_write_is_lost_when_requests_are_reset_during_begin() {
    break_off(4, 5).await;
}

/// A longer run: `cargo test -p tests -- --ignored ten_thousand`, nine minutes.
#[tokio::test]
#[ignore = "takes nine minutes; docs/reliability.md has what came of it"]
async fn ten_thousand_reset_requests_leave_nothing_behind() {
    break_off(50, 200).await;
}

/// Resets so many requests at a time, and checks after each round that acknowledged writes are there.
async fn break_off(rounds: u64, requests: u64) {
    let app = App::behind_proxy(Duration::from_millis(50)).await;
    let world = World::seed(&app).await;
    let token = app.token(world.a.admin.session, world.a.admin.user);
    let mut acknowledged = Vec::new();
    for round in 0..rounds {
        // The answer to the first flight takes 100 ms, that to COMMIT as much again.
        let waits = (0..requests).map(|nth| Duration::from_millis(10 + 20 * ((round + nth) % 12)));
        futures_util::future::join_all(waits.map(|wait| broken_off(&app, &token, wait))).await;
        assert_eq!(left_open(&app).await, 0, "transactions left open");
        let create = || world.a.admin.post("/v1/clients", json!({ "name": "Acknowledged" }));
        let answers = tokio::join!(create(), create(), create(), create(), create());
        for answer in [answers.0, answers.1, answers.2, answers.3, answers.4] {
            acknowledged.push(answer.expect(201).id());
        }
    }
    // Another connection looks: it does not see what is in a transaction still open.
    for client in acknowledged {
        let there = count(&app.raw, &format!("client where id = '{client}'")).await;
        assert_eq!(there, 1, "client {client} was acknowledged and is gone");
    }
}

/// Sends a request that creates a client, and resets the connection.
async fn broken_off(app: &App, token: &str, wait: Duration) {
    let body = json!({ "name": "Broken off" }).to_string();
    let mut connection = TcpStream::connect(app.address).await.unwrap();
    // A reset: on a polite end the server would let the handler finish.
    connection.set_zero_linger().unwrap();
    let request = format!(
        "POST /v1/clients HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {token}\r\ncontent-type: application/json\r\n\
         content-length: {}\r\n\r\n{body}",
        body.len()
    );
    connection.write_all(request.as_bytes()).await.unwrap();
    tokio::time::sleep(wait).await;
    // The server reads the reset and drops what it was doing for it.
    drop(connection);
}

/// The guard of the engine alone, without HTTP before it: a session that is dropped while PostgreSQL has not answered must not leave its
/// transaction open.
#[tokio::test]
async fn a_dropped_begin_leaves_no_transaction_open() {
    let app = App::behind_proxy(Duration::from_millis(50)).await;
    let world = World::seed(&app).await;
    let mut url = reqwest::Url::parse(&app.kept.url()).unwrap();
    url.set_host(Some("127.0.0.1")).unwrap();
    url.set_port(Some(app.proxy.as_ref().unwrap().address.port())).unwrap();
    url.set_query(Some("sslmode=disable"));
    let database = Database::connect(&settings(url.as_str())).await.unwrap();
    let admin = &world.a.admin;
    let caller = Caller::person(SessionId(admin.session), UserId(admin.user));
    for nth in 0..20_u64 {
        let open = database.open(&caller, TransactionKind::Write, None, app.clock.now());
        drop(tokio::time::timeout(Duration::from_millis(10 + 20 * (nth % 6)), open).await);
    }
    assert_eq!(left_open(&app).await, 0, "transactions left open");
}

/// How many transactions have long been idle.
async fn left_open(app: &App) -> i64 {
    tokio::time::sleep(Duration::from_secs(3)).await;
    let open = "pg_stat_activity where datname = current_database() and application_name = 'omringd'
        and state like 'idle in transaction%' and state_change < clock_timestamp() - interval '2 s'";
    count(&app.raw, open).await
}
