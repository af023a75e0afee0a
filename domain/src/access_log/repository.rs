use super::{LogFilter, LogLine, SignedHead};
use crate::access::Granted;
use crate::{ClientId, Page, PageRequest, Result};
use async_trait::async_trait;

/// The access log of one organisation, newest lines first.
#[async_trait]
pub trait AccessLog: Send {
    /// Returns a page of the lines about a client.
    async fn lines_of(&mut self, client: &Granted<ClientId>, page: PageRequest) -> Result<Page<LogLine>>;
    /// Returns a page of the lines that match.
    async fn lines(&mut self, filter: &LogFilter, page: PageRequest) -> Result<Page<LogLine>>;
    /// Returns a page of the heads over the organisation's lines.
    async fn heads(&mut self, page: PageRequest) -> Result<Page<SignedHead>>;
}
