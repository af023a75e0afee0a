//! Readers of a map block no one and are not blocked.

use crate::support::{Answer, App, Db, RawDatabase, World, both_databases};
use rstest_reuse::apply;
use serde_json::json;
use std::collections::BTreeSet;
use std::time::Duration;
use tokio::task::JoinSet;

/// Another transaction holds write locks on the whole map: on PostgreSQL row locks, on SQLite the lock of the
/// one writer.
async fn hold(app: &App, world: &World) {
    let (begin, lock) = match app.db {
        Db::Sqlite => ("begin immediate", ""),
        Db::Postgres => ("begin", "for update"),
    };
    app.raw.run(begin).await.unwrap();
    for table in ["map", "supporter", "support", "tie", "need", "agreement", "client", "person"] {
        app.raw.run(&format!("select * from {table} {lock}")).await.unwrap();
    }
    let map = world.a.open.map;
    let change = match app.db {
        Db::Sqlite => {
            format!("update map set review_on = '2031-01-02', version = version + 1 where id = x'{}'", map.simple())
        }
        Db::Postgres => format!("update map set review_on = '2031-01-02', version = version + 1 where id = '{map}'"),
    };
    assert_eq!(app.raw.run(&change).await.unwrap(), 1);
}

#[apply(both_databases)]
#[tokio::test]
async fn a_reader_does_not_wait_for_a_writer_and_sees_no_partial_change(db: Db) {
    let (app, world) = App::with_world(db).await;
    let path = format!("/v1/maps/{}", world.a.open.map);
    let before = world.a.coach.get(&path).await.expect(200);
    hold(&app, &world).await;
    let read = async || {
        let reading = tokio::time::timeout(Duration::from_secs(5), world.a.coach.get(&path));
        reading.await.expect("the reader waited for the writer").expect(200)
    };
    // Several at once: readers do not block each other either.
    let reads = async { tokio::join!(read(), read(), read(), read()).into() };
    let answers: [Answer; 4] = match db {
        Db::Postgres => reads.await,
        // SQLite has one writer: the line of the access log waits for it, the data was read before.
        Db::Sqlite => {
            let end = async {
                tokio::time::sleep(Duration::from_secs(2)).await;
                app.raw.run("commit").await.unwrap();
            };
            tokio::join!(reads, end).0
        }
    };
    for answer in answers {
        assert_eq!(answer.bytes, before.bytes);
    }
    if db == Db::Postgres {
        app.raw.run("commit").await.unwrap();
    }
    assert_eq!(read().await["reviewOn"], "2031-01-02");
}

/// The locks the service holds while it reads a map. The read is one statement, too short to be watched: it is made to
/// wait for its last table, and is looked at meanwhile.
#[tokio::test]
async fn reading_a_map_takes_no_lock_that_blocks_readers_or_writers() {
    let (app, world) = App::with_world(Db::Postgres).await;
    // Within a transaction pg_stat_activity does not change: another connection watches.
    let watcher = RawDatabase::open(&app.kept.unbound_url()).await.unwrap();
    app.raw.run("begin").await.unwrap();
    app.raw.run("lock table agreement in access exclusive mode").await.unwrap();
    let path = format!("/v1/maps/{}", world.a.open.map);
    let reading = tokio::spawn(async move { world.a.coach.get(&path).await.expect(200) });
    let (mut seen, mut tables, mut looks) = (BTreeSet::new(), BTreeSet::new(), 0);
    // A reading of pg_locks is not atomic: only one that began while the service waited shows all locks.
    while looks < 2 {
        assert!(!reading.is_finished(), "the read did not wait: {tables:?}");
        // Every transaction has a number of its own, which it locks for itself; and a connection that opens locks its database.
        let sql = "select l.locktype || ' ' || l.mode as lock, l.relation::regclass::text as name, l.granted
            from pg_locks l join pg_stat_activity a on a.pid = l.pid
            where a.application_name = 'omringd' and a.datname = current_database() and l.locktype <> 'virtualxid'
                and l.classid is distinct from 'pg_database'::regclass";
        for row in watcher.query(sql, &[]).await.unwrap() {
            seen.insert(row.get::<String>("lock").unwrap());
            tables.extend(row.get::<Option<String>>("name").unwrap());
            looks += usize::from(!row.get::<bool>("granted").unwrap());
        }
    }
    app.raw.run("commit").await.unwrap();
    drop(reading.await.unwrap());
    assert_eq!(seen, BTreeSet::from(["relation AccessShareLock".to_owned()]));
    assert!(tables.contains("map") && tables.contains("supporter"), "watched too late: {tables:?}");
}

/// SQLite has one writer, and more who write at once than there are connections.
#[apply(both_databases)]
#[tokio::test]
async fn sixteen_writers_and_sixteen_readers_at_once_all_succeed(db: Db) {
    let (_app, world) = App::with_world(db).await;
    let path = format!("/v1/maps/{}", world.a.open.map);
    let on_it = async || world.a.coach.get(&path).await.expect(200)["supporters"].as_array().unwrap().len();
    let before = on_it().await;
    let mut people = JoinSet::new();
    for _ in 0..16 {
        let (coach, map) = (world.a.coach.clone(), path.clone());
        people.spawn(async move {
            for _ in 0..3 {
                coach.post(&format!("{map}/supporters"), json!({ "person": { "alias": "Anna" } })).await.expect(201);
            }
        });
        let (client, map) = (world.a.client.clone(), path.clone());
        people.spawn(async move {
            for _ in 0..3 {
                client.get(&map).await.expect(200);
            }
        });
    }
    while let Some(done) = people.join_next().await {
        done.unwrap();
    }
    assert_eq!(on_it().await, before + 48);
}
