//! `omringd backup` and `omringd restore`.
//!
//! A backup is a directory with the data and a manifest. It never has a key: those of organisations have a second place of their own,
//! and a restore takes the backup together with the newest of them.

mod manifest;
mod programs;
mod restore;

use crate::config::Config;
use crate::server::StartError;
use manifest::data;
pub use manifest::{Kind, Manifest};
use persistence::{Contents, PostgresSnapshot};
use programs::{Program, argument};
pub use restore::{Report, restore};
use secrecy::ExposeSecret;
use std::fs::{self, DirBuilder, File};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf, absolute};

/// Writes a backup to a new directory, while the service runs.
///
/// # Errors
/// If the directory exists or would hold keys, or the database cannot be read as a whole.
pub async fn backup(config: &Config, directory: &Path) -> Result<Manifest, StartError> {
    let directory = absolute(directory)?;
    refuse_place(config, &directory)?;
    let draft = draft_of(&directory);
    DirBuilder::new().mode(0o700).create(&draft).map_err(|error| format!("{}: {}", draft.display(), error.kind()))?;
    match fill(config, &draft).await.and_then(|manifest| publish(&draft, &directory).map(|()| manifest)) {
        Ok(manifest) => Ok(manifest),
        Err(error) => {
            fs::remove_dir_all(&draft)?;
            Err(error)
        }
    }
}

fn refuse_place(config: &Config, directory: &Path) -> Result<(), StartError> {
    let shown = directory.display();
    if directory.symlink_metadata().is_ok() {
        return Err(format!("{shown} exists: a backup replaces nothing; name a new directory").into());
    }
    let places = [Some(config.key_store()?), config.key_store_copy.clone(), Some(config.key_directory()?)];
    match places.into_iter().flatten().find(|place| directory.starts_with(place)) {
        Some(place) => {
            Err(format!("{shown} is in {}, which has keys: keep backups and keys apart", place.display()).into())
        }
        None => Ok(()),
    }
}

/// Where it is written until it is complete.
fn draft_of(directory: &Path) -> PathBuf {
    let mut draft = directory.as_os_str().to_owned();
    draft.push(".partial");
    draft.into()
}

async fn fill(config: &Config, draft: &Path) -> Result<Manifest, StartError> {
    let kind = match &config.backup_database_url {
        Some(url) => Kind::of(url.expose_secret()),
        None => Kind::of(config.database_url()?.expose_secret()),
    };
    let contents = match kind {
        Kind::Sqlite => {
            let (url, file) = (config.database_url()?, data(draft, kind));
            tokio::task::spawn_blocking(move || persistence::copy_sqlite(url.expose_secret(), &file)).await??
        }
        Kind::Postgresql => dump(config, &data(draft, kind)).await?,
    };
    let draft = draft.to_owned();
    tokio::task::spawn_blocking(move || Manifest::write(&draft, kind, contents)).await?
}

/// Dumps what one transaction sees, and counts it in the same one.
async fn dump(config: &Config, file: &Path) -> Result<Contents, StartError> {
    let url = config.backup_database_url.as_ref().ok_or(
        "OMRINGD_BACKUP_DATABASE_URL is not set: row-level security hides every row from the other roles. See docs/backup.md",
    )?;
    persistence::make_private(file)?;
    let snapshot = PostgresSnapshot::take(url.expose_secret()).await?;
    Program::Dump.check(snapshot.server)?;
    let arguments = vec![
        "--format=custom".to_owned(),
        "--no-owner".to_owned(),
        "--no-privileges".to_owned(),
        "--no-password".to_owned(),
        "--exclude-table-data=event".to_owned(),
        format!("--snapshot={}", snapshot.name),
        argument("--file=", file.to_owned())?,
    ];
    Program::Dump.run(persistence::program_address(url.expose_secret())?, arguments).await?;
    Ok(snapshot.contents)
}

/// Gives a complete backup its name.
fn publish(draft: &Path, directory: &Path) -> Result<(), StartError> {
    fs::rename(draft, directory)?;
    if let Some(parent) = directory.parent() {
        File::open(parent)?.sync_all()?;
    }
    Ok(())
}
