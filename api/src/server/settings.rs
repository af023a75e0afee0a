//! The resolved settings of the service, from [`Config`] or changed by a test.

use super::StartError;
use crate::auth::{KeyDirectory, KeyEncryptionKey, OrganisationKeyFiles};
use crate::client_address::TrustedProxies;
use crate::config::{Config, HttpUrl, Origin, Pooler, ReadLog, RelyingParty, SecondFactorSetting};
use crate::connections::{ConnectionSettings, PaceSettings};
use crate::export_queue::ExportSettings;
use crate::file_descriptors;
use crate::front_end::ServedFrontEnd;
use crate::mail::{MailSettings, MailTransport};
use crate::middleware::{Deadlines, ResponseSettings};
use crate::public_url::PublicUrl;
use crate::sse_limits::StreamSettings;
use domain::attempts::Limits;
use persistence::Settings;
use secrecy::SecretString;
use std::num::{NonZeroU32, NonZeroUsize};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// Settings with which the service is wired. Tests change values that no setting offers, such as durations below a second.
#[derive(Clone, Debug)]
pub struct ServiceSettings {
    /// What commands without a server need too.
    pub ports: PortSettings,
    /// The database, bypassing any pooler, over which processes notify each other.
    pub notifications_url: SecretString,
    /// URL of the service as clients see it.
    pub public_url: PublicUrl,
    /// Origins of front ends that may call the service from a browser.
    pub cors_origins: Vec<Origin>,
    /// The proxies whose `X-Forwarded-For` entries are trusted.
    pub trusted_proxies: TrustedProxies,
    /// Maximum number of requests per minute for each session, or for each address without a session; 0 means no limit.
    pub requests_per_minute: u32,
    /// How mail is sent; `None` sends none.
    pub mail: Option<MailSettings>,
    /// How the reference front end is served.
    pub served_front_end: ServedFrontEnd,
    /// The front end, to which identity providers return.
    pub front_end: Option<HttpUrl>,
    /// Origins of the own network that may be reached.
    pub internal_origins: Vec<Origin>,
    /// Limits of failed attempts.
    pub limits: Limits,
    /// Maximum number of pictures rendered at the same time.
    pub pictures_at_once: NonZeroUsize,
    /// Whether pictures are rendered on idle processors only.
    pub pictures_when_idle: bool,
    /// Maximum memory of the map cache.
    pub map_cache_bytes: u64,
    /// Directory in which exports are stored until they are read.
    pub spool_directory: PathBuf,
    /// Maximum disk space of exports in that directory.
    pub spool_bytes: u64,
    /// Timeouts of a request.
    pub deadlines: Deadlines,
    /// The limits of event streams.
    pub streams: StreamSettings,
    /// The limits of connections.
    pub connections: ConnectionSettings,
    /// The limits of responses that clients have not read yet.
    pub responses: ResponseSettings,
    /// The limits of exports.
    pub exports: ExportSettings,
    /// Number of threads that serve requests.
    pub workers: usize,
    /// Timeout in seconds for requests in progress after the signal to stop.
    pub shutdown_seconds: u64,
}

/// Settings of the use cases' ports.
#[derive(Clone, Debug)]
pub struct PortSettings {
    /// The database.
    pub database: Settings,
    /// The directory of the keys.
    pub key_directory: PathBuf,
    /// Maximum number of passwords hashed at the same time.
    pub password_hashes_at_once: NonZeroUsize,
    /// Whether operators and the staff of new organisations need a second factor.
    pub second_factor: SecondFactorSetting,
    /// Maximum number of invitations that the administrators of an organisation mail in 24 hours.
    pub mailed_invitations_per_day: NonZeroU32,
    /// The relying party of passkeys; without one, there are none.
    pub relying_party: Option<RelyingParty>,
}

impl PortSettings {
    /// Resolves the settings.
    ///
    /// # Errors
    /// If a setting has no value and no default on this system.
    pub fn new(config: &Config) -> Result<Self, StartError> {
        Ok(Self {
            database: database(config)?,
            key_directory: config.key_directory()?,
            password_hashes_at_once: or_half_the_processors(config.password_hashes_at_once)?,
            second_factor: config.second_factor,
            mailed_invitations_per_day: config.mailed_invitations_per_day,
            relying_party: config.relying_party()?,
        })
    }
}

impl ServiceSettings {
    /// Resolves the settings, and raises this process's limit on file descriptors for its connections.
    ///
    /// # Errors
    /// If a setting has no value and no default on this system.
    pub fn new(config: &Config) -> Result<Self, StartError> {
        Ok(Self {
            ports: PortSettings::new(config)?,
            notifications_url: config.direct_database_url()?,
            public_url: config.public_url.clone(),
            cors_origins: config.cors_origins.clone(),
            trusted_proxies: config.trusted_proxies()?,
            requests_per_minute: config.requests_per_minute,
            mail: mail_settings(config)?,
            served_front_end: if config.serves_front_end() { ServedFrontEnd::Yes } else { ServedFrontEnd::No },
            front_end: config.front_end(),
            internal_origins: config.internal_origins.clone(),
            limits: limits(config),
            pictures_at_once: or_half_the_processors(config.pictures_at_once)?,
            pictures_when_idle: true,
            map_cache_bytes: u64::from(config.map_cache_mib) << 20,
            spool_directory: config.spool_directory.clone().unwrap_or_else(std::env::temp_dir),
            spool_bytes: u64::from(config.spool_mib) << 20,
            deadlines: Deadlines {
                receive: Duration::from_secs(config.receive_seconds.get()),
                answer: Duration::from_secs(config.answer_seconds.get()),
            },
            streams: StreamSettings {
                per_user: config.event_streams_per_user,
                per_process: config.event_streams,
                heartbeat: Duration::from_secs(config.event_heartbeat_seconds.get()),
            },
            connections: connections(config)?,
            responses: ResponseSettings::default(),
            exports: ExportSettings {
                at_once: or_half_the_processors(config.exports_at_once)?,
                per_user: config.exports_per_user,
                per_process: config.exports_open,
            },
            workers: config.workers()?,
            shutdown_seconds: config.shutdown_seconds,
        })
    }
}

/// How mail is sent.
/// How mail is sent; `None` if it is not.
pub(crate) fn mail_settings(config: &Config) -> Result<Option<MailSettings>, StartError> {
    let transport = match (&config.smtp_url, &config.mail_directory) {
        (Some(url), _) => MailTransport::Smtp {
            url: url.clone(),
            password: config.smtp_password.clone(),
            root_certificate: config.smtp_root_certificate.clone(),
        },
        (None, Some(directory)) => MailTransport::Directory(directory.clone()),
        (None, None) => return Ok(None),
    };
    let from = config.mail_from.as_deref().and_then(|from| from.parse().ok());
    let from = from.ok_or("OMRINGD_MAIL_FROM: expected an address such as Omringd <no-reply@example.nl>")?;
    let front_end = config.front_end().ok_or("OMRINGD_FRONT_END_URL: required for links in mails")?;
    Ok(Some(MailSettings { transport, from, front_end }))
}

/// Where the keys of organisations are, and what encrypts them.
pub(crate) fn organisation_keys(config: &Config) -> Result<OrganisationKeyFiles, StartError> {
    let key = match (&config.key_encryption_key, &config.key_encryption_key_command) {
        (Some(_), Some(_)) => {
            return Err("OMRINGD_KEY_ENCRYPTION_KEY_COMMAND: leave it out beside OMRINGD_KEY_ENCRYPTION_KEY".into());
        }
        (Some(key), None) => KeyEncryptionKey::Setting(key.clone()),
        (None, Some(command)) => KeyEncryptionKey::Command(command.clone()),
        (None, None) => KeyEncryptionKey::File(KeyDirectory::new(config.key_directory()?)),
    };
    Ok(OrganisationKeyFiles::in_two_places(config.key_store()?, config.key_store_copy.clone(), key))
}

/// Connection options of the database.
pub(crate) fn database(config: &Config) -> Result<Settings, StartError> {
    Ok(Settings {
        url: config.database_url()?,
        max_connections: config.database_connections()?,
        threads: config.workers()?,
        acquire_timeout: Duration::from_secs(config.acquire_seconds),
        statement_timeout: Duration::from_secs(config.statement_seconds),
        transaction_pooler: config.database_pooler == Pooler::Transaction,
        replica_url: config.replica_database_url.clone(),
        as_owner: false,
        durable_read_log: config.read_log == ReadLog::Durable,
        keys: Arc::new(organisation_keys(config)?),
    })
}

/// Limits of failed attempts from the settings.
fn limits(config: &Config) -> Limits {
    Limits {
        network: config.failures_per_network,
        known_network: config.failures_known_network,
        unknown_network: config.failures_unknown_network,
        unknown_networks: config.failures_unknown_networks,
        second_factor: config.second_factor_failures,
        link: config.link_failures,
        reset_address: config.resets_per_address,
        reset_network: config.resets_per_network,
        provider_network: config.provider_log_ins_per_network,
        email_change: config.email_changes_per_user,
    }
}

/// Limits of connections from the settings, reduced to the available file descriptors.
fn connections(config: &Config) -> Result<ConnectionSettings, StartError> {
    let per_process = file_descriptors::connections(config, file_descriptors::raise_limit())?;
    // One address cannot use up all connections.
    let per_address = config.connections_per_address.get().min(per_process / 4 * 3);
    Ok(ConnectionSettings {
        per_process,
        per_address,
        first_byte: Duration::from_secs(config.first_byte_seconds.get()),
        pace: PaceSettings {
            stall: Duration::from_secs(config.stall_seconds.get()),
            rate: config.stall_bytes_per_second,
        },
    })
}

/// Returns the given number; for 0, one for every two processors.
fn or_half_the_processors(at_once: usize) -> Result<NonZeroUsize, StartError> {
    let half = || std::thread::available_parallelism().map(|processors| processors.get().div_ceil(2));
    let at_once = if at_once == 0 { half()? } else { at_once };
    Ok(NonZeroUsize::new(at_once).unwrap_or(NonZeroUsize::MIN))
}
