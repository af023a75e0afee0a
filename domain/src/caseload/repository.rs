use super::CaseloadEntry;
use crate::{Result, UserId};
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};

/// The caseloads of the coaches of one organisation.
#[async_trait]
pub trait Caseload: Send {
    /// Returns the clients assigned to this coach at this instant, ordered by id, in one statement.
    ///
    /// `today` is the date in the organisation's time zone.
    async fn entries(&mut self, coach: UserId, at: DateTime<Utc>, today: NaiveDate) -> Result<Vec<CaseloadEntry>>;
}
