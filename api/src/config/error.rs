//! Why the settings are invalid.

use super::PREFIX;
use crate::client_address::ProxyError;

/// Reason why the settings are invalid. Never contains a value, which may be a password.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The setting does not exist.
    #[error("{0} ({var}): no such setting. Every setting: docs/configuration.md", var = variable(.0))]
    Unknown(String),
    /// The value of a setting is invalid.
    #[error("{0} ({var}): expected {1}. Every setting: docs/configuration.md", var = variable(.0))]
    Refused(&'static str, &'static str),
    /// The settings file cannot be read.
    #[error("{0}: {1}")]
    Unreadable(String, std::io::ErrorKind),
    /// The settings file is not valid TOML.
    #[error(
        "{name}, line {line}, column {column}: not valid TOML; expected lines such as `listen = \"127.0.0.1:8080\"`"
    )]
    NotToml {
        /// Path of the file.
        name: String,
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// The sources cannot be merged.
    #[error("the settings cannot be read: name each once, as docs/configuration.md has them")]
    Sources,
    /// An entry of the list of proxies is neither an address nor a network.
    #[error("trusted_proxies: {0}")]
    TrustedProxies(#[from] ProxyError),
    /// LISTEN does not work through a pooler in transaction mode.
    #[error("database_pooler: with a pooler in transaction mode, changes_database_url must lead past it")]
    ChangesThroughPooler,
    /// Mail needs a sender and links.
    #[error("{0} ({var}): required with smtp_url or mail_directory", var = variable(.0))]
    MailNeeds(&'static str),
    /// Mail goes to one place.
    #[error("mail_directory: mail goes to a server or to a directory; set one of smtp_url and mail_directory")]
    TwoMailTransports,
    /// There is no home directory for the data.
    #[error("there is no data directory: set HOME or XDG_DATA_HOME, or OMRINGD_DATABASE_URL and OMRINGD_KEY_DIRECTORY")]
    NoDataDirectory,
}

/// The environment variable of a setting.
fn variable(setting: &str) -> String {
    format!("{PREFIX}{}", setting.to_uppercase())
}
