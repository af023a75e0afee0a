use super::LegalHold;
use crate::access::Granted;
use crate::{ClientId, LegalHoldId, Page, PageRequest, Result};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// The legal holds of one organisation. Placed and released, never removed while the client exists.
#[async_trait]
pub trait LegalHolds: Send {
    /// Returns the hold, or `None` if it does not exist.
    async fn get(&mut self, id: &Granted<LegalHoldId>) -> Result<Option<LegalHold>>;
    /// Returns a page of a client's holds, with those that are over.
    async fn list(&mut self, client: &Granted<ClientId>, page: PageRequest) -> Result<Page<LegalHold>>;
    /// Whether a hold on the client's record is in force at this instant.
    async fn is_held(&mut self, client: &Granted<ClientId>, at: DateTime<Utc>) -> Result<bool>;
    /// Inserts the hold.
    async fn add(&mut self, client: &Granted<ClientId>, hold: &LegalHold) -> Result<()>;
    /// Stores that the hold is released, unless it is.
    async fn release(&mut self, id: &Granted<LegalHoldId>, hold: &LegalHold) -> Result<()>;
}
