//! The sealer of the access log: every line is sealed once, in the order of commits, and nothing is written without new lines.

use crate::support::{App, Db, RawDatabase, World, both_databases, count, id, settings};
use api::cli::log;
use chrono::DateTime;
use domain::access_log::seals::{Finding, LogRecord, Position, SealStore, Summary};
use persistence::Database;
use rstest_reuse::apply;
use std::path::PathBuf;
use std::time::Duration;
use uuid::Uuid;

/// Verifies the log as the command does.
pub(crate) async fn verified(app: &App, anchors: &[PathBuf]) -> (Summary, Vec<Finding>) {
    let mut findings = Vec::new();
    let summary = log::verify(&app.config(), anchors, |finding| findings.push(finding)).await.unwrap();
    assert_eq!(summary.findings, u64::try_from(findings.len()).unwrap());
    (summary, findings)
}

/// A line of an organisation, in a transaction of its own.
pub(crate) async fn add_line(db: &RawDatabase, organisation: Uuid) -> Uuid {
    let line = id();
    let sql =
        "insert into access_log (organisation_id, id, at, kind, operation, outcome, user_id, client_id, request_id)
        values ($1, $2, $3, 'action', 'read-map', 'done', $4, $5, $6)";
    let at = DateTime::from_timestamp_micros(1_795_000_000_123_456).unwrap();
    let values = [organisation.into(), line.into(), at.into(), id().into(), id().into(), format!("r-{line}").into()];
    db.query(sql, &values).await.unwrap();
    line
}

async fn sealed_lines(app: &App) -> i64 {
    app.raw.column("select cast(coalesce(sum(lines), 0) as bigint) from log_seal").await.unwrap()[0]
}

#[apply(both_databases)]
#[tokio::test]
async fn every_line_is_sealed_and_verified(db: Db) {
    let (app, world) = App::with_world(db).await;
    let directory = tempfile::tempdir().unwrap();
    let anchors = directory.path().join("anchors");
    let sealer = app.sealer(Some(anchors.clone())).await;
    for path in ["/v1/caseload", "/v1/me"] {
        world.a.coach.get(path).await.expect(200);
    }
    world.b.admin.get("/v1/audit-events").await.expect(200);
    assert!(sealer.store.lag().await.unwrap().lines > 0);
    app.seal(&sealer).await;
    world.b.admin.get("/v1/audit-events").await.expect(200);
    app.seal(&sealer).await;
    let lines = count(&app.raw, "access_log").await;
    assert_eq!(sealed_lines(&app).await, lines);
    let anchors = [anchors];
    let (summary, findings) = verified(&app, &anchors).await;
    assert_eq!(findings, []);
    assert_eq!((summary.lines, summary.unsealed), (lines.try_into().unwrap(), 0));
    // Both organisations, and the log-ins outside any.
    assert!(summary.organisations >= 2 && summary.heads >= 2, "{summary:?}");
    assert_eq!(summary.anchors, summary.heads);
    let text = std::fs::read_to_string(&anchors[0]).unwrap();
    assert!(!text.contains("coach") && !text.contains(&world.a.id.to_string()), "{text}");
}

#[apply(both_databases)]
#[tokio::test]
async fn what_is_not_sealed_yet_is_counted_and_no_finding(db: Db) {
    let (app, world) = App::with_world(db).await;
    let sealer = app.sealer(None).await;
    app.seal(&sealer).await;
    for _ in 0..3 {
        add_line(&app.raw, world.a.id).await;
    }
    let (summary, findings) = verified(&app, &[]).await;
    assert_eq!((summary.unsealed, summary.findings), (3, 0), "{findings:?}");
    assert!(summary.oldest_unsealed.is_some());
}

#[apply(both_databases)]
#[tokio::test]
async fn processes_that_seal_at_once_seal_each_line_once(db: Db) {
    let app = App::spawn(db).await;
    let organisations = [id(), id(), id()];
    let mut sealers = Vec::new();
    for _ in 0..4 {
        let sealer = app.sealer(None).await;
        sealers.push(tokio::spawn(async move {
            for _ in 0..40 {
                // On SQLite one may find that another has sealed meanwhile.
                drop(sealer.seal_new().await);
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        }));
    }
    for at in 0..120 {
        add_line(&app.raw, organisations[at % 3]).await;
    }
    for sealer in sealers {
        sealer.await.unwrap();
    }
    app.seal(&app.sealer(None).await).await;
    assert_eq!(sealed_lines(&app).await, 120);
    let (summary, findings) = verified(&app, &[]).await;
    assert_eq!((findings, summary.lines), (Vec::new(), 120));
}

#[tokio::test]
async fn a_line_that_is_committed_late_is_not_skipped() {
    let app = App::spawn(Db::Postgres).await;
    let sealer = app.sealer(None).await;
    let (organisation, late) = (id(), RawDatabase::open(&app.kept.unbound_url()).await.unwrap());
    late.run("begin").await.unwrap();
    let first = add_line(&late, organisation).await;
    let second = add_line(&app.raw, organisation).await;
    for _ in 0..3 {
        let lag = sealer.seal_new().await.unwrap();
        assert_eq!((lag.lines, lag.ready), (1, 0), "the second line waits for the transaction before it");
    }
    assert_eq!(sealed_lines(&app).await, 0);
    late.run("commit").await.unwrap();
    app.seal(&sealer).await;
    let records = sealer.store.records(Position::START, last(&sealer).await, 10).await.unwrap();
    assert_eq!(records.iter().map(|record| record.position.id).collect::<Vec<_>>(), [first, second]);
    assert_eq!(verified(&app, &[]).await.1, []);
}

async fn last(sealer: &domain::access_log::seals::Sealer) -> Position {
    sealer.store.last_head().await.unwrap().unwrap().last
}

/// What changes with every write: on PostgreSQL also with a lock on the row.
async fn writes(app: &App) -> String {
    let sql = match app.db {
        Db::Postgres => "select xmin::text || ' ' || xmax::text from log_tick",
        Db::Sqlite => "select cast(data_version as text) from pragma_data_version",
    };
    app.raw.column::<String>(sql).await.unwrap().remove(0)
}

#[apply(both_databases)]
#[tokio::test]
async fn without_new_lines_nothing_is_written(db: Db) {
    let app = App::spawn(db).await;
    let directory = tempfile::tempdir().unwrap();
    let anchors = directory.path().join("anchors");
    let sealer = app.sealer(Some(anchors.clone())).await;
    let idle = writes(&app).await;
    sealer.seal_new().await.unwrap();
    assert_eq!(writes(&app).await, idle);
    add_line(&app.raw, id()).await;
    app.seal(&sealer).await;
    let (sealed, anchored) = (writes(&app).await, std::fs::read(&anchors).unwrap());
    assert_ne!(sealed, idle);
    for _ in 0..3 {
        sealer.seal_new().await.unwrap();
    }
    assert_eq!((writes(&app).await, std::fs::read(&anchors).unwrap()), (sealed, anchored));
}

#[apply(both_databases)]
#[tokio::test]
async fn a_head_that_could_not_be_anchored_is_anchored_later(db: Db) {
    let app = App::spawn(db).await;
    let directory = tempfile::tempdir().unwrap();
    let anchors = directory.path().join("missing/anchors");
    let sealer = app.sealer(Some(anchors.clone())).await;
    add_line(&app.raw, id()).await;
    for _ in 0..500 {
        let sealed = sealer.seal_new().await;
        if count(&app.raw, "log_head").await == 1 {
            assert!(sealed.is_err());
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    std::fs::create_dir(anchors.parent().unwrap()).unwrap();
    app.seal(&sealer).await;
    let (summary, findings) = verified(&app, &[anchors]).await;
    assert_eq!((findings, summary.anchors), (Vec::new(), 1));
}

#[apply(both_databases)]
#[tokio::test]
async fn no_seal_is_changed_or_removed(db: Db) {
    let (app, world) = App::with_world(db).await;
    add_line(&app.raw, world.a.id).await;
    app.seal(&app.sealer(None).await).await;
    for table in ["log_seal", "log_head"] {
        for change in [format!("update {table} set lines = lines + 1"), format!("delete from {table}")] {
            let refused = app.raw.run(&change).await.unwrap_err().to_string();
            assert!(refused.contains("append-only"), "{refused}");
        }
    }
}

/// A line with every column, in microseconds.
async fn full_record(db: Db) -> LogRecord {
    let app = App::spawn(db).await;
    let ids = |number: u128| Uuid::from_u128(number);
    let sql = "insert into access_log (organisation_id, id, at, kind, operation, outcome, user_id, session_id, integration_id,
            capacity, basis, client_id, target_id, request_id, address)
        values ($1, $2, $3, 'action', 'read-map', 'done', $4, $5, null, 'coach', 'assignment', $6, $7, '', '2001:db8::7')";
    let at = DateTime::from_timestamp_micros(1_795_000_000_120_450).unwrap();
    let values = [ids(1).into(), ids(2).into(), at.into(), ids(3).into(), ids(4).into(), ids(5).into(), ids(6).into()];
    app.raw.query(sql, &values).await.unwrap();
    let database = Database::connect(&settings(&app.kept.url())).await.unwrap();
    let end = Position { epoch: 9, commit: i64::MAX, id: Uuid::max() };
    let record = database.records(Position::START, end, 10).await.unwrap().remove(0).record.unwrap();
    LogRecord { position: Position { commit: 7, ..record.position }, ..record }
}

#[tokio::test]
async fn a_line_has_the_same_hash_on_both_databases() {
    let [one, other] = [full_record(Db::Sqlite).await, full_record(Db::Postgres).await];
    assert_eq!(one, other);
    assert_eq!(one.leaf(), other.leaf());
    // The form never changes: old seals must verify.
    assert_eq!(one.leaf().to_string(), "2fb1dc757cbf52b91e538385370f919dfb7b4ded50ef240e53d7f0fcfe2dddda");
}

#[tokio::test]
async fn after_a_logical_restore_lines_are_sealed_in_a_new_epoch() {
    let (app, world) = App::with_world(Db::Postgres).await;
    let sealer = app.sealer(None).await;
    // As if this server had numbered fewer transactions than the one of the dump.
    for sql in [
        "alter table access_log disable trigger all",
        "update access_log set xid = (xid::text::bigint + 1000000000)::text::xid8",
        "alter table access_log enable trigger all",
    ] {
        app.raw.run(sql).await.unwrap();
    }
    let lag = sealer.seal_new().await.unwrap();
    assert_eq!((lag.lines > 0, lag.ready), (true, 0), "the lines wait");
    migrate(&app).await;
    app.seal(&sealer).await;
    add_line(&app.raw, world.a.id).await;
    app.seal(&sealer).await;
    assert_eq!(count(&app.raw, "access_log where epoch = 1").await, 1);
    let (summary, findings) = verified(&app, &[]).await;
    assert_eq!((findings, summary.unsealed), (Vec::new(), 0));
    // Once more, now with sealed lines of the future alone.
    for sql in [
        "alter table access_log disable trigger all",
        "alter table log_head disable trigger all",
        "delete from access_log",
        "update log_head set last_commit = last_commit + 2000000000",
    ] {
        app.raw.run(sql).await.unwrap();
    }
    let refused = sealer.seal_new().await.unwrap_err();
    assert!(std::error::Error::source(&refused).unwrap().to_string().contains("omringd migrate"), "{refused:?}");
    migrate(&app).await;
    add_line(&app.raw, world.a.id).await;
    app.seal(&sealer).await;
    assert_eq!(count(&app.raw, "access_log where epoch = 2").await, 1);
}

async fn migrate(app: &App) {
    let connection = persistence::open_postgres(&app.kept.owner_url()).await.unwrap();
    migration::run(migration::Connection::Postgres(connection), None).await.unwrap();
}

#[tokio::test]
async fn an_organisation_sees_its_own_seals_only() {
    let (app, world) = App::with_world(Db::Postgres).await;
    let World { a, b, .. } = &world;
    for organisation in [a.id, b.id] {
        add_line(&app.raw, organisation).await;
    }
    let sealer = app.sealer(None).await;
    app.seal(&sealer).await;
    add_line(&app.raw, b.id).await;
    app.seal(&sealer).await;
    let runtime = RawDatabase::open(&app.kept.url()).await.unwrap();
    runtime.run("begin").await.unwrap();
    runtime.run(&format!("select set_config('app.org_id', '{}', true)", a.id)).await.unwrap();
    let seen: Vec<Uuid> = runtime.column("select distinct organisation_id from log_seal").await.unwrap();
    assert_eq!(seen, [a.id]);
    let own = format!("(select distinct head from log_seal where organisation_id = '{}') own", a.id);
    let [own, all] = [count(&app.raw, &own).await, count(&app.raw, "log_head").await];
    assert!(own < all, "a head over lines of the other organisation");
    assert_eq!(count(&runtime, "log_head").await, own);
    assert_eq!(count(&runtime, "log_tick").await, 0);
}

#[apply(both_databases)]
#[tokio::test]
async fn an_organisation_keeps_the_heads_over_its_own_lines(db: Db) {
    const HEADS: &str = "/v1/audit-events/heads";
    let (app, world) = App::with_world(db).await;
    let (a, b) = (&world.a, &world.b);
    let sealer = app.sealer(None).await;
    app.seal(&sealer).await;
    let before = a.admin.all(HEADS).await;
    let of_b = b.admin.all(HEADS).await;
    let line = add_line(&app.raw, a.id).await;
    app.seal(&sealer).await;
    let after = a.admin.all(HEADS).await;
    let added = &after[..after.len() - before.len()];
    let newest =
        added.iter().find(|head| head["lastEventId"] == line.to_string().as_str()).expect("a head over the line");
    assert!(newest["events"].as_u64().unwrap() >= 1, "{newest}");
    assert_eq!(a.admin.all(&format!("{HEADS}?limit=1")).await.len(), after.len());
    // Its own request is sealed for B, and nothing of A.
    let ids = |heads: &[serde_json::Value]| heads.iter().map(|head| head["lastEventId"].clone()).collect::<Vec<_>>();
    let of_b = [of_b, b.admin.all(HEADS).await].concat();
    assert!(!of_b.is_empty() && ids(&of_b).iter().all(|id| !ids(&after).contains(id)), "{of_b:?}");
    // What the organisation kept shows whether the log is still the same.
    let directory = tempfile::tempdir().unwrap();
    let kept = directory.path().join("kept");
    let notes: Vec<_> = after.iter().map(|head| head["note"].as_str().unwrap()).collect();
    std::fs::write(&kept, notes.join("\n")).unwrap();
    let (summary, findings) = verified(&app, &[kept]).await;
    assert_eq!((findings, summary.anchors), (Vec::new(), after.len().try_into().unwrap()));
    for by in [&a.coach, &a.client] {
        by.get(HEADS).await.problem(403, "forbidden");
    }
}
