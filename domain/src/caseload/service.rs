use super::{CaseloadPage, CaseloadQuery};
use crate::access::Action;
use crate::{Caller, Error, PageRequest, Ports, Result};

/// Returns a page of the coach's own caseload, sorted and filtered, with counts over all of it.
///
/// # Errors
/// [`Error::Forbidden`] for everyone except a coach.
pub async fn list(ports: &Ports, caller: &Caller, query: &CaseloadQuery, page: PageRequest) -> Result<CaseloadPage> {
    let mut work = ports.begin(caller, Action::ReadCaseload).await?;
    let coach = work.authorization().visibility().caseload_of().ok_or(Error::Forbidden)?;
    let (now, today) = (work.now(), work.today());
    let entries = work.caseload().entries(coach, now, today).await?;
    work.end(query.arrange(entries, page)).await
}
