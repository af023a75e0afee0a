//! What a backup says of itself.

use crate::server::StartError;
use aws_lc_rs::digest::{Context, SHA256};
use chrono::{DateTime, Utc};
use persistence::Contents;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// Name of the file, which is written last.
const MANIFEST: &str = "manifest.json";
/// The form of a backup that this release writes and reads.
const FORMAT: u32 = 1;
/// Bytes read at a time.
const BUFFER: usize = 1 << 16;

/// The database of a backup. A backup of one cannot be restored into the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A dump of PostgreSQL, in its custom format.
    Postgresql,
    /// A SQLite file.
    Sqlite,
}

impl Kind {
    /// The kind of the database at this URL.
    pub(super) fn of(url: &str) -> Self {
        if persistence::sqlite_file(url).is_some() { Self::Sqlite } else { Self::Postgresql }
    }

    fn file(self) -> &'static str {
        match self {
            Self::Postgresql => "omringd.dump",
            Self::Sqlite => "omringd.db",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Postgresql => "PostgreSQL",
            Self::Sqlite => "SQLite",
        }
    }
}

/// The manifest of a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Manifest {
    format: u32,
    /// The release that made it.
    pub version: String,
    /// The database that it is of.
    pub database: Kind,
    /// When everything in it was committed.
    pub taken_at: DateTime<Utc>,
    /// Length of the data in bytes.
    pub bytes: u64,
    /// SHA-256 of the data.
    pub sha256: String,
    /// The migrations of its schema.
    pub migrations: Vec<String>,
    /// The number of rows of each table.
    pub rows: BTreeMap<String, i64>,
}

#[derive(Deserialize)]
struct Format {
    format: u32,
}

/// The file of the data in a directory.
pub(super) fn data(directory: &Path, database: Kind) -> PathBuf {
    directory.join(database.file())
}

impl Manifest {
    /// Describes the data in a directory, and writes the manifest beside it. Everything is on the disk then.
    pub(super) fn write(directory: &Path, database: Kind, contents: Contents) -> Result<Self, StartError> {
        let (bytes, sha256) = digest(&data(directory, database))?;
        let Contents { taken_at, migrations, rows } = contents;
        let version = env!("CARGO_PKG_VERSION").to_owned();
        let manifest = Self { format: FORMAT, version, database, taken_at, bytes, sha256, migrations, rows };
        let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(directory.join(MANIFEST))?;
        file.write_all(serde_json::to_string_pretty(&manifest)?.as_bytes())?;
        file.sync_all()?;
        File::open(data(directory, database))?.sync_all()?;
        File::open(directory)?.sync_all()?;
        Ok(manifest)
    }

    /// Reads the manifest of a backup, and compares the data with it.
    pub(super) fn read(directory: &Path, database: Kind) -> Result<Self, StartError> {
        let path = directory.join(MANIFEST);
        let text = std::fs::read_to_string(&path)
            .map_err(|error| format!("{} is no backup: {}: {}", directory.display(), path.display(), error.kind()))?;
        let damaged = |_| format!("{}: no manifest of a backup", path.display());
        let Format { format } = serde_json::from_str(&text).map_err(damaged)?;
        if format != FORMAT {
            return Err(format!("{}: a backup of a newer release of Omringd (format {format})", path.display()).into());
        }
        let manifest: Self = serde_json::from_str(&text).map_err(damaged)?;
        if manifest.database != database {
            let (of, into) = (manifest.database.name(), database.name());
            return Err(format!("{}: a backup of {of}, which cannot be restored into {into}", path.display()).into());
        }
        let file = data(directory, database);
        let found = digest(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        if found != (manifest.bytes, manifest.sha256.clone()) {
            return Err(format!(
                "{}: damaged: it is not the {} bytes that the manifest describes",
                file.display(),
                manifest.bytes
            )
            .into());
        }
        migration::check_known(&manifest.migrations)?;
        Ok(manifest)
    }

    /// Makes sure that each table has as many rows as in the backup.
    pub(super) fn compare(&self, rows: &BTreeMap<String, i64>) -> Result<(), StartError> {
        let counts = |table: &String| (self.rows.get(table).copied(), rows.get(table).copied());
        let differing = self.rows.keys().chain(rows.keys()).find(|table| counts(table).0 != counts(table).1);
        let Some(table) = differing else { return Ok(()) };
        let (of_backup, restored) = counts(table);
        let (of_backup, restored) = (of_backup.unwrap_or_default(), restored.unwrap_or_default());
        Err(format!("the table {table} has {restored} row(s), and the backup had {of_backup}").into())
    }
}

/// Length and SHA-256 of a file.
fn digest(file: &Path) -> std::io::Result<(u64, String)> {
    let (mut file, mut context, mut buffer, mut length) = (File::open(file)?, Context::new(&SHA256), [0; BUFFER], 0);
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            break;
        }
        context.update(&buffer[..read]);
        length += read as u64;
    }
    let digits = context.finish().as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok((length, digits))
}
