//! The runner on SQLite. `tests/it/roles_db.rs` tests it on PostgreSQL, with the roles.

use crate::{Backend, Connection, MIGRATIONS, MigrateError, Migration, OlderReleases, pending, run, runner};
use std::path::PathBuf;
use tempfile::TempDir;

/// A SQLite file that several connections can open.
struct File {
    path: PathBuf,
    _directory: TempDir,
}

impl File {
    fn create() -> Self {
        let directory = tempfile::tempdir().unwrap();
        Self { path: directory.path().join("test.db"), _directory: directory }
    }

    fn open(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(&self.path).unwrap()
    }

    async fn run(&self) -> Result<usize, MigrateError> {
        run(Connection::Sqlite(self.open()), None).await
    }

    async fn pending(&self) -> Result<usize, MigrateError> {
        pending(Connection::Sqlite(self.open())).await
    }

    /// The first column of every row, as text.
    fn column(&self, sql: &str) -> Vec<String> {
        let connection = self.open();
        let mut statement = connection.prepare(sql).unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    }

    fn tables(&self) -> Vec<String> {
        self.column("select name from sqlite_master where type = 'table' order by name")
    }
}

#[tokio::test]
async fn a_fresh_database_is_migrated_once() {
    let file = File::create();
    assert_eq!(file.run().await.unwrap(), MIGRATIONS.len());
    let versions = file.column("select version from seaql_migrations order by rowid");
    assert_eq!(versions, MIGRATIONS.iter().map(|migration| migration.name).collect::<Vec<_>>());
    assert!(file.tables().contains(&"client_usage".to_owned()));
    let recent = "select version from seaql_migrations where abs(applied_at - unixepoch()) < 600";
    assert_eq!(file.column(recent).len(), MIGRATIONS.len());
    assert_eq!(file.run().await.unwrap(), 0);
    assert_eq!(file.pending().await.unwrap(), 0);
}

const FIRST: Migration = Migration {
    name: "m1_first",
    older_releases: OlderReleases::Refuse,
    up: |_| vec!["create table first (id integer)".to_owned()],
};
const SECOND: Migration = Migration {
    name: "m2_second",
    older_releases: OlderReleases::Serve,
    up: |_| vec!["create table second (id integer)".to_owned()],
};

#[test]
fn only_pending_migrations_are_applied() {
    let file = File::create();
    assert_eq!(runner::run_sqlite(file.open(), &[FIRST]).unwrap(), 1);
    let both = [FIRST, SECOND];
    let history = runner::of_sqlite(&file.open(), &both).unwrap();
    assert_eq!(history.pending.iter().map(|migration| migration.name).collect::<Vec<_>>(), ["m2_second"]);
    assert_eq!(runner::run_sqlite(file.open(), &both).unwrap(), 1);
    assert_eq!(file.tables(), ["first", "seaql_migrations", "second"]);
    assert_eq!(runner::run_sqlite(file.open(), &both).unwrap(), 0);
}

#[tokio::test]
async fn pending_changes_nothing() {
    let file = File::create();
    assert_eq!(file.pending().await.unwrap(), MIGRATIONS.len());
    assert_eq!(file.tables(), [""; 0]);
}

#[tokio::test]
async fn a_database_of_a_newer_release_is_refused() {
    let file = File::create();
    file.run().await.unwrap();
    let newer = "insert into seaql_migrations values ('m29990101_000001_later', 0, false)";
    file.open().execute_batch(newer).unwrap();
    for refused in [file.run().await, file.pending().await] {
        assert!(matches!(refused, Err(MigrateError::Newer(name)) if name == "m29990101_000001_later"));
    }
}

#[test]
fn an_older_release_serves_what_a_newer_one_only_expanded() {
    let third = Migration { name: "m3_third", older_releases: OlderReleases::Refuse, up: |_| Vec::new() };
    let file = File::create();
    runner::run_sqlite(file.open(), &[FIRST, SECOND]).unwrap();
    let history = runner::of_sqlite(&file.open(), &[FIRST]).unwrap();
    assert!(history.newer && history.pending.is_empty());
    assert_eq!(runner::run_sqlite(file.open(), &[FIRST]).unwrap(), 0);

    // Another line of releases: something is missing as well.
    let refused = runner::run_sqlite(file.open(), &[FIRST, third]).unwrap_err();
    assert!(matches!(refused, MigrateError::Newer(name) if name == "m2_second"));

    runner::run_sqlite(file.open(), &[FIRST, SECOND, third]).unwrap();
    for older in [&[FIRST] as &[_], &[FIRST, SECOND]] {
        let refused = runner::run_sqlite(file.open(), older).unwrap_err();
        assert!(matches!(refused, MigrateError::Newer(name) if name == "m3_third"));
    }
}

#[test]
fn a_migration_that_fails_leaves_nothing_behind() {
    fn failing(_: Backend) -> Vec<String> {
        vec!["create table second (id integer)".to_owned(), "insert into missing values (1)".to_owned()]
    }
    let older_releases = OlderReleases::Refuse;
    let migrations = [FIRST, Migration { name: "m2_failing", older_releases, up: failing }];
    let file = File::create();
    let error = runner::run_sqlite(file.open(), &migrations).unwrap_err();
    assert!(error.to_string().contains("no such table: missing"), "{error}");
    assert_eq!(file.tables(), ["first", "seaql_migrations"]);
    assert_eq!(file.column("select version from seaql_migrations"), ["m1_first"]);
    assert_eq!(runner::of_sqlite(&file.open(), &migrations).unwrap().pending.len(), 1);
}

#[tokio::test]
async fn processes_that_start_at_once_migrate_together() {
    let file = File::create();
    let (one, other) = tokio::join!(file.run(), file.run());
    one.unwrap();
    other.unwrap();
    assert_eq!(file.column("select version from seaql_migrations").len(), MIGRATIONS.len());
}

#[test]
fn foreign_keys_are_enforced_even_if_the_connection_has_them_off() {
    fn orphan(_: Backend) -> Vec<String> {
        vec![
            "create table parent (id integer primary key)".to_owned(),
            "create table child (parent integer references parent (id))".to_owned(),
            "insert into child values (1)".to_owned(),
        ]
    }
    let file = File::create();
    let connection = file.open();
    connection.execute_batch("pragma foreign_keys = off").unwrap();
    let older_releases = OlderReleases::Refuse;
    let orphaned = [Migration { name: "m1_orphan", older_releases, up: orphan }];
    let error = runner::run_sqlite(connection, &orphaned).unwrap_err();
    assert!(error.to_string().contains("FOREIGN KEY constraint failed"), "{error}");
}
