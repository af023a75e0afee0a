//! The one place that knows the databases: wires them to the API and serves.

use crate::auth::{Argon2id, KeyDirectory, SystemSecrets, Throttle, ThrottleSettings, Tokens};
use crate::config::{Config, Pooler};
use crate::connections::{self, ConnectionSettings, Connections, PaceSettings};
use crate::descriptors;
use crate::edge::{AnswerSettings, Deadlines, Limiter, OpenAnswers};
use crate::heavy::{HeavySettings, HeavyWork};
use crate::pictures::Studio;
use crate::routes::{App, Described};
use crate::service::Readiness;
use crate::streams::{StreamSettings, Streams};
use crate::v1::{Imports, Rendered};
use actix_web::dev::Server as Actix;
pub use actix_web::web::Data;
use actix_web::{HttpResponse, HttpServer, web};
use domain::{Ports, SystemClock, TimeOrderedIds};
use metrics_exporter_prometheus::PrometheusHandle;
use persistence::{Database, Settings};
use secrecy::ExposeSecret;
use std::net::{SocketAddr, TcpListener};
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// Why the service does not start.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Brings the database up to date, or makes sure that it is.
///
/// # Errors
/// If the database cannot be reached, or lacks migrations that this process may not make.
pub async fn migrate(config: &Config) -> Result<(), Failure> {
    let url = config.database_url()?;
    let url = url.expose_secret();
    if let Some(owner) = &config.owner_database_url {
        return Ok(migration::run(owner.expose_secret(), persistence::postgres_role(url).as_deref()).await?);
    }
    if let Some(file) = persistence::sqlite_file(url) {
        private_directory(file.parent())?;
        return Ok(migration::run(&format!("{url}{}mode=rwc", if url.contains('?') { '&' } else { '?' }), None).await?);
    }
    match migration::pending(config.direct_database_url()?.expose_secret()).await? {
        0 => Ok(()),
        lacking => Err(format!("the database lacks {lacking} migration(s): run `omringd migrate` as its owner").into()),
    }
}

/// Connects, and wires everything a use case needs.
///
/// # Errors
/// If the database cannot be reached, or its role is one that row-level security does not bind.
pub async fn wire(config: &Config) -> Result<(Ports, Database), Failure> {
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
        system: Arc::new(database.clone()),
        changes: Arc::new(database.clone()),
        passwords: Arc::new(Argon2id::new(or_half_the_processors(config.password_hashes_at_once)?)?),
        secrets: Arc::new(SystemSecrets),
        clock: Arc::new(SystemClock),
        ids: Arc::new(TimeOrderedIds),
    };
    Ok((ports, database))
}

/// The application with these ports.
///
/// # Errors
/// If there are no signing keys and none can be made.
pub fn app(config: &Config, ports: Ports) -> Result<App, Failure> {
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
        rendered: Data::new(Rendered::new(u64::from(config.map_cache_mib) << 20)),
        studio: Data::new(Studio::new(or_half_the_processors(config.pictures_at_once)?)?),
        deadlines: Deadlines {
            receive: Duration::from_secs(config.receive_seconds.get()),
            answer: Duration::from_secs(config.answer_seconds.get()),
        },
        imports: Imports::default(),
        streams: Streams::new(StreamSettings {
            per_user: config.event_streams_per_user,
            per_process: config.event_streams,
            heartbeat: Duration::from_secs(config.event_heartbeat_seconds.get()),
        }),
        connections: Connections::new(connection_settings(config)?),
        answers: OpenAnswers::new(AnswerSettings::default()),
        heavy: Data::new(HeavyWork::new(HeavySettings {
            at_once: or_half_the_processors(config.exports_at_once)?,
            per_user: config.exports_per_user,
            per_process: config.exports_open,
        })),
        described: Data::new(Described::at(config.public_url.clone())),
    })
}

/// As many connections as the settings say, and the system has descriptors for.
fn connection_settings(config: &Config) -> Result<ConnectionSettings, Failure> {
    let per_process = descriptors::connections(config, descriptors::raise_limit())?;
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
fn or_half_the_processors(at_once: usize) -> Result<NonZeroUsize, Failure> {
    let half = || std::thread::available_parallelism().map(|processors| processors.get().div_ceil(2));
    let at_once = if at_once == 0 { half()? } else { at_once };
    Ok(NonZeroUsize::new(at_once).unwrap_or(NonZeroUsize::MIN))
}

/// Binds an address; port 0 is any that is free.
///
/// # Errors
/// If it is taken or not ours.
pub fn bind(address: SocketAddr) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).map_err(|error| format!("cannot listen on {address}: {error}").into())
}

/// Serves the API on this listener until the server is stopped, which gives requests under way so many seconds.
///
/// # Errors
/// If the listener cannot be used.
pub fn run(app: App, listener: TcpListener, workers: usize, shutdown_seconds: u64) -> std::io::Result<Actix> {
    connections::listen(app, listener, workers, shutdown_seconds)
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
pub fn follow_keys(config: &Config, tokens: Data<Tokens>) -> Result<(), Failure> {
    let directory = KeyDirectory::new(config.key_directory()?);
    actix_web::rt::spawn(async move {
        let mut ticks = tokio::time::interval(KEYS_EVERY);
        loop {
            ticks.tick().await;
            let followed = directory.load().map_err(Failure::from).and_then(|keys| Ok(tokens.replace_keys(&keys)?));
            if let Err(error) = followed {
                tracing::error!(%error, "the signing keys cannot be read again; the old ones go on");
            }
        }
    });
    Ok(())
}

/// A directory that only this user may read: it holds personal data.
fn private_directory(directory: Option<&Path>) -> Result<(), Failure> {
    let Some(directory) = directory.filter(|path| !path.as_os_str().is_empty() && !path.exists()) else {
        return Ok(());
    };
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(directory).map_err(|error| format!("cannot make {}: {error}", directory.display()).into())
}
