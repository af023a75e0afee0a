//! Disk space and file descriptors.

use super::Check;
use crate::config::Config;
use crate::file_descriptors;
use secrecy::ExposeSecret;
use std::path::{Path, PathBuf};

const DISK: &str = "disk space";
const DESCRIPTORS: &str = "file descriptors";

/// Free space in MiB below which the database soon cannot store anything.
const LITTLE: u64 = 1024;
/// Free space in MiB below which the next changes may fail.
const TOO_LITTLE: u64 = 100;

/// The space of each directory that the service writes to.
pub(super) fn disk_space(config: &Config) -> Vec<Check> {
    let mut directories = Vec::new();
    let file = config.database_url().ok().and_then(|url| persistence::sqlite_file(url.expose_secret()));
    if let Some(directory) = file.as_deref().and_then(Path::parent) {
        directories.push(("the database", directory.to_owned(), LITTLE));
    }
    let spool = config.spool_directory.clone().unwrap_or_else(std::env::temp_dir);
    directories.push(("exports", spool, u64::from(config.spool_mib)));
    if let Ok(keys) = config.key_directory() {
        directories.push(("the keys", keys, TOO_LITTLE));
    }
    directories.into_iter().map(|(of, directory, wanted)| space(of, &directory, wanted)).collect()
}

fn space(of: &str, directory: &Path, wanted: u64) -> Check {
    let shown = directory.display();
    let (existing, free) = match free_mib(directory) {
        Ok(found) => found,
        Err(error) => return Check::failure(DISK, format!("The directory {shown} of {of} cannot be used: {error}.")),
    };
    let missing = if existing == directory { "" } else { " (not created yet)" };
    let message = format!("{shown}{missing}, for {of}, has {free} MiB left");
    if free < TOO_LITTLE {
        Check::failure(DISK, format!("{message}, of at least {TOO_LITTLE}: free some space."))
    } else if free < wanted {
        Check::warning(DISK, format!("{message}, of the {wanted} it may need: free some space."))
    } else {
        Check::ok(DISK, format!("{message}."))
    }
}

/// The nearest directory that exists, and the MiB that this user can write on its file system.
fn free_mib(directory: &Path) -> std::io::Result<(PathBuf, u64)> {
    let mut existing = directory;
    while !existing.exists() {
        existing = existing.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    }
    let found = rustix::fs::statvfs(existing)?;
    Ok((existing.to_owned(), found.f_bavail.saturating_mul(found.f_frsize) >> 20))
}

pub(super) fn file_descriptors(config: &Config) -> Check {
    let limit = file_descriptors::hard_limit();
    match file_descriptors::connections(config, limit) {
        Err(error) => Check::failure(DESCRIPTORS, format!("{error}.")),
        Ok(connections) if connections < config.connections.get() => Check::warning(
            DESCRIPTORS,
            format!(
                "The hard limit is {limit}, which allows {connections} of {} client connections: raise it (`LimitNOFILE` in \
                 systemd, `--ulimit nofile` in Docker).",
                config.connections
            ),
        ),
        Ok(connections) => {
            Check::ok(DESCRIPTORS, format!("The hard limit is {limit}, enough for {connections} client connections."))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Status;
    use super::*;

    #[test]
    fn the_space_of_a_directory_is_compared_with_what_is_wanted() {
        let directory = tempfile::tempdir().unwrap();
        assert_eq!(space("exports", directory.path(), 0).status, Status::Ok);
        assert_eq!(space("exports", directory.path(), u64::MAX).status, Status::Warning);
        let missing = space("exports", &directory.path().join("a/b"), 0);
        assert!(missing.status == Status::Ok && missing.message.contains("not created yet"), "{}", missing.message);
    }

    #[test]
    fn too_few_descriptors_are_reported() {
        let config = Config { connections: std::num::NonZeroU32::MAX, ..Config::default() };
        assert_eq!(file_descriptors(&config).status, Status::Warning);
        let config = Config { database_connections: Some(u32::MAX), ..Config::default() };
        assert_eq!(file_descriptors(&config).status, Status::Failure);
    }
}
