use super::{Confirmation, LogIn};
use crate::access::Granted;
use crate::{ClientId, LogInId, Page, PageRequest, Result, SecretDigest, UserId};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// The log-ins of the clients of one organisation.
#[async_trait]
pub trait LogIns: Send {
    /// Returns a page of a client's log-ins, including ended ones.
    async fn list(&mut self, client: &Granted<ClientId>, page: PageRequest) -> Result<Page<LogIn>>;
    /// Returns the client's current log-in and locks it until the unit of work ends.
    async fn current(&mut self, client: &Granted<ClientId>) -> Result<Option<LogIn>>;
    /// Counts an attempt with a code for this log-in. Returns whether the attempt was allowed.
    async fn count_code(&mut self, client: &Granted<ClientId>, id: LogInId) -> Result<bool>;
    /// Whether this is the client's code.
    async fn is_code(&mut self, client: &Granted<ClientId>, code: SecretDigest) -> Result<bool>;
    /// Confirms an unconfirmed log-in.
    async fn confirm(
        &mut self,
        client: &Granted<ClientId>,
        log_in: &LogIn,
        how: Confirmation,
        by: Option<UserId>,
        at: DateTime<Utc>,
    ) -> Result<()>;
}
