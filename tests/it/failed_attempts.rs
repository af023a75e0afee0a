//! Failed attempts are counted in the database, by all processes together.

use crate::support::{App, Db, both_databases, count};
use api::TrustedProxies;
use aws_lc_rs::digest::{SHA256, digest};
use chrono::Duration;
use domain::accounts::Email;
use domain::attempts::{AttemptKind, Counter, KNOWN_FOR, KNOWN_NETWORKS, KeyedHash, Limit, Limits, Refusal, Throttle};
use domain::jobs;
use domain::{Error, Ports, UserId};
use futures_util::future::join_all;
use rstest_reuse::apply;
use serde_json::json;
use std::sync::Arc;

const WRONG: domain::Result<()> = Err(Error::LogInRefused);
const PASSWORD: &str = "een lange zin is sterk";

/// A hash without a key.
#[derive(Debug)]
struct PlainHash;

impl KeyedHash for PlainHash {
    fn hash(&self, parts: &[&[u8]]) -> [u8; 32] {
        digest(&SHA256, &parts.join(&b'|')).as_ref().try_into().unwrap()
    }
}

/// Limits over ten minutes: of a network, of a known and of an unknown network on an account, and of all unknown ones.
fn limits([network, known, unknown, all_unknown]: [u32; 4]) -> Limits {
    let limit = |attempts| Limit::of(attempts, 600);
    Limits {
        network: limit(network),
        known_network: limit(known),
        unknown_network: limit(unknown),
        unknown_networks: limit(all_unknown),
        second_factor: limit(3),
        link: limit(2),
        reset_address: limit(3),
        reset_network: limit(5),
        provider_network: limit(5),
        email_change: limit(2),
    }
}

struct Counting {
    app: App,
    ports: Ports,
    throttle: Throttle,
}

impl Counting {
    async fn start(db: Db, limits: Limits) -> Self {
        let app = App::spawn(db).await;
        let ports = app.ports().await;
        let throttle = Throttle::new(limits, ports.failures.clone(), Arc::new(PlainHash), ports.clock.clone());
        Self { app, ports, throttle }
    }

    /// The status of an attempt of this kind with this outcome.
    async fn attempt(&self, kind: AttemptKind<'_>, network: &str, outcome: domain::Result<()>) -> u16 {
        match self.throttle.admit(kind, network).await.unwrap() {
            Ok(attempt) => {
                self.throttle.settle(attempt, &outcome).await.unwrap();
                if outcome.is_ok() { 200 } else { 401 }
            }
            Err(_) => 429,
        }
    }

    async fn log_in(&self, account: &str, network: &str, outcome: domain::Result<()>) -> u16 {
        self.attempt(AttemptKind::Password(&email(account)), network, outcome).await
    }
}

fn email(text: &str) -> Email {
    Email::new(text).unwrap()
}

#[apply(both_databases)]
#[tokio::test]
async fn the_owner_is_admitted_from_a_known_network_whatever_strangers_try(db: Db) {
    let counting = Counting::start(db, limits([100, 3, 100, 5])).await;
    let (owner, home) = ("anna@example.nl", "192.0.2.1");
    assert_eq!(counting.log_in(owner, home, Ok(())).await, 200);
    for n in 0..5 {
        assert_eq!(counting.log_in(owner, &format!("198.51.100.{n}"), WRONG).await, 401);
    }
    assert_eq!(counting.log_in(owner, "203.0.113.1", Ok(())).await, 429);
    for _ in 0..5 {
        assert_eq!(counting.log_in(owner, home, Ok(())).await, 200);
    }
    for _ in 0..3 {
        assert_eq!(counting.log_in(owner, home, WRONG).await, 401);
    }
    assert_eq!(counting.log_in(owner, home, WRONG).await, 429);
    // The attempts on another account are not used up.
    assert_eq!(counting.log_in("bram@example.nl", "203.0.113.1", Ok(())).await, 200);
}

#[apply(both_databases)]
#[tokio::test]
async fn only_failures_count_and_no_error_that_says_nothing_about_the_password(db: Db) {
    let counting = Counting::start(db, limits([2, 2, 2, 2])).await;
    for _ in 0..3 {
        assert_eq!(counting.log_in("anna@example.nl", "192.0.2.1", Err(Error::Busy(1))).await, 401);
        assert_eq!(counting.log_in("anna@example.nl", "192.0.2.1", Err(Error::internal("down"))).await, 401);
    }
    assert_eq!(counting.log_in("anna@example.nl", "192.0.2.1", Ok(())).await, 200);
}

#[apply(both_databases)]
#[tokio::test]
async fn attempts_at_the_same_time_cost_one_each(db: Db) {
    let counting = Counting::start(db, limits([100, 100, 2, 100])).await;
    let anna = email("anna@example.nl");
    let admit = async || counting.throttle.admit(AttemptKind::Password(&anna), "192.0.2.1").await.unwrap();
    let (one, other) = (admit().await.unwrap(), admit().await.unwrap());
    assert!(admit().await.is_err());
    counting.throttle.settle(one, &Err::<(), _>(Error::Busy(1))).await.unwrap();
    counting.throttle.settle(other, &WRONG).await.unwrap();
    drop(admit().await.unwrap());
    assert!(admit().await.is_err());
}

#[apply(both_databases)]
#[tokio::test]
async fn a_network_has_its_failures_whatever_the_accounts_and_leaves_those_alone(db: Db) {
    let counting = Counting::start(db, limits([2, 2, 1, 1])).await;
    assert_eq!(counting.log_in("a@example.nl", "2001:db8::/64", WRONG).await, 401);
    assert_eq!(counting.log_in("b@example.nl", "2001:db8::/64", WRONG).await, 401);
    assert_eq!(counting.log_in("c@example.nl", "2001:db8::/64", WRONG).await, 429);
    assert_eq!(counting.log_in("c@example.nl", "2001:db8:0:1::/64", WRONG).await, 401);
    // Of an attempt that one counter refuses, no counter has anything.
    assert_eq!(counting.log_in("c@example.nl", "192.0.2.1", WRONG).await, 429);
    assert_eq!(counting.log_in("d@example.nl", "192.0.2.1", WRONG).await, 401);
    assert_eq!(counting.log_in("e@example.nl", "192.0.2.1", WRONG).await, 401);
    assert_eq!(counting.log_in("f@example.nl", "192.0.2.1", WRONG).await, 429);
}

#[apply(both_databases)]
#[tokio::test]
async fn failures_are_forgiven_one_after_the_other(db: Db) {
    let counting = Counting::start(db, limits([100, 100, 3, 100])).await;
    let anna = email("anna@example.nl");
    for _ in 0..3 {
        assert_eq!(counting.log_in("anna@example.nl", "192.0.2.1", WRONG).await, 401);
    }
    let refused = counting.throttle.admit(AttemptKind::Password(&anna), "192.0.2.1").await.unwrap().unwrap_err();
    let Refusal { counter, limit, wait } = refused;
    assert_eq!((counter, limit), (Counter::UnknownNetwork, Limit::of(3, 600)));
    assert!((190..=200).contains(&wait.as_secs()), "{wait:?}");
    counting.app.clock.advance(Duration::seconds(200));
    assert_eq!(counting.log_in("anna@example.nl", "192.0.2.1", WRONG).await, 401);
    assert_eq!(counting.log_in("anna@example.nl", "192.0.2.1", WRONG).await, 429);
    counting.app.clock.advance(Duration::seconds(600));
    for _ in 0..3 {
        assert_eq!(counting.log_in("anna@example.nl", "192.0.2.1", WRONG).await, 401);
    }
    assert_eq!(counting.log_in("anna@example.nl", "192.0.2.1", WRONG).await, 429);
}

#[apply(both_databases)]
#[tokio::test]
async fn other_kinds_of_attempts_have_limits_of_their_own(db: Db) {
    let counting = Counting::start(db, limits([100, 2, 100, 100])).await;
    let (one, other) = (UserId(crate::support::id()), UserId(crate::support::id()));
    for _ in 0..3 {
        assert_eq!(counting.attempt(AttemptKind::SecondFactor(one), "192.0.2.1", WRONG).await, 401);
    }
    assert_eq!(counting.attempt(AttemptKind::SecondFactor(one), "192.0.2.2", WRONG).await, 429);
    assert_eq!(counting.attempt(AttemptKind::SecondFactor(other), "192.0.2.1", WRONG).await, 401);
    for _ in 0..2 {
        assert_eq!(counting.attempt(AttemptKind::OwnPassword(one), "192.0.2.1", WRONG).await, 401);
        assert_eq!(counting.attempt(AttemptKind::Link, "192.0.2.1", WRONG).await, 401);
    }
    assert_eq!(counting.attempt(AttemptKind::OwnPassword(one), "192.0.2.2", WRONG).await, 429);
    assert_eq!(counting.attempt(AttemptKind::Link, "192.0.2.1", WRONG).await, 429);
    // Every reset counts, for its address and for its network.
    let (anna, bram) = (email("anna@example.nl"), email("bram@example.nl"));
    for n in 0..3 {
        assert_eq!(counting.attempt(AttemptKind::Reset(&anna), &format!("198.51.100.{n}"), Ok(())).await, 200);
    }
    assert_eq!(counting.attempt(AttemptKind::Reset(&anna), "198.51.100.9", Ok(())).await, 429);
    for n in 0..4 {
        let address = email(&format!("{n}@example.nl"));
        assert_eq!(counting.attempt(AttemptKind::Reset(&address), "198.51.100.0", Ok(())).await, 200);
    }
    assert_eq!(counting.attempt(AttemptKind::Reset(&bram), "198.51.100.0", Ok(())).await, 429);
    assert_eq!(counting.attempt(AttemptKind::Reset(&bram), "198.51.100.1", Ok(())).await, 200);
}

#[apply(both_databases)]
#[tokio::test]
async fn the_latest_networks_of_an_account_are_known_for_a_while(db: Db) {
    let counting = Counting::start(db, limits([100, 100, 100, 1])).await;
    let owner = "anna@example.nl";
    for n in 0..=KNOWN_NETWORKS {
        assert_eq!(counting.log_in(owner, &format!("192.0.2.{n}"), Ok(())).await, 200);
        counting.app.clock.advance(Duration::seconds(1));
    }
    assert_eq!(count(&counting.app.raw, "known_network").await, i64::from(KNOWN_NETWORKS));
    // From now on strangers are refused.
    assert_eq!(counting.log_in(owner, "198.51.100.1", WRONG).await, 401);
    assert_eq!(counting.log_in(owner, "192.0.2.0", Ok(())).await, 429);
    for n in [1, KNOWN_NETWORKS] {
        assert_eq!(counting.log_in(owner, &format!("192.0.2.{n}"), Ok(())).await, 200);
    }
    counting.app.clock.advance(KNOWN_FOR - Duration::minutes(1));
    assert_eq!(counting.log_in(owner, "192.0.2.1", Ok(())).await, 200);
    counting.app.clock.advance(Duration::minutes(2));
    assert_eq!(counting.log_in(owner, "198.51.100.1", WRONG).await, 401);
    assert_eq!(counting.log_in(owner, "192.0.2.1", Ok(())).await, 200);
    assert_eq!(counting.log_in(owner, "192.0.2.2", Ok(())).await, 429);
}

#[apply(both_databases)]
#[tokio::test]
async fn the_daily_job_removes_what_is_forgiven(db: Db) {
    let counting = Counting::start(db, limits([100, 100, 100, 1])).await;
    assert_eq!(counting.log_in("anna@example.nl", "192.0.2.1", WRONG).await, 401);
    assert_eq!(counting.log_in("bram@example.nl", "192.0.2.2", Ok(())).await, 200);
    let (app, ports) = (&counting.app, &counting.ports);
    let run = async || {
        jobs::schedule(ports).await.unwrap();
        let mut jobs_run = 0;
        while let Some(job) = jobs::take(ports).await.unwrap() {
            jobs::run(ports, &job).await.unwrap();
            jobs_run += 1;
        }
        assert_eq!(jobs_run, 3, "the daily jobs");
        (count(&app.raw, "failed_attempt").await, count(&app.raw, "known_network").await)
    };
    // What was refunded is forgiven; the failure on the account is not.
    app.clock.advance(Duration::seconds(30));
    assert_eq!(run().await, (1, 1));
    assert_eq!(counting.log_in("anna@example.nl", "192.0.2.3", WRONG).await, 429);
    app.clock.advance(Duration::days(1));
    assert_eq!(run().await, (0, 1));
    app.clock.advance(KNOWN_FOR);
    assert_eq!(run().await, (0, 0));
}

#[apply(both_databases)]
#[tokio::test]
async fn of_attempts_on_two_counters_at_once_none_is_half_charged(db: Db) {
    let counting = Counting::start(db, limits([5, 100, 100, 3])).await;
    let (ports, raw) = (&counting.ports, &counting.app.raw);
    // Each round fills the account from one network, in parallel with another process.
    let beside = counting.app.ports().await;
    let other =
        Throttle::new(limits([5, 100, 100, 3]), beside.failures.clone(), Arc::new(PlainHash), ports.clock.clone());
    for round in 0..5 {
        let (account, network) = (email(&format!("{round}@example.nl")), format!("192.0.2.{round}"));
        let attempts = (0..8).map(|n| {
            let throttle = if n % 2 == 0 { &counting.throttle } else { &other };
            throttle.admit(AttemptKind::Password(&account), &network)
        });
        let admitted = join_all(attempts).await.into_iter().filter(|attempt| attempt.as_ref().unwrap().is_ok()).count();
        assert_eq!(admitted, 3, "round {round}");
        // The network has three of its five failures, so that two are left for another account.
        let next = email(&format!("next{round}@example.nl"));
        for _ in 0..2 {
            drop(counting.throttle.admit(AttemptKind::Password(&next), &network).await.unwrap().unwrap());
        }
        let refused = counting.throttle.admit(AttemptKind::Password(&next), &network).await.unwrap().unwrap_err();
        assert_eq!(refused.counter, Counter::Network);
    }
    assert_eq!(count(raw, "failed_attempt").await, 5 + 10 + 10);
}

#[apply(both_databases)]
#[tokio::test]
async fn wrong_passwords_count_exactly_over_two_processes(db: Db) {
    let adjust = |service: &mut api::server::ServiceSettings| {
        service.limits.unknown_network = Limit::of(7, 3600);
        service.trusted_proxies = TrustedProxies::new(&["127.0.0.0/8"]).unwrap();
    };
    let app = App::spawn_with(db, adjust).await;
    let beside = app.beside_with(adjust);
    app.operator_account("anna@example.nl", PASSWORD).await;
    let stranger = app.anonymous().with("x-forwarded-for", "203.0.113.66");
    let other = stranger.at(&beside.base);
    let body = |password: &str| json!({ "email": "anna@example.nl", "password": password });
    let tries = (0..20).map(|n| if n % 2 == 0 { &stranger } else { &other }.post("/v1/sessions", body("wrong")));
    let mut statuses: Vec<_> = join_all(tries).await.into_iter().map(|answer| answer.status.as_u16()).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [[401; 7].as_slice(), [429; 13].as_slice()].concat());
    for process in [&stranger, &other] {
        process.post("/v1/sessions", body(PASSWORD)).await.problem(429, "too-many-requests");
    }
    // A log-in at one process makes the network known at the other.
    let home = app.anonymous().with("x-forwarded-for", "203.0.113.1");
    home.post("/v1/sessions", body(PASSWORD)).await.expect(201);
    assert_eq!(count(&app.raw, "known_network").await, 1);
    for n in 0..7 {
        let elsewhere = other.with("x-forwarded-for", &format!("198.51.100.{n}"));
        elsewhere.post("/v1/sessions", body("wrong")).await.problem(401, "log-in-refused");
    }
    home.at(&beside.base).post("/v1/sessions", body(PASSWORD)).await.expect(201);
}

/// How many times a log-in waits for the database, and how many statements it takes, with a right password, a wrong one, and
/// beyond the limit. Without counting it was 5 and 6, and 1 and 1.
#[tokio::test]
async fn counting_a_log_in_costs_a_read_and_at_most_two_writes() {
    let app = App::behind_proxy(std::time::Duration::ZERO).await;
    app.operator_account("anna@example.nl", PASSWORD).await;
    let proxy = app.proxy.clone().unwrap();
    let cost = async |password: &str, status: u16| {
        proxy.reset();
        proxy.delay(std::time::Duration::from_millis(15));
        let body = json!({ "email": "anna@example.nl", "password": password });
        app.anonymous().post("/v1/sessions", body).await.expect(status);
        proxy.delay(std::time::Duration::ZERO);
        (proxy.flights(), proxy.statements().len())
    };
    // The first log-ins also open connections and prepare statements.
    for _ in 0..3 {
        cost(PASSWORD, 201).await;
        cost("wrong", 401).await;
    }
    // Each also waits for the line of the access log, which takes two statements.
    assert_eq!((cost(PASSWORD, 201).await, cost("wrong", 401).await), ((7, 20), (4, 9)));
    for _ in 0..6 {
        cost("wrong", 401).await;
    }
    assert_eq!(cost("wrong", 429).await, (1, 3));
}
