//! The job queue: a job is leased to one worker until the lease ends.

use crate::engine::{Ask, rows};
use crate::repository::word;
use crate::store::Database;
use crate::transaction::{Queries, Transaction};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::jobs::{Job, NewJob, Queue};
use domain::ports::TransactionKind;
use domain::{Error, OrganisationId, Result};
use sea_orm::Value;
use uuid::Uuid;

rows! {
    struct Taken {
        organisation_id: Uuid,
        id: Uuid,
        kind: String,
        attempts: i16,
    }
}

/// Enqueues a job of the organisation in `$1`, unless one of its kind and key exists.
pub(crate) const ENQUEUE: &str = "insert into job (organisation_id, id, kind, key, run_at, attempts, given_up)
    values ($1, $2, $3, $4, $5, 0, $6) on conflict (organisation_id, kind, key) do nothing";

/// The values of [`ENQUEUE`] after the organisation.
pub(crate) fn columns(job: &NewJob) -> [Value; 5] {
    [job.id.0.into(), job.kind.code().into(), job.key.as_str().into(), job.run_at.into(), false.into()]
}

/// The organisation of a job in the table. Jobs of the platform have the nil id.
fn owner(organisation: Option<OrganisationId>) -> Uuid {
    organisation.map_or(Uuid::nil(), |id| id.0)
}

impl Database {
    /// A transaction that sees the events and jobs of every organisation, and nothing else.
    pub(crate) async fn begin_system(&self, kind: TransactionKind) -> Result<Transaction> {
        let mut transaction = self.begin(kind).await?;
        transaction.set("select set_config('app.system', $1, true)", "on".to_owned());
        Ok(transaction)
    }

    /// Changes the job if the lease of this attempt still holds, and returns whether it does.
    async fn change_leased(&self, job: &Job, set: &str, more: Vec<Value>) -> Result<bool> {
        let mut transaction = self.begin_system(TransactionKind::Write).await?;
        let sql = format!(
            "update job set {set} where organisation_id = $1 and id = $2 and attempts = $3 and done_at is null"
        );
        let attempt = i16::try_from(job.attempt).map_err(Error::internal)?;
        let values = [owner(job.organisation).into(), job.id.0.into(), attempt.into()].into_iter().chain(more);
        let changed = transaction.run(sql, values.collect::<Vec<_>>()).await?;
        transaction.commit().await?;
        Ok(changed == 1)
    }
}

#[async_trait]
impl Queue for Database {
    async fn enqueue(&self, job: &NewJob) -> Result<()> {
        let mut transaction = self.begin_system(TransactionKind::Write).await?;
        let values: Vec<_> = std::iter::once(owner(job.organisation).into()).chain(columns(job)).collect();
        transaction.queue(Ask::new(ENQUEUE, values), None);
        transaction.commit().await
    }

    async fn take(&self, at: DateTime<Utc>, lease_until: DateTime<Utc>) -> Result<Option<Job>> {
        let mut transaction = self.begin_system(TransactionKind::Write).await?;
        let skip = if transaction.postgres() { "for update skip locked" } else { "" };
        let sql = format!(
            "update job set lease_until = $2, attempts = attempts + 1
            where (organisation_id, id) in (select j.organisation_id, j.id from job j
                where j.done_at is null and j.run_at <= $1 and (j.lease_until is null or j.lease_until <= $1)
                order by j.run_at limit 1 {skip})
            returning organisation_id, id, kind, attempts"
        );
        let taken: Option<Taken> = transaction.row(sql, [at.into(), lease_until.into()]).await?;
        transaction.commit().await?;
        taken.map(job).transpose()
    }

    async fn extend(&self, job: &Job, lease_until: DateTime<Utc>) -> Result<bool> {
        self.change_leased(job, "lease_until = $4", vec![lease_until.into()]).await
    }

    async fn finish(&self, job: &Job, at: DateTime<Utc>) -> Result<bool> {
        self.change_leased(job, "done_at = $4, lease_until = null", vec![at.into()]).await
    }

    async fn give_back(&self, job: &Job, run_at: Option<DateTime<Utc>>, at: DateTime<Utc>) -> Result<()> {
        let changed = match run_at {
            Some(run_at) => self.change_leased(job, "run_at = $4, lease_until = null", vec![run_at.into()]).await,
            None => {
                let given_up = vec![at.into(), true.into()];
                self.change_leased(job, "done_at = $4, lease_until = null, given_up = $5", given_up).await
            }
        };
        changed.map(drop)
    }

    async fn remove_old(&self, before: DateTime<Utc>, most: u64) -> Result<u64> {
        let mut transaction = self.begin_system(TransactionKind::Write).await?;
        let most = i64::try_from(most).map_err(Error::internal)?;
        // The first events in this order are about the oldest, so no sort by `at` is needed.
        let (columns, order) =
            if transaction.postgres() { ("xid, position", "xid, position") } else { ("position", "position") };
        let events = format!(
            "delete from event where ({columns}) in (
                select {columns} from (select {columns}, at from event order by {order} limit $2) oldest where at < $1)"
        );
        let events = transaction.run(events, [before.into(), most.into()]).await?;
        let jobs = "delete from job where (organisation_id, id) in (
            select j.organisation_id, j.id from job j where j.done_at < $1 limit $2)";
        let jobs = transaction.run(jobs, [before.into(), most.into()]).await?;
        transaction.commit().await?;
        Ok(events + jobs)
    }
}

fn job(row: Taken) -> Result<Job> {
    Ok(Job {
        id: row.id.into(),
        organisation: (!row.organisation_id.is_nil()).then(|| row.organisation_id.into()),
        kind: word(&row.kind)?,
        attempt: row.attempts.into(),
    })
}
