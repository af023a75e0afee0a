//! Random changes of the access log and its seals, made as the owner of the tables without triggers: every one is found and named.

use crate::log_seals::{add_line, verified};
use crate::support::{App, Db, both_databases, id};
use api::auth::{KeyDirectory, LogKeyFile};
use domain::access_log::seals::{Finding, FindingKind, Sealer};
use persistence::contract::Row;
use rstest_reuse::apply;
use std::path::PathBuf;
use std::sync::Arc;
use uuid::Uuid;

/// Numbers that are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

const TABLES: [&str; 3] = ["access_log", "log_seal", "log_head"];
const TICKS: usize = 12;

/// A log of some blocks that can be put back.
struct Log {
    app: App,
    anchors: [PathBuf; 1],
    _directory: tempfile::TempDir,
    /// The sealed lines: place in the order of commits, id, organisation.
    lines: Vec<(i64, Uuid, Uuid)>,
}

impl Log {
    async fn new(db: Db) -> Self {
        let (app, directory) = (App::spawn(db).await, tempfile::tempdir().unwrap());
        let anchors = [directory.path().join("anchors")];
        let sealer = app.sealer(Some(anchors[0].clone())).await;
        let organisations = [id(), id(), Uuid::nil()];
        for tick in 0..TICKS {
            for line in 0..6 {
                add_line(&app.raw, organisations[(tick + line) % 3]).await;
                if db == Db::Sqlite {
                    // Room for lines between them.
                    app.raw.run("update sqlite_sequence set seq = seq + 10 where name = 'access_log'").await.unwrap();
                }
            }
            app.seal(&sealer).await;
        }
        let mut log = Self { app, anchors, _directory: directory, lines: Vec::new() };
        log.lift_triggers().await;
        for table in TABLES {
            log.run(&format!("create table old_{table} as select * from {table}")).await;
        }
        let sql = format!("select {} as place, id, organisation_id from access_log order by 1", log.place());
        let rows: Vec<Row> = log.app.raw.query(&sql, &[]).await.unwrap();
        log.lines = rows.iter().map(|row| (row.at(0).unwrap(), row.at(1).unwrap(), row.at(2).unwrap())).collect();
        log
    }

    fn place(&self) -> &'static str {
        if self.app.db == Db::Postgres { "xid::text::bigint" } else { "position" }
    }

    /// The column of the place, and a value for it.
    fn place_is(&self, place: i64) -> (&'static str, String) {
        if self.app.db == Db::Postgres { ("xid", format!("'{place}'::xid8")) } else { ("position", place.to_string()) }
    }

    async fn run(&self, sql: &str) -> u64 {
        self.app.raw.run(sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"))
    }

    async fn lift_triggers(&self) {
        for table in TABLES {
            if self.app.db == Db::Postgres {
                self.run(&format!("alter table {table} disable trigger all")).await;
            } else {
                for change in ["update", "delete"] {
                    self.run(&format!("drop trigger tr_{table}__{change}")).await;
                }
            }
        }
    }

    async fn put_back(&self) {
        for table in TABLES {
            self.run(&format!("delete from {table}")).await;
            self.run(&format!("insert into {table} select * from old_{table}")).await;
        }
    }

    fn literal(&self, id: Uuid) -> String {
        if self.app.db == Db::Postgres { format!("'{id}'") } else { format!("x'{}'", id.simple()) }
    }

    /// The condition that finds a line.
    fn of(&self, line: Uuid) -> String {
        format!("id = {}", self.literal(line))
    }

    /// Removes all after this head, as an older copy does.
    async fn cut_after(&self, head: usize) {
        let last = format!("(select last_commit from log_head where number = {head})");
        self.run(&format!("delete from access_log where {} > {last}", self.place())).await;
        self.run(&format!("delete from log_seal where head > {head}")).await;
        self.run(&format!("delete from log_head where number > {head}")).await;
    }

    /// Adds a line and seals it with this sealer.
    async fn seal_another(&self, sealer: &Sealer) {
        add_line(&self.app.raw, self.lines[0].2).await;
        self.app.seal(sealer).await;
    }
}

/// What must be found: one of these kinds, and the line if it is known.
struct Expected {
    kinds: &'static [FindingKind],
    line: Option<Uuid>,
    organisation: Option<Uuid>,
}

impl Expected {
    fn new(kinds: &'static [FindingKind]) -> Self {
        Self { kinds, line: None, organisation: None }
    }

    fn is_met_by(&self, found: &Finding) -> bool {
        let line = self.line.is_none_or(|line| [found.line, found.other].contains(&Some(line)));
        let organisation = self.organisation.is_none_or(|id| found.organisation.is_some_and(|of| of.0 == id));
        self.kinds.contains(&found.kind) && line && organisation
    }
}

const KINDS: usize = 10;
/// The first kinds of change are of one line, or of two that change places.
const OF_ONE_LINE: usize = 4;

/// Makes a change of this kind, and says what must be found.
async fn mutate(log: &Log, kind: usize, numbers: &mut Numbers) -> (String, Expected) {
    match kind {
        0 => log.edit_line(numbers).await,
        1 => {
            let (_, line, organisation) = *numbers.one_of(&log.lines);
            log.run(&format!("delete from access_log where {}", log.of(line))).await;
            let expected = Expected { organisation: Some(organisation), ..Expected::new(&[FindingKind::Missing]) };
            ("delete".to_owned(), expected)
        }
        2 => log.swap_lines(numbers).await,
        3 => log.insert_line(numbers).await,
        4 => {
            log.cut_after(numbers.below(TICKS)).await;
            ("cut the tail".to_owned(), Expected::new(&[FindingKind::Cut]))
        }
        5 => {
            log.cut_after(numbers.below(TICKS - 1)).await;
            for _ in 0..2 {
                log.seal_another(&log.sealer_without_anchors().await).await;
            }
            ("put an old copy back and go on".to_owned(), Expected::new(&[FindingKind::Forked]))
        }
        6 => log.edit_seal(numbers).await,
        7 => {
            let head = numbers.below(TICKS) + 1;
            log.run(&format!("delete from log_seal where head = {head} and {}", of_one("log_seal", head))).await;
            ("delete a seal".to_owned(), Expected::new(&[FindingKind::Missing]))
        }
        8 => log.edit_head(numbers).await,
        _ => {
            log.cut_after(numbers.below(TICKS - 1)).await;
            log.seal_another(&log.forger().await).await;
            ("seal with another key".to_owned(), Expected::new(&[FindingKind::BadSignature]))
        }
    }
}

impl Log {
    async fn edit_line(&self, numbers: &mut Numbers) -> (String, Expected) {
        let (_, line, organisation) = *numbers.one_of(&self.lines);
        let other = self.literal(id());
        let fields = [
            ("outcome", "'refused'".to_owned()),
            ("operation", "'read-maps'".to_owned()),
            ("request_id", "null".to_owned()),
            ("address", "'203.0.113.7'".to_owned()),
            ("capacity", "''".to_owned()),
            ("user_id", other.clone()),
            ("client_id", "null".to_owned()),
            ("session_id", other),
            ("at", "'2026-11-01T00:00:00+00:00'".to_owned()),
        ];
        let (field, value) = numbers.one_of(&fields);
        self.run(&format!("update access_log set {field} = {value} where {}", self.of(line))).await;
        let kinds = &[FindingKind::Edited];
        (format!("edit {field}"), Expected { kinds, line: Some(line), organisation: Some(organisation) })
    }

    async fn swap_lines(&self, numbers: &mut Numbers) -> (String, Expected) {
        let (place, line, _) = *numbers.one_of(&self.lines);
        let others: Vec<_> = self.lines.iter().filter(|other| other.1 != line).collect();
        let (other_place, other, _) = **numbers.one_of(&others);
        let free = 900_000_000_000;
        for (line, place) in [(line, free), (other, place), (line, other_place)] {
            let (column, value) = self.place_is(place);
            self.run(&format!("update access_log set {column} = {value} where {}", self.of(line))).await;
        }
        ("swap".to_owned(), Expected { line: Some(line), ..Expected::new(&[FindingKind::Swapped]) })
    }

    /// Right before a line, also within its transaction.
    async fn insert_line(&self, numbers: &mut Numbers) -> (String, Expected) {
        let (place, line, _) = *numbers.one_of(&self.lines);
        let new = Uuid::from_u128(line.as_u128() - 1);
        let (column, value) = self.place_is(if self.app.db == Db::Postgres { place } else { place - 1 });
        let sql = format!(
            "insert into access_log (organisation_id, id, {column}, at, kind, operation, outcome)
            select organisation_id, {}, {value}, at, kind, operation, outcome from access_log where {}",
            self.literal(new),
            self.of(line)
        );
        self.run(&sql).await;
        ("insert".to_owned(), Expected { line: Some(new), ..Expected::new(&[FindingKind::Foreign]) })
    }

    async fn edit_seal(&self, numbers: &mut Numbers) -> (String, Expected) {
        let fields = ["lines", "head", "last_commit", "number"];
        let (field, head) = (numbers.one_of(&fields), numbers.below(TICKS) + 1);
        let seal = of_one("log_seal", head);
        self.run(&format!("update log_seal set {field} = {field} + 100 where head = {head} and {seal}")).await;
        let kinds = &[FindingKind::Edited, FindingKind::Missing, FindingKind::Forked, FindingKind::Cut];
        (format!("edit {field} of a seal"), Expected::new(kinds))
    }

    async fn edit_head(&self, numbers: &mut Numbers) -> (String, Expected) {
        let fields = ["seals", "lines", "last_commit", "hash", "log_id"];
        let (head, field) = (numbers.below(TICKS) + 1, *numbers.one_of(&fields));
        let value = match field {
            "hash" => "previous".to_owned(),
            "log_id" => self.literal(id()),
            field => format!("{field} + 1"),
        };
        self.run(&format!("update log_head set {field} = {value} where number = {head}")).await;
        (format!("edit {field} of a head"), Expected::new(&[FindingKind::Edited]))
    }
}

/// The condition that finds one of the rows under a head.
fn of_one(table: &str, head: usize) -> String {
    format!("organisation_id = (select o.organisation_id from old_{table} o where o.head = {head} order by 1 limit 1)")
}

impl Log {
    async fn sealer_without_anchors(&self) -> Sealer {
        self.app.sealer(None).await
    }

    /// A sealer with a key that is not the service's.
    async fn forger(&self) -> Sealer {
        let directory = tempfile::tempdir().unwrap().keep();
        KeyDirectory::new(&directory).load().unwrap();
        std::fs::copy(directory.join("current"), directory.join("log")).unwrap();
        let mut forger = self.app.sealer(None).await;
        forger.key = Arc::new(LogKeyFile::new(KeyDirectory::new(directory)));
        forger
    }
}

async fn all_are_found(db: Db, mutations: usize, seed: u64) {
    let (log, mut numbers) = (Log::new(db).await, Numbers(seed));
    let (summary, findings) = verified(&log.app, &log.anchors).await;
    assert_eq!((findings, summary.lines), (Vec::new(), 72));
    for at in 0..mutations {
        let (made, expected) = mutate(&log, at % KINDS, &mut numbers).await;
        let (_, findings) = verified(&log.app, &log.anchors).await;
        assert!(findings.iter().any(|found| expected.is_met_by(found)), "{at}: {made}: {findings:#?}");
        // A changed line accuses no other line.
        assert!(at % KINDS >= OF_ONE_LINE || findings.len() == 1, "{at}: {made}: {findings:#?}");
        log.put_back().await;
    }
    assert_eq!(verified(&log.app, &log.anchors).await.1, []);
}

#[apply(both_databases)]
#[tokio::test]
async fn every_change_of_the_log_is_found_and_named(db: Db) {
    all_are_found(db, 60, 1).await;
}

/// `cargo test -p tests -- --ignored a_thousand_changes_of_the_log_are_found`
#[apply(both_databases)]
#[tokio::test]
#[ignore = "takes minutes"]
async fn a_thousand_changes_of_the_log_are_found(db: Db) {
    all_are_found(db, 1_000, 2).await;
}
