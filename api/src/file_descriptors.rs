//! Limits on the file descriptors of this process.

use crate::config::Config;
use crate::connections::TO_REFUSE;
use crate::server::StartError;

/// Descriptors reserved for files, the listeners, the files of the database, and DNS look-ups.
const RESERVED: u64 = 128;
/// Database connections reserved per connection of the pool, because others exist beside the pool.
const PER_DATABASE_CONNECTION: u64 = 3;
/// Minimum client connections to start with.
const FEWEST: u64 = 32;

/// Raises the soft limit of descriptors to the hard limit, and returns the resulting limit.
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

/// The limit of descriptors that this process may raise its own limit to.
pub(crate) fn hard_limit() -> u64 {
    rlimit::Resource::NOFILE.get().map_or(1024, |(_, hard)| hard)
}

/// Returns the number of client connections that fit in this limit, at most the configured number.
///
/// # Errors
/// If the number is too small to serve with.
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
