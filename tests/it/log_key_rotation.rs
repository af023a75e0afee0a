//! The key that signs the heads of the access log is replaced while processes seal: both keys are known, and the change is proven.

use crate::log_seals::{add_line, verified};
use crate::support::{App, Db, both_databases, count, id};
use api::auth::{KeyDirectory, LogKeyFile};
use api::cli::log;
use domain::access_log::seals::{FindingKind, Sealer};
use rstest_reuse::apply;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

fn key_file(app: &App) -> PathBuf {
    app.config().key_directory.unwrap().join("log")
}

/// A sealer with the key that this file has now.
async fn with_key_of_now(app: &App) -> Sealer {
    let directory = tempfile::tempdir().unwrap().keep();
    std::fs::copy(key_file(app), directory.join("log")).unwrap();
    let mut sealer = app.sealer(None).await;
    sealer.key = Arc::new(LogKeyFile::new(KeyDirectory::new(directory)));
    sealer
}

async fn kinds(app: &App) -> Vec<FindingKind> {
    verified(app, &[]).await.1.into_iter().map(|finding| finding.kind).collect()
}

#[apply(both_databases)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn heads_are_sealed_and_verified_while_the_key_is_replaced(db: Db) {
    let app = App::spawn(db).await;
    let directory = tempfile::tempdir().unwrap();
    let anchors = [directory.path().join("anchors")];
    let mut sealing = Vec::new();
    for _ in 0..2 {
        let sealer = app.sealer(Some(anchors[0].clone())).await;
        sealing.push(tokio::spawn(async move {
            for _ in 0..60 {
                // On SQLite one may find that another has sealed meanwhile.
                drop(sealer.seal_new().await);
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        }));
    }
    let organisation = id();
    let mut changes = Vec::new();
    for at in 0..90 {
        add_line(&app.raw, organisation).await;
        if at % 30 == 15 {
            changes.push(log::replace_key(&app.config()).await.unwrap());
        }
    }
    for sealer in sealing {
        sealer.await.unwrap();
    }
    add_line(&app.raw, organisation).await;
    app.seal(&app.sealer(Some(anchors[0].clone())).await).await;
    let (summary, findings) = verified(&app, &anchors).await;
    assert_eq!((findings, summary.lines), (Vec::new(), 91));
    assert!(changes.is_sorted_by_key(|change| change.after) && changes[2].after > 0, "{changes:?}");
    assert!(changes[0].new == changes[1].old && changes[1].new == changes[2].old);
    let file = std::fs::read_to_string(key_file(&app)).unwrap();
    assert_eq!(file.matches("PRIVATE KEY").count(), 2, "one private key");
    assert!(changes.iter().all(|change| file.contains(&change.to_string())));
}

#[apply(both_databases)]
#[tokio::test]
async fn the_old_key_signs_no_later_head(db: Db) {
    let app = App::spawn(db).await;
    let organisation = id();
    add_line(&app.raw, organisation).await;
    app.seal(&app.sealer(None).await).await;
    let leaked = with_key_of_now(&app).await;
    let change = log::replace_key(&app.config()).await.unwrap();
    assert_eq!((change.after, kinds(&app).await), (1, Vec::new()));
    add_line(&app.raw, organisation).await;
    app.seal(&leaked).await;
    assert_eq!(kinds(&app).await, [FindingKind::BadSignature]);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_change_of_the_key_anchors_the_head_before_it(db: Db) {
    let app = App::spawn(db).await;
    let organisation = id();
    let leaked = with_key_of_now(&app).await;
    for _ in 0..2 {
        add_line(&app.raw, organisation).await;
        app.seal(&app.sealer(None).await).await;
    }
    log::replace_key(&app.config()).await.unwrap();
    assert_eq!(kinds(&app).await, []);
    // With the old key and the rights of the owner: the last head is cut off, and then another past is sealed in its place.
    cut_off(&app, 2).await;
    assert!(kinds(&app).await.contains(&FindingKind::Cut));
    app.clock.advance(chrono::Duration::seconds(1));
    app.seal(&leaked).await;
    assert_eq!(count(&app.raw, "log_head").await, 2);
    assert_eq!(kinds(&app).await, [FindingKind::Forked]);
}

/// A restore of a backup from before a change gives a log that ends before it, and goes on with the key of now.
#[apply(both_databases)]
#[tokio::test]
async fn a_log_may_go_on_from_before_a_change_of_its_key(db: Db) {
    let app = App::spawn(db).await;
    let organisation = id();
    for _ in 0..3 {
        add_line(&app.raw, organisation).await;
        app.seal(&app.sealer(None).await).await;
    }
    assert_eq!(log::replace_key(&app.config()).await.unwrap().after, 3);
    cut_off(&app, 2).await;
    assert_eq!(kinds(&app).await, [FindingKind::Cut]);
    // Before, at and after the number of the last head that the old key signed.
    for _ in 0..3 {
        app.clock.advance(chrono::Duration::seconds(1));
        add_line(&app.raw, organisation).await;
        app.seal(&app.sealer(None).await).await;
        assert_eq!(kinds(&app).await, []);
    }
    // Replaced again, restored again, and replaced with fewer heads than the time before.
    assert_eq!(log::replace_key(&app.config()).await.unwrap().after, 4);
    cut_off(&app, 2).await;
    add_line(&app.raw, organisation).await;
    app.seal(&app.sealer(None).await).await;
    assert_eq!(log::replace_key(&app.config()).await.unwrap().after, 2);
    add_line(&app.raw, organisation).await;
    app.seal(&app.sealer(None).await).await;
    assert_eq!(kinds(&app).await, []);
}

/// Removes this head and all later ones, with what they seal, as only the owner of the tables can.
async fn cut_off(app: &App, head: i64) {
    for table in ["log_seal", "log_head", "access_log"] {
        app.raw.run(&without_triggers(app.db, table)).await.unwrap();
    }
    app.raw.run(&format!("delete from log_seal where head >= {head}")).await.unwrap();
    app.raw.run(&format!("delete from log_head where number >= {head}")).await.unwrap();
}

/// Removes the trigger that protects this table, as only its owner can.
fn without_triggers(db: Db, table: &str) -> String {
    match db {
        Db::Sqlite => format!("drop trigger if exists tr_{table}__delete"),
        Db::Postgres => format!("drop trigger if exists tr_{table}__append_only on {table}"),
    }
}

#[apply(both_databases)]
#[tokio::test]
async fn a_change_that_the_old_key_did_not_sign_is_refused(db: Db) {
    let app = App::spawn(db).await;
    add_line(&app.raw, id()).await;
    app.seal(&app.sealer(None).await).await;
    log::replace_key(&app.config()).await.unwrap();
    let (place, file) = (key_file(&app), std::fs::read_to_string(key_file(&app)).unwrap());
    let (key, change) = file.split_once("omringd/").unwrap();
    // Of another head, cut off, and none: the heads before it are then not signed by the key.
    let other = change.replace(" 1 ", " 2 ");
    for line in [other.as_str(), &change[..change.len() - 9]] {
        std::fs::write(&place, format!("{key}omringd/{line}\n")).unwrap();
        let refused = log::verify(&app.config(), &[], |_| {}).await.unwrap_err().to_string();
        assert!(refused.contains("a change of the key is not proven"), "{refused}");
        assert!(log::replace_key(&app.config()).await.is_err());
    }
    std::fs::write(&place, key).unwrap();
    assert_eq!(kinds(&app).await, [FindingKind::BadSignature]);
    std::fs::write(&place, &file).unwrap();
    assert_eq!(kinds(&app).await, []);
}
