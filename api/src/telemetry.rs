//! Logs, traces and metrics.

use crate::config::{Config, LogFormat};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use opentelemetry::trace::TracerProvider;
use opentelemetry_otlp::{SpanExporter, WithExportConfig};
use opentelemetry_sdk::trace::SdkTracerProvider;
use std::io::IsTerminal;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};
use tracing::{Level, Metadata};
use tracing_subscriber::filter::dynamic_filter_fn;
use tracing_subscriber::{EnvFilter, Layer, Registry, layer::SubscriberExt, util::SubscriberInitExt};

/// Upper bounds of the latency histogram, in seconds.
const BUCKETS: &[f64] = &[0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

/// Interval for log lines about malformed requests: one line each, because any client can cause them.
const PROTOCOL_EVERY: Duration = Duration::from_secs(10);

type StartError = Box<dyn std::error::Error + Send + Sync>;

/// The telemetry that is set up, to be shut down at the end.
#[derive(Debug)]
pub struct Telemetry {
    traces: Option<SdkTracerProvider>,
}

impl Telemetry {
    /// Sets up logs, and traces if an exporter is configured. Once per process.
    ///
    /// # Errors
    /// If telemetry is already set up, or the exporter cannot be created.
    pub fn start(config: &Config) -> Result<Self, StartError> {
        let filter = config.log_level.parse::<EnvFilter>()?;
        let mut lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
        // Colour escape sequences are only for a terminal, not for a file or a journal.
        if !std::io::stderr().is_terminal() {
            lines.set_ansi(false);
        }
        let lines: Box<dyn Layer<Registry> + Send + Sync> = match config.log_format {
            LogFormat::Human => Box::new(lines.with_target(false)),
            LogFormat::Json => Box::new(lines.json().flatten_event(true)),
        };
        // Spans are only for traces; each log line is complete without them.
        let protocol = Sparse::default();
        let lines = lines.with_filter(dynamic_filter_fn(move |metadata, _| {
            metadata.is_event() && (!is_protocol(metadata) || protocol.take(Instant::now()))
        }));
        let traces = config.otlp_endpoint.as_ref().map(|endpoint| exporter(endpoint.as_str())).transpose()?;
        let spans = traces.as_ref().map(|traces| tracing_opentelemetry::layer().with_tracer(traces.tracer("omringd")));
        tracing_subscriber::registry().with(lines).with(spans).with(filter).try_init()?;
        Ok(Self { traces })
    }

    /// Sends the remaining traces.
    pub fn stop(&self) {
        if let Some(traces) = &self.traces
            && let Err(error) = traces.shutdown()
        {
            tracing::warn!(%error, "the last traces were not sent");
        }
    }
}

/// Returns whether this is an error or a warning about malformed client input.
fn is_protocol(metadata: &Metadata<'_>) -> bool {
    let target = metadata.target();
    *metadata.level() <= Level::WARN && (target.starts_with("actix_http") || target.starts_with("h2"))
}

/// Allows one log line per [`PROTOCOL_EVERY`].
#[derive(Debug, Default)]
struct Sparse(Mutex<Option<Instant>>);

impl Sparse {
    fn take(&self, now: Instant) -> bool {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let due = last.is_none_or(|last| now.saturating_duration_since(last) >= PROTOCOL_EVERY);
        if due {
            *last = Some(now);
        }
        due
    }
}

fn exporter(endpoint: &str) -> Result<SdkTracerProvider, StartError> {
    let exporter = SpanExporter::builder().with_http().with_endpoint(endpoint).build()?;
    let resource = opentelemetry_sdk::Resource::builder().with_service_name("omringd").build();
    Ok(SdkTracerProvider::builder().with_batch_exporter(exporter).with_resource(resource).build())
}

/// Starts the collection of metrics. Once per process.
///
/// # Errors
/// If it is already started.
pub fn gather_metrics() -> Result<PrometheusHandle, StartError> {
    let handle = PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Full("http_request_duration_seconds".to_owned()), BUCKETS)?
        .install_recorder()?;
    metrics::describe_counter!("http_requests_total", "Requests by method, route and status.");
    metrics::describe_histogram!("http_request_duration_seconds", "Time to answer, by method and route.");
    metrics::describe_counter!(
        "replica_reads_total",
        "Reads that could go to the replica, by where they were answered."
    );
    metrics::gauge!("omringd_build_info", "version" => env!("CARGO_PKG_VERSION")).set(1.0);
    Ok(handle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_lines_that_anybody_can_cause_one_in_ten_seconds_is_logged() {
        let (sparse, begin) = (Sparse::default(), Instant::now());
        assert!(sparse.take(begin));
        assert!(!sparse.take(begin + PROTOCOL_EVERY / 2));
        assert!(sparse.take(begin + PROTOCOL_EVERY));
    }
}
