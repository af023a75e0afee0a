use super::{LogInDomain, MAX_LOG_IN_DOMAINS};
use crate::access::{Action, Resource};
use crate::accounts::Domain;
use crate::{Caller, Conflict, Error, LogInDomainId, Page, PageRequest, Ports, Result};

/// Claims a domain, and returns the record that proves it.
///
/// # Errors
/// [`Conflict::DomainTaken`]; [`Conflict::TooManyLogInDomains`].
pub async fn create(ports: &Ports, caller: &Caller, domain: Domain) -> Result<LogInDomain> {
    let mut work = ports.begin(caller, Action::Create(Resource::LogInDomain)).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    if work.log_in_domains().count().await? >= MAX_LOG_IN_DOMAINS {
        return Err(Error::Conflict(Conflict::TooManyLogInDomains));
    }
    let claimed = LogInDomain::new(work.new_id(), domain, &ports.secrets.fresh()?, work.now());
    work.log_in_domains().add(&claimed).await?;
    work.commit(claimed).await
}

/// Returns a page of the organisation's domains.
pub async fn list(ports: &Ports, caller: &Caller, page: PageRequest) -> Result<Page<LogInDomain>> {
    let mut work = ports.begin(caller, Action::List(Resource::LogInDomain)).await?;
    let domains = work.log_in_domains().list(page).await?;
    work.end(domains).await
}

/// Returns one domain.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, id: LogInDomainId) -> Result<LogInDomain> {
    let mut work = ports.begin(caller, Action::Read(Resource::LogInDomain)).await?;
    let domain = work.log_in_domains().get(id).await?.ok_or(Error::NotFound)?;
    work.end(domain).await
}

/// Looks for the record of a domain in DNS. A domain whose record is gone is no longer proven.
///
/// # Errors
/// [`Error::NotFound`]; [`Conflict::DomainNotProven`].
pub async fn verify(ports: &Ports, caller: &Caller, id: LogInDomainId) -> Result<LogInDomain> {
    // No transaction waits for DNS.
    let claimed = show(ports, caller, id).await?;
    let texts = ports.txt_records.texts(&claimed.record_name()).await?;
    let proven = claimed.is_proven_by(&texts);
    let mut work = ports.begin(caller, Action::Update(Resource::LogInDomain)).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    let domain = LogInDomain { verified_at: proven.then(|| work.now()), missing_since: None, ..claimed };
    if !work.log_in_domains().set_verified(&domain).await? {
        return Err(Error::NotFound);
    }
    if proven {
        return work.commit(domain).await;
    }
    work.commit_before_refusal().await?;
    Err(Error::Conflict(Conflict::DomainNotProven))
}

/// Gives a domain up. Identities that were linked by it stay.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn delete(ports: &Ports, caller: &Caller, id: LogInDomainId) -> Result<()> {
    let mut work = ports.begin(caller, Action::Delete(Resource::LogInDomain)).await?;
    if !work.log_in_domains().remove(id).await? {
        return Err(Error::NotFound);
    }
    work.commit(()).await
}
