//! `omringd doctor`: checks an installation, and says what to do. Changes nothing.

mod database;
mod keys;
mod machine;
mod mail;
mod network;
mod protection;

use crate::config::Config;
use crate::server::StartError;
use serde::Serialize;

/// How a check ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Nothing to do.
    Ok,
    /// The service runs, and an operator should know.
    Warning,
    /// The service does not run, or does not run safely.
    Failure,
}

/// The result of one check.
#[derive(Clone, Debug, Serialize)]
pub struct Check {
    /// What was checked.
    pub name: &'static str,
    /// How it ended.
    pub status: Status,
    /// One sentence: what was found, and what to do.
    pub message: String,
}

impl Check {
    fn ok(name: &'static str, message: impl Into<String>) -> Self {
        Self { name, status: Status::Ok, message: message.into() }
    }

    fn warning(name: &'static str, message: impl Into<String>) -> Self {
        Self { name, status: Status::Warning, message: message.into() }
    }

    fn failure(name: &'static str, message: impl Into<String>) -> Self {
        Self { name, status: Status::Failure, message: message.into() }
    }
}

/// The results of all checks.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// The worst status of all checks.
    pub status: Status,
    /// The checks, in order.
    pub checks: Vec<Check>,
}

/// Runs every check, in this order. A new check is a function that is called here.
pub async fn examine(config: &Config) -> Report {
    let mut checks = database::checks(config).await;
    checks.push(keys::keys(config));
    checks.push(protection::key_store(config));
    checks.push(protection::key_store_copy(config));
    checks.push(protection::log_anchors(config));
    checks.push(network::public_url(config));
    checks.push(network::trusted_proxies(config));
    checks.push(mail::mail(config).await);
    checks.extend(machine::disk_space(config));
    checks.push(machine::file_descriptors(config));
    let status = checks.iter().map(|check| check.status).max().unwrap_or(Status::Ok);
    Report { status, checks }
}

/// Prints the result of every check.
///
/// # Errors
/// If a check fails.
#[expect(clippy::print_stdout, reason = "the answer of a command")]
pub(super) async fn doctor(config: &Config, json: bool) -> Result<(), StartError> {
    let report = examine(config).await;
    let failed = report.checks.iter().filter(|check| check.status == Status::Failure).count();
    let all = report.checks.len();
    if json {
        println!("{}", serde_json::to_string_pretty(&report)?);
    } else {
        for Check { name, status, message } in report.checks {
            let status = match status {
                Status::Ok => "ok",
                Status::Warning => "warning",
                Status::Failure => "failure",
            };
            println!("{status:8} {name:20} {message}");
        }
    }
    if failed == 0 { Ok(()) } else { Err(format!("{failed} of {all} checks failed").into()) }
}
