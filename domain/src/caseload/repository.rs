use super::CaseloadEntry;
use crate::{Result, UserId};
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};

/// The caseloads of one organisation's coaches.
#[async_trait]
pub trait Caseload: Send {
    /// The clients assigned to this coach at this instant, in order of id, in one statement. Today is the day it then is in the
    /// organisation.
    async fn entries(&mut self, coach: UserId, at: DateTime<Utc>, today: NaiveDate) -> Result<Vec<CaseloadEntry>>;
}
