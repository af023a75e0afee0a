//! The job queue: a job is leased to one worker until the lease ends.

use crate::accounts::REQUEST_KEPT_FOR;
use crate::authentication::REPLAYED_FOR;
use crate::engine::{Ask, rows};
use crate::repository::word;
use crate::store::Database;
use crate::transaction::{Queries, Transaction};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::jobs::{Job, JobKind, NewJob, Queue};
use domain::ports::TransactionKind;
use domain::{Error, OrganisationId, Result, UserId};
use sea_orm::Value;
use uuid::Uuid;

rows! {
    struct Taken {
        organisation_id: Uuid,
        id: Uuid,
        kind: String,
        subject_id: Option<Uuid>,
        attempts: i16,
    }
}

/// Enqueues a job of the organisation in `$1`, unless one of its kind and key exists.
pub(crate) const ENQUEUE: &str =
    "insert into job (organisation_id, id, kind, key, run_at, given_up, subject_id, attempts)
    values ($1, $2, $3, $4, $5, $6, $7, 0) on conflict (organisation_id, kind, key) do nothing";

/// The values of [`ENQUEUE`] after the organisation.
pub(crate) fn columns(job: &NewJob) -> [Value; 6] {
    [
        job.id.0.into(),
        job.kind.code().into(),
        job.key.as_str().into(),
        job.run_at.into(),
        false.into(),
        job.subject.into(),
    ]
}

/// Enqueues a job of the platform in a transaction of [`Database::begin_system`].
pub(crate) fn enqueue(transaction: &mut Transaction, job: &NewJob) {
    let values: Vec<_> = std::iter::once(owner(job.organisation).into()).chain(columns(job)).collect();
    transaction.queue(Ask::new(ENQUEUE, values), None);
    transaction.enqueued = true;
}

/// Enqueues a job of the platform in any transaction, which sees rows of the service from then on.
pub(crate) fn enqueue_for_platform(transaction: &mut Transaction, job: &NewJob) {
    // Row-level security shows jobs of the platform to the service only.
    as_system(transaction);
    enqueue(transaction, job);
}

/// Enqueues a notice, if there is one, for the user whom the transaction has found.
pub(crate) fn tell(transaction: &mut Transaction, notice: Option<&NewJob>, user: UserId) {
    if let Some(notice) = notice {
        enqueue_for_platform(transaction, &notice.clone().about(user.0));
    }
}

/// Shows and accepts rows of the service from then on.
pub(crate) fn as_system(transaction: &mut Transaction) {
    transaction.set("select set_config('app.system', $1, true)", "on".to_owned());
}

/// The organisation of a job in the table. Jobs of the platform have the nil id.
fn owner(organisation: Option<OrganisationId>) -> Uuid {
    organisation.map_or(Uuid::nil(), |id| id.0)
}

impl Database {
    /// A transaction that sees the events and jobs of every organisation, and nothing else.
    pub(crate) async fn begin_system(&self, kind: TransactionKind) -> Result<Transaction> {
        let mut transaction = self.begin(kind).await?;
        as_system(&mut transaction);
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
        enqueue(&mut transaction, job);
        transaction.commit().await?;
        self.jobs.notify_one();
        Ok(())
    }

    async fn take(&self, at: DateTime<Utc>, lease_until: DateTime<Utc>) -> Result<Option<Job>> {
        let mut transaction = self.begin_system(TransactionKind::Write).await?;
        let skip = if transaction.postgres() { "for update skip locked" } else { "" };
        // A newer release leaves kinds of job that only its processes know.
        let known: Vec<_> = JobKind::ALL.iter().map(|kind| format!("'{}'", kind.code())).collect();
        let known = known.join(", ");
        let sql = format!(
            "update job set lease_until = $2, attempts = attempts + 1
            where (organisation_id, id) in (select j.organisation_id, j.id from job j
                where j.done_at is null and j.run_at <= $1 and (j.lease_until is null or j.lease_until <= $1)
                    and j.kind in ({known})
                order by j.run_at limit 1 {skip})
            returning organisation_id, id, kind, subject_id, attempts"
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

    async fn remove_expired(&self, before: DateTime<Utc>, at: DateTime<Utc>, most: u64) -> Result<u64> {
        let mut transaction = self.begin_system(TransactionKind::Write).await?;
        let most: Value = i64::try_from(most).map_err(Error::internal)?.into();
        let mut removed = 0;
        for (table, key, condition, limit) in [
            ("session", "id", "expires_at < $1", before),
            ("invitation", "organisation_id, id", "expires_at < $1", before),
            ("idempotency", "user_id, key_hash", "created_at < $1", at - REPLAYED_FOR),
            ("password_reset", "email", "requested_at < $1 and expires_at < $1", at - REQUEST_KEPT_FOR),
            ("log_in_code", "id", "expires_at < $1", at),
            ("passkey_ceremony", "owner, kind, slot", "expires_at < $1", at),
            ("provider_log_in", "organisation_id, state_hash", "expires_at < $1", at),
            ("email_change", "user_id", "requested_at < $1 and expires_at < $1", at - REQUEST_KEPT_FOR),
        ] {
            let sql =
                format!("delete from {table} where ({key}) in (select {key} from {table} where {condition} limit $2)");
            removed += transaction.run(sql, [limit.into(), most.clone()]).await?;
        }
        transaction.commit().await?;
        Ok(removed)
    }

    async fn enqueued(&self) {
        self.jobs.notified().await;
    }
}

fn job(row: Taken) -> Result<Job> {
    Ok(Job {
        id: row.id.into(),
        organisation: (!row.organisation_id.is_nil()).then(|| row.organisation_id.into()),
        kind: word(&row.kind)?,
        subject: row.subject_id,
        attempt: row.attempts.into(),
    })
}
