//! Protection against a copied database and a changed access log.

use super::Check;
use crate::config::Config;
use crate::server::organisation_keys;
use std::path::Path;

const KEY_STORE: &str = "key store";
const KEY_STORE_COPY: &str = "key store copy";
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

/// The keys of organisations are in no backup: a second place has them if the first is lost.
pub(super) fn key_store_copy(config: &Config) -> Check {
    let Some(copy) = &config.key_store_copy else {
        let message = "The keys of organisations are in one place: if it is lost, no backup can be read. Set OMRINGD_KEY_STORE_COPY to a \
                       directory on another disk or machine, and run `omringd keys copy`. See docs/backup.md.";
        return Check::warning(KEY_STORE_COPY, message);
    };
    let shown = copy.display();
    let store = match config.key_store() {
        Ok(store) => store,
        Err(error) => return Check::failure(KEY_STORE_COPY, format!("The directory of the keys is unknown: {error}.")),
    };
    if copy.starts_with(&store) || store.starts_with(copy) {
        let message = format!("{shown} is in the same place as {}: choose another disk or machine.", store.display());
        return Check::failure(KEY_STORE_COPY, message);
    }
    if !copy.is_dir() {
        let message = format!("{shown} is away, and no key is replaced without it: mount it, or create it.");
        return Check::failure(KEY_STORE_COPY, message);
    }
    match organisation_keys(config).and_then(|keys| Ok(keys.differing()?)) {
        Ok(None | Some(0)) => Check::ok(KEY_STORE_COPY, format!("{shown} has every key.")),
        Ok(Some(differing)) => {
            let message =
                format!("{shown} differs for {differing} organisation(s): mount it, or run `omringd keys copy`.");
            Check::failure(KEY_STORE_COPY, message)
        }
        Err(error) => Check::failure(KEY_STORE_COPY, format!("{shown} cannot be compared: {error}.")),
    }
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
