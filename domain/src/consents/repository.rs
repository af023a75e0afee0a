use super::{Consent, Receiver};
use crate::access::Granted;
use crate::{ClientId, ConsentId, IntegrationId, Page, PageRequest, Result};
use async_trait::async_trait;

/// The consents of the clients of one organisation. Recorded and withdrawn, never removed.
#[async_trait]
pub trait Consents: Send {
    /// Returns the consent, or `None` if it does not exist.
    async fn get(&mut self, id: &Granted<ConsentId>) -> Result<Option<Consent>>;
    /// Returns a page of a client's consents, with the withdrawn ones.
    async fn list(&mut self, client: &Granted<ClientId>, page: PageRequest) -> Result<Page<Consent>>;
    /// Returns a page of the enabled integrations that may read cards.
    async fn receivers(&mut self, page: PageRequest) -> Result<Page<Receiver>>;
    /// Returns this integration if it is enabled and may read cards.
    async fn receiver(&mut self, id: IntegrationId) -> Result<Option<Receiver>>;
    /// Inserts the consent.
    ///
    /// # Errors
    /// [`crate::Conflict::ConsentInForce`].
    async fn add(&mut self, client: &Granted<ClientId>, consent: &Consent) -> Result<()>;
    /// Stores the withdrawal of the consent, unless it is withdrawn.
    async fn withdraw(&mut self, id: &Granted<ConsentId>, consent: &Consent) -> Result<()>;
}
