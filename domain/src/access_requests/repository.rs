use super::AccessRequest;
use crate::access::Granted;
use crate::{AccessRequestId, ClientId, Page, PageRequest, Result};
use async_trait::async_trait;

/// The requests for access of one organisation. Recorded, never changed; they go with the client.
#[async_trait]
pub trait AccessRequests: Send {
    /// Returns the request, or `None` if it does not exist.
    async fn get(&mut self, id: &Granted<AccessRequestId>) -> Result<Option<AccessRequest>>;
    /// Returns a page of a client's requests.
    async fn list(&mut self, client: &Granted<ClientId>, page: PageRequest) -> Result<Page<AccessRequest>>;
    /// Inserts the request.
    async fn add(&mut self, client: &Granted<ClientId>, request: &AccessRequest) -> Result<()>;
}
