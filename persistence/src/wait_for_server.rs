//! Waits for a PostgreSQL server that is starting.

use crate::engine::{PostgresUrl, is_postgres};
use secrecy::{ExposeSecret, SecretString};
use std::error::Error;
use std::io;
use std::time::{Duration, Instant};

/// Why there is no connection to PostgreSQL.
#[derive(Debug, thiserror::Error)]
pub enum Unreachable {
    /// Nothing at this address answers as PostgreSQL.
    #[error("cannot reach PostgreSQL at {place}: {why}")]
    Absent {
        /// Host and port.
        place: String,
        /// In words.
        why: String,
    },
    /// It refuses this role, password or database, or has no connection left.
    #[error("PostgreSQL at {place} refuses the connection: {why}")]
    Refused {
        /// Host and port.
        place: String,
        /// As PostgreSQL says it.
        why: String,
    },
}

/// `cannot_connect_now`: it is starting or stopping. `too_many_connections`: it has none left.
const TRANSIENT: [&str; 2] = ["57P03", "53300"];

impl Unreachable {
    fn absent(place: &str, why: String) -> Self {
        Self::Absent { place: place.to_owned(), why }
    }

    /// Why it failed, and whether trying again makes sense.
    fn of(place: &str, error: &tokio_postgres::Error) -> (Self, bool) {
        if let Some(refused) = error.as_db_error() {
            let (place, why) = (place.to_owned(), refused.message().to_owned());
            return (Self::Refused { place, why }, TRANSIENT.contains(&refused.code().code()));
        }
        match error.source().and_then(|cause| cause.downcast_ref::<io::Error>()) {
            // The system's own text has a number; that of the kind has words alone.
            Some(cause) if cause.raw_os_error().is_some() => (Self::absent(place, cause.kind().to_string()), true),
            Some(cause) => (Self::absent(place, cause.to_string()), true),
            None => {
                let cause = error.source().map(|cause| format!(": {cause}")).unwrap_or_default();
                (Self::absent(place, format!("{error}{cause}")), false)
            }
        }
    }
}

/// Waits until PostgreSQL accepts a connection. Does nothing for SQLite.
///
/// Reports to `waiting` why it does not yet.
///
/// # Errors
/// If it accepts none within the timeout, or refuses this role or database.
pub async fn wait_for_server(
    url: &SecretString,
    timeout: Duration,
    waiting: impl Fn(&Unreachable),
) -> Result<(), Unreachable> {
    let url = url.expose_secret();
    if !is_postgres(url) {
        return Ok(());
    }
    let address = PostgresUrl::parse(url).map_err(|error| Unreachable::absent("that address", error.to_string()))?;
    let place = address.place();
    let since = Instant::now();
    let mut told = false;
    loop {
        let (why, transient) = match tokio::time::timeout(timeout, address.connect()).await {
            Ok(Ok(_)) => return Ok(()),
            Ok(Err(error)) => Unreachable::of(&place, &error),
            Err(_) => (Unreachable::absent(&place, "it does not answer".to_owned()), true),
        };
        if !transient || since.elapsed() >= timeout {
            return Err(why);
        }
        if !told {
            waiting(&why);
            told = true;
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

/// Where the data of an address is, without the secret in it.
#[must_use]
pub fn place(url: &SecretString) -> String {
    let url = url.expose_secret();
    if let Some(file) = crate::sqlite_file(url) {
        return format!("SQLite file {}", file.display());
    }
    PostgresUrl::parse(url)
        .map_or_else(|error| error.to_string(), |address| format!("PostgreSQL at {}", address.place()))
}
