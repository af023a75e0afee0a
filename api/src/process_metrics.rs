//! Metrics that are read when they are scraped: the process, and the database connections.

use persistence::PoolUse;
use rustix::param::page_size;
use rustix::time::{ClockId, clock_gettime};
use std::time::{SystemTime, UNIX_EPOCH};

/// Describes the metrics, and sets the start time of the process, which is about now.
pub(crate) fn describe() {
    metrics::describe_gauge!("process_start_time_seconds", "Start of the process, in seconds since 1970.");
    metrics::describe_gauge!("process_cpu_seconds_total", "Processor time used by all threads.");
    metrics::describe_gauge!("process_resident_memory_bytes", "Memory of the process that is in RAM.");
    metrics::describe_gauge!("process_open_fds", "Open file descriptors.");
    metrics::describe_gauge!("process_max_fds", "Maximum number of open file descriptors.");
    metrics::describe_gauge!("database_connections", "Connections of the pool, by state: in use, or idle.");
    metrics::describe_gauge!("database_connections_waiting", "Transactions that wait for a connection.");
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    metrics::gauge!("process_start_time_seconds").set(now.as_secs_f64());
}

/// Sets the metrics to their present values.
#[expect(clippy::cast_precision_loss, reason = "a gauge is a float; these numbers are far below 2^52")]
pub(crate) fn observe(PoolUse { in_use, idle, waiting }: PoolUse) {
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
    metrics::gauge!("database_connections", "state" => "in-use").set(in_use as f64);
    metrics::gauge!("database_connections", "state" => "idle").set(idle as f64);
    metrics::gauge!("database_connections_waiting").set(waiting as f64);
}

fn resident_pages() -> Option<usize> {
    std::fs::read_to_string("/proc/self/statm").ok()?.split_whitespace().nth(1)?.parse().ok()
}
