//! Settings with a closed list of words.

use serde::Deserialize;

/// Pooler between the service and PostgreSQL.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Pooler {
    /// No pooler: each connection belongs to this process.
    None,
    /// A pooler that assigns a connection for one transaction.
    Transaction,
}

/// When the line about a read is in the access log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ReadLog {
    /// When PostgreSQL has it on its disk.
    Durable,
    /// When PostgreSQL has received it.
    Received,
}

/// Whether the service serves the reference front end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AppSetting {
    /// At `/`.
    On,
    /// Another front end is used.
    Off,
}

/// Whether a second factor is required by default.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SecondFactorSetting {
    /// Operators and the staff of new organisations need one.
    Required,
    /// Those who add one need it.
    Optional,
}

/// Format of log lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// Human-readable, for a terminal.
    Human,
    /// One JSON object per line.
    Json,
}
