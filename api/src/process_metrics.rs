//! Metrics that are read when they are scraped: the process, the pool, the cache, the job queue and the keys.

use crate::auth::{KEY_FILES, KeyDirectory};
use crate::v1::MapCache;
use actix_web::web::Data;
use chrono::{DateTime, Utc};
use domain::jobs::JobKind;
use domain::ports::Clock;
use persistence::{Database, JobFigures};
use rustix::param::page_size;
use rustix::time::{ClockId, clock_gettime};
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tokio::sync::Mutex;
use tokio::time::Instant;

/// How long figures from the database stand, however many ask.
const FIGURES_EVERY: Duration = Duration::from_secs(5);
/// How long the database may take for them.
const TIMEOUT: Duration = Duration::from_secs(2);

/// What the metrics are read from.
#[derive(Clone, Debug)]
pub struct Sources {
    pub(crate) database: Database,
    pub(crate) keys: KeyDirectory,
    pub(crate) maps: Data<MapCache>,
    clock: Arc<dyn Clock>,
    /// When the figures about jobs were last asked for.
    asked: Arc<Mutex<Option<Instant>>>,
}

impl Sources {
    /// Sets the start time of the process, which is about now.
    pub(crate) fn new(database: Database, keys: KeyDirectory, maps: Data<MapCache>, clock: Arc<dyn Clock>) -> Self {
        metrics::gauge!("process_start_time_seconds").set(seconds(SystemTime::now()));
        Self { database, keys, maps, clock, asked: Arc::default() }
    }

    /// Sets the metrics to their present values.
    pub(crate) async fn observe(&self) {
        process();
        self.pool();
        self.cache();
        for key in KEY_FILES {
            if let Some(changed) = self.keys.changed_at(key) {
                metrics::gauge!("key_changed_timestamp_seconds", "key" => key).set(seconds(changed));
            }
        }
        self.jobs().await;
    }

    #[expect(clippy::cast_precision_loss, reason = "a gauge is a float; these numbers are far below 2^52")]
    fn pool(&self) {
        let pool = self.database.pool_use();
        metrics::gauge!("database_connections", "state" => "in-use").set(pool.in_use as f64);
        metrics::gauge!("database_connections", "state" => "idle").set(pool.idle as f64);
        metrics::gauge!("database_connections_max").set(pool.most as f64);
        metrics::gauge!("database_connections_waiting").set(pool.waiting as f64);
    }

    #[expect(clippy::cast_precision_loss, reason = "a gauge is a float; these numbers are far below 2^52")]
    fn cache(&self) {
        let (maps, bytes) = self.maps.size();
        metrics::gauge!("map_cache_entries").set(maps as f64);
        metrics::gauge!("map_cache_bytes").set(bytes as f64);
    }

    /// Reads the job queue. If the database does not answer, the figures stay, and so does the time at which they were read.
    async fn jobs(&self) {
        let mut asked = self.asked.lock().await;
        if asked.is_some_and(|asked| asked.elapsed() < FIGURES_EVERY) {
            return;
        }
        let now = self.clock.now();
        if let Ok(Ok(figures)) = tokio::time::timeout(TIMEOUT, self.database.job_figures(now)).await {
            for kind in JobKind::ALL {
                show_jobs(*kind, figures.iter().find(|figures| figures.kind == *kind), now);
            }
            metrics::gauge!("jobs_read_timestamp_seconds").set(instant(now));
        }
        *asked = Some(Instant::now());
    }
}

#[expect(clippy::cast_precision_loss, reason = "a gauge is a float; these numbers are far below 2^52")]
fn show_jobs(kind: JobKind, figures: Option<&JobFigures>, now: DateTime<Utc>) {
    let (waiting, given_up) = figures.map_or((0, 0), |figures| (figures.waiting, figures.given_up));
    let due_since = figures.and_then(|figures| figures.due_since).unwrap_or(now);
    let kind = kind.code();
    metrics::gauge!("jobs_waiting", "kind" => kind).set(waiting as f64);
    metrics::gauge!("jobs_given_up", "kind" => kind).set(given_up as f64);
    metrics::gauge!("job_oldest_due_seconds", "kind" => kind).set(instant(now) - instant(due_since));
    if let Some(done) = figures.and_then(|figures| figures.last_done) {
        metrics::gauge!("job_last_success_timestamp_seconds", "kind" => kind).set(instant(done));
    }
}

#[expect(clippy::cast_precision_loss, reason = "a gauge is a float; these numbers are far below 2^52")]
fn process() {
    let cpu = clock_gettime(ClockId::ProcessCPUTime);
    metrics::gauge!("process_cpu_seconds_total").set(cpu.tv_sec as f64 + cpu.tv_nsec as f64 / 1e9);
    // Only Linux has these files.
    if let Some(pages) = resident_pages() {
        metrics::gauge!("process_resident_memory_bytes").set((pages * page_size()) as f64);
    }
    if let Ok(descriptors) = std::fs::read_dir("/proc/self/fd") {
        // One of them is the directory itself.
        metrics::gauge!("process_open_fds").set(descriptors.count().saturating_sub(1) as f64);
    }
    if let Ok((limit, _)) = rlimit::Resource::NOFILE.get() {
        metrics::gauge!("process_max_fds").set(limit as f64);
    }
}

fn resident_pages() -> Option<usize> {
    std::fs::read_to_string("/proc/self/statm").ok()?.split_whitespace().nth(1)?.parse().ok()
}

/// Seconds since 1970.
fn seconds(at: SystemTime) -> f64 {
    at.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs_f64()
}

#[expect(clippy::cast_precision_loss, reason = "a gauge is a float; milliseconds are far below 2^52")]
fn instant(at: DateTime<Utc>) -> f64 {
    at.timestamp_millis() as f64 / 1e3
}
