//! Wires the databases to the API and serves. No other module depends on a specific database.

mod migrations;
mod sealing;
mod settings;
mod sqlite_file;

use crate::auth::{
    Argon2id, Ceremonies, ENCRYPTION, FAILURES, FailureKey, KeyDirectory, ServiceCipher, SystemSecrets, Throttle,
    Tokens,
};
use crate::config::{Config, SecondFactorSetting};
use crate::connections::{self, Connections};
use crate::current_request::TaskRequest;
use crate::described::Described;
use crate::dns::SystemDns;
use crate::export_queue::ExportQueue;
use crate::job_worker;
use crate::low_priority::Priority;
use crate::mail::MailSettings;
use crate::middleware::{Limiter, OpenResponses};
use crate::oauth2::KeySets;
use crate::openid::OpenId;
use crate::outbound::{Network, Outbound};
use crate::pictures::Renderer;
use crate::process_metrics::Sources;
use crate::routes::App;
use crate::service::Readiness;
use crate::spool::Spools;
use crate::sse_limits::EventStreams;
use crate::v1::{Imports, MapCache};
use actix_web::dev::{Server as Actix, ServerHandle};
use actix_web::web::{self, Data};
use actix_web::{HttpResponse, HttpServer};
use domain::audit::AuditLog;
use domain::mail::Mailer;
use domain::passkeys::Passkeys;
use domain::ports::{Accounts, Clock, ErasedClients, Ids, SystemClock, TimeOrderedIds, TxtRecords};
use domain::{Ports, attempts, sessions};
use metrics_exporter_prometheus::PrometheusHandle;
pub(crate) use migrations::migrate_restored;
pub use migrations::{migrate, migrate_as_owner};
use persistence::{Database, DatabaseAccessLog, Relay};
use sealing::Sealing;
pub(crate) use sealing::connect_to_log;
use secrecy::{ExposeSecret, SecretString};
pub use settings::{PortSettings, ServiceSettings};
pub(crate) use settings::{database as database_settings, mail_settings, organisation_keys};
use std::fmt;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

/// Reason why the service does not start.
pub type StartError = Box<dyn std::error::Error + Send + Sync>;

/// Dependencies from outside the process and its settings; tests replace them.
#[derive(Clone, Debug)]
pub struct Adapters {
    /// Clock for use cases and tokens.
    pub clock: Arc<dyn Clock>,
    /// Generator of identifiers.
    pub ids: Arc<dyn Ids>,
    /// Log of reads and refusals; `None` for the access log of the database.
    pub audit_log: Option<Arc<dyn AuditLog>>,
    /// DNS, for the domains that organisations prove.
    pub txt_records: Arc<dyn TxtRecords>,
}

impl Default for Adapters {
    fn default() -> Self {
        Self {
            clock: Arc::new(SystemClock),
            ids: Arc::new(TimeOrderedIds),
            audit_log: None,
            txt_records: Arc::new(SystemDns::default()),
        }
    }
}

/// Connects, and creates the ports of the use cases, for a command that does not serve.
///
/// # Errors
/// If the database is unreachable, or row-level security does not apply to its role.
pub async fn connect(config: &Config) -> Result<(Ports, Database), StartError> {
    ports(&PortSettings::new(config)?, None, Adapters::default()).await
}

/// Connects as the owner of the tables, who alone may make an operator on PostgreSQL.
///
/// # Errors
/// Without OMRINGD_OWNER_DATABASE_URL on PostgreSQL, and as [`connect`].
pub async fn connect_as_owner(config: &Config) -> Result<(Ports, Database), StartError> {
    let mut settings = PortSettings::new(config)?;
    if persistence::sqlite_file(settings.database.url.expose_secret()).is_none() {
        let owner = config.owner_database_url.clone();
        settings.database.url = owner.ok_or(
            "OMRINGD_OWNER_DATABASE_URL is not set: on PostgreSQL only the role that owns the tables can make an operator, so \
             that no fault of the service can",
        )?;
        settings.database.as_owner = true;
    }
    ports(&settings, None, Adapters::default()).await
}

async fn ports(
    settings: &PortSettings,
    mail: Option<MailSettings>,
    Adapters { clock, ids, audit_log, txt_records }: Adapters,
) -> Result<(Ports, Database), StartError> {
    let mailer = mail.map(MailSettings::mailer).transpose()?.map(|mailer| Arc::new(mailer) as Arc<dyn Mailer>);
    let keys = KeyDirectory::new(&settings.key_directory);
    let passkeys = settings.relying_party.as_ref().map(|party| Ceremonies::new(party, keys.clone())).transpose()?;
    let database = Database::connect(&settings.database).await?;
    let ports = Ports {
        store: Arc::new(database.clone()),
        accounts: Accounts::new(Arc::new(database.clone())),
        failures: Arc::new(database.clone()),
        outbox: Arc::new(database.clone()),
        mailer,
        txt_records,
        proven_domains: Arc::new(database.clone()),
        client_keys: Arc::new(database.clone()),
        encrypted_rows: Arc::new(database.clone()),
        queue: Arc::new(database.clone()),
        erasures: Arc::new(database.clone()),
        purges: Arc::new(database.clone()),
        audit_log: audit_log.unwrap_or_else(|| Arc::new(DatabaseAccessLog::new(database.clone()))),
        requests: Arc::new(TaskRequest),
        notifications: Arc::new(database.clone()),
        passwords: Arc::new(Argon2id::new(settings.password_hashes_at_once)?),
        secrets: Arc::new(SystemSecrets),
        cipher: Arc::new(ServiceCipher::new(keys)),
        passkeys: passkeys.map(|passkeys| Arc::new(passkeys) as Arc<dyn Passkeys>),
        second_factor_by_default: settings.second_factor == SecondFactorSetting::Required,
        max_mailed_invitations: settings.mailed_invitations_per_day.get(),
        refusals: Arc::default(),
        clock,
        ids,
    };
    Ok((ports, database))
}

/// The service, wired but not yet serving.
#[derive(Debug)]
pub struct Service {
    app: App,
    database: Database,
    keys: KeyDirectory,
    notifications_url: SecretString,
    workers: usize,
    shutdown_seconds: u64,
}

impl Service {
    /// Wires the whole service, for both `omringd serve` and the tests.
    ///
    /// # Errors
    /// If the database is unreachable, row-level security does not apply to its role, or there are no signing
    /// keys and none can be created.
    pub async fn wire(settings: ServiceSettings, adapters: Adapters) -> Result<Self, StartError> {
        let keys = KeyDirectory::new(&settings.ports.key_directory);
        let tokens = Tokens::new(settings.public_url.as_str(), &keys.load()?, adapters.clock.clone())?;
        let (ports, database) = ports(&settings.ports, settings.mail, adapters).await?;
        let pictures = if settings.pictures_when_idle { Priority::Idle } else { Priority::No };
        let failure_key = Arc::new(FailureKey::new(&keys.secret(FAILURES)?));
        // Created at the start, so that a backup of the keys has it.
        keys.secret(ENCRYPTION)?;
        keys.log_key()?;
        let throttle =
            attempts::Throttle::new(settings.limits, ports.failures.clone(), failure_key, ports.clock.clone());
        let outbound = Arc::new(Outbound::new(Network::Public, &settings.internal_origins));
        let key_sets = Data::new(KeySets::new(outbound.clone()));
        let open_id = OpenId::new(outbound, key_sets.clone(), settings.front_end.as_ref());
        let app = App {
            ports,
            tokens: Data::new(tokens),
            key_sets,
            open_id: Data::new(open_id),
            throttle: Data::new(Throttle::new(throttle)),
            trusted_proxies: settings.trusted_proxies,
            readiness: Readiness::default(),
            cors_origins: settings.cors_origins,
            served_front_end: settings.served_front_end,
            described: Data::new(Described::at(settings.public_url.clone())),
            public_url: settings.public_url,
            limiter: Limiter::per_minute(settings.requests_per_minute),
            rendered: Data::new(MapCache::new(settings.map_cache_bytes)),
            studio: Data::new(Renderer::new(settings.pictures_at_once, pictures)?),
            spools: Data::new(Spools::new(settings.spool_directory, settings.spool_bytes)),
            deadlines: settings.deadlines,
            imports: Imports::default(),
            streams: EventStreams::new(settings.streams),
            connections: Connections::new(settings.connections),
            answers: OpenResponses::new(settings.responses),
            heavy: Data::new(ExportQueue::new(settings.exports)?),
        };
        let ServiceSettings { notifications_url, workers, shutdown_seconds, .. } = settings;
        Ok(Self { app, database, keys, notifications_url, workers, shutdown_seconds })
    }

    /// The ports of the use cases.
    #[must_use]
    pub fn ports(&self) -> Ports {
        self.app.ports.clone()
    }

    /// Serves on this listener, and follows changes by other processes and rotations of the signing keys.
    ///
    /// # Errors
    /// If the listener cannot be used.
    pub fn start(self, listener: TcpListener) -> Result<Running, StartError> {
        let Self { app, database, keys, notifications_url, workers, shutdown_seconds } = self;
        let relay = database.relay(&notifications_url)?;
        tokio::spawn(follow_keys(keys.clone(), app.tokens.clone()));
        tokio::spawn(store_ends(app.ports.clone()));
        tokio::spawn(forget_erased(app.ports.notifications.erased(), app.rendered.clone()));
        let (readiness, maps, clock) = (app.readiness.clone(), app.rendered.clone(), app.ports.clock.clone());
        let server = connections::listen(app, listener, workers, shutdown_seconds)?;
        Ok(Running { server, readiness, relay, database, keys, maps, clock, sealing: None })
    }
}

/// The running service.
pub struct Running {
    server: Actix,
    readiness: Readiness,
    relay: Relay,
    database: Database,
    keys: KeyDirectory,
    maps: Data<MapCache>,
    clock: Arc<dyn Clock>,
    sealing: Option<Sealing>,
}

impl fmt::Debug for Running {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Running").field("readiness", &self.readiness).finish_non_exhaustive()
    }
}

impl Running {
    /// Stops the server, which ends [`Running::ended`].
    #[must_use]
    pub fn handle(&self) -> ServerHandle {
        self.server.handle()
    }

    pub(crate) fn sources(&self) -> Sources {
        Sources::new(self.database.clone(), self.keys.clone(), self.maps.clone(), self.clock.clone())
    }

    pub(crate) fn readiness(&self) -> Readiness {
        self.readiness.clone()
    }

    /// Waits until the server has stopped, and closes the database.
    ///
    /// # Errors
    /// If the server failed.
    pub async fn ended(self) -> std::io::Result<()> {
        self.server.await?;
        if let Some(sealing) = self.sealing {
            sealing.end().await;
        }
        drop(self.relay);
        self.database.close().await;
        Ok(())
    }
}

/// Binds an address; port 0 selects a free port.
///
/// # Errors
/// If the address is in use or not available on this machine.
pub fn bind(address: SocketAddr) -> Result<TcpListener, StartError> {
    TcpListener::bind(address).map_err(|error| format!("cannot listen on {address}: {error}").into())
}

/// Starts the job runner in this process.
pub fn work(ports: Ports) {
    tokio::spawn(job_worker::work(ports));
}

/// Removes what this process has in memory of erased clients.
async fn forget_erased(mut erased: Box<dyn ErasedClients>, maps: Data<MapCache>) {
    loop {
        let client = erased.next().await;
        maps.forget(client);
    }
}

/// Interval between retries to store the end of a session, and lines of the access log.
const ENDS_EVERY: Duration = Duration::from_secs(5);

async fn store_ends(ports: Ports) {
    let mut ticks = tokio::time::interval(ENDS_EVERY);
    loop {
        ticks.tick().await;
        if let Err(error) = sessions::store_ends(&ports).await {
            tracing::warn!(%error, "ended sessions could not be stored yet; only this process refuses them");
        }
        // Streams end without a request that waits for their last line.
        if let Err(error) = ports.audit_log.flush().await {
            tracing::warn!(%error, "access log entries could not be stored yet");
        }
    }
}

/// Serves the metrics under `/metrics`.
///
/// # Errors
/// If the listener cannot be used.
pub fn run_metrics(metrics: PrometheusHandle, sources: Sources, listener: TcpListener) -> std::io::Result<Actix> {
    let upkeep = metrics.clone();
    actix_web::rt::spawn(async move {
        // Without it, histograms grow until the next scrape.
        let mut ticks = tokio::time::interval(Duration::from_secs(5));
        loop {
            ticks.tick().await;
            upkeep.run_upkeep();
        }
    });
    let server = HttpServer::new(move || {
        let (metrics, sources) = (metrics.clone(), sources.clone());
        let show = move || {
            let (metrics, sources) = (metrics.clone(), sources.clone());
            async move {
                sources.observe().await;
                HttpResponse::Ok().content_type("text/plain; version=0.0.4").body(metrics.render())
            }
        };
        actix_web::App::new().route("/metrics", web::get().to(show))
    });
    Ok(server.workers(1).listen(listener)?.disable_signals().run())
}

/// Interval at which the keys are reloaded.
const KEYS_EVERY: Duration = Duration::from_secs(60);

/// Reloads the signing keys after a rotation by any process.
async fn follow_keys(directory: KeyDirectory, tokens: Data<Tokens>) {
    let mut ticks = tokio::time::interval(KEYS_EVERY);
    loop {
        ticks.tick().await;
        let followed = directory.load().map_err(StartError::from).and_then(|keys| Ok(tokens.replace_keys(&keys)?));
        if let Err(error) = followed {
            tracing::error!(%error, "the signing keys cannot be reloaded; the current ones stay in use");
        }
    }
}
