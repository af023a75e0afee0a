//! The signing keys of a test: a directory for each, copied from one that the service made once.

use api::auth::KeyDirectory;
use std::path::Path;
use std::sync::LazyLock;
use tempfile::TempDir;

/// Name and content of each file.
static TEMPLATE: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let directory = tempfile::tempdir().unwrap();
    KeyDirectory::new(directory.path()).load().unwrap();
    let files = std::fs::read_dir(directory.path()).unwrap().map(Result::unwrap);
    let read = |file: std::fs::DirEntry| (file.file_name().into_string().unwrap(), std::fs::read(file.path()).unwrap());
    files.map(read).collect()
});

/// The key directory of one test; its files go with it.
pub(crate) struct TestKeys(TempDir);

impl TestKeys {
    pub(crate) fn create() -> Self {
        let directory = tempfile::Builder::new().prefix("omringd-keys-").tempdir().unwrap();
        for (name, content) in &*TEMPLATE {
            std::fs::write(directory.path().join(name), content).unwrap();
        }
        Self(directory)
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn load(&self) -> Vec<Vec<u8>> {
        KeyDirectory::new(self.path()).load().unwrap()
    }
}
