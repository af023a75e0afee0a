//! Runs jobs in this process, one at a time; any free process takes the next job.

use chrono::NaiveDate;
use domain::Ports;
use domain::jobs::{self, Job, LEASE};
use std::time::{Duration, Instant};

/// Interval at which this process checks for jobs. One that was enqueued in this process runs at once.
const EVERY: Duration = Duration::from_secs(60);
/// Interval at which a lease is extended.
const HEARTBEAT: Duration = Duration::from_secs(20);

/// Runs jobs until it is dropped.
///
/// Another process then takes over a job in progress when its lease ends.
pub(crate) async fn work(ports: Ports) {
    let mut ticks = tokio::time::interval(EVERY);
    // The first tick is immediate; skip it, so that no job runs while the service starts.
    ticks.tick().await;
    let mut scheduled = None;
    loop {
        tokio::select! {
            _ = ticks.tick() => {}
            () = ports.queue.enqueued() => {}
        }
        if let Err(error) = work_off(&ports, &mut scheduled).await {
            tracing::warn!(%error, "cannot look for jobs; trying again");
        }
    }
}

/// Runs every job that is due, and enqueues the daily jobs once a day.
async fn work_off(ports: &Ports, scheduled: &mut Option<NaiveDate>) -> domain::Result<()> {
    let today = Some(ports.clock.now().date_naive());
    if *scheduled != today {
        jobs::schedule(ports).await?;
        *scheduled = today;
    }
    while let Some(job) = jobs::take(ports).await? {
        let began = Instant::now();
        let done = tokio::select! {
            done = jobs::run(ports, &job) => done,
            () = until_lost(ports, &job) => {
                tracing::warn!(job = %job.id, "the lease of a job was lost; another process does it");
                continue;
            }
        };
        ports.audit_log.flush().await?;
        let outcome = if done.is_ok() { "done" } else { "failed" };
        metrics::histogram!("job_duration_seconds", "kind" => job.kind.code()).record(began.elapsed());
        metrics::counter!("jobs_total", "kind" => job.kind.code(), "outcome" => outcome).increment(1);
        if let Err(error) = done {
            tracing::error!(job = %job.id, kind = job.kind.code(), attempt = job.attempt, %error, "a job failed");
        }
    }
    Ok(())
}

/// Extends the lease until another process has it.
///
/// An unreachable database does not stop the job, because the lease may still be valid.
async fn until_lost(ports: &Ports, job: &Job) {
    loop {
        tokio::time::sleep(HEARTBEAT).await;
        if let Ok(false) = ports.queue.extend(job, ports.clock.now() + LEASE).await {
            return;
        }
    }
}
