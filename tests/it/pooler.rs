//! As behind a pooler in transaction mode. With `OMRINGD_TEST_POOLER` all tests can go through a real one; `bench/failover.py`
//! does so with PgBouncer.

use crate::support::{App, Db, settings};
use domain::ports::{Clock, Store, TransactionKind};
use domain::{Caller, Error, SessionId, UserId};
use persistence::{Database, Settings};
use serde_json::json;
use std::time::{Duration, Instant};

fn pooled(app: &App, statement_timeout: Duration) -> Settings {
    Settings { transaction_pooler: true, statement_timeout, ..settings(&app.kept.url()) }
}

#[tokio::test]
async fn a_process_behind_a_pooler_behaves_like_any_other() {
    let (app, world) = App::with_world(Db::Postgres).await;
    let process = app.beside_with(|service| service.ports.database = pooled(&app, Duration::from_secs(10)));
    let (map, coach) = (format!("/v1/maps/{}", world.a.open.map), world.a.coach.at(&process.base));
    let body = json!({ "person": { "alias": "Anna" }, "supports": [{ "supportType": "emotional" }] });
    let made = coach.post(&format!("{map}/supporters"), body).await.expect(201);
    assert_eq!(world.a.coach.get(&made.location()).await.expect(200)["version"], made["version"]);
    assert_eq!(coach.get(&map).await.expect(200).bytes, world.a.coach.get(&map).await.expect(200).bytes);
    world.b.coach.at(&process.base).get(&map).await.expect(404);
    app.anonymous().at(&process.base).get("/health/ready").await.expect(204);
}

/// A pooler drops settings of the connection: they are set in each transaction.
#[tokio::test]
async fn a_statement_behind_a_pooler_times_out() {
    let (app, world) = App::with_world(Db::Postgres).await;
    let database = Database::connect(&pooled(&app, Duration::from_millis(300))).await.unwrap();
    app.raw.run("begin; lock table session in access exclusive mode").await.unwrap();
    let who = &world.a.coach;
    let caller = Caller::person(SessionId(who.session), UserId(who.user));
    let began = Instant::now();
    for kind in [TransactionKind::Read, TransactionKind::Write] {
        let cut = database.open(&caller, kind, None, app.clock.now()).await;
        assert!(matches!(cut.map(drop), Err(Error::Unavailable(_))));
    }
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    app.raw.run("rollback").await.unwrap();
}
