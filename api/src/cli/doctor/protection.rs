//! Protection against a copied database and a changed access log.

use super::Check;
use crate::config::Config;
use std::path::Path;

const KEY_STORE: &str = "key store";
const LOG_ANCHORS: &str = "log anchors";

/// The keys of organisations, and the key that encrypts them, should not lie in one place.
pub(super) fn key_store(config: &Config) -> Check {
    let (store, keys) = match config.key_store().and_then(|store| Ok((store, config.key_directory()?))) {
        Ok(found) => found,
        Err(error) => return Check::failure(KEY_STORE, format!("The directory of the keys is unknown: {error}.")),
    };
    let shown = store.display();
    if config.key_encryption_key.is_some() || config.key_encryption_key_command.is_some() || !store.starts_with(keys) {
        return Check::ok(KEY_STORE, format!("{shown} is apart from the key that encrypts its keys."));
    }
    Check::warning(
        KEY_STORE,
        format!(
            "{shown} lies beside the key that encrypts its keys, so a copy of that directory and of the database is readable: set \
             OMRINGD_KEY_STORE to another disk, or OMRINGD_KEY_ENCRYPTION_KEY_COMMAND. See docs/security.md."
        ),
    )
}

/// The signed heads of the access log should also be where a database administrator cannot write.
pub(super) fn log_anchors(config: &Config) -> Check {
    let Some(file) = &config.log_anchors else {
        let message = "Nobody would find that the end of the access log was cut off: set OMRINGD_LOG_ANCHORS to a file on another \
                       disk. See docs/security.md.";
        return Check::warning(LOG_ANCHORS, message);
    };
    let shown = file.display();
    if file.parent().is_some_and(|directory| directory != Path::new("") && !directory.is_dir()) {
        return Check::failure(LOG_ANCHORS, format!("The directory of {shown} does not exist: create it."));
    }
    Check::ok(LOG_ANCHORS, format!("The heads of the access log are appended to {shown}."))
}
