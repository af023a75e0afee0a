use super::ErasureRequest;
use crate::access::Granted;
use crate::{ClientId, ErasureRequestId, Page, PageRequest, Result};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// The requests for erasure of one organisation. They go with the client.
#[async_trait]
pub trait ErasureRequests: Send {
    /// Returns the request, or `None` if it does not exist.
    async fn get(&mut self, id: &Granted<ErasureRequestId>) -> Result<Option<ErasureRequest>>;
    /// Returns a page of a client's requests, with those that were withdrawn or refused.
    async fn list(&mut self, client: &Granted<ClientId>, page: PageRequest) -> Result<Page<ErasureRequest>>;
    /// Returns the request of a client that waits, and when it erases the record.
    async fn waiting(&mut self, client: &Granted<ClientId>) -> Result<Option<(ErasureRequestId, DateTime<Utc>)>>;
    /// Inserts the request.
    ///
    /// # Errors
    /// [`crate::Conflict::ErasureWaiting`].
    async fn add(&mut self, client: &Granted<ClientId>, request: &ErasureRequest) -> Result<()>;
    /// Stores the withdrawal of a request that waits.
    ///
    /// # Errors
    /// [`crate::Conflict::ErasureRequestOver`] if it does not wait any more.
    async fn withdraw(&mut self, id: &Granted<ErasureRequestId>, request: &ErasureRequest) -> Result<()>;
    /// Stores the refusal of a request that waits.
    ///
    /// # Errors
    /// [`crate::Conflict::ErasureRequestOver`] if it does not wait any more.
    async fn refuse(&mut self, id: &Granted<ErasureRequestId>, request: &ErasureRequest) -> Result<()>;
}
