//! What is acknowledged is there.

use crate::support::{App, World};
use serde_json::json;
use std::io::Write;
use std::net::TcpStream;
use std::time::Duration;

/// sqlx 0.9.0 gives a connection back to the pool with its transaction open when `begin` is dropped while the database
/// has not answered (sqlx#4393). Whoever borrows it next writes into that transaction, is told it is done, and loses
/// it. Two guards stand against that: a `ROLLBACK` when a connection goes back (`persistence::connect`), and requests
/// and `begin` in tasks that a broken connection does not drop (`api::edge::detach`, `persistence::store`).
#[tokio::test]
async fn nothing_acknowledged_is_lost_when_requests_break_off_while_a_transaction_begins() {
    let app = App::behind_proxy(Duration::from_millis(50)).await;
    let world = World::seed(&app).await;
    let token = app.token(world.a.admin.session, world.a.admin.user);
    let mut acknowledged = Vec::new();
    for round in 0..4_u64 {
        for nth in 0..5_u64 {
            let body = json!({ "name": "Broken off" }).to_string();
            let mut connection = TcpStream::connect(app.address).unwrap();
            let request = format!(
                "POST /v1/clients HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {token}\r\ncontent-type: application/json\r\n\
                 content-length: {}\r\n\r\n{body}",
                body.len()
            );
            connection.write_all(request.as_bytes()).unwrap();
            // Between 10 and 90 ms: the answer to BEGIN takes 100.
            tokio::time::sleep(Duration::from_millis(10 + 20 * ((round + nth) % 5))).await;
            // The server reads the end of the connection and drops what it was doing for it.
            drop(connection);
        }
        let create = || world.a.admin.post("/v1/clients", json!({ "name": "Acknowledged" }));
        let answers = tokio::join!(create(), create(), create(), create(), create());
        for answer in [answers.0, answers.1, answers.2, answers.3, answers.4] {
            acknowledged.push(answer.expect(201).id());
        }
    }
    // Another connection looks: it does not see what is in a transaction still open.
    for client in acknowledged {
        let sql = format!("select count(*) from client where id = '{client}'");
        let statement = sea_orm::Statement::from_string(sea_orm::DatabaseBackend::Postgres, sql);
        let row = sea_orm::ConnectionTrait::query_one_raw(&app.raw, statement).await.unwrap().unwrap();
        assert_eq!(row.try_get_by_index::<i64>(0).unwrap(), 1, "client {client} was acknowledged and is gone");
    }
}
