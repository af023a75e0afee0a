//! The daily check that proven domains still have their record.

use super::LogInDomain;
use super::model::Loss;
use crate::jobs::{Job, JobKind, NewJob};
use crate::mail::notice_in;
use crate::{Error, OrganisationId, Ports, Result, UserId};
use async_trait::async_trait;
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use std::fmt::Debug;

/// Maximum number of domains of one job. Other jobs come between: DNS can be slow.
const AT_ONCE: usize = 20;

/// When administrators are told: one mail lists all domains of their organisation, so the day's check must be over.
const TOLD_AFTER: TimeDelta = TimeDelta::hours(1);

/// The proven domains of all organisations, for the daily check.
#[async_trait]
pub trait ProvenDomains: Debug + Send + Sync {
    /// Returns proven domains that were not checked since this instant, at most `most`.
    async fn unchecked(&self, since: DateTime<Utc>, most: usize) -> Result<Vec<(OrganisationId, LogInDomain)>>;
    /// Returns the administrators of an organisation, at most [`crate::members::TOLD_ADMINISTRATORS`].
    async fn administrators(&self, organisation: OrganisationId) -> Result<Vec<UserId>>;
    /// Stores that the domain was checked and, unless it changed since, what the check found, with the notices.
    ///
    /// `after` is `None` if DNS did not answer.
    async fn record(
        &self,
        organisation: OrganisationId,
        before: &LogInDomain,
        after: Option<&LogInDomain>,
        notices: &[NewJob],
        at: DateTime<Utc>,
    ) -> Result<()>;
}

/// Checks proven domains that were not checked today, and enqueues a job for the rest.
pub(crate) async fn check(ports: &Ports, job: &Job) -> Result<()> {
    let now = ports.clock.now();
    let today = now.date_naive().and_time(NaiveTime::MIN).and_utc();
    let domains = ports.proven_domains.unchecked(today, AT_ONCE).await?;
    let are_more = domains.len() == AT_ONCE;
    for (organisation, domain) in domains {
        check_one(ports, organisation, domain).await?;
    }
    if are_more {
        // Its key is this job's id: this job, run again after a failure, enqueues it once.
        let (id, key) = (ports.ids.next().into(), job.id.to_string());
        let next = NewJob { id, organisation: None, kind: job.kind, key, subject: None, run_at: ports.clock.now() };
        ports.queue.enqueue(&next).await?;
    }
    Ok(())
}

async fn check_one(ports: &Ports, organisation: OrganisationId, domain: LogInDomain) -> Result<()> {
    let found = match ports.txt_records.texts(&domain.record_name()).await {
        Ok(texts) => Some(domain.is_proven_by(&texts)),
        // That DNS does not answer says nothing about the record; the next day asks again.
        Err(Error::Unavailable(_)) => None,
        Err(other) => return Err(other),
    };
    let now = ports.clock.now();
    let (after, loss) = found.map(|found| domain.clone().checked(found, now)).unzip();
    let kind = loss.flatten().map(|loss| match loss {
        Loss::Begins => JobKind::MailDomainsMissing,
        Loss::Happened => JobKind::MailDomainsLost,
    });
    let administrators = match kind {
        Some(_) => ports.proven_domains.administrators(organisation).await?,
        None => Vec::new(),
    };
    let notice = |user: UserId| {
        let notice = notice_in(ports, organisation, kind?, user, now + TOLD_AFTER)?;
        Some(NewJob { key: format!("{user} {}", now.date_naive()), ..notice })
    };
    let notices: Vec<_> = administrators.into_iter().filter_map(notice).collect();
    ports.proven_domains.record(organisation, &domain, after.as_ref(), &notices, now).await
}
