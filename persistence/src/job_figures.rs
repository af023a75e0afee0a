//! Figures about the job queue, for metrics.

use crate::engine::rows;
use crate::store::Database;
use chrono::{DateTime, Utc};
use domain::Result;
use domain::jobs::JobKind;
use domain::ports::TransactionKind;

/// The jobs of one kind, of all organisations and of the platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JobFigures {
    /// The kind.
    pub kind: JobKind,
    /// The number that are not done, also those that run or wait for another attempt.
    pub waiting: u64,
    /// The number that were given up and not yet removed.
    pub given_up: u64,
    /// Since when the one that is due longest is due.
    pub due_since: Option<DateTime<Utc>>,
    /// When the last one was done, if it is not yet removed.
    pub last_done: Option<DateTime<Utc>>,
}

rows! {
    struct Counted {
        kind: String,
        waiting: i64,
        given_up: i64,
        due_since: Option<DateTime<Utc>>,
        last_done: Option<DateTime<Utc>>,
    }
}

impl Database {
    /// Counts the jobs in the queue. A kind without jobs is left out.
    ///
    /// # Errors
    /// [`domain::Error::Unavailable`].
    pub async fn job_figures(&self, at: DateTime<Utc>) -> Result<Vec<JobFigures>> {
        let sql = "select kind,
            count(case when done_at is null then 1 end) as waiting,
            count(case when given_up then 1 end) as given_up,
            min(case when done_at is null and run_at <= $1 then run_at end) as due_since,
            max(case when not given_up then done_at end) as last_done
            from job group by kind";
        let mut transaction = self.begin_system(TransactionKind::Read).await?;
        let counted: Vec<Counted> = transaction.rows(sql, [at.into()]).await?;
        transaction.end();
        Ok(counted.into_iter().filter_map(figures).collect())
    }
}

/// `None` for a kind that only a newer release knows.
fn figures(row: Counted) -> Option<JobFigures> {
    Some(JobFigures {
        kind: JobKind::ALL.iter().copied().find(|kind| kind.code() == row.kind)?,
        waiting: u64::try_from(row.waiting).ok()?,
        given_up: u64::try_from(row.given_up).ok()?,
        due_since: row.due_since,
        last_done: row.last_done,
    })
}
