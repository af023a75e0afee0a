//! Logs, traces and metrics.

use crate::config::{Config, LogFormat};
use crate::metric_catalogue::{self, CATALOGUE, Metric, SECONDS};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use opentelemetry::KeyValue;
use opentelemetry::trace::TracerProvider;
use opentelemetry_otlp::{SpanExporter, WithExportConfig};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::trace::SdkTracerProvider;
use std::io::IsTerminal;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};
use tracing::{Level, Metadata};
use tracing_subscriber::filter::{FilterExt, LevelFilter, dynamic_filter_fn, filter_fn};
use tracing_subscriber::{EnvFilter, Layer, Registry, layer::SubscriberExt, util::SubscriberInitExt};

/// Interval for log lines about malformed requests, which any client can cause, and about the export of traces.
const SPARSE_EVERY: Duration = Duration::from_secs(10);

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
        // Each log line is complete without spans.
        let (protocol, exporting) = (Sparse::default(), Sparse::default());
        let sparse = dynamic_filter_fn(move |metadata, _| {
            metadata.is_event()
                && (!is_protocol(metadata) || protocol.take(Instant::now()))
                && (!is_exporting(metadata) || exporting.take(Instant::now()))
        });
        // Without a hint of its own it would hide that of the log level, and drivers would build lines that nobody reads.
        let lines = lines.with_filter(filter.and(sparse.with_max_level_hint(LevelFilter::TRACE)));
        let traces = config.otlp_endpoint.as_ref().map(|endpoint| exporter(endpoint.as_str())).transpose()?;
        // Spans are for traces alone, whatever the log level: without an exporter they cost nothing.
        let spans = traces.as_ref().map(|traces| {
            let spans = tracing_opentelemetry::layer().with_tracer(traces.tracer("omringd"));
            let spans = spans.with_location(false).with_threads(false).with_tracked_inactivity(false);
            spans.with_filter(filter_fn(is_own_span).with_max_level_hint(LevelFilter::DEBUG))
        });
        tracing_subscriber::registry().with(lines).with(spans).try_init()?;
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

/// Returns whether this is a span of this project: those of libraries may hold names of hosts and other values.
fn is_own_span(metadata: &Metadata<'_>) -> bool {
    let crates = metadata.target().split("::").next().unwrap_or_default();
    metadata.is_span() && matches!(crates, "api" | "domain" | "persistence")
}

/// Returns whether this is an error or a warning about malformed client input.
fn is_protocol(metadata: &Metadata<'_>) -> bool {
    let target = metadata.target();
    *metadata.level() <= Level::WARN && (target.starts_with("actix_http") || target.starts_with("h2"))
}

/// Returns whether this is an error or a warning about the export of traces, which fails every few seconds if it fails.
fn is_exporting(metadata: &Metadata<'_>) -> bool {
    *metadata.level() <= Level::WARN && metadata.target().starts_with("opentelemetry")
}

/// Allows one log line per [`SPARSE_EVERY`].
#[derive(Debug, Default)]
struct Sparse(Mutex<Option<Instant>>);

impl Sparse {
    fn take(&self, now: Instant) -> bool {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let due = last.is_none_or(|last| now.saturating_duration_since(last) >= SPARSE_EVERY);
        if due {
            *last = Some(now);
        }
        due
    }
}

fn exporter(endpoint: &str) -> Result<SdkTracerProvider, StartError> {
    let exporter = SpanExporter::builder().with_http().with_endpoint(endpoint).build()?;
    let version = KeyValue::new("service.version", env!("CARGO_PKG_VERSION"));
    let resource = Resource::builder().with_service_name("omringd").with_attribute(version).build();
    Ok(SdkTracerProvider::builder().with_batch_exporter(exporter).with_resource(resource).build())
}

/// The contents of `docs/metrics.md`.
#[must_use]
pub fn metrics_documentation() -> String {
    metric_catalogue::documentation()
}

/// Starts the collection of metrics. Once per process.
///
/// # Errors
/// If it is already started.
pub fn gather_metrics() -> Result<PrometheusHandle, StartError> {
    let handle = PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), SECONDS)?
        .install_recorder()?;
    CATALOGUE.iter().for_each(Metric::register);
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
        assert!(!sparse.take(begin + SPARSE_EVERY / 2));
        assert!(sparse.take(begin + SPARSE_EVERY));
    }
}
