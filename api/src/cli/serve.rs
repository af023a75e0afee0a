use super::healthcheck;
use crate::config::Config;
use crate::server::{self, EngineError};
use crate::telemetry::{self, Telemetry};
use domain::Ports;
use persistence::Database;
use std::net::TcpListener;
use std::time::Duration;
use tokio::signal::unix::{SignalKind, signal};

/// How long a load balancer gets to see that the service is not ready, before connections end.
const NOTICE: Duration = Duration::from_millis(500);

/// How long the workers may take to answer the first request; until then the service is not ready.
const STARTUP: Duration = Duration::from_secs(15);

/// Serves until a signal to stop.
pub(super) async fn serve(config: &Config) -> Result<(), EngineError> {
    let telemetry = Telemetry::start(config)?;
    tracing::info!(database = persistence::place(&config.database_url()?), "data");
    server::migrate(config).await?;
    let (ports, database) = server::wire(config).await?;
    let listener = server::bind(config.listen)?;
    let result = until_stopped(config, ports, &database, listener).await;
    telemetry.stop();
    result
}

/// Serves on a bound listener; then not ready, drain, close.
pub(super) async fn until_stopped(
    config: &Config,
    ports: Ports,
    database: &Database,
    listener: TcpListener,
) -> Result<(), EngineError> {
    let address = listener.local_addr()?;
    server::work(ports.clone());
    let app = server::app(config, ports)?;
    let readiness = app.readiness.clone();
    let relay = database.relay(&config.direct_database_url()?)?;
    server::follow_keys(config, app.tokens.clone())?;
    let server = server::run(app, listener, config.workers()?, config.shutdown_seconds)?;
    if let Some(metrics) = config.metrics_listen {
        actix_web::rt::spawn(server::run_metrics(telemetry::gather_metrics()?, server::bind(metrics)?)?);
    }
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    let handle = server.handle();
    let mut serving = actix_web::rt::spawn(server);
    let answers = actix_web::web::block(move || healthcheck::ask(address, "/health/live", STARTUP)).await?;
    answers.map_err(|error| format!("the service does not answer on {address}: {error}"))?;
    tracing::info!(%address, "ready");
    let mut stopped = async || tokio::select! { _ = terminate.recv() => {}, _ = interrupt.recv() => {} };
    tokio::select! {
        () = stopped() => {}
        ended = &mut serving => {
            ended??;
            return Err("the server ended by itself".into());
        }
    }
    tracing::info!("stopping: no new requests");
    readiness.drain();
    tokio::select! {
        () = tokio::time::sleep(NOTICE) => {}
        () = stopped() => {}
    }
    tokio::select! {
        () = handle.stop(true) => {}
        // A second signal: now.
        () = stopped() => handle.stop(false).await,
    }
    serving.await??;
    drop(relay);
    database.close().await;
    tracing::info!("stopped");
    Ok(())
}
