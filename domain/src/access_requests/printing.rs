//! What is printed for a client who asked for access.

use super::AccessRequest;
use super::service::without_own_access;
use crate::access::{Action, Granted};
use crate::access_log::LogLine;
use crate::assignments::Assignment;
use crate::audit::Disclosure;
use crate::clients::Client;
use crate::consents::Consent;
use crate::exports::Export;
use crate::organisations::Organisation;
use crate::page::MAX_PAGE;
use crate::{AccessRequestId, Caller, Conflict, Error, Page, PageRequest, Ports, Result, UnitOfWork};
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Maximum number of lines of the access log on paper: about 40 pages.
pub const MOST_LINES: usize = 1_000;

/// What every printed sheet says: for whom, on which request, by which organisation.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The request that it answers.
    pub request: AccessRequest,
    /// The client.
    pub client: Client,
    /// The organisation.
    pub organisation: Organisation,
    /// When it is printed.
    pub at: DateTime<Utc>,
}

/// The access log of a client's record.
#[derive(Clone, Debug)]
pub struct PrintedLog {
    /// For whom, and why.
    pub sheet: Sheet,
    /// The newest lines, at most [`MOST_LINES`].
    pub lines: Vec<LogLine>,
    /// Whether there are older lines.
    pub more: bool,
}

impl Disclosure for PrintedLog {}

/// The record of a client, as far as their coach reads it.
#[derive(Debug)]
pub struct PrintedRecord {
    /// For whom, and why.
    pub sheet: Sheet,
    /// The present coaches.
    pub coaches: Vec<Assignment>,
    /// The consents, with the withdrawn ones.
    pub consents: Vec<Consent>,
    /// Persons, maps and cards, without those of private maps.
    pub export: Export,
}

/// Returns the newest lines of the access log for a client who asked for it.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Forbidden`] for the client; [`Conflict::AccessRequestOver`]; [`Conflict::ClientHasOwnAccess`].
pub async fn print_access_log(ports: &Ports, caller: &Caller, id: AccessRequestId) -> Result<PrintedLog> {
    let (mut work, id) = ports.begin_snapshot(caller, Action::PrintAccessLog, id).await?;
    let sheet = sheet(&mut work, &id).await?;
    let client = id.client();
    let mut lines = Vec::new();
    let mut next = None;
    loop {
        let page = PageRequest::new(MAX_PAGE, next).newest_first();
        let page = work.access_log().lines_of(&client, page).await?;
        lines.extend(page.items);
        next = page.next;
        if next.is_none() || lines.len() >= MOST_LINES {
            break;
        }
    }
    let more = next.is_some() || lines.len() > MOST_LINES;
    lines.truncate(MOST_LINES);
    work.end(PrintedLog { sheet, lines, more }).await
}

/// Starts to read the record for a client who asked for it, as far as the coach who prints it reads it.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Forbidden`] for the client and administrators; [`Conflict::Restricted`];
/// [`Conflict::AccessRequestOver`]; [`Conflict::ClientHasOwnAccess`].
pub async fn print_record(ports: &Ports, caller: &Caller, id: AccessRequestId) -> Result<PrintedRecord> {
    let (mut work, id) = ports.begin_snapshot(caller, Action::PrintRecord, id).await?;
    let sheet = sheet(&mut work, &id).await?;
    let client = id.client();
    let at = sheet.at;
    let coaches = all(&mut work, async |work, page| work.assignments().current(&client, at, page).await).await?;
    let consents = all(&mut work, async |work, page| work.consents().list(&client, page).await).await?;
    let export = Export::of(work, client, false).await?;
    Ok(PrintedRecord { sheet, coaches, consents, export })
}

/// What the sheet says, if it may be printed now.
async fn sheet(work: &mut UnitOfWork, id: &Granted<AccessRequestId>) -> Result<Sheet> {
    without_own_access(id.attributes())?;
    let request = work.access_requests().get(id).await?.ok_or(Error::NotFound)?;
    let at = work.now();
    if at >= request.printable_until() {
        return Err(Error::Conflict(Conflict::AccessRequestOver));
    }
    let client = work.clients().get(&id.client()).await?.ok_or(Error::NotFound)?;
    let organisation = work.organisation().get().await?;
    Ok(Sheet { request, client, organisation, at })
}

/// Every item of a list.
async fn all<T>(
    work: &mut UnitOfWork,
    read: impl AsyncFn(&mut UnitOfWork, PageRequest) -> Result<Page<T>>,
) -> Result<Vec<T>> {
    let (mut items, mut next): (_, Option<Uuid>) = (Vec::new(), None);
    loop {
        let page = read(work, PageRequest::new(MAX_PAGE, next)).await?;
        items.extend(page.items);
        next = page.next;
        if next.is_none() {
            return Ok(items);
        }
    }
}
