//! The keys: present, readable by this user, and by nobody else.

use super::Check;
use crate::auth::{ENCRYPTION, FAILURES, KEY_FILES, KeyDirectory, ORGANISATIONS};
use crate::config::Config;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

const KEYS: &str = "keys";

pub(super) fn keys(config: &Config) -> Check {
    let directory = match config.key_directory() {
        Ok(directory) => directory,
        Err(error) => return Check::failure(KEYS, format!("The directory of the keys is unknown: {error}.")),
    };
    let shown = directory.display();
    let missing: Vec<_> = KEY_FILES.iter().filter(|name| !directory.join(name).exists()).collect();
    if missing.len() == KEY_FILES.len() {
        let message =
            format!("{shown} has no keys: the service creates them when it starts; restore them if it ran before.");
        return Check::warning(KEYS, message);
    }
    // Others may list the directory, but neither read a key nor replace one.
    let files = KEY_FILES.iter().chain([&ORGANISATIONS]).map(|name| (directory.join(name), 0o077));
    // There may be none yet, or they are on a disk that is away: then the first use says so.
    let store = config.key_store().map(|store| (store, 0o022));
    for (path, of_others) in files.chain([(directory.clone(), 0o022)]).chain(store) {
        if mode(&path) & of_others != 0 {
            let path = path.display();
            return Check::failure(KEYS, format!("Other users have access to {path}: run `chmod go= {path}`."));
        }
    }
    if !missing.is_empty() {
        return Check::warning(KEYS, format!("{shown} lacks {missing:?}: the service creates them when it starts."));
    }
    let keys = KeyDirectory::new(&directory);
    // Every file exists, so that nothing is created.
    let secrets = || [FAILURES, ENCRYPTION].iter().try_for_each(|name| keys.secret(name).map(drop));
    match keys.load().and_then(|_| secrets()).and_then(|()| keys.existing_log_key()) {
        Ok(_) => Check::ok(KEYS, format!("{shown} has every key, and only this user has access.")),
        Err(error) => Check::failure(KEYS, format!("A key cannot be used: {error}. Restore it from the backup.")),
    }
}

/// The permissions of a file; none if there is no such file.
fn mode(path: &Path) -> u32 {
    path.metadata().map_or(0, |metadata| metadata.permissions().mode())
}
