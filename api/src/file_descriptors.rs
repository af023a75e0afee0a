//! How many files and connections this process may have open.

use crate::config::Config;
use crate::connections::TO_REFUSE;
use crate::server::StartError;

/// What is kept for files, the listeners, the database's own files, and look-ups of names.
const RESERVED: u64 = 128;
/// Connections to the database beside those of the pool, for each of them.
const PER_DATABASE_CONNECTION: u64 = 3;
/// The fewest connections worth starting for.
const FEWEST: u64 = 32;

/// Raises the soft limit of descriptors to the hard one; the limit there is then.
pub(crate) fn raise_limit() -> u64 {
    match rlimit::increase_nofile_limit(u64::MAX) {
        Ok(limit) => {
            tracing::info!(limit, "descriptors");
            limit
        }
        Err(error) => {
            let (limit, _) = rlimit::Resource::NOFILE.get().unwrap_or((1024, 1024));
            tracing::warn!(%error, limit, "the limit of descriptors cannot be raised");
            limit
        }
    }
}

/// How many connections of clients fit below this limit, and no more than the settings say.
///
/// # Errors
/// If it is too few to serve with.
pub(crate) fn connections(config: &Config, limit: u64) -> Result<u32, StartError> {
    let database = u64::from(config.database_connections()?) * PER_DATABASE_CONNECTION;
    let to_refuse = u64::try_from(config.workers()?)? * u64::from(TO_REFUSE);
    let room = limit.saturating_sub(RESERVED + database + to_refuse);
    if room < FEWEST {
        return Err(format!(
            "the limit of descriptors (ulimit -n) is {limit}: raise it to {} at least",
            limit + FEWEST - room
        )
        .into());
    }
    Ok(u32::try_from(room).unwrap_or(u32::MAX).min(config.connections.get()))
}
