//! The SQLite databases of a test run: a file for each test, copied from one that was migrated once.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::thread;
use tempfile::TempDir;

static TEMPLATE: LazyLock<Vec<u8>> = LazyLock::new(|| thread::spawn(migrated).join().unwrap());

/// In a thread of its own: the first test that needs it already runs in a runtime.
fn migrated() -> Vec<u8> {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("template.db");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let connection = migration::Connection::Sqlite(persistence::open_sqlite(&url(&file)).unwrap());
    runtime.block_on(migration::run(connection, None)).unwrap();
    std::fs::read(file).unwrap()
}

fn url(file: &Path) -> String {
    format!("sqlite://{}?mode=rwc", file.display())
}

/// A database of one test; its file goes with it.
pub(crate) struct TestFile {
    file: PathBuf,
    _directory: TempDir,
}

impl TestFile {
    /// A migrated, empty database.
    pub(crate) fn create() -> Self {
        let directory = tempfile::Builder::new().prefix("omringd-sqlite-").tempdir().unwrap();
        let file = directory.path().join("omringd.db");
        std::fs::write(&file, &*TEMPLATE).unwrap();
        Self { file, _directory: directory }
    }

    pub(crate) fn url(&self) -> String {
        url(&self.file)
    }
}
