use super::{Job, NewJob};
use crate::Result;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use std::fmt::Debug;

/// Enqueues jobs of one organisation, in the transaction of the use case.
#[async_trait]
pub trait Jobs: Send {
    /// Enqueues it, unless there is one of the same kind and key.
    async fn enqueue(&mut self, job: &NewJob) -> Result<()>;
}

/// The jobs of all organisations, for those who work.
#[async_trait]
pub trait Queue: Debug + Send + Sync {
    /// Enqueues a job of the platform's, unless there is one of the same kind and key.
    async fn enqueue(&self, job: &NewJob) -> Result<()>;
    /// Takes the job that is due longest, and leases it until this instant. Nobody else gets it before.
    async fn take(&self, at: DateTime<Utc>, lease_until: DateTime<Utc>) -> Result<Option<Job>>;
    /// Extends the lease. Says whether it still is this process's.
    async fn extend(&self, job: &Job, lease_until: DateTime<Utc>) -> Result<bool>;
    /// Marks it done. Says whether the lease still was this process's.
    async fn finish(&self, job: &Job, at: DateTime<Utc>) -> Result<bool>;
    /// Gives it back for another attempt at this instant, or gives it up.
    async fn give_back(&self, job: &Job, run_at: Option<DateTime<Utc>>, at: DateTime<Utc>) -> Result<()>;
    /// Removes events and finished jobs from before this instant, at most `most` of each. Says how many went.
    async fn remove_old(&self, before: DateTime<Utc>, most: u64) -> Result<u64>;
}
