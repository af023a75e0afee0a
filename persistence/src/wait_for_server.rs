//! Waits for a PostgreSQL server that is starting.

use crate::engine::{EngineError, PostgresUrl, is_postgres};
use secrecy::{ExposeSecret, SecretString};
use std::error::Error;
use std::io;
use std::time::{Duration, Instant};

/// PostgreSQL cannot be reached at this address.
#[derive(Debug, thiserror::Error)]
#[error("cannot reach PostgreSQL at {place}: {why}")]
pub struct Unreachable {
    place: String,
    why: String,
}

/// Waits until PostgreSQL accepts a connection, and reports to `waiting` why it does not yet. Does nothing for SQLite.
///
/// # Errors
/// If it accepts none within the timeout, or refuses this role or database.
pub async fn wait_for_server(url: &SecretString, timeout: Duration, waiting: impl Fn(&str)) -> Result<(), Unreachable> {
    let url = url.expose_secret();
    if !is_postgres(url) {
        return Ok(());
    }
    let unreachable = |place: &str, why: String| Unreachable { place: place.to_owned(), why };
    let address = PostgresUrl::parse(url).map_err(|error| unreachable("that address", error.to_string()))?;
    let place = address.place();
    let since = Instant::now();
    let mut told = false;
    loop {
        let why = match tokio::time::timeout(timeout, address.connect()).await {
            Ok(Ok(_)) => return Ok(()),
            Ok(Err(error)) => {
                // No server, or one that is starting, is stopping or has no connection left.
                let waits = error.code().map_or_else(
                    || error.source().is_some_and(|cause| cause.is::<io::Error>()),
                    |code| ["57P03", "53300"].contains(&code.code()),
                );
                let why = EngineError::from(error).to_string();
                if !waits {
                    return Err(unreachable(&place, why));
                }
                why
            }
            Err(_) => "it does not answer".to_owned(),
        };
        if since.elapsed() >= timeout {
            return Err(unreachable(&place, why));
        }
        if !told {
            waiting(&format!("PostgreSQL at {place}: {why}"));
            told = true;
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}
