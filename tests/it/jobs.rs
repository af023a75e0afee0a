//! The job queue: at least once, by one process at a time, whatever happens to it.

use crate::support::{App, Db, count, id, insert};
use chrono::{DateTime, Duration, Utc};
use domain::Ports;
use domain::jobs::{self, JobKind, LEASE, MAX_ATTEMPTS, NewJob};
use domain::ports::Clock;
use persistence::contract::Value;
use rstest::rstest;

fn job(key: &str, run_at: DateTime<Utc>) -> NewJob {
    NewJob { id: id().into(), organisation: None, kind: JobKind::RemoveOldEvents, key: key.to_owned(), run_at }
}

async fn with_ports(db: Db) -> (App, Ports) {
    let app = App::spawn(db).await;
    let ports = app.ports().await;
    (app, ports)
}

#[rstest]
#[tokio::test]
async fn a_job_is_enqueued_once_and_taken_by_one(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let (app, ports) = with_ports(db).await;
    let now = app.clock.now();
    for _ in 0..2 {
        ports.queue.enqueue(&job("same", now)).await.unwrap();
    }
    ports.queue.enqueue(&job("later", now + Duration::hours(1))).await.unwrap();
    let takers = (0..8).map(|_| {
        let ports = ports.clone();
        tokio::spawn(async move { jobs::take(&ports).await.unwrap() })
    });
    let mut taken = Vec::new();
    for taker in takers.collect::<Vec<_>>() {
        taken.extend(taker.await.unwrap());
    }
    assert_eq!(taken.len(), 1, "{taken:?}");
    assert!(ports.queue.finish(&taken[0], now).await.unwrap());
    assert!(jobs::take(&ports).await.unwrap().is_none());
    app.clock.advance(Duration::hours(2));
    assert!(jobs::take(&ports).await.unwrap().is_some());
}

#[rstest]
#[tokio::test]
async fn a_lease_that_ended_is_somebody_elses(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let (app, ports) = with_ports(db).await;
    ports.queue.enqueue(&job("one", app.clock.now())).await.unwrap();
    let first = jobs::take(&ports).await.unwrap().expect("a job");
    assert!(jobs::take(&ports).await.unwrap().is_none());
    // Extended, it holds on.
    app.clock.advance(LEASE - Duration::seconds(1));
    assert!(ports.queue.extend(&first, app.clock.now() + LEASE).await.unwrap());
    app.clock.advance(LEASE - Duration::seconds(1));
    assert!(jobs::take(&ports).await.unwrap().is_none());
    app.clock.advance(Duration::seconds(2));
    let second = jobs::take(&ports).await.unwrap().expect("its lease ended");
    assert_eq!((second.id, second.attempt), (first.id, 2));
    // Whoever comes back late has no say.
    assert!(!ports.queue.extend(&first, app.clock.now() + LEASE).await.unwrap());
    assert!(!ports.queue.finish(&first, app.clock.now()).await.unwrap());
    assert!(ports.queue.finish(&second, app.clock.now()).await.unwrap());
}

#[rstest]
#[tokio::test]
async fn a_job_that_fails_waits_longer_each_time_and_is_given_up(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let (app, ports) = with_ports(db).await;
    ports.queue.enqueue(&job("one", app.clock.now())).await.unwrap();
    for attempt in 1..=MAX_ATTEMPTS {
        let taken = jobs::take(&ports).await.unwrap().expect("it is due");
        assert_eq!(taken.attempt, attempt);
        let now = app.clock.now();
        ports.queue.give_back(&taken, taken.backoff().map(|wait| now + wait), now).await.unwrap();
        assert!(jobs::take(&ports).await.unwrap().is_none());
        app.clock.advance(taken.backoff().unwrap_or(Duration::days(1)));
    }
    assert!(jobs::take(&ports).await.unwrap().is_none());
    assert_eq!(count(&app.raw, "job where given_up = true and done_at is not null").await, 1);
}

#[rstest]
#[tokio::test]
async fn the_daily_job_removes_events_and_jobs_that_are_old(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let (app, ports) = with_ports(db).await;
    let now = app.clock.now();
    let event = async |at: DateTime<Utc>| {
        let row: Vec<(&str, Value)> = vec![
            ("organisation_id", id().into()),
            ("action", "CreateMap".into()),
            ("actor_id", id().into()),
            ("at", at.into()),
        ];
        insert(&app.raw, "event", row).await.unwrap();
    };
    for days in [9, 8, 1] {
        event(now - Duration::days(days)).await;
    }
    for _ in 0..2 {
        jobs::schedule(&ports).await.unwrap();
    }
    let daily = jobs::take(&ports).await.unwrap().expect("the daily job");
    jobs::run(&ports, &daily).await.unwrap();
    assert_eq!(count(&app.raw, "event").await, 1);
    assert!(jobs::take(&ports).await.unwrap().is_none());
    app.clock.advance(Duration::days(8));
    jobs::schedule(&ports).await.unwrap();
    let next = jobs::take(&ports).await.unwrap().expect("that of another day");
    jobs::run(&ports, &next).await.unwrap();
    // The job of before is gone, this one is done.
    assert_eq!((count(&app.raw, "event").await, count(&app.raw, "job").await), (0, 1));
}
