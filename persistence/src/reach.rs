//! Waiting for a PostgreSQL that is starting.

use crate::connect::is_postgres;
use sea_orm::sqlx::postgres::{PgConnectOptions, PgConnection};
use sea_orm::sqlx::{Connection, Error};
use secrecy::{ExposeSecret, SecretString};
use std::str::FromStr;
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
pub async fn reach(url: &SecretString, patience: Duration, waiting: impl Fn(&str)) -> Result<(), Unreachable> {
    let url = url.expose_secret();
    if !is_postgres(url) {
        return Ok(());
    }
    let unreachable = |place: &str, why: String| Unreachable { place: place.to_owned(), why };
    let options = PgConnectOptions::from_str(url).map_err(|error| unreachable("that address", error.to_string()))?;
    let place = format!("{}:{}", options.get_host(), options.get_port());
    let since = Instant::now();
    let mut told = false;
    loop {
        let connected = tokio::time::timeout(patience, PgConnection::connect_with(&options)).await;
        let why = match connected {
            Ok(Ok(connection)) => {
                drop(connection.close().await);
                return Ok(());
            }
            Ok(Err(Error::Io(error))) => error.to_string(),
            // Cannot connect now: it is starting or stopping, or has no connection left.
            Ok(Err(Error::Database(error))) if error.code().is_some_and(|code| code == "57P03" || code == "53300") => {
                error.message().to_owned()
            }
            Ok(Err(Error::Database(error))) => return Err(unreachable(&place, error.message().to_owned())),
            Ok(Err(error)) => return Err(unreachable(&place, error.to_string())),
            Err(_) => "no answer".to_owned(),
        };
        if since.elapsed() >= patience {
            return Err(unreachable(&place, why));
        }
        if !told {
            waiting(&format!("PostgreSQL at {place}: {why}"));
            told = true;
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}
