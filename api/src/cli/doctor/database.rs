//! The database: reachable, migrated, and row-level security in force.

use super::Check;
use crate::config::Config;
use crate::server::{StartError, database_settings};
use chrono::{DateTime, TimeDelta, Utc};
use domain::ports::{Clock, SystemClock};
use migration::Connection;
use persistence::{ConnectError, Database, Inspection};
use secrecy::{ExposeSecret, SecretString};
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::time::Duration;

const DATABASE: &str = "database";
const MIGRATIONS: &str = "migrations";
const ROLE: &str = "role";
const ROW_LEVEL_SECURITY: &str = "row-level security";
const CLOCK: &str = "clock";

/// How long to wait for PostgreSQL.
const TIMEOUT: Duration = Duration::from_secs(3);
/// The difference of clocks from which an operator should know.
const NOTABLE: TimeDelta = TimeDelta::seconds(1);
/// The difference of clocks from which tokens are refused: the leeway of their verification.
const TOO_MUCH: TimeDelta = TimeDelta::seconds(5);

/// The checks of the database; those that need a connection only if there is one.
pub(super) async fn checks(config: &Config) -> Vec<Check> {
    match connected(config).await {
        Ok((place, database)) => {
            let mut checks = vec![Check::ok(DATABASE, format!("{place} answers."))];
            checks.push(migrations(config).await);
            let asked = SystemClock.now();
            match database.inspect().await {
                Ok(Some(inspection)) => checks.extend(postgres(&inspection, asked, SystemClock.now())),
                Ok(None) => checks.push(Check::ok(
                    ROLE,
                    "SQLite has no roles and no row-level security: a person who can read the file can read all data.",
                )),
                Err(error) => {
                    checks.push(Check::failure(DATABASE, format!("The database cannot be inspected: {error}.")))
                }
            }
            database.close().await;
            checks
        }
        Err(check) => vec![check],
    }
}

/// The connected database with its place, or the check that failed.
async fn connected(config: &Config) -> Result<(String, Database), Check> {
    let failure = |error: StartError| Check::failure(DATABASE, format!("{}.", capitalized(&error.to_string())));
    let url = config.database_url().map_err(|error| failure(error.into()))?;
    let place = persistence::place(&url);
    if let Some(file) = persistence::sqlite_file(url.expose_secret()) {
        own_file(&file)?;
    }
    persistence::wait_for_server(&url, TIMEOUT, |_| {}).await.map_err(|error| failure(error.into()))?;
    let settings = database_settings(config).map_err(failure)?;
    match Database::connect(&settings).await {
        Ok(database) => Ok((place, database)),
        Err(error @ ConnectError::RoleTooPowerful(_)) => {
            Err(Check::failure(ROLE, format!("{}.", capitalized(&error.to_string()))))
        }
        Err(error) => Err(failure(error.into())),
    }
}

/// Checks that the SQLite file exists and is this user's, before SQLite would create it, or files beside it as another user.
fn own_file(file: &Path) -> Result<(), Check> {
    let shown = file.display();
    let metadata = file.metadata().map_err(|error| {
        let kind = error.kind();
        Check::failure(
            DATABASE,
            format!("The SQLite file {shown}: {kind}. Run `omringd migrate`, or correct the path."),
        )
    })?;
    let (owner, user) = (metadata.uid(), rustix::process::geteuid().as_raw());
    if owner != user {
        let message =
            format!("The SQLite file {shown} belongs to the user {owner}, not to {user}: run this as its owner.");
        return Err(Check::failure(DATABASE, message));
    }
    if metadata.mode() & 0o077 != 0 {
        let message = format!("Other users can read the SQLite file {shown}: run `chmod 600 {shown}`.");
        return Err(Check::failure(DATABASE, message));
    }
    Ok(())
}

async fn migrations(config: &Config) -> Check {
    let pending = match config.direct_database_url() {
        Ok(url) => pending(&url).await,
        Err(error) => Err(error.into()),
    };
    match pending {
        Ok(0) => Check::ok(MIGRATIONS, "All migrations are applied."),
        Ok(lacking) => Check::failure(
            MIGRATIONS,
            format!("{lacking} migration(s) are pending: run `omringd migrate` as the owner."),
        ),
        Err(error) => Check::failure(MIGRATIONS, format!("{}.", capitalized(&error.to_string()))),
    }
}

async fn pending(url: &SecretString) -> Result<usize, StartError> {
    let url = url.expose_secret();
    let connection = if persistence::sqlite_file(url).is_some() {
        Connection::Sqlite(persistence::open_sqlite(url)?)
    } else {
        Connection::Postgres(persistence::open_postgres(url).await?)
    };
    Ok(migration::pending(connection).await?)
}

fn postgres(found: &Inspection, before: DateTime<Utc>, after: DateTime<Utc>) -> [Check; 3] {
    let Inspection { role, lacking, protected, unprotected, clock } = found;
    let privileges = if *lacking == 0 {
        Check::ok(ROLE, format!("The role {role:?} owns no table, and row-level security binds it."))
    } else {
        let message = format!("Privileges on {lacking} table(s) are missing: run `omringd migrate` as the owner.");
        Check::failure(ROLE, message)
    };
    let security = if unprotected.is_empty() && *protected > 0 {
        Check::ok(ROW_LEVEL_SECURITY, format!("It is forced on all {protected} tables with policies."))
    } else {
        let tables = unprotected
            .iter()
            .map(|table| format!("`alter table {table} enable row level security, force row level security`"));
        let cure = tables.collect::<Vec<_>>().join(", ");
        Check::failure(
            ROW_LEVEL_SECURITY,
            format!("It is off or not forced on {} table(s): run {cure} as the owner.", unprotected.len()),
        )
    };
    [privileges, security, compare_clocks(*clock, before, after)]
}

/// Compares the server's clock with this machine's, before and after the question.
fn compare_clocks(server: DateTime<Utc>, before: DateTime<Utc>, after: DateTime<Utc>) -> Check {
    let difference = (before - server).max(server - after).max(TimeDelta::zero());
    let seconds = difference.as_seconds_f64();
    if difference < NOTABLE {
        return Check::ok(CLOCK, "It agrees with that of the database server.");
    }
    let message =
        format!("It differs by {seconds:.1} seconds from that of the database server: synchronize both with NTP.");
    if difference < TOO_MUCH { Check::warning(CLOCK, message) } else { Check::failure(CLOCK, message) }
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::Status;
    use super::*;

    #[test]
    fn clocks_may_differ_by_the_time_of_the_question_and_a_little_more() {
        let before = DateTime::<Utc>::UNIX_EPOCH;
        let after = before + TimeDelta::seconds(2);
        let status = |millis| compare_clocks(before + TimeDelta::milliseconds(millis), before, after).status;
        assert_eq!([0, 1000, 2000, 2900, -900].map(status), [Status::Ok; 5]);
        assert_eq!([3000, 6900, -1000, -4900].map(status), [Status::Warning; 4]);
        assert_eq!([7000, -5000].map(status), [Status::Failure; 2]);
    }

    #[test]
    fn tables_without_forced_row_level_security_are_named() {
        let found = |protected, unprotected: &[&str], lacking| Inspection {
            clock: DateTime::UNIX_EPOCH,
            role: "omringd_runtime".to_owned(),
            protected,
            unprotected: unprotected.iter().map(|&table| table.to_owned()).collect(),
            lacking,
        };
        let at = DateTime::UNIX_EPOCH;
        assert!(postgres(&found(25, &[], 0), at, at).iter().all(|check| check.status == Status::Ok));
        let [role, security, _] = postgres(&found(23, &["client", "person"], 0), at, at);
        assert_eq!((role.status, security.status), (Status::Ok, Status::Failure));
        assert!(security.message.contains("alter table client ") && security.message.contains("alter table person "));
        let [role, _, _] = postgres(&found(25, &[], 2), at, at);
        assert_eq!(role.status, Status::Failure);
    }
}
