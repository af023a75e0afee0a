//! The door: whatever is asked of the service leaves a record, or does not happen.

use crate::support::operations::{Ids, Operation, callers};
use crate::support::{App, Client, Db, RawDatabase, World, count, settings};
use async_trait::async_trait;
use domain::Error;
use domain::access::{Action, Resource};
use domain::audit::{AccountTask, AuditEntry, AuditLog, AuditedOperation, Outcome};
use persistence::contract::Value;
use rstest::rstest;
use serde_json::json;
use std::fmt;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// Records in memory.
#[derive(Clone, Debug, Default)]
struct Ledger(Arc<Mutex<Vec<AuditEntry>>>);

impl Ledger {
    fn take(&self) -> Vec<AuditEntry> {
        std::mem::take(&mut *self.0.lock().unwrap())
    }
}

#[async_trait]
impl AuditLog for Ledger {
    async fn record(&self, entry: AuditEntry) -> Result<(), Error> {
        self.0.lock().unwrap().push(entry);
        Ok(())
    }

    fn refused(&self, entry: AuditEntry) {
        self.0.lock().unwrap().push(entry);
    }
}

/// Cannot record.
#[derive(Debug)]
struct Broken;

#[async_trait]
impl AuditLog for Broken {
    async fn record(&self, _: AuditEntry) -> Result<(), Error> {
        Err(Error::Unavailable("the audit_log is full".into()))
    }

    fn refused(&self, _: AuditEntry) {}
}

#[rstest]
#[tokio::test]
async fn every_operation_leaves_one_record_for_every_caller(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let (app, ledger) = (App::spawn(db).await, Ledger::default());
    let (process, audit_log) = (
        app.beside_with(settings(&app.kept.url()), {
            let ledger = ledger.clone();
            move |app| app.ports.audit_log = Arc::new(ledger)
        }),
        ledger,
    );
    let mut world = World::seed(&app).await;
    // A stream looks again and again, and each look is a record.
    for operation in Operation::all().into_iter().filter(|operation| !operation.is_stream()) {
        for caller in 0..9 {
            let ids = Ids::of(&world.a, &world.a.open);
            let anonymous = app.anonymous();
            let (name, by) = callers(&anonymous, &world.operator, &world.a, &world.b)[caller];
            let events = count(&app.raw, "event").await;
            drop(audit_log.take());
            let answer = operation.call(&by.at(&process.base), &ids, &ids).await;
            let status = answer.status.as_u16();
            drop(answer);
            let entries = audit_log.take();
            let changed = count(&app.raw, "event").await > events;
            let told = format!("{} by {name}, {status}: {entries:?}", operation.id);
            if name == "anonymous" {
                assert!(entries.is_empty() && !changed, "{told}");
            } else if changed || operation.id == "purgeOrganisation" && status == 204 {
                assert!(entries.iter().all(|entry| entry.outcome == Outcome::Done), "{told}");
            } else {
                let expected: &[_] = match status {
                    200..=299 => &[Outcome::Done],
                    401 | 403 => &[Outcome::Refused],
                    // Hidden, or not there.
                    404 => &[Outcome::Refused, Outcome::Failed],
                    _ => &[Outcome::Failed],
                };
                let outcomes: Vec<_> = entries.iter().map(|entry| entry.outcome).collect();
                assert!(outcomes.len() == 1 && expected.contains(&outcomes[0]), "{told}");
                assert!(entries[0].user.is_some() && entries[0].session.is_some(), "{told}");
            }
            if operation.writes() && (200..300).contains(&status) {
                world = World::seed(&app).await;
            }
        }
    }
}

#[rstest]
#[tokio::test]
async fn a_record_says_who_did_what_to_what(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let (app, ledger) = (App::spawn(db).await, Ledger::default());
    let audit_log = ledger.clone();
    let process = app.beside_with(settings(&app.kept.url()), move |app| app.ports.audit_log = Arc::new(ledger));
    let world = World::seed(&app).await;
    let map = world.a.open.map;
    let coach = world.a.coach.at(&process.base);
    coach.get(&format!("/v1/maps/{map}")).await.expect(200);
    let [read] = audit_log.take().try_into().unwrap();
    assert_eq!(read.operation, AuditedOperation::Action(Action::Read(Resource::Map)));
    assert_eq!(read.target.map(|target| target.id()), Some(map));
    assert_eq!(read.user.map(|user| user.0), Some(world.a.coach.user));
    assert_eq!(read.organisation.map(|organisation| organisation.0), Some(world.a.id));
    // Not modified is a read too.
    let tag = coach.get(&format!("/v1/maps/{map}")).await.expect(200).etag();
    coach.with("if-none-match", &tag).get(&format!("/v1/maps/{map}")).await.expect(304);
    assert_eq!(audit_log.take().len(), 2);
    let wrong = json!({ "email": "niemand@omringd.test", "password": "vier grote woorden hier" });
    app.anonymous().at(&process.base).post("/v1/sessions", wrong).await.expect(401);
    let [log_in] = audit_log.take().try_into().unwrap();
    assert_eq!((log_in.operation, log_in.outcome), (AuditedOperation::Account(AccountTask::LogIn), Outcome::Refused));
}

#[rstest]
#[tokio::test]
async fn what_cannot_be_recorded_is_not_told(#[values(Db::Sqlite, Db::Postgres)] db: Db) {
    let app = App::spawn(db).await;
    let process = app.beside_with(settings(&app.kept.url()), |app| app.ports.audit_log = Arc::new(Broken));
    let world = World::seed(&app).await;
    let coach = world.a.coach.at(&process.base);
    for path in
        [format!("/v1/maps/{}", world.a.open.map), format!("/v1/clients/{}", world.a.client_id), "/v1/me".into()]
    {
        let refused = coach.get(&path).await;
        refused.problem(503, "unavailable");
    }
    // A change is on record by its event.
    coach.patch(&format!("/v1/maps/{}", world.a.open.map), "*", json!({ "theme": "werk" })).await.expect(200);
}

/// Writes a row for each read, as an access log would, each in a transaction of its own.
struct Rows(RawDatabase);

impl fmt::Debug for Rows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Rows")
    }
}

#[async_trait]
impl AuditLog for Rows {
    async fn record(&self, entry: AuditEntry) -> Result<(), Error> {
        let line = format!("{entry:?}");
        let values = [Value::from(line)];
        self.0.query("insert into read_line (line) values ($1)", &values).await.map(drop).map_err(Error::internal)
    }

    fn refused(&self, _: AuditEntry) {}
}

/// How long so many reads of a map in memory take.
async fn reads(by: &Client, map: &str, times: u32) -> Duration {
    by.get(map).await.expect(200);
    let began = Instant::now();
    for _ in 0..times {
        by.get(map).await.expect(200);
    }
    began.elapsed() / times
}

/// `cargo test --release -p tests -- --ignored --nocapture what_a_row_for_each_read_costs`
#[tokio::test]
#[ignore = "a measurement"]
async fn what_a_row_for_each_read_costs() {
    let app = App::spawn(Db::Postgres).await;
    let owner = RawDatabase::open(&app.kept.unbound_url()).await.unwrap();
    owner.run("create table read_line (line text not null)").await.unwrap();
    let logged = app.beside_with(settings(&app.kept.url()), move |app| app.ports.audit_log = Arc::new(Rows(owner)));
    let plain = app.beside_with(settings(&app.kept.url()), |_| {});
    let world = World::seed(&app).await;
    let map = format!("/v1/maps/{}", world.a.open.map);
    for _ in 0..5 {
        let [without, with] = [&plain.base, &logged.base].map(|base| world.a.coach.at(base));
        let (without, with) = (reads(&without, &map, 400).await, reads(&with, &map, 400).await);
        println!("{without:?} without, {with:?} with a row for each read");
    }
}
