use super::{LogFilter, LogLine, SignedHead};
use crate::access::{Action, Resource};
use crate::{Caller, ClientId, Page, PageRequest, Ports, Result};

/// Returns a page of the lines about a client's own record, newest first.
///
/// # Errors
/// [`crate::Error::NotFound`]; [`crate::Error::Forbidden`] for everyone except the client;
/// [`crate::Error::LogInUnconfirmed`].
pub async fn list_of_client(
    ports: &Ports,
    caller: &Caller,
    client: ClientId,
    page: PageRequest,
) -> Result<Page<LogLine>> {
    let (mut work, client) = ports.begin_on(caller, Action::List(Resource::AccessLog), client).await?;
    let lines = work.access_log().lines_of(&client, page.newest_first()).await?;
    work.end(lines).await
}

/// Returns a page of the organisation's lines that match, newest first.
///
/// # Errors
/// [`crate::Error::Forbidden`] for everyone except administrators.
pub async fn list(ports: &Ports, caller: &Caller, filter: &LogFilter, page: PageRequest) -> Result<Page<LogLine>> {
    let mut work = ports.begin(caller, Action::ListAuditEvents).await?;
    let lines = work.access_log().lines(filter, page.newest_first()).await?;
    work.end(lines).await
}

/// Returns a page of the signed heads over the organisation's lines, newest first.
///
/// # Errors
/// [`crate::Error::Forbidden`] for everyone except administrators.
pub async fn list_heads(ports: &Ports, caller: &Caller, page: PageRequest) -> Result<Page<SignedHead>> {
    let mut work = ports.begin(caller, Action::ListLogHeads).await?;
    let heads = work.access_log().heads(page.newest_first()).await?;
    work.end(heads).await
}
