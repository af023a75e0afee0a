use super::{Counts, Erasure, Outcome};
use crate::access::Granted;
use crate::audit::AuditEntry;
use crate::jobs::NewJob;
use crate::{ClientId, ErasureId, ErasureRequestId, OrganisationId, Page, PageRequest, Result};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use std::fmt::Debug;

/// The erasures of one organisation, and what would be erased.
#[async_trait]
pub trait Erasures: Send {
    /// Returns a page of the erasures.
    async fn list(&mut self, page: PageRequest) -> Result<Page<Erasure>>;
    /// Returns the erasure, or `None` if it does not exist.
    async fn get(&mut self, id: ErasureId) -> Result<Option<Erasure>>;
    /// Counts what a client has, and locks the client: nothing is added until the transaction ends.
    async fn count(&mut self, client: &Granted<ClientId>) -> Result<Counts>;
}

/// Erases the records of clients, for jobs.
#[async_trait]
pub trait ErasureStore: Debug + Send + Sync {
    /// Returns the client of a request for erasure, unless the record is erased.
    async fn client_of(&self, organisation: OrganisationId, request: ErasureRequestId) -> Result<Option<ClientId>>;
    /// Erases the record of this client, if the request still waits and no legal hold is in force.
    ///
    /// In one transaction: every row of the client with their key, the log-in if it has no other use, the receipt, the events,
    /// this line of the access log and this job, which makes older copies unreadable. Then every process drops what it has in memory.
    async fn erase(
        &self,
        organisation: OrganisationId,
        client: ClientId,
        request: ErasureRequestId,
        entry: &AuditEntry,
        rotation: &NewJob,
        at: DateTime<Utc>,
    ) -> Result<Outcome>;
}
