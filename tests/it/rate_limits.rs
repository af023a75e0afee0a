//! Rate limits of sessions and addresses, and which address counts behind proxies.

use crate::support::{App, Db, both_databases};
use api::TrustedProxies;
use domain::attempts::Limit;
use reqwest::Method;
use rstest_reuse::apply;
use serde_json::json;

#[apply(both_databases)]
#[tokio::test]
async fn too_many_requests_are_429_with_retry_after(db: Db) {
    let (app, world) = App::with_world_and(db, |service| service.requests_per_minute = 3).await;
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
    // Without a genuine token the address counts, whatever token is sent.
    for n in 0..3 {
        app.anonymous().bearer(&format!("invented.{n}.token")).get("/v1/me").await.problem(401, "not-authenticated");
    }
    app.anonymous().get("/v1/me").await.problem(429, "too-many-requests");
    world.a.client.get("/v1/me").await.expect(200);
}

/// The application behind a proxy at the address of the tests, with few attempts for each address.
async fn behind_a_proxy(db: Db) -> App {
    App::spawn_with(db, |service| {
        service.limits.network = Limit::of(3, 300);
        service.requests_per_minute = 6;
        service.trusted_proxies = TrustedProxies::new(&["127.0.0.0/8"]).unwrap();
    })
    .await
}

#[apply(both_databases)]
#[tokio::test]
async fn behind_a_proxy_one_address_does_not_use_up_the_limit_of_others(db: Db) {
    let app = behind_a_proxy(db).await;
    app.operator_account("anna@example.nl", "een lange zin is sterk").await;
    let from = |address: &str| app.anonymous().with("x-forwarded-for", address);
    let log_in = async |address: &str, email: &str, password: &str| {
        from(address).post("/v1/sessions", json!({ "email": email, "password": password })).await
    };
    for n in 0..3 {
        log_in("203.0.113.66", &format!("nobody{n}@example.nl"), "wrong").await.problem(401, "log-in-refused");
    }
    let refused = log_in("198.51.100.1, 203.0.113.66", "nobody@example.nl", "wrong").await;
    let refused = refused.problem(429, "too-many-requests");
    // The header has the limit that refused, not the general one.
    assert!(refused.header("ratelimit").starts_with("\"address\";r=0;t="), "{}", refused.header("ratelimit"));
    log_in("198.51.100.7", "anna@example.nl", "een lange zin is sterk").await.expect(201);
    // A /64 counts as one.
    for n in 0..3 {
        let address = format!("[2001:db8::{n}]:4000");
        log_in(&address, &format!("nobody{n}@example.org"), "wrong").await.problem(401, "log-in-refused");
    }
    log_in("2001:db8::ffff", "nobody@example.org", "wrong").await.problem(429, "too-many-requests");
    log_in("2001:db8:0:1::1", "nobody@example.org", "wrong").await.problem(401, "log-in-refused");
}

#[apply(both_databases)]
#[tokio::test]
async fn health_checks_and_refreshes_are_not_refused_for_other_requests(db: Db) {
    let app = behind_a_proxy(db).await;
    let stranger = app.anonymous().with("x-forwarded-for", "203.0.113.66");
    for _ in 0..6 {
        stranger.get("/v1/nothing").await.problem(404, "not-found");
    }
    stranger.get("/v1/nothing").await.problem(429, "too-many-requests");
    for path in ["/health/live", "/health/ready"] {
        for _ in 0..10 {
            let answer = stranger.get(path).await.expect(204);
            assert_eq!(answer.header("ratelimit"), "");
        }
    }
    app.anonymous().with("x-forwarded-for", "203.0.113.67").get("/v1/nothing").await.problem(404, "not-found");
    let form = stranger.with("content-type", "application/x-www-form-urlencoded");
    let refresh =
        async || form.raw(Method::POST, "/oauth2/token", "grant_type=refresh_token&refresh_token=invented").await;
    for left in (0..6).rev() {
        assert_eq!(refresh().await.expect(400).header("ratelimit"), format!("\"refresh\";r={left}"));
    }
    refresh().await.problem(429, "too-many-requests");
}

#[tokio::test]
async fn an_untrusted_peer_cannot_choose_its_address() {
    let app = App::spawn_with(Db::Sqlite, |service| {
        service.requests_per_minute = 3;
        service.trusted_proxies = TrustedProxies::new(&["192.0.2.1"]).unwrap();
    })
    .await;
    for n in 0..3 {
        app.anonymous().with("x-forwarded-for", &format!("203.0.113.{n}")).get("/v1/nothing").await.expect(404);
    }
    app.anonymous().with("x-forwarded-for", "203.0.113.9").get("/v1/nothing").await.expect(429);
}

#[apply(both_databases)]
#[tokio::test]
async fn an_attacker_who_knows_an_email_address_cannot_lock_its_owner_out(db: Db) {
    let app = App::spawn_with(db, |service| {
        service.limits.unknown_networks = Limit::of(4, 3600);
        service.limits.network = Limit::of(3, 3600);
        service.trusted_proxies = TrustedProxies::new(&["127.0.0.0/8"]).unwrap();
    })
    .await;
    app.operator_account("anna@example.nl", "een lange zin is sterk").await;
    let log_in = async |address: &str, password: &str| {
        let body = json!({ "email": "anna@example.nl", "password": password });
        app.anonymous().with("x-forwarded-for", address).post("/v1/sessions", body).await
    };
    let (home, right) = ("203.0.113.1", "een lange zin is sterk");
    log_in(home, right).await.expect(201);
    for n in 0..4 {
        log_in(&format!("198.51.100.{n}"), "wrong").await.problem(401, "log-in-refused");
    }
    // Strangers are refused by now, even with the right password; the owner is not, even if others use up the limit of the address.
    let refused = log_in("198.51.100.9", right).await.problem(429, "too-many-requests");
    assert!(refused.header("ratelimit").starts_with("\"account\";r=0;t="), "{}", refused.header("ratelimit"));
    for n in 0..3 {
        let body = json!({ "email": format!("nobody{n}@example.nl"), "password": "wrong" });
        app.anonymous().with("x-forwarded-for", home).post("/v1/sessions", body).await.problem(401, "log-in-refused");
    }
    for _ in 0..3 {
        log_in(home, right).await.expect(201);
    }
}
