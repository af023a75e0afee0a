//! The settings of the service. Precedence: environment variables, settings file, defaults.

mod documentation;
mod error;
mod expected;
mod file;
mod keys;
mod mail;
mod passkeys;
mod places;
mod urls;
mod words;

use crate::client_address::TrustedProxies;
use crate::public_url::PublicUrl;
use config::{Config as Sources, Environment, File, FileFormat};
pub use documentation::documentation;
use domain::attempts::Limit;
pub use error::ConfigError;
use expected::Expected;
pub use passkeys::RelyingParty;
pub use places::{data_directory, sqlite_url};
use secrecy::{ExposeSecret, SecretString};
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use std::net::SocketAddr;
use std::num::{NonZeroU32, NonZeroU64};
use std::path::{Path, PathBuf};
pub use urls::{HttpUrl, Origin};
pub use words::{AppSetting, LogFormat, Pooler, ReadLog, SecondFactorSetting};

/// Declares the settings with type and default, and the contents of `docs/configuration.md`.
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
            /// Reads the settings that the sources contain; the others keep their default.
            fn read(sources: &Sources) -> Result<Self, ConfigError> {
                refuse_unknown(sources)?;
                Ok(Self { $($name: setting(sources, stringify!($name), $default)?,)+ })
            }
        }

        /// Name, default and description of every setting.
        const SETTINGS: &[(&str, &str, &str)] = &[$((stringify!($name), $shown, concat!($($doc),+)),)+];
    };
}

settings! {
    /// URL of the database: `sqlite:///path/file.db`, or `postgres://user:password@host/database` with the runtime role, which
    /// can only read and write data. PostgreSQL accepts `?sslmode=` and `&sslrootcert=` as psql does; only `verify-full` also
    /// verifies the server's identity. If the URL has no password, `PGPASSWORD` is used unchanged; in the URL itself, special
    /// characters are written as `%XX`. `DATABASE_URL` is also read; `OMRINGD_DATABASE_URL` takes precedence. Default: a file in
    /// the user's data directory, which is created if missing; any other directory must exist.
    database_url: Option<SecretString> = None, "SQLite, in the data directory";
    /// PostgreSQL only: URL with the role that owns the tables, for `omringd migrate`. If it is set, the service also migrates
    /// when it starts. Recommended: leave it unset for the service and run `omringd migrate` beforehand. See docs/operations.md.
    owner_database_url: Option<SecretString> = None, "none";
    /// PostgreSQL only: URL with the role that reads every row, for `omringd backup`; `omringd migrate` gives it its rights. Leave it
    /// unset for the service. See docs/backup.md.
    backup_database_url: Option<SecretString> = None, "none";
    /// PostgreSQL only: URL over which processes notify each other of changes, for event streams. Each process opens two
    /// connections. It must not lead through a pooler in transaction mode, which does not support LISTEN. Default: the database
    /// URL.
    changes_database_url: Option<SecretString> = None, "as `OMRINGD_DATABASE_URL`";
    /// Pooler between the service and PostgreSQL at `OMRINGD_DATABASE_URL` and `OMRINGD_REPLICA_DATABASE_URL`: `none`, or
    /// `transaction` for a pooler in transaction mode such as PgBouncer. `transaction` requires `OMRINGD_CHANGES_DATABASE_URL`,
    /// which must bypass the pooler. See docs/operations.md.
    database_pooler: Pooler = Pooler::None, "none";
    /// URL of a PostgreSQL streaming replica. Whole maps are read from it if it has the version that the primary authorized. See
    /// docs/operations.md.
    replica_database_url: Option<SecretString> = None, "none";
    /// Maximum number of connections in the database pool. On SQLite, one of them writes. On PostgreSQL they are divided among
    /// the worker threads, at least one for each; in addition, each thread has one connection for single-statement reads, and
    /// each running export has one.
    database_connections: Option<u32> = None, "16; 8 on SQLite";
    /// Timeout in seconds for acquiring a database connection.
    acquire_seconds: u64 = 5, "5";
    /// Timeout in seconds for one statement, on PostgreSQL.
    statement_seconds: u64 = 10, "10";
    /// Address and port on which the service listens.
    listen: SocketAddr = SocketAddr::from(([127, 0, 0, 1], 8080)), "127.0.0.1:8080";
    /// Address and port for Prometheus metrics, under `/metrics`. A separate port, because metrics are not public.
    metrics_listen: Option<SocketAddr> = None, "none";
    /// URL of the service as clients see it, and the issuer of its tokens. A path in it, such as in `https://example.nl/omringd`,
    /// is the prefix under which a proxy serves the API; `next`, `Link`, `Location` and problem types include it.
    public_url: PublicUrl = PublicUrl::default(), "http://127.0.0.1:8080";
    /// Directory of the keys that sign access tokens and of the key by which failed attempts are counted, created if missing. All
    /// processes behind one URL must share it.
    key_directory: Option<PathBuf> = None, "`keys`, in the data directory";
    /// Directory of the keys of organisations, created if missing; all processes share it. Place it on another disk than the database
    /// and in none of its backups. See docs/security.md.
    key_store: Option<PathBuf> = None, "`organisation-keys`, in the key directory";
    /// Second directory for the keys of organisations, on another disk or machine, which must exist. Every key is written to both and
    /// destroyed in both; without the second one, no key is replaced. See docs/backup.md.
    key_store_copy: Option<PathBuf> = None, "none";
    /// Key that encrypts the keys of organisations: 32 bytes in Base64; to replace it, the new one, a space, and the old one. Without
    /// it, and without a command, the key is the file `organisations` in the key directory.
    key_encryption_key: Option<SecretString> = None, "none";
    /// Shell command that prints that key instead, such as one that asks a key management service.
    key_encryption_key_command: Option<String> = None, "none";
    /// When a read is answered: `durable`, when its line of the access log is on PostgreSQL's disk, or `received`, when PostgreSQL has
    /// it, which is faster and loses the lines of up to 0.6 seconds if the database's machine fails. Changes are always durable.
    read_log: ReadLog = ReadLog::Durable, "durable";
    /// File to which the signed heads of the access log are appended, best on another disk or a share that only grows. With it,
    /// `omringd log verify` also finds that the end of the log was cut off or an older copy put back. See docs/security.md.
    log_anchors: Option<PathBuf> = None, "none";
    /// Seconds between seals of the access log, at least 1. A change of a line before its seal is not found.
    log_seal_seconds: NonZeroU32 = NonZeroU32::MIN, "1";
    /// Comma-separated origins of front ends that may call the service from a browser: scheme, host and optional port, such as
    /// `https://app.example.nl`. No wildcards.
    cors_origins: Vec<Origin> = Vec::new(), "none";
    /// Comma-separated addresses and networks of the proxies in front of the service, such as `10.0.0.5,10.1.0.0/24`.
    /// `X-Forwarded-For` is trusted only from these; limits, and log lines of refused log-ins, use the client address it
    /// contains. See docs/operations.md.
    trusted_proxies: Vec<String> = Vec::new(), "none";
    /// Whether operators, and the administrators and coaches of new organisations, need a second factor: `required` or
    /// `optional`. An organisation's administrator can change it for the organisation later. The demo starts with `optional`.
    second_factor: SecondFactorSetting = SecondFactorSetting::Required, "required";
    /// URL of the mail server: `smtp://user:password@host`, on which STARTTLS is required (port 587) unless the server is on this
    /// machine (port 25), or `smtps://user:password@host` (port 465). Special characters are written as `%XX`. Without a mail
    /// server, an invitation's secret is shown to the inviter, and passwords cannot be reset by mail. See docs/operations.md.
    smtp_url: Option<SecretString> = None, "none";
    /// Password for the mail server, unchanged, instead of the one in `OMRINGD_SMTP_URL`.
    smtp_password: Option<SecretString> = None, "that in the URL";
    /// PEM file with the authority that signed the mail server's certificate, if the system does not know it. TLS is then also
    /// required of a server on this machine.
    smtp_root_certificate: Option<PathBuf> = None, "the authorities of the system";
    /// Directory to which mails are written as files, instead of a mail server, created if missing. The demo uses it.
    mail_directory: Option<PathBuf> = None, "none";
    /// Sender of mails, such as `Omringd <no-reply@example.nl>`. Required with a mail server or directory.
    mail_from: Option<String> = None, "none";
    /// `on`: the service serves its own front end at `/`, beside the API, unless its public URL has a path. `off`: another front end is
    /// used.
    app: AppSetting = AppSetting::On, "on";
    /// URL of the front end. Links in mails lead to `/invitation`, `/password-reset` and `/email-change` below it, with a secret
    /// after `#`; identity providers return to `/provider-log-in/` and their id. Without the service's own front end, it is
    /// required with a mail server or directory, and to log in with an identity provider.
    front_end_url: Option<HttpUrl> = None, "`OMRINGD_PUBLIC_URL`, where the service has its own front end";
    /// Comma-separated origins of the front ends that use passkeys, such as `https://app.example.nl`: all of
    /// `OMRINGD_PASSKEY_RELYING_PARTY` or below it. Without an origin, there are no passkeys. See docs/operations.md.
    passkey_origins: Vec<Origin> = Vec::new(), "that of `OMRINGD_FRONT_END_URL`";
    /// Domain to which passkeys belong, such as `example.nl`. A change of it makes every passkey useless.
    passkey_relying_party: Option<String> = None, "the host of the first origin";
    /// Comma-separated origins of identity providers in your own network that this service may reach, such as
    /// `https://keycloak.example.internal`. All other addresses that an organisation enters must be public and use https.
    internal_origins: Vec<Origin> = Vec::new(), "none";
    /// Format of log lines: `human` or `json`.
    log_format: LogFormat = LogFormat::Human, "human";
    /// Log filter in the syntax of `tracing`, such as `info` or `info,omringd::statement=debug`.
    log_level: String = "info".to_owned(), "info";
    /// URL that receives OpenTelemetry traces, as OTLP over HTTP, such as `http://collector:4318/v1/traces`.
    otlp_endpoint: Option<HttpUrl> = None, "none";
    /// Number of threads that serve requests; 0 means one for each processor.
    workers: usize = 0, "0";
    /// Maximum number of passwords hashed at the same time, each with 19 MiB of memory; 0 means one for every two processors.
    password_hashes_at_once: usize = 0, "0";
    /// Maximum number of PNG or PDF pictures rendered at the same time; 0 means one for every two processors.
    pictures_at_once: usize = 0, "0";
    /// Maximum memory in MiB for the cache of maps shown in the last ten minutes; 0 disables the cache.
    map_cache_mib: u32 = 32, "32";
    /// Directory in which exports are stored until their client has read them, as unnamed files that only the user of the process
    /// can read.
    spool_directory: Option<PathBuf> = None, "the system's directory of temporary files";
    /// Maximum disk space in MiB for all exports in the spool directory; further exports are refused with 503.
    spool_mib: u32 = 2048, "2048";
    /// Maximum number of requests per minute for each session, or for each address without a session; 0 means no limit.
    requests_per_minute: u32 = 1200, "1200";
    /// Maximum number of wrong passwords and second factors from one network on all accounts together: an IPv4 address or an IPv6
    /// /64, which an organisation may share. `100/5m` means 100 at once, forgiven evenly over 5 minutes. All processes count
    /// together, in the database.
    failures_per_network: Limit = Limit::of(100, 300), "100/5m";
    /// Maximum number of wrong passwords on one account from one network that it logged in from in the last 90 days. Other
    /// networks do not use these up. Also for the own password of a logged-in user.
    failures_known_network: Limit = Limit::of(10, 300), "10/5m";
    /// Maximum number of wrong passwords on one account from one other network.
    failures_unknown_network: Limit = Limit::of(10, 3600), "10/1h";
    /// Maximum number of wrong passwords on one account from all other networks together. The default allows 1,000 in 24 hours:
    /// 100 at once and 900 that are forgiven.
    failures_unknown_networks: Limit = Limit::of(100, 9600), "100/160m";
    /// Maximum number of wrong second factors of one user.
    second_factor_failures: Limit = Limit::of(5, 900), "5/15m";
    /// Maximum number of unknown secrets of links, such as those of invitations and resets, from one network.
    link_failures: Limit = Limit::of(100, 300), "100/5m";
    /// Maximum number of password resets requested for one e-mail address.
    resets_per_address: Limit = Limit::of(3, 3600), "3/1h";
    /// Maximum number of password resets requested from one network.
    resets_per_network: Limit = Limit::of(20, 3600), "20/1h";
    /// Maximum number of log-ins with an identity provider begun from one network, which an organisation may share.
    provider_log_ins_per_network: Limit = Limit::of(1000, 300), "1000/5m";
    /// Maximum number of changes of the e-mail address that one user requests.
    email_changes_per_user: Limit = Limit::of(5, 86_400), "5/1d";
    /// Maximum number of invitations that the administrators of an organisation mail in 24 hours. Anybody can be invited, so this
    /// bounds the mails to strangers. Deliveries count, and so do withdrawn invitations.
    mailed_invitations_per_day: NonZeroU32 = NonZeroU32::MIN.saturating_add(999), "1000";
    /// Timeout in seconds for receiving a request; it applies to the head and to the body separately.
    receive_seconds: NonZeroU64 = NonZeroU64::MIN.saturating_add(14), "15";
    /// Timeout in seconds for answering a request once it is received.
    answer_seconds: NonZeroU64 = NonZeroU64::MIN.saturating_add(29), "30";
    /// Maximum number of open client connections in one process. Lower if the hard limit on file descriptors (`ulimit -Hn`) does
    /// not allow it; the soft limit is raised to the hard limit at startup.
    connections: NonZeroU32 = NonZeroU32::MIN.saturating_add(9999), "10000";
    /// Maximum number of open connections for each address: an IPv4 address, or the /64 network of an IPv6 address. Never more
    /// than three quarters of all connections. The proxies in `OMRINGD_TRUSTED_PROXIES` have no such limit. The default gives 500
    /// people behind one address 8 connections each.
    connections_per_address: NonZeroU32 = NonZeroU32::MIN.saturating_add(3999), "4000";
    /// Timeout in seconds for the first byte from a client after it connects.
    first_byte_seconds: NonZeroU64 = NonZeroU64::MIN.saturating_add(4), "5";
    /// Timeout in seconds for a client that reads nothing of a response; its connection is then closed.
    stall_seconds: NonZeroU64 = NonZeroU64::MIN.saturating_add(14), "15";
    /// Minimum average rate in bytes per second at which a client must read a response; a slower client counts as one that reads
    /// nothing.
    stall_bytes_per_second: NonZeroU32 = NonZeroU32::MIN.saturating_add(16_383), "16384";
    /// Maximum number of exports processed at the same time, alternating between users; 0 means one for every two processors.
    exports_at_once: usize = 0, "0";
    /// Maximum number of open exports for each user in one process.
    exports_per_user: u32 = 2, "2";
    /// Maximum number of open exports in one process, including those that a client reads slowly.
    exports_open: u32 = 32, "32";
    /// Maximum number of open event streams in one process. Each is a connection and uses one file descriptor (`ulimit -n`).
    event_streams: u32 = 2000, "2000";
    /// Maximum number of open event streams for each user in one process.
    event_streams_per_user: u32 = 10, "10";
    /// Interval in seconds without an event after which a stream sends a comment and checks whether its reader is still
    /// authorized.
    event_heartbeat_seconds: std::num::NonZeroU64 = std::num::NonZeroU64::MIN.saturating_add(14), "15";
    /// Timeout in seconds for requests in progress after the signal to stop.
    shutdown_seconds: u64 = 20, "20";
}

const PREFIX: &str = "OMRINGD_";
/// Variables with the prefix that are not settings but arguments of commands.
const ARGUMENTS: &[&str] = &[
    "OMRINGD_CONFIG",
    "OMRINGD_PASSWORD",
    "OMRINGD_ADMIN_PASSWORD",
    "OMRINGD_CODE",
    "OMRINGD_ADMIN_CODE",
    "OMRINGD_OPERATOR_PASSWORD",
    "OMRINGD_NEW_PASSWORD",
];
/// Prefix of the variables that this project's tests read.
const OF_TESTS: &str = "OMRINGD_TEST_";

impl Config {
    /// Reads the settings from the environment and, if given, from `file`.
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
            .with_list_parse_key("passkey_origins")
            .with_list_parse_key("internal_origins")
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
            ("backup_database_url", &self.backup_database_url),
            ("changes_database_url", &self.changes_database_url),
            ("replica_database_url", &self.replica_database_url),
        ];
        for (setting, url) in databases {
            let checked = url.as_ref().map_or(Ok(()), urls::check_database);
            checked.map_err(|expected| ConfigError::Refused(setting, expected))?;
        }
        self.check_mail()?;
        self.relying_party()?;
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

    /// Maximum number of database connections. On SQLite each is a thread of this process with memory of its own.
    ///
    /// # Errors
    /// [`ConfigError::NoDataDirectory`].
    pub fn database_connections(&self) -> Result<u32, ConfigError> {
        let sqlite = self.database_url()?.expose_secret().starts_with("sqlite:");
        Ok(self.database_connections.unwrap_or(if sqlite { 8 } else { 16 }))
    }

    /// URL of the database that bypasses any pooler.
    ///
    /// # Errors
    /// [`ConfigError::NoDataDirectory`].
    pub fn direct_database_url(&self) -> Result<SecretString, ConfigError> {
        self.changes_database_url.clone().map_or_else(|| self.database_url(), Ok)
    }

    /// Number of threads that serve requests.
    ///
    /// # Errors
    /// If the system does not report its number of processors.
    pub fn workers(&self) -> std::io::Result<usize> {
        if self.workers == 0 { Ok(std::thread::available_parallelism()?.get()) } else { Ok(self.workers) }
    }

    /// The proxies whose `X-Forwarded-For` is trusted.
    ///
    /// # Errors
    /// [`ConfigError::TrustedProxies`].
    pub fn trusted_proxies(&self) -> Result<TrustedProxies, ConfigError> {
        Ok(TrustedProxies::new(&self.trusted_proxies)?)
    }
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

#[cfg(test)]
mod tests;
