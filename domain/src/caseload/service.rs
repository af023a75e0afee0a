use super::CaseloadEntry;
use crate::access::Action;
use crate::{Caller, Error, Page, PageRequest, Ports, Result};

/// A page of the coach's own caseload.
///
/// # Errors
/// [`Error::Forbidden`] to who is no coach.
pub async fn list(ports: &Ports, caller: &Caller, page: PageRequest) -> Result<Page<CaseloadEntry>> {
    let mut work = ports.begin(caller, Action::ReadCaseload).await?;
    let coach = work.authorization().visibility().caseload_of().ok_or(Error::Forbidden)?;
    let (now, today) = (work.now(), work.today());
    let entries = work.caseload().entries(coach, now, today, page).await?;
    work.end(entries).await
}
