//! Waiting for a PostgreSQL that is starting.

use crate::engine::{EngineError, PostgresUrl, is_postgres};
use secrecy::{ExposeSecret, SecretString};
use std::error::Error;
use std::io;
use std::time::{Duration, Instant};

/// PostgreSQL does not answer at this address.
#[derive(Debug, thiserror::Error)]
#[error("cannot reach PostgreSQL at {place}: {why}")]
pub struct Unreachable {
    place: String,
    why: String,
}

/// Connects once, as soon as PostgreSQL is there. A pool would try again as well, without a word on why. Does nothing for SQLite.
///
/// # Errors
/// If it is not there in time, or refuses this role or database.
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
                // Not there, or it cannot connect now: it is starting or stopping, or has no connection left.
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
            Err(_) => "no answer".to_owned(),
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
