//! Every metric of the service, for `docs/metrics.md` and for the series that exist from the start.
//!
//! A label has few values, all known here: none comes from outside, so the number of series is bounded.

use crate::auth::KEY_FILES;
use domain::attempts;
use domain::jobs::JobKind;
use metrics::{Label, Unit};

/// Upper bounds of the histograms, in seconds.
pub(crate) const SECONDS: &[f64] = &[0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

/// A metric.
pub(crate) struct Metric {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    labels: &'static [(&'static str, Values)],
    meaning: &'static str,
}

/// What a metric counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Counter,
    /// A value that goes up and down.
    Gauge,
    /// A value that is unknown until there is one: it has no series at zero.
    Known,
    /// A histogram of [`SECONDS`].
    Seconds,
}

/// The values of a label.
enum Values {
    These(&'static [&'static str]),
    JobKinds,
    Counters,
    /// Described in words.
    Text(&'static str),
}

use Kind::{Counter, Gauge, Known, Seconds};
use Values::{Counters, JobKinds, Text, These};

const METHODS: (&str, Values) =
    ("method", These(&["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "other"]));
const ROUTE: (&str, Values) = ("route", Text("a path of the OpenAPI document, or `none`"));
const QUEUE: &[(&str, Values)] = &[("queue", These(&["password", "picture", "export"]))];
const KIND: (&str, Values) = ("kind", JobKinds);

const fn metric(
    kind: Kind,
    name: &'static str,
    labels: &'static [(&'static str, Values)],
    meaning: &'static str,
) -> Metric {
    Metric { name, kind, labels, meaning }
}

/// The metrics, in the order of the documentation.
pub(crate) const CATALOGUE: &[Metric] = &[
    metric(
        Counter,
        "http_requests_total",
        &[METHODS, ROUTE, ("status", Text("the status"))],
        "Requests that were answered.",
    ),
    metric(Seconds, "http_request_duration_seconds", &[METHODS, ROUTE], "Time to answer."),
    metric(
        Counter,
        "requests_refused_total",
        &[("limit", These(&["session", "network", "refresh"]))],
        "Requests over the limit of requests per minute of a session, of a network without a session, or of a network's refreshes.",
    ),
    metric(
        Counter,
        "attempts_failed_total",
        &[("attempt", These(ATTEMPTS))],
        "Wrong passwords, second factors, and secrets of links; wrong answers of identity providers.",
    ),
    metric(
        Counter,
        "attempts_refused_total",
        &[("counter", Counters)],
        "Attempts that were not tried, because this counter of failed attempts was full.",
    ),
    metric(Gauge, "connections_open", &[], "Open connections of clients."),
    metric(
        Counter,
        "connections_refused_total",
        &[("bound", These(&["address", "process"]))],
        "Connections refused because an address or the process had too many.",
    ),
    metric(Counter, "connections_stalled_total", &[], "Connections closed because the client read nothing."),
    metric(Gauge, "answers_open", &[], "Large responses that clients have not read yet."),
    metric(Gauge, "exports_open", &[], "Exports in progress."),
    metric(Gauge, "imports_open", &[], "Imports of whole clients in progress."),
    metric(Gauge, "event_streams_open", &[], "Open event streams."),
    metric(
        Counter,
        "slots_refused_total",
        &[
            (
                "slots",
                These(&["connections_open", "answers_open", "exports_open", "imports_open", "event_streams_open"]),
            ),
            ("bound", These(&["holder", "process"])),
        ],
        "Refusals because a user, an address or an organisation (`holder`), or the process, had too many of these.",
    ),
    metric(Gauge, "work_waiting", QUEUE, "Passwords, pictures and exports that wait for a permit."),
    metric(Seconds, "work_wait_seconds", QUEUE, "Wait for a permit."),
    metric(Counter, "work_refused_total", QUEUE, "Work that was refused because too much waited, or waited too long."),
    metric(
        Counter,
        "map_cache_requests_total",
        &[("outcome", These(&["hit", "stale", "miss"]))],
        "Reads of whole maps: from the cache; changed since; not in the cache.",
    ),
    metric(Gauge, "map_cache_entries", &[], "Whole maps in the cache."),
    metric(Gauge, "map_cache_bytes", &[], "Approximate size of the cache."),
    metric(
        Gauge,
        "database_connections",
        &[("state", These(&["in-use", "idle"]))],
        "Connections of the pool to the primary.",
    ),
    metric(Gauge, "database_connections_max", &[], "Maximum number of connections of the pool."),
    metric(Gauge, "database_connections_waiting", &[], "Transactions that wait for a connection."),
    metric(Seconds, "database_acquire_seconds", &[], "Wait of a transaction for a connection."),
    metric(
        Counter,
        "database_acquire_failures_total",
        &[("reason", These(&["busy", "late", "closed", "unreachable"]))],
        "Transactions that got no connection.",
    ),
    metric(
        Counter,
        "replica_reads_total",
        &[("answered_by", These(&["replica", "primary"]))],
        "Reads that could go to the replica, by where they were answered.",
    ),
    metric(
        Counter,
        "jobs_total",
        &[KIND, ("outcome", These(&["done", "failed"]))],
        "Attempts of jobs in this process.",
    ),
    metric(Seconds, "job_duration_seconds", &[KIND], "Duration of an attempt."),
    metric(Gauge, "jobs_waiting", &[KIND], "Jobs in the database that are not done, whichever process they wait for."),
    metric(Gauge, "jobs_given_up", &[KIND], "Jobs in the database that failed for good in the last 7 days."),
    metric(Gauge, "job_oldest_due_seconds", &[KIND], "How long the job that is due longest has been due."),
    metric(
        Known,
        "job_last_success_timestamp_seconds",
        &[KIND],
        "When the last job was done, by any process in the last 7 days.",
    ),
    metric(Known, "jobs_read_timestamp_seconds", &[], "When the figures about jobs were last read from the database."),
    metric(
        Gauge,
        "access_log_unsealed_lines",
        &[],
        "Lines of the access log that were not sealed when sealing last began.",
    ),
    metric(
        Gauge,
        "access_log_unsealed_seconds",
        &[],
        "Age of the oldest line that was not sealed when sealing last began.",
    ),
    metric(
        Counter,
        "mails_total",
        &[("outcome", These(&["sent", "refused", "failed"]))],
        "Mails handed to the mail server, or not.",
    ),
    metric(
        Counter,
        "outbound_requests_total",
        &[("outcome", These(&["answered", "refused", "unusable", "failed"]))],
        "Requests for key sets and to identity providers.",
    ),
    metric(
        Known,
        "key_changed_timestamp_seconds",
        &[("key", These(&KEY_FILES))],
        "When the file of this key was written. `current` signs access tokens, `log` the heads of the access log.",
    ),
    metric(Known, "omringd_build_info", &[("version", Text("the release"))], "Always 1."),
    metric(Known, "process_start_time_seconds", &[], "Start of the process, in seconds since 1970."),
    metric(Known, "process_cpu_seconds_total", &[], "Processor time used by all threads."),
    metric(Known, "process_resident_memory_bytes", &[], "Memory of the process that is in RAM."),
    metric(Known, "process_open_fds", &[], "Open file descriptors."),
    metric(Known, "process_max_fds", &[], "Maximum number of open file descriptors."),
];

/// As `crate::auth::Throttle` names what is attempted.
const ATTEMPTS: &[&str] =
    &["password", "own-password", "second-factor", "link", "reset", "provider", "provider-log-in", "email-change"];

impl Values {
    /// The values, if they are known.
    fn all(&self) -> Option<Vec<&'static str>> {
        match self {
            These(values) => Some(values.to_vec()),
            JobKinds => Some(JobKind::ALL.iter().map(|kind| kind.code()).collect()),
            Counters => Some(attempts::Counter::ALL.iter().map(|counter| counter.code()).collect()),
            Text(_) => None,
        }
    }

    fn documented(&self) -> String {
        match (self, self.all()) {
            (JobKinds, _) => "a kind of job".to_owned(),
            (Text(words), _) => (*words).to_owned(),
            (These(_) | Counters, all) => {
                all.unwrap_or_default().iter().map(|value| format!("`{value}`")).collect::<Vec<_>>().join(", ")
            }
        }
    }
}

impl Metric {
    /// Every combination of values of its labels; none if one of them is not known.
    fn series(&self) -> Vec<Vec<Label>> {
        let mut all = vec![Vec::new()];
        for (name, values) in self.labels {
            let values = values.all().unwrap_or_default();
            let with = |value: &&'static str, known: &Vec<Label>| {
                known.iter().cloned().chain([Label::from_static_parts(name, value)]).collect()
            };
            all = all.iter().flat_map(|known| values.iter().map(move |value| with(value, known))).collect();
        }
        all
    }

    /// Describes it, and creates its series at zero: the increase of a counter that appears with its first event is not seen.
    pub(crate) fn register(&self) {
        match self.kind {
            Counter => {
                metrics::describe_counter!(self.name, self.meaning);
                self.series().into_iter().for_each(|labels| metrics::counter!(self.name, labels).absolute(0));
            }
            Gauge => {
                metrics::describe_gauge!(self.name, self.meaning);
                self.series().into_iter().for_each(|labels| metrics::gauge!(self.name, labels).increment(0.0));
            }
            Known => metrics::describe_gauge!(self.name, self.meaning),
            Seconds => metrics::describe_histogram!(self.name, Unit::Seconds, self.meaning),
        }
    }
}

/// The contents of `docs/metrics.md`.
pub(crate) fn documentation() -> String {
    let mut text = "# Metrics\n\n\
        Served at `OMRINGD_METRICS_LISTEN` under `/metrics`, in the text format of Prometheus. A label has only the values listed \
        here, so the number of series is bounded; none is the name or id of a person, an organisation or an address. \
        [operations.md](operations.md#what-to-watch) says what to watch, and `packaging/monitoring` has alerts for Prometheus and a \
        dashboard for Grafana. Except for `jobs_waiting`, `jobs_given_up`, `job_oldest_due_seconds`, \
        `job_last_success_timestamp_seconds` and those of the access log, which all processes read from the database, each process counts for itself.\n\n\
        | metric | type | labels | meaning |\n|---|---|---|---|\n"
        .to_owned();
    for metric in CATALOGUE {
        let kind = match metric.kind {
            Counter => "counter",
            Gauge | Known => "gauge",
            Seconds => "histogram",
        };
        let labels = metric.labels.iter().map(|(name, values)| format!("`{name}`: {}", values.documented()));
        let labels = labels.collect::<Vec<_>>().join("; ");
        text.push_str(&format!("| `{}` | {kind} | {labels} | {} |\n", metric.name, metric.meaning));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_metric_is_listed_once_and_its_series_are_few() {
        let names: BTreeSet<_> = CATALOGUE.iter().map(|metric| metric.name).collect();
        assert_eq!(names.len(), CATALOGUE.len());
        assert!(CATALOGUE.iter().all(|metric| metric.series().len() <= 80));
        let slots = CATALOGUE.iter().find(|metric| metric.name == "slots_refused_total").unwrap();
        assert_eq!(slots.series().len(), 10);
    }
}
