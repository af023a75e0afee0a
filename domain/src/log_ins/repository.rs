use super::{Confirmation, LogIn};
use crate::access::Granted;
use crate::{ClientId, LogInId, Page, PageRequest, Result, SecretDigest, UserId};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// The log-ins of the clients of one organisation.
#[async_trait]
pub trait LogIns: Send {
    /// A page of a client's, ended ones too.
    async fn list(&mut self, client: &Granted<ClientId>, page: PageRequest) -> Result<Page<LogIn>>;
    /// The client's log-in, if there is one; it stays so until the unit of work ends.
    async fn current(&mut self, client: &Granted<ClientId>) -> Result<Option<LogIn>>;
    /// Counts a code as tried for this log-in. Says whether one more was allowed.
    async fn count_code(&mut self, client: &Granted<ClientId>, id: LogInId) -> Result<bool>;
    /// Whether this is the client's code.
    async fn is_code(&mut self, client: &Granted<ClientId>, code: SecretDigest) -> Result<bool>;
    /// Confirms a log-in that is not confirmed yet.
    async fn confirm(
        &mut self,
        client: &Granted<ClientId>,
        log_in: &LogIn,
        how: Confirmation,
        by: Option<UserId>,
        at: DateTime<Utc>,
    ) -> Result<()>;
}
