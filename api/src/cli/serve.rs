use super::healthcheck;
use crate::config::Config;
use crate::server::{self, Adapters, Service, ServiceSettings, StartError};
use crate::telemetry::{self, Telemetry};
use std::net::TcpListener;
use std::time::Duration;
use tokio::signal::unix::{SignalKind, signal};

/// Time for a load balancer to notice that the service is not ready, before connections close.
const NOTICE: Duration = Duration::from_millis(500);

/// Timeout for the first answer of the workers; until then the service is not ready.
const STARTUP: Duration = Duration::from_secs(15);

/// Serves until a stop signal.
pub(super) async fn serve(config: &Config) -> Result<(), StartError> {
    let telemetry = Telemetry::start(config)?;
    tracing::info!(database = persistence::place(&config.database_url()?), "data");
    server::migrate(config).await?;
    let listener = server::bind(config.listen)?;
    let result = until_stopped(config, ServiceSettings::new(config)?, listener).await;
    telemetry.stop();
    result
}

/// Serves on a bound listener; on a stop signal, reports not ready, drains and closes.
pub(super) async fn until_stopped(
    config: &Config,
    settings: ServiceSettings,
    listener: TcpListener,
) -> Result<(), StartError> {
    let address = listener.local_addr()?;
    let service = Service::wire(settings, Adapters::default()).await?;
    server::work(service.ports());
    let every = Duration::from_secs(config.log_seal_seconds.get().into());
    let sealing = Service::seal(service.sealer(config.log_anchors.clone())?, every);
    let running = service.start(listener)?.sealed_by(sealing);
    if let Some(metrics) = config.metrics_listen {
        let (gathered, listener) = (telemetry::gather_metrics()?, server::bind(metrics)?);
        actix_web::rt::spawn(server::run_metrics(gathered, running.sources(), listener)?);
    }
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    let (handle, readiness) = (running.handle(), running.readiness());
    let mut serving = actix_web::rt::spawn(running.ended());
    let answers = actix_web::web::block(move || healthcheck::ask(address, "/health/live", STARTUP)).await?;
    answers.map_err(|error| format!("the service does not answer on {address}: {error}"))?;
    tracing::info!(%address, "ready");
    let mut stopped = async || tokio::select! { _ = terminate.recv() => {}, _ = interrupt.recv() => {} };
    tokio::select! {
        () = stopped() => {}
        ended = &mut serving => {
            ended??;
            return Err("the server stopped unexpectedly".into());
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
        // A second signal stops at once.
        () = stopped() => handle.stop(false).await,
    }
    serving.await??;
    tracing::info!("stopped");
    Ok(())
}
