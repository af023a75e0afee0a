use super::Due;
use crate::Result;
use crate::erasure_requests::ErasureRequest;
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// The records of one organisation that were not changed for long.
#[async_trait]
pub trait Retention: Send {
    /// Returns at most `most` clients, in the order of their ids, whose record was last changed before `before`.
    ///
    /// Not those who have a coach, whose record is restricted, held at `at`, or will be erased already. With `lock` none of them
    /// changes until the transaction ends.
    async fn due(&mut self, before: DateTime<Utc>, at: DateTime<Utc>, most: usize, lock: bool) -> Result<Vec<Due>>;
    /// Inserts the erasures, in one statement.
    ///
    /// # Errors
    /// [`crate::Conflict::ErasureWaiting`].
    async fn add_all(&mut self, erasures: &[ErasureRequest]) -> Result<()>;
}
