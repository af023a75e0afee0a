//! How many requests a session, or an address without one, may make in a minute.

use crate::support::{App, Db, World};
use api::Limiter;
use rstest::rstest;

#[rstest]
#[tokio::test]
async fn who_asks_too_much_is_told_when_to_come_back(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let app = App::spawn_with(db, |app| app.limiter = Limiter::per_minute(3)).await;
    let world = World::seed(&app).await;
    for left in [2, 1, 0] {
        let answer = world.a.coach.get("/v1/me").await.expect(200);
        assert_eq!(answer.header("ratelimit"), format!("\"default\";r={left}"));
        assert_eq!(answer.header("ratelimit-policy"), "\"default\";q=3;w=60");
    }
    let refused = world.a.coach.get("/v1/me").await.problem(429, "too-many-requests");
    let seconds: u64 = refused.header("retry-after").parse().unwrap();
    // One of three a minute comes back every twenty seconds.
    assert!((1..=20).contains(&seconds), "{seconds}");
    assert_eq!(refused.header("ratelimit"), format!("\"default\";r=0;t={seconds}"));
    assert_eq!(refused.header("ratelimit-policy"), "\"default\";q=3;w=60");
    // Also an unknown path counts, and another session behind the same address does not.
    world.a.coach.get("/v1/nothing").await.problem(429, "too-many-requests");
    world.a.client.get("/v1/me").await.expect(200);
    // Without a genuine token the address counts, whatever token is claimed.
    for n in 0..3 {
        app.anonymous().bearer(&format!("invented.{n}.token")).get("/v1/me").await.problem(401, "not-authenticated");
    }
    app.anonymous().get("/v1/me").await.problem(429, "too-many-requests");
    world.a.client.get("/v1/me").await.expect(200);
}
