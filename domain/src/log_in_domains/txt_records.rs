use crate::Result;
use async_trait::async_trait;
use std::fmt::Debug;

/// Reads TXT records from DNS.
#[async_trait]
pub trait TxtRecords: Debug + Send + Sync {
    /// Returns the texts of the records of this name; none if there is no such name.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`] if DNS does not answer.
    async fn texts(&self, name: &str) -> Result<Vec<String>>;
}
