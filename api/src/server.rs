//! The one place that knows the databases: wires them to the API and serves.

use crate::auth::{Argon2id, KeyDirectory, SystemSecrets, Throttle, ThrottleSettings, Tokens};
use crate::config::{Config, Pooler, data_directory};
use crate::connections::{self, ConnectionSettings, Connections, PaceSettings};
use crate::described::Described;
use crate::export_queue::{ExportQueue, ExportSettings};
use crate::file_descriptors;
use crate::job_worker;
use crate::low_priority::Priority;
use crate::middleware::{Deadlines, Limiter, OpenResponses, ResponseSettings};
use crate::pictures::Renderer;
use crate::routes::App;
use crate::service::Readiness;
use crate::spool::Spools;
use crate::sse_limits::{EventStreams, StreamSettings};
use crate::v1::{Imports, MapCache};
use actix_web::dev::Server as Actix;
pub use actix_web::web::Data;
use actix_web::{HttpResponse, HttpServer, web};
use domain::audit::NoAuditLog;
use domain::ports::{Accounts, SystemClock, TimeOrderedIds};
use domain::{Ports, sessions};
use metrics_exporter_prometheus::PrometheusHandle;
use migration::Connection;
use persistence::{Database, Settings};
use secrecy::ExposeSecret;
use std::net::{SocketAddr, TcpListener};
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// Why the service does not start.
pub type EngineError = Box<dyn std::error::Error + Send + Sync>;

/// Brings the database up to date, or makes sure that it is where this process may not change it.
///
/// # Errors
/// If the database cannot be reached, a role is not fit, or it lacks migrations that this process may not make.
pub async fn migrate(config: &Config) -> Result<(), EngineError> {
    let url = config.database_url()?;
    if persistence::sqlite_file(url.expose_secret()).is_some() || config.owner_database_url.is_some() {
        return migrate_as_owner(config).await.map(drop);
    }
    let url = config.direct_database_url()?;
    wait_for_server(&url).await?;
    let connection = Connection::Postgres(persistence::open_postgres(url.expose_secret()).await?);
    match migration::pending(connection).await? {
        0 => Ok(()),
        lacking => Err(format!(
            "the database lacks {lacking} migration(s). Set OMRINGD_OWNER_DATABASE_URL to the address with the role that \
             owns the tables, beside OMRINGD_DATABASE_URL, and run `omringd migrate`"
        )
        .into()),
    }
}

/// Makes the pending migrations and sets the rights of both roles. Gives back how many migrations there were.
///
/// # Errors
/// If the database cannot be reached, a role is not fit, or a setting is missing.
pub async fn migrate_as_owner(config: &Config) -> Result<usize, EngineError> {
    let url = config.database_url()?;
    let url = url.expose_secret();
    if let Some(owner) = &config.owner_database_url {
        let runtime = persistence::postgres_role(url).ok_or(
            "OMRINGD_OWNER_DATABASE_URL is set and OMRINGD_DATABASE_URL is no PostgreSQL address: set it to the address \
             with the role that the service runs as, which is given its rights",
        )?;
        wait_for_server(owner).await?;
        let connection = Connection::Postgres(persistence::open_postgres(owner.expose_secret()).await?);
        return Ok(migration::run(connection, Some(&runtime)).await?);
    }
    let Some(file) = persistence::sqlite_file(url) else {
        return Err(
            "OMRINGD_OWNER_DATABASE_URL is not set: on PostgreSQL the role that owns the tables migrates, and gives \
             the role of OMRINGD_DATABASE_URL its rights"
                .into(),
        );
    };
    make_file(&file)?;
    let migrated = migration::run(Connection::Sqlite(persistence::open_sqlite(url)?), None).await;
    migrated.map_err(|error| format!("the SQLite file {}: {error}", file.display()).into())
}

/// How long PostgreSQL may take to start.
const STARTING: Duration = Duration::from_secs(30);

/// Waits until PostgreSQL takes connections, and says so.
#[expect(clippy::print_stderr, reason = "also for commands without a log; nobody should look at silence")]
async fn wait_for_server(url: &secrecy::SecretString) -> Result<(), EngineError> {
    let waiting = |why: &persistence::Unreachable| {
        eprintln!("omringd: {why}; trying again for {} seconds", STARTING.as_secs());
    };
    Ok(persistence::wait_for_server(url, STARTING, waiting).await?)
}

/// Connects, and wires everything a use case needs.
///
/// # Errors
/// If the database cannot be reached, or its role is one that row-level security does not bind.
pub async fn wire(config: &Config) -> Result<(Ports, Database), EngineError> {
    let settings = Settings {
        url: config.database_url()?,
        max_connections: config.database_connections()?,
        threads: config.workers()?,
        acquire_timeout: Duration::from_secs(config.acquire_seconds),
        statement_timeout: Duration::from_secs(config.statement_seconds),
        transaction_pooler: config.database_pooler == Pooler::Transaction,
        replica_url: config.replica_database_url.clone(),
    };
    let database = Database::connect(&settings).await?;
    let ports = Ports {
        store: Arc::new(database.clone()),
        accounts: Accounts::new(Arc::new(database.clone())),
        queue: Arc::new(database.clone()),
        audit_log: Arc::new(NoAuditLog),
        notifications: Arc::new(database.clone()),
        passwords: Arc::new(Argon2id::new(or_half_the_processors(config.password_hashes_at_once)?)?),
        secrets: Arc::new(SystemSecrets),
        refusals: Arc::default(),
        clock: Arc::new(SystemClock),
        ids: Arc::new(TimeOrderedIds),
    };
    Ok((ports, database))
}

/// The application with these ports.
///
/// # Errors
/// If there are no signing keys and none can be made.
pub fn app(config: &Config, ports: Ports) -> Result<App, EngineError> {
    let keys = KeyDirectory::new(config.key_directory()?).load()?;
    Ok(App {
        ports,
        tokens: Data::new(Tokens::new(config.public_url.as_str(), &keys, Arc::new(SystemClock))?),
        throttle: Data::new(Throttle::new(ThrottleSettings::default())?),
        trusted_proxies: config.trusted_proxies()?,
        readiness: Readiness::default(),
        cors_origins: config.cors_origins.clone(),
        public_url: config.public_url.clone(),
        limiter: Limiter::per_minute(config.requests_per_minute),
        rendered: Data::new(MapCache::new(u64::from(config.map_cache_mib) << 20)),
        studio: Data::new(Renderer::new(or_half_the_processors(config.pictures_at_once)?, Priority::Idle)?),
        spools: Data::new(Spools::new(
            config.spool_directory.clone().unwrap_or_else(std::env::temp_dir),
            u64::from(config.spool_mib) << 20,
        )),
        deadlines: Deadlines {
            receive: Duration::from_secs(config.receive_seconds.get()),
            answer: Duration::from_secs(config.answer_seconds.get()),
        },
        imports: Imports::default(),
        streams: EventStreams::new(StreamSettings {
            per_user: config.event_streams_per_user,
            per_process: config.event_streams,
            heartbeat: Duration::from_secs(config.event_heartbeat_seconds.get()),
        }),
        connections: Connections::new(connection_settings(config)?),
        answers: OpenResponses::new(ResponseSettings::default()),
        heavy: Data::new(ExportQueue::new(ExportSettings {
            at_once: or_half_the_processors(config.exports_at_once)?,
            per_user: config.exports_per_user,
            per_process: config.exports_open,
        })?),
        described: Data::new(Described::at(config.public_url.clone())),
    })
}

/// As many connections as the settings say, and the system has descriptors for.
fn connection_settings(config: &Config) -> Result<ConnectionSettings, EngineError> {
    let per_process = file_descriptors::connections(config, file_descriptors::raise_limit())?;
    // One address never keeps out all others.
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

/// So many at once; 0 is one for every two processors.
fn or_half_the_processors(at_once: usize) -> Result<NonZeroUsize, EngineError> {
    let half = || std::thread::available_parallelism().map(|processors| processors.get().div_ceil(2));
    let at_once = if at_once == 0 { half()? } else { at_once };
    Ok(NonZeroUsize::new(at_once).unwrap_or(NonZeroUsize::MIN))
}

/// Binds an address; port 0 is any that is free.
///
/// # Errors
/// If it is taken or not ours.
pub fn bind(address: SocketAddr) -> Result<TcpListener, EngineError> {
    TcpListener::bind(address).map_err(|error| format!("cannot listen on {address}: {error}").into())
}

/// Serves the API on this listener until the server is stopped, which gives requests under way so many seconds.
///
/// # Errors
/// If the listener cannot be used.
pub fn run(app: App, listener: TcpListener, workers: usize, shutdown_seconds: u64) -> std::io::Result<Actix> {
    tokio::spawn(store_ends(app.ports.clone()));
    connections::listen(app, listener, workers, shutdown_seconds)
}

/// Begins to do jobs in this process.
pub fn work(ports: Ports) {
    tokio::spawn(job_worker::work(ports));
}

/// How often the end of a session is stored that could not be.
const ENDS_EVERY: Duration = Duration::from_secs(5);

async fn store_ends(ports: Ports) {
    let mut ticks = tokio::time::interval(ENDS_EVERY);
    loop {
        ticks.tick().await;
        if let Err(error) = sessions::store_ends(&ports).await {
            tracing::warn!(%error, "sessions that were ended are refused by this process only");
        }
    }
}

/// Serves the metrics under `/metrics`.
///
/// # Errors
/// If the listener cannot be used.
pub fn run_metrics(metrics: PrometheusHandle, listener: TcpListener) -> std::io::Result<Actix> {
    let upkeep = metrics.clone();
    actix_web::rt::spawn(async move {
        // Without it, histograms grow for as long as nobody scrapes.
        let mut ticks = tokio::time::interval(Duration::from_secs(5));
        loop {
            ticks.tick().await;
            upkeep.run_upkeep();
        }
    });
    let server = HttpServer::new(move || {
        let metrics = metrics.clone();
        let show = move || {
            let text = metrics.render();
            async move { HttpResponse::Ok().content_type("text/plain; version=0.0.4").body(text) }
        };
        actix_web::App::new().route("/metrics", web::get().to(show))
    });
    Ok(server.workers(1).listen(listener)?.disable_signals().run())
}

/// How often the keys are read again.
const KEYS_EVERY: Duration = Duration::from_secs(60);

/// Follows a rotation of the signing keys by whichever process.
///
/// # Errors
/// If there is no key directory.
pub fn follow_keys(config: &Config, tokens: Data<Tokens>) -> Result<(), EngineError> {
    let directory = KeyDirectory::new(config.key_directory()?);
    actix_web::rt::spawn(async move {
        let mut ticks = tokio::time::interval(KEYS_EVERY);
        loop {
            ticks.tick().await;
            let followed = directory.load().map_err(EngineError::from).and_then(|keys| Ok(tokens.replace_keys(&keys)?));
            if let Err(error) = followed {
                tracing::error!(%error, "the signing keys cannot be read again; the old ones go on");
            }
        }
    });
    Ok(())
}

/// Creates a SQLite file that only this user may read, if it is absent.
///
/// Only the service's own directory is created: a mistyped path must not give a new, empty service.
fn make_file(file: &Path) -> Result<(), EngineError> {
    let missing = file.parent().filter(|path| !path.as_os_str().is_empty() && !path.exists());
    if let Some(directory) = missing {
        if !data_directory().is_ok_and(|own| directory.starts_with(own)) {
            let directory = directory.display();
            return Err(format!(
                "OMRINGD_DATABASE_URL: there is no directory {directory}: make it, or correct the path"
            )
            .into());
        }
        private_directory(directory)?;
    }
    persistence::make_private(file).map_err(|error| format!("cannot make {}: {error}", file.display()).into())
}

/// Creates a directory that only this user may read: it holds personal data.
fn private_directory(directory: &Path) -> Result<(), EngineError> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(directory).map_err(|error| format!("cannot make {}: {error}", directory.display()).into())
}
