use super::{Job, NewJob};
use crate::Result;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use std::fmt::Debug;

/// Enqueues jobs of one organisation, in the transaction of the use case.
#[async_trait]
pub trait Jobs: Send {
    /// Enqueues a job, unless one with the same kind and key exists.
    async fn enqueue(&mut self, job: &NewJob) -> Result<()>;
    /// Enqueues jobs that share everything but their ids and subjects, in one statement.
    async fn enqueue_all(&mut self, jobs: &[NewJob]) -> Result<()>;
}

/// The job queue of all organisations, for workers.
#[async_trait]
pub trait Queue: Debug + Send + Sync {
    /// Enqueues a job of the platform, unless one with the same kind and key exists.
    async fn enqueue(&self, job: &NewJob) -> Result<()>;
    /// Leases the job that has been due longest until this instant; no other worker gets it before.
    async fn take(&self, at: DateTime<Utc>, lease_until: DateTime<Utc>) -> Result<Option<Job>>;
    /// Extends the lease. Returns whether this process still held it.
    async fn extend(&self, job: &Job, lease_until: DateTime<Utc>) -> Result<bool>;
    /// Marks the job as done. Returns whether this process still held the lease.
    async fn finish(&self, job: &Job, at: DateTime<Utc>) -> Result<bool>;
    /// Releases the job for another attempt at this instant; `None` abandons it.
    async fn give_back(&self, job: &Job, run_at: Option<DateTime<Utc>>, at: DateTime<Utc>) -> Result<()>;
    /// Removes at most `most` events and at most `most` finished jobs older than this instant.
    ///
    /// Returns the number removed.
    async fn remove_old(&self, before: DateTime<Utc>, most: u64) -> Result<u64>;
    /// Removes at most `most` of each: sessions and invitations that expired before this instant, stored responses that
    /// are no longer repeated at `at`, ceremonies that are over, and expired requests of a way back in.
    ///
    /// Returns the number removed.
    async fn remove_expired(&self, before: DateTime<Utc>, at: DateTime<Utc>, most: u64) -> Result<u64>;
    /// Waits until a job was enqueued in this process since the last call.
    async fn enqueued(&self);
}
