use super::seals::{Position, ReadRecord, SealStore};
use super::{LogFilter, LogLine, SignedHead};
use crate::access::{Action, Resource};
use crate::audit::AccountTask;
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

/// The number of lines read at a time.
const AT_ONCE: u64 = 1_000;

/// Hands over the lines of every organisation in the order of their commits, log-ins and commands included. For the operator.
///
/// # Errors
/// [`crate::Error::Unavailable`].
pub async fn hand_over(ports: &Ports, store: &dyn SealStore, line: &mut (dyn FnMut(ReadRecord) + Send)) -> Result<()> {
    // Its own line comes first: what is handed over cannot be taken back.
    ports.audited(AccountTask::ReadLog, None, async |_| Ok(())).await?;
    let end = Position { epoch: i16::MAX, commit: i64::MAX, id: uuid::Uuid::max() };
    let mut after = Position::START;
    loop {
        let records = store.records(after, end, AT_ONCE).await?;
        let Some(last) = records.last() else { return Ok(()) };
        after = last.position;
        records.into_iter().for_each(&mut *line);
    }
}
