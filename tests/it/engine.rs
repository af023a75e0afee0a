//! The contract of the engine: what a session guarantees on both databases and behind a pooler.

use crate::support::{Db, Kept, Proxy};
use domain::ports::TransactionKind;
use persistence::contract::{
    Ask, Engine, EngineError, Postgres, PostgresUrl, Refusal, Row, Session, Sizes, Sqlite, Value,
};
use rstest::rstest;
use rstest_reuse::{apply, template};
use std::time::Duration;

/// A way to a database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Sqlite,
    Postgres,
    /// As behind a pooler in transaction mode: statements without names.
    Pooled,
}

/// A test on every way to a database.
#[template]
#[rstest]
fn every_way(#[values(Way::Sqlite, Way::Postgres, Way::Pooled)] way: Way) {}

const SIZES: Sizes =
    Sizes { connections: 8, threads: 1, turn: Duration::from_secs(20), statement: Duration::from_secs(20) };

/// A database with one table, and an engine on it.
struct Numbers {
    engine: Engine,
    kept: Kept,
}

async fn numbers(way: Way) -> Numbers {
    let kept = Kept::create(if way == Way::Sqlite { Db::Sqlite } else { Db::Postgres });
    let engine = engine(way, &kept.owner_url(), SIZES);
    let table = "create table number (id bigint primary key, word text unique, stamp text)";
    commit(&engine, vec![ask(table, [])]).await.unwrap();
    Numbers { engine, kept }
}

fn engine(way: Way, url: &str, sizes: Sizes) -> Engine {
    match way {
        Way::Sqlite => Engine::Sqlite(Sqlite::open(url, 4, sizes.turn, |_| Ok(())).unwrap()),
        Way::Postgres | Way::Pooled => {
            Engine::Postgres(Postgres::new(PostgresUrl::parse(url).unwrap(), sizes, way == Way::Pooled))
        }
    }
}

fn ask<const N: usize>(sql: &'static str, values: [Value; N]) -> Ask {
    Ask::new(sql, values)
}

fn add(id: i64) -> Ask {
    ask("insert into number (id, word) values ($1, $2)", [id.into(), format!("word {id}").into()])
}

async fn commit(engine: &Engine, asks: Vec<Ask>) -> Result<(), persistence::contract::Failed> {
    engine.session(TransactionKind::Write).await?.commit(asks).await.map(drop)
}

async fn ids(engine: &Engine) -> Vec<i64> {
    let rows = engine.alone(ask("select id from number order by id", [])).await.unwrap().rows;
    rows.iter().map(|row| row.at(0).unwrap()).collect()
}

async fn writing(engine: &Engine) -> Session {
    engine.session(TransactionKind::Write).await.unwrap()
}

#[apply(every_way)]
#[tokio::test]
async fn the_answers_of_a_flight_come_in_order(way: Way) {
    let Numbers { engine, kept: _kept } = numbers(way).await;
    let mut session = writing(&engine).await;
    let flight = vec![
        add(1),
        ask("select id from number", []),
        add(2),
        ask("select id from number order by id desc", []),
        ask("update number set stamp = $1", ["x".into()]),
    ];
    let answers = session.fly(flight).await.unwrap();
    let found = |at: usize| answers[at].rows.iter().map(|row| row.get("id").unwrap()).collect::<Vec<i64>>();
    assert_eq!((found(1), found(3), answers[4].affected), (vec![1], vec![2, 1], 2));
}

#[apply(every_way)]
#[tokio::test]
async fn changes_become_visible_with_the_commit(way: Way) {
    let Numbers { engine, kept: _kept } = numbers(way).await;
    let mut session = writing(&engine).await;
    session.fly(vec![add(1)]).await.unwrap();
    assert_eq!(ids(&engine).await, [0_i64; 0]);
    session.commit(vec![add(2)]).await.unwrap();
    assert_eq!(ids(&engine).await, [1, 2]);
}

#[apply(every_way)]
#[tokio::test]
async fn a_dropped_session_leaves_nothing_to_the_next(way: Way) {
    let Numbers { engine, kept: _kept } = numbers(way).await;
    for id in 1..=20 {
        let mut session = writing(&engine).await;
        session.fly(vec![add(-id)]).await.unwrap();
        drop(session);
        commit(&engine, vec![add(id)]).await.unwrap();
    }
    assert_eq!(ids(&engine).await, (1..=20).collect::<Vec<_>>());
}

#[apply(every_way)]
#[tokio::test]
async fn a_session_dropped_during_a_flight_leaves_nothing_to_the_next(way: Way) {
    let Numbers { engine, kept: _kept } = numbers(way).await;
    for id in 1..=20 {
        let mut session = writing(&engine).await;
        let flying = session.fly(vec![add(-id), slow(way)]);
        drop(tokio::time::timeout(Duration::from_millis(id.unsigned_abs()), flying).await);
        drop(session);
        commit(&engine, vec![add(id)]).await.unwrap();
    }
    assert_eq!(ids(&engine).await, (1..=20).collect::<Vec<_>>());
}

/// Takes some 50 ms.
fn slow(way: Way) -> Ask {
    match way {
        Way::Sqlite => ask(
            "with recursive n(i) as (select 1 union all select i + 1 from n where i < 300000) select max(i) as i from n",
            [],
        ),
        Way::Postgres | Way::Pooled => ask("select pg_sleep(0.05)::text as slept", []),
    }
}

#[apply(every_way)]
#[tokio::test]
async fn a_session_that_only_read_leaves_no_transaction_open(way: Way) {
    let Numbers { engine, kept: _kept } = numbers(way).await;
    for id in 1..=20 {
        let mut session = engine.session(TransactionKind::Read).await.unwrap();
        session.fly(vec![ask("select count(*) as n from number", [])]).await.unwrap();
        session.end();
        // This would wait for an open transaction of its own connection, or run within it.
        commit(&engine, vec![add(id)]).await.unwrap();
        assert_eq!(ids(&engine).await.len(), usize::try_from(id).unwrap());
    }
}

#[apply(every_way)]
#[tokio::test]
async fn a_change_of_unexpected_rows_rolls_back_the_whole_flight(way: Way) {
    let Numbers { engine, kept: _kept } = numbers(way).await;
    commit(&engine, vec![add(1), add(2)]).await.unwrap();
    let change = |id: i64| ask("update number set stamp = $2 where id = $1", [id.into(), "new".into()]).expecting(1);
    commit(&engine, vec![change(1)]).await.unwrap();
    for missed in [0, 1, 2] {
        let mut flight: Vec<_> = (0..3).map(|n| add(10 + n)).collect();
        flight.insert(missed, change(99));
        let failed = commit(&engine, flight).await.unwrap_err();
        assert!(matches!(failed.failure, EngineError::Unexpected), "{failed:?}");
        assert_eq!(failed.at, missed);
    }
    let two = ask("delete from number where id < $1", [100_i64.into()]).expecting(1);
    assert!(matches!(commit(&engine, vec![two]).await.unwrap_err().failure, EngineError::Unexpected));
    assert_eq!(ids(&engine).await, [1, 2]);
    let stamped = engine.alone(ask("select stamp from number where stamp is not null", [])).await.unwrap();
    assert_eq!(stamped.rows.len(), 1);
}

#[apply(every_way)]
#[tokio::test]
async fn an_error_within_a_flight_has_its_place_and_rolls_back_everything(way: Way) {
    let Numbers { engine, kept: _kept } = numbers(way).await;
    commit(&engine, vec![add(1)]).await.unwrap();
    let again = ask("insert into number (id) values ($1)", [1_i64.into()]);
    let failed = commit(&engine, vec![add(2), again, add(3)]).await.unwrap_err();
    assert_eq!(failed.at, 1);
    let Some(Refusal::Unique(rule)) = failed.failure.refusal() else { panic!("{failed:?}") };
    assert_eq!(rule, if way == Way::Sqlite { "number.id" } else { "number_pkey" });
    assert!(!failed.failure.is_passing());
    assert_eq!(ids(&engine).await, [1]);
    // The session is unusable, the next one works.
    let mut session = writing(&engine).await;
    session.fly(vec![add(1)]).await.unwrap_err();
    session.commit(vec![add(2)]).await.map(drop).unwrap_or_default();
    commit(&engine, vec![add(3)]).await.unwrap();
    assert!(ids(&engine).await.contains(&3));
}

#[apply(every_way)]
#[tokio::test]
async fn unsendable_values_are_refused_before_anything_is_sent(way: Way) {
    let Numbers { engine, kept: _kept } = numbers(way).await;
    let lacking = ask("insert into number (id, word) values ($1, $2)", [7_i64.into()]);
    for wrong in [lacking, ask("select $1 as n", [Value::Char(Some('x'))]), ask("select $1 as n", [u64::MAX.into()])] {
        commit(&engine, vec![add(1), wrong]).await.unwrap_err();
        assert_eq!(ids(&engine).await, [0_i64; 0]);
    }
    commit(&engine, vec![add(1)]).await.unwrap();
}

#[apply(every_way)]
#[tokio::test]
async fn a_row_is_read_strictly(way: Way) {
    let Numbers { engine, kept: _kept } = numbers(way).await;
    commit(&engine, vec![ask("insert into number (id) values ($1)", [1_i64.into()])]).await.unwrap();
    let row: Row = engine.alone(ask("select id, word from number", [])).await.unwrap().rows.pop().unwrap();
    assert_eq!((row.get::<i64>("id").unwrap(), row.get::<Option<String>>("word").unwrap()), (1, None));
    assert!(row.get::<String>("word").is_err(), "a null is no text");
    assert!(row.get::<Option<String>>("id").is_err(), "a number is no text, and no null either");
    assert!(row.get::<Option<i64>>("stamp").is_err(), "a column that is not there is no null");
    assert!(row.at::<i64>(2).is_err());
}

#[apply(every_way)]
#[tokio::test]
async fn values_are_read_back_unchanged(way: Way) {
    let Numbers { engine, kept: _kept } = numbers(way).await;
    let at: chrono::DateTime<chrono::Utc> = "2026-11-25T23:59:59.000120Z".parse().unwrap();
    let day: chrono::NaiveDate = "2026-02-28".parse().unwrap();
    let id = uuid::Uuid::from_u128(7);
    let sql = "select $1 as b, $2 as i, $3 as t, $4 as u, $5 as a, $6 as d, $7 as o, $8 as n";
    let values = [true.into(), i64::MIN.into(), "Zoë\n".into(), id.into(), at.into(), day.into()];
    let blob = [Value::from(vec![0_u8, 255]), Value::String(None)];
    let row = engine.alone(Ask::new(sql, [values.to_vec(), blob.to_vec()].concat())).await.unwrap().rows.pop().unwrap();
    assert_eq!((row.get::<bool>("b").unwrap(), row.get::<i64>("i").unwrap()), (true, i64::MIN));
    assert_eq!((row.get::<String>("t").unwrap(), row.get::<uuid::Uuid>("u").unwrap()), ("Zoë\n".to_owned(), id));
    assert_eq!(row.get::<chrono::DateTime<chrono::Utc>>("a").unwrap(), at);
    assert_eq!(row.get::<chrono::NaiveDate>("d").unwrap(), day);
    assert_eq!(row.get::<Vec<u8>>("o").unwrap(), [0, 255]);
    assert_eq!(row.get::<Option<String>>("n").unwrap(), None);
}

#[apply(every_way)]
#[tokio::test]
async fn a_snapshot_sees_one_moment(way: Way) {
    let Numbers { engine, kept: _kept } = numbers(way).await;
    let count = || ask("select count(*) as n from number", []);
    let mut session = engine.session(TransactionKind::Snapshot).await.unwrap();
    session.fly(vec![count()]).await.unwrap();
    commit(&engine, vec![add(1)]).await.unwrap();
    let counted = session.fly(vec![count()]).await.unwrap();
    assert_eq!(counted[0].rows[0].get::<i64>("n").unwrap(), 0);
    session.end();
    assert_eq!(ids(&engine).await, [1]);
}

/// Rows are counted in a statement after the lock, all in one flight.
#[apply(every_way)]
#[tokio::test]
async fn fifty_concurrent_writers_meet_a_limit_exactly(way: Way) {
    const MOST: i64 = 20;
    let Numbers { engine, kept: _kept } = numbers(way).await;
    commit(&engine, vec![add(0)]).await.unwrap();
    let writer = |id: i64| {
        let engine = engine.clone();
        async move {
            let lock = ask("update number set stamp = $1 where id = 0", ["taken".into()]).expecting(1);
            let sql = "select (select count(*) from number where id > 0) < $1";
            let room = ask(sql, [MOST.into()]).expecting_true();
            match commit(&engine, vec![lock, room, add(id)]).await {
                Ok(_) => {}
                Err(failed) => {
                    assert!(matches!(failed.failure, EngineError::Unexpected) && failed.at == 1, "{failed:?}")
                }
            }
        }
    };
    futures_util::future::join_all((1..=50).map(writer)).await;
    assert_eq!(i64::try_from(ids(&engine).await.len()).unwrap(), MOST + 1);
}

#[apply(every_way)]
#[tokio::test]
async fn a_closed_engine_returns_an_error(way: Way) {
    let Numbers { engine, kept: _kept } = numbers(way).await;
    ids(&engine).await;
    engine.close().await;
    for _ in 0..2 {
        let failure = engine.session(TransactionKind::Read).await.unwrap_err();
        assert!(matches!(failure, EngineError::Closed), "{failure:?}");
    }
}

#[tokio::test]
async fn on_sqlite_a_reader_cannot_write_and_blocks_no_writer() {
    let Numbers { engine, kept: _kept } = numbers(Way::Sqlite).await;
    let refused = engine.alone(add(1)).await.unwrap_err();
    assert!(refused.to_string().contains("readonly"), "{refused}");
    let mut reading = engine.session(TransactionKind::Read).await.unwrap();
    reading.fly(vec![ask("select id from number", [])]).await.unwrap();
    commit(&engine, vec![add(1)]).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn a_connection_that_the_server_closed_fails_its_own_session_only(
    #[values(Way::Postgres, Way::Pooled)] way: Way,
) {
    let Numbers { engine, kept } = numbers(way).await;
    for id in 1..=5 {
        ids(&engine).await;
        let mut session = writing(&engine).await;
        session.fly(vec![add(-id)]).await.unwrap();
        let other = self::engine(Way::Postgres, &kept.owner_url(), SIZES);
        let end = "select count(pg_terminate_backend(pid)) as n from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()";
        other.alone(ask(end, [])).await.unwrap();
        let failed = session.commit(vec![add(100 + id)]).await.unwrap_err();
        assert!(failed.failure.is_passing(), "{failed:?}");
        commit(&engine, vec![add(id)]).await.unwrap();
    }
    assert_eq!(ids(&engine).await, [1, 2, 3, 4, 5]);
}

#[rstest]
#[tokio::test]
async fn a_server_that_stops_answering_times_out(#[values(Way::Postgres, Way::Pooled)] way: Way) {
    let Numbers { engine: _engine, kept } = numbers(way).await;
    let mut url = reqwest::Url::parse(&kept.owner_url()).unwrap();
    let target = format!("127.0.0.1:{}", url.port().unwrap()).parse().unwrap();
    let proxy = Proxy::start(target, Duration::ZERO);
    url.set_port(Some(proxy.address.port())).unwrap();
    let short = Duration::from_secs(2);
    let engine = self::engine(way, url.as_str(), Sizes { statement: short, turn: short, ..SIZES });
    let mut session = writing(&engine).await;
    session.fly(vec![add(1)]).await.unwrap();
    proxy.hold(true);
    let asked = std::time::Instant::now();
    let failed = session.commit(vec![add(2)]).await.unwrap_err();
    assert!(failed.failure.is_passing() && asked.elapsed() < Duration::from_secs(15), "{failed:?}");
    proxy.hold(false);
    commit(&engine, vec![add(3)]).await.unwrap();
}
