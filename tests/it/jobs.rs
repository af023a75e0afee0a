//! The job queue: each job runs at least once, in one process at a time, despite crashes.

use crate::support::{App, Db, both_databases, count, id, insert};
use chrono::{DateTime, Duration, Utc};
use domain::Ports;
use domain::jobs::{self, JobKind, LEASE, MAX_ATTEMPTS, NewJob};
use domain::ports::Clock;
use persistence::contract::Value;
use rstest_reuse::apply;

fn job(key: &str, run_at: DateTime<Utc>) -> NewJob {
    NewJob {
        id: id().into(),
        organisation: None,
        kind: JobKind::RemoveOldEvents,
        key: key.to_owned(),
        subject: None,
        run_at,
    }
}

async fn with_ports(db: Db) -> (App, Ports) {
    let app = App::spawn(db).await;
    let ports = app.ports().await;
    (app, ports)
}

#[apply(both_databases)]
#[tokio::test]
async fn a_job_is_enqueued_once_and_taken_by_one(db: Db) {
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

#[apply(both_databases)]
#[tokio::test]
async fn an_expired_lease_can_be_taken_by_another_process(db: Db) {
    let (app, ports) = with_ports(db).await;
    ports.queue.enqueue(&job("one", app.clock.now())).await.unwrap();
    let first = jobs::take(&ports).await.unwrap().expect("a job");
    assert!(jobs::take(&ports).await.unwrap().is_none());
    // An extended lease lasts longer.
    app.clock.advance(LEASE - Duration::seconds(1));
    assert!(ports.queue.extend(&first, app.clock.now() + LEASE).await.unwrap());
    app.clock.advance(LEASE - Duration::seconds(1));
    assert!(jobs::take(&ports).await.unwrap().is_none());
    app.clock.advance(Duration::seconds(2));
    let second = jobs::take(&ports).await.unwrap().expect("its lease ended");
    assert_eq!((second.id, second.attempt), (first.id, 2));
    // The holder of an expired lease can neither extend nor finish.
    assert!(!ports.queue.extend(&first, app.clock.now() + LEASE).await.unwrap());
    assert!(!ports.queue.finish(&first, app.clock.now()).await.unwrap());
    assert!(ports.queue.finish(&second, app.clock.now()).await.unwrap());
}

/// Both releases work on one queue during an upgrade.
#[apply(both_databases)]
#[tokio::test]
async fn a_kind_of_job_of_a_newer_release_is_left_to_it(db: Db) {
    let (app, ports) = with_ports(db).await;
    for key in ["newer", "known"] {
        ports.queue.enqueue(&job(key, app.clock.now())).await.unwrap();
    }
    assert_eq!(app.raw.run("update job set kind = 'of-a-newer-release' where key = 'newer'").await.unwrap(), 1);
    let taken = jobs::take(&ports).await.unwrap().expect("the known job");
    assert_eq!(taken.kind, JobKind::RemoveOldEvents);
    assert!(jobs::take(&ports).await.unwrap().is_none());
    assert_eq!(count(&app.raw, "job where kind = 'of-a-newer-release' and attempts = 0").await, 1);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_failing_job_backs_off_and_is_given_up(db: Db) {
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

#[apply(both_databases)]
#[tokio::test]
async fn the_daily_job_deletes_old_events_and_jobs(db: Db) {
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
    assert_eq!(run_all(&ports).await, 3, "the daily jobs");
    assert_eq!(count(&app.raw, "event").await, 1);
    app.clock.advance(Duration::days(8));
    jobs::schedule(&ports).await.unwrap();
    assert_eq!(run_all(&ports).await, 3, "those of another day");
    // The old jobs are deleted, these are done.
    assert_eq!((count(&app.raw, "event").await, count(&app.raw, "job").await), (0, 3));
}

/// Runs every job that is due and returns their number.
async fn run_all(ports: &Ports) -> usize {
    let mut number = 0;
    while let Some(job) = jobs::take(ports).await.unwrap() {
        jobs::run(ports, &job).await.unwrap();
        number += 1;
    }
    number
}

#[apply(both_databases)]
#[tokio::test]
async fn the_daily_job_removes_what_expired_a_month_ago(db: Db) {
    let (app, world) = App::with_world(db).await;
    let ports = app.ports().await;
    let numbers = async || {
        let mut all = Vec::new();
        for table in ["session", "refresh_token", "invitation", "idempotency", "password_reset", "email_change"] {
            all.push(count(&app.raw, table).await);
        }
        all
    };
    let now = app.clock.now();
    let token: Vec<(&str, Value)> = vec![
        ("hash", vec![7_u8; 32].into()),
        ("session_id", world.a.admin.session.into()),
        ("generation", 1_i64.into()),
        ("retired", false.into()),
    ];
    insert(&app.raw, "refresh_token", token).await.unwrap();
    let request = |own: Vec<(&'static str, Value)>| {
        let common: Vec<(&str, Value)> =
            vec![("id", id().into()), ("requested_at", now.into()), ("expires_at", now.into())];
        [own, common].concat()
    };
    insert(&app.raw, "password_reset", request(vec![("email", "x@y.test".into())])).await.unwrap();
    let change = request(vec![("email", "x@y.test".into()), ("user_id", world.a.admin.user.into())]);
    insert(&app.raw, "email_change", change).await.unwrap();
    let before = numbers().await;
    assert!(before.iter().all(|number| *number > 0), "{before:?}");
    jobs::schedule(&ports).await.unwrap();
    run_all(&ports).await;
    assert_eq!(numbers().await, before, "nothing is old yet");
    app.clock.advance(Duration::days(2));
    jobs::schedule(&ports).await.unwrap();
    run_all(&ports).await;
    assert_eq!(numbers().await[3..], [0, 0, 0], "stored responses and requests are kept for a day");
    assert_eq!(numbers().await[..3], before[..3]);
    app.clock.advance(Duration::days(36));
    jobs::schedule(&ports).await.unwrap();
    run_all(&ports).await;
    assert_eq!(numbers().await, [0; 6]);
}
