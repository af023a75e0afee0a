//! Every setting of the service, in one place: from the environment, then a file, then the default.

mod expected;
mod file;
mod urls;

use crate::client_address::{ProxyError, TrustedProxies};
use crate::public_url::PublicUrl;
use config::{Config as Sources, Environment, File, FileFormat};
use expected::Expected;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use std::net::SocketAddr;
use std::num::{NonZeroU32, NonZeroU64};
use std::path::{Path, PathBuf};
pub use urls::{HttpUrl, Origin};

/// Declares the settings: their type and default, and the text of `docs/configuration.md`.
macro_rules! settings {
    ($($(#[doc = $doc:literal])+ $name:ident: $type:ty = $default:expr, $shown:literal;)+) => {
        /// The settings of the service.
        #[derive(Clone, Debug)]
        pub struct Config { $($(#[doc = $doc])+ pub $name: $type,)+ }

        impl Default for Config {
            fn default() -> Self {
                Self { $($name: $default,)+ }
            }
        }

        impl Config {
            /// Every setting that these sources have; the others keep their default.
            fn read(sources: &Sources) -> Result<Self, ConfigError> {
                refuse_unknown(sources)?;
                Ok(Self { $($name: setting(sources, stringify!($name), $default)?,)+ })
            }
        }

        /// Name, default and text of every setting.
        const SETTINGS: &[(&str, &str, &str)] = &[$((stringify!($name), $shown, concat!($($doc),+)),)+];
    };
}

settings! {
    /// Where the data is: `sqlite:///path/file.db` or `postgres://user:password@host/database`, with the role that only
    /// reads and writes. PostgreSQL takes `?sslmode=` and `&sslrootcert=` as psql does; `verify-full` is the one that also checks
    /// whom it talks to. An address without a password takes it from `PGPASSWORD`, as it is: in an address, special characters are
    /// written as `%XX`. `DATABASE_URL` is read as well. Default: a file in the user's data
    /// directory, which is created; any other directory must exist.
    database_url: Option<SecretString> = None, "SQLite, in the data directory";
    /// On PostgreSQL, the address with the role that owns the tables, for `omringd migrate`. The service migrates at its start
    /// if it is set; better leave it out there, and run `omringd migrate` before. See docs/operations.md.
    owner_database_url: Option<SecretString> = None, "none";
    /// On PostgreSQL, the address at which processes tell each other of changes, for event streams: two connections for
    /// each process, not through a pooler in transaction mode, which cannot LISTEN. Default: the address of the data.
    changes_database_url: Option<SecretString> = None, "as `OMRINGD_DATABASE_URL`";
    /// What stands between the service and PostgreSQL at `OMRINGD_DATABASE_URL` and `OMRINGD_REPLICA_DATABASE_URL`: `none`,
    /// or `transaction` for a pooler in transaction mode such as PgBouncer. Then `OMRINGD_CHANGES_DATABASE_URL` must be set,
    /// past the pooler. See docs/operations.md.
    database_pooler: Pooler = Pooler::None, "none";
    /// A streaming replica of PostgreSQL, from which whole maps are read as far as it has them in the version that the
    /// primary has authorized. See docs/operations.md.
    replica_database_url: Option<SecretString> = None, "none";
    /// The most connections to the database. On SQLite one of them writes. On PostgreSQL they are shared out among the threads that
    /// serve, one for each at least; besides, each thread has one for reads of one statement, and each export under way one.
    database_connections: Option<u32> = None, "16; 8 on SQLite";
    /// How long a request waits for a connection, in seconds.
    acquire_seconds: u64 = 5, "5";
    /// How long one statement may take on PostgreSQL, in seconds.
    statement_seconds: u64 = 10, "10";
    /// Where the service listens.
    listen: SocketAddr = SocketAddr::from(([127, 0, 0, 1], 8080)), "127.0.0.1:8080";
    /// Where metrics are, for Prometheus, under `/metrics`. A port of its own, since it is not for everybody.
    metrics_listen: Option<SocketAddr> = None, "none";
    /// The service's address as clients see it: the issuer of its tokens. Its path, if it has one, is the prefix under which a
    /// proxy offers the service, such as `https://example.nl/omringd`: `next`, `Link`, `Location` and problem types have it.
    public_url: PublicUrl = PublicUrl::default(), "http://127.0.0.1:8080";
    /// The directory of the keys that sign access tokens, made when absent. Processes behind one address share it.
    key_directory: Option<PathBuf> = None, "`keys`, in the data directory";
    /// Origins of front ends that may call the service from a browser, separated by commas: scheme, host and perhaps a port, such
    /// as `https://app.example.nl`. No wildcards.
    cors_origins: Vec<Origin> = Vec::new(), "none";
    /// Addresses and networks of the proxies before the service, separated by commas, such as `10.0.0.5,10.1.0.0/24`. Only
    /// they are believed when `X-Forwarded-For` names the client's address, which limits and logs use. See
    /// docs/operations.md.
    trusted_proxies: Vec<String> = Vec::new(), "none";
    /// `human` or `json`.
    log_format: LogFormat = LogFormat::Human, "human";
    /// What is logged, as `tracing` filters have it, such as `info` or `info,omringd::statement=debug`.
    log_level: String = "info".to_owned(), "info";
    /// Where OpenTelemetry traces go, by OTLP over HTTP, such as `http://collector:4318/v1/traces`.
    otlp_endpoint: Option<HttpUrl> = None, "none";
    /// Threads that serve requests; 0 is one for each processor.
    workers: usize = 0, "0";
    /// How many passwords are hashed at once, each with 19 MiB; 0 is one for every two processors.
    password_hashes_at_once: usize = 0, "0";
    /// How many pictures are made at once as PNG or PDF; 0 is one for every two processors.
    pictures_at_once: usize = 0, "0";
    /// How much memory maps may take that were shown in the last ten minutes, in MiB; 0 is none.
    map_cache_mib: u32 = 32, "32";
    /// Where exports wait for who reads them, in files without a name that only this user may read.
    spool_directory: Option<PathBuf> = None, "the system's directory of temporary files";
    /// How much room exports may take there together, in MiB; beyond it they are refused with 503.
    spool_mib: u32 = 2048, "2048";
    /// How many requests a session, or an address without one, may make in a minute; 0 is no limit.
    requests_per_minute: u32 = 1200, "1200";
    /// How long a request may take to arrive, in seconds: its head, and then its body.
    receive_seconds: NonZeroU64 = NonZeroU64::MIN.saturating_add(14), "15";
    /// How long a request that is here may take to be answered, in seconds.
    answer_seconds: NonZeroU64 = NonZeroU64::MIN.saturating_add(29), "30";
    /// How many connections of clients one process holds open. Fewer if the hard limit of descriptors (`ulimit -Hn`) has no room
    /// for them: the soft one is raised to it at the start.
    connections: NonZeroU32 = NonZeroU32::MIN.saturating_add(9999), "10000";
    /// How many connections one address has open, and at most three quarters of all: an IPv4 address, or the /64 of an IPv6
    /// address. The proxies of `OMRINGD_TRUSTED_PROXIES` have no such limit. 500 people behind one address have 8 each.
    connections_per_address: NonZeroU32 = NonZeroU32::MIN.saturating_add(3999), "4000";
    /// How long a client may say nothing after it connected, in seconds.
    first_byte_seconds: NonZeroU64 = NonZeroU64::MIN.saturating_add(4), "5";
    /// How long a client may take nothing of an answer before its connection is closed, in seconds.
    stall_seconds: NonZeroU64 = NonZeroU64::MIN.saturating_add(14), "15";
    /// How many bytes of an answer a client must take in a second, on the average, or it counts as taking nothing.
    stall_bytes_per_second: NonZeroU32 = NonZeroU32::MIN.saturating_add(16_383), "16384";
    /// How many exports are worked on at once, in turns by user; 0 is one for every two processors.
    exports_at_once: usize = 0, "0";
    /// How many exports one user may have open in one process.
    exports_per_user: u32 = 2, "2";
    /// How many exports one process has open, those included whose client takes them slowly.
    exports_open: u32 = 32, "32";
    /// How many event streams one process holds open, each a connection and so a file descriptor (`ulimit -n`).
    event_streams: u32 = 2000, "2000";
    /// How many event streams one user may have open in one process.
    event_streams_per_user: u32 = 10, "10";
    /// After how many seconds without an event a stream sends a comment, and looks whether its reader still may.
    event_heartbeat_seconds: std::num::NonZeroU64 = std::num::NonZeroU64::MIN.saturating_add(14), "15";
    /// How long requests may go on after the signal to stop, in seconds.
    shutdown_seconds: u64 = 20, "20";
}

/// What stands before PostgreSQL.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Pooler {
    /// Nothing: a connection is this process's own.
    None,
    /// A pooler that gives a connection for one transaction.
    Transaction,
}

/// How log lines look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For a terminal.
    Human,
    /// For a machine: one JSON object a line.
    Json,
}

/// Why the settings were refused. Never shows a value, which may hold a password.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// There is no such setting.
    #[error("{0} ({var}): no such setting. Every setting: docs/configuration.md", var = variable(.0))]
    Unknown(String),
    /// A setting has a value it cannot have.
    #[error("{0} ({var}): expected {1}. Every setting: docs/configuration.md", var = variable(.0))]
    Refused(&'static str, &'static str),
    /// The settings file cannot be read.
    #[error("{0}: {1}")]
    Unreadable(String, std::io::ErrorKind),
    /// The settings file is not TOML.
    #[error(
        "{name}, line {line}, column {column}: not valid TOML; expected lines such as `listen = \"127.0.0.1:8080\"`"
    )]
    NotToml {
        /// The file.
        name: String,
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
    },
    /// The sources cannot be put together.
    #[error("the settings cannot be read: name each once, as docs/configuration.md has them")]
    Sources,
    /// An entry of the list of proxies is no address and no network.
    #[error("trusted_proxies: {0}")]
    TrustedProxies(#[from] ProxyError),
    /// Changes cannot be heard through a pooler in transaction mode.
    #[error("database_pooler: with a pooler in transaction mode, changes_database_url must lead past it")]
    ChangesThroughPooler,
    /// There is no home to keep data in.
    #[error("there is no data directory: set HOME or XDG_DATA_HOME, or OMRINGD_DATABASE_URL and OMRINGD_KEY_DIRECTORY")]
    NoDataDirectory,
}

const PREFIX: &str = "OMRINGD_";
/// Variables with our prefix that are no settings: arguments of commands.
const ARGUMENTS: &[&str] = &[
    "OMRINGD_CONFIG",
    "OMRINGD_PASSWORD",
    "OMRINGD_ADMIN_PASSWORD",
    "OMRINGD_OPERATOR_PASSWORD",
    "OMRINGD_NEW_PASSWORD",
];
/// What the tests of this project read.
const OF_TESTS: &str = "OMRINGD_TEST_";

impl Config {
    /// Reads the settings of this process, with those of the file if one is named.
    ///
    /// # Errors
    /// [`ConfigError`], with the name of the setting.
    pub fn load(file: Option<&Path>) -> Result<Self, ConfigError> {
        Self::from_sources(file, std::env::vars().collect())
    }

    fn from_sources(file: Option<&Path>, mut environment: HashMap<String, String>) -> Result<Self, ConfigError> {
        if let Some(url) = environment.remove("DATABASE_URL") {
            environment.entry("OMRINGD_DATABASE_URL".to_owned()).or_insert(url);
        }
        let ours = environment
            .into_iter()
            .filter_map(|(name, value)| Some((name.strip_prefix(PREFIX)?.to_owned(), name.clone(), value)))
            .filter(|(_, full, value)| {
                !ARGUMENTS.contains(&full.as_str()) && !full.starts_with(OF_TESTS) && !value.is_empty()
            })
            .map(|(name, _, value)| (name, value));
        let mut sources = Sources::builder();
        if let Some(file) = file {
            sources = sources.add_source(File::from_str(&file::read(file)?, FileFormat::Toml));
        }
        let environment = Environment::default()
            .try_parsing(true)
            .list_separator(",")
            .with_list_parse_key("cors_origins")
            .with_list_parse_key("trusted_proxies")
            .source(Some(ours.collect()));
        let sources = sources.add_source(environment).build().map_err(|_| ConfigError::Sources)?;
        let config = Self::read(&sources)?;
        config.check()?;
        Ok(config)
    }

    /// Makes sure of what the type of a setting does not say.
    fn check(&self) -> Result<(), ConfigError> {
        if self.log_level.parse::<tracing_subscriber::EnvFilter>().is_err() {
            return Err(ConfigError::Refused(
                "log_level",
                "a filter, such as `info` or `info,omringd::statement=debug`",
            ));
        }
        if self.trusted_proxies().is_err() {
            return Err(ConfigError::Refused(
                "trusted_proxies",
                "IP addresses such as 10.0.0.5 and networks such as 10.0.0.0/24, and not every address",
            ));
        }
        let databases = [
            ("database_url", &self.database_url),
            ("owner_database_url", &self.owner_database_url),
            ("changes_database_url", &self.changes_database_url),
            ("replica_database_url", &self.replica_database_url),
        ];
        for (setting, url) in databases {
            let checked = url.as_ref().map_or(Ok(()), urls::check_database);
            checked.map_err(|expected| ConfigError::Refused(setting, expected))?;
        }
        if self.database_pooler == Pooler::Transaction && self.changes_database_url.is_none() {
            return Err(ConfigError::ChangesThroughPooler);
        }
        Ok(())
    }

    /// The database's address.
    ///
    /// # Errors
    /// [`ConfigError::NoDataDirectory`].
    pub fn database_url(&self) -> Result<SecretString, ConfigError> {
        match &self.database_url {
            Some(url) => Ok(url.clone()),
            None => Ok(sqlite_url(&data_directory()?.join("omringd.db"))),
        }
    }

    /// The most connections to the database. Each one to SQLite is a thread of this process with memory of its own.
    ///
    /// # Errors
    /// [`ConfigError::NoDataDirectory`].
    pub fn database_connections(&self) -> Result<u32, ConfigError> {
        let sqlite = self.database_url()?.expose_secret().starts_with("sqlite:");
        Ok(self.database_connections.unwrap_or(if sqlite { 8 } else { 16 }))
    }

    /// The database's address past any pooler.
    ///
    /// # Errors
    /// [`ConfigError::NoDataDirectory`].
    pub fn direct_database_url(&self) -> Result<SecretString, ConfigError> {
        self.changes_database_url.clone().map_or_else(|| self.database_url(), Ok)
    }

    /// How many threads serve requests.
    ///
    /// # Errors
    /// If the system does not say how many processors there are.
    pub fn workers(&self) -> std::io::Result<usize> {
        if self.workers == 0 { Ok(std::thread::available_parallelism()?.get()) } else { Ok(self.workers) }
    }

    /// The proxies that are believed.
    ///
    /// # Errors
    /// [`ConfigError::TrustedProxies`].
    pub fn trusted_proxies(&self) -> Result<TrustedProxies, ConfigError> {
        Ok(TrustedProxies::new(&self.trusted_proxies)?)
    }

    /// The directory of the signing keys.
    ///
    /// # Errors
    /// [`ConfigError::NoDataDirectory`].
    pub fn key_directory(&self) -> Result<PathBuf, ConfigError> {
        match &self.key_directory {
            Some(directory) => Ok(directory.clone()),
            None => Ok(data_directory()?.join("keys")),
        }
    }
}

/// The environment variable of a setting.
fn variable(setting: &str) -> String {
    format!("{PREFIX}{}", setting.to_uppercase())
}

/// A setting's value, or its default.
fn setting<T: Expected + DeserializeOwned>(
    sources: &Sources,
    name: &'static str,
    default: T,
) -> Result<T, ConfigError> {
    match sources.get(name) {
        Ok(value) => Ok(value),
        Err(config::ConfigError::NotFound(_)) => Ok(default),
        Err(_) => Err(ConfigError::Refused(name, T::EXPECTED)),
    }
}

fn refuse_unknown(sources: &Sources) -> Result<(), ConfigError> {
    let given: HashMap<String, config::Value> = sources.clone().try_deserialize().map_err(|_| ConfigError::Sources)?;
    let mut unknown: Vec<_> =
        given.into_keys().filter(|name| !SETTINGS.iter().any(|(known, ..)| known == name)).collect();
    unknown.sort_unstable();
    unknown.into_iter().next().map_or(Ok(()), |name| Err(ConfigError::Unknown(name)))
}

/// The address of a SQLite file.
#[must_use]
pub fn sqlite_url(file: &Path) -> SecretString {
    format!("sqlite://{}", file.display()).into()
}

/// Where this user's data of the service is (XDG Base Directory).
///
/// # Errors
/// [`ConfigError::NoDataDirectory`].
pub fn data_directory() -> Result<PathBuf, ConfigError> {
    let set = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let base = set("XDG_DATA_HOME").or_else(|| Some(set("HOME")?.join(".local/share")));
    base.map(|base| base.join("omringd")).ok_or(ConfigError::NoDataDirectory)
}

/// The text of `docs/configuration.md`.
#[must_use]
pub fn documentation() -> String {
    let mut text = "# Configuration\n\n\
        Every setting is an environment variable, or a member of a TOML file named by `--config` or `OMRINGD_CONFIG`, there \
        without the prefix and in lower case. The environment comes first. An unknown setting or a bad value stops the \
        service at its start, with the setting's name.\n\n\
        | variable | default | meaning |\n|---|---|---|\n"
        .to_owned();
    for (name, default, meaning) in SETTINGS {
        text.push_str(&format!("| `{PREFIX}{}` | {default} | {} |\n", name.to_uppercase(), meaning.trim()));
    }
    text
}

#[cfg(test)]
mod tests;
