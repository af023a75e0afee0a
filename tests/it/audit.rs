//! The audit log: every request leaves a record, or is refused.

use crate::support::operations::{Operation, Walk};
use crate::support::{App, Client, Db, Ids, RawDatabase, World, both_databases, count};
use async_trait::async_trait;
use domain::Error;
use domain::access::{Action, Resource};
use domain::audit::{AccountTask, AuditEntry, AuditLog, AuditedOperation, Outcome};
use persistence::contract::Value;
use rstest_reuse::apply;
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

#[apply(both_databases)]
#[tokio::test]
async fn every_operation_leaves_one_record_for_every_caller(db: Db) {
    let (app, audit_log) = (App::spawn(db).await, Ledger::default());
    let process = app.beside_recording(audit_log.clone());
    let mut walk = Walk::new(&app).await;
    // A stream polls, and each poll is a record.
    for operation in Operation::all_but_streams() {
        let each = async |name: &str, by: &Client, ids: &Ids| {
            let events = count(&app.raw, "event").await;
            drop(audit_log.take());
            let answer = operation.call(&by.at(&process.base), ids, ids).await;
            let status = answer.status.as_u16();
            let entries = audit_log.take();
            let changed = count(&app.raw, "event").await > events;
            let shown = format!("{} by {name}, {status}: {entries:?}", operation.id);
            if name == "anonymous" {
                assert!(entries.is_empty() && !changed, "{shown}");
            } else if changed || operation.id == "purgeOrganisation" && status == 204 {
                assert!(entries.iter().all(|entry| entry.outcome == Outcome::Done), "{shown}");
            } else {
                let expected: &[_] = match status {
                    200..=299 => &[Outcome::Done],
                    401 | 403 => &[Outcome::Refused],
                    // Hidden, or not there.
                    404 => &[Outcome::Refused, Outcome::Failed],
                    _ => &[Outcome::Failed],
                };
                let outcomes: Vec<_> = entries.iter().map(|entry| entry.outcome).collect();
                assert!(outcomes.len() == 1 && expected.contains(&outcomes[0]), "{shown}");
                let [user, session] = [entries[0].user.is_some(), entries[0].session.is_some()];
                let integration = entries[0].integration.is_some();
                let person = name != "integration";
                assert_eq!([user, session, integration], [person, person, !person], "{shown}");
            }
            answer
        };
        walk.each_caller(&operation, |organisation| &organisation.open, each).await;
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_record_names_user_action_and_target(db: Db) {
    let (app, audit_log) = (App::spawn(db).await, Ledger::default());
    let process = app.beside_recording(audit_log.clone());
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

#[apply(both_databases)]
#[tokio::test]
async fn a_read_that_cannot_be_recorded_is_refused(db: Db) {
    let app = App::spawn(db).await;
    let process = app.beside_recording(Broken);
    let world = World::seed(&app).await;
    let coach = world.a.coach.at(&process.base);
    for path in
        [format!("/v1/maps/{}", world.a.open.map), format!("/v1/clients/{}", world.a.client_id), "/v1/me".into()]
    {
        let refused = coach.get(&path).await;
        refused.problem(503, "unavailable");
    }
    // A change is recorded by its event.
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

/// The mean duration of reads of a cached map.
async fn reads(by: &Client, map: &str, times: u32) -> Duration {
    by.get(map).await.expect(200);
    let began = Instant::now();
    for _ in 0..times {
        by.get(map).await.expect(200);
    }
    began.elapsed() / times
}

/// `cargo test --release -p tests -- --ignored --nocapture the_cost_of_a_row_for_each_read`
#[tokio::test]
#[ignore = "a measurement"]
async fn the_cost_of_a_row_for_each_read() {
    let app = App::spawn(Db::Postgres).await;
    let owner = RawDatabase::open(&app.kept.unbound_url()).await.unwrap();
    owner.run("create table read_line (line text not null)").await.unwrap();
    let logged = app.beside_recording(Rows(owner));
    let plain = app.beside();
    let world = World::seed(&app).await;
    let map = format!("/v1/maps/{}", world.a.open.map);
    for _ in 0..5 {
        let [without, with] = [&plain.base, &logged.base].map(|base| world.a.coach.at(base));
        let (without, with) = (reads(&without, &map, 400).await, reads(&with, &map, 400).await);
        println!("{without:?} without, {with:?} with a row for each read");
    }
}
