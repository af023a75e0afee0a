use crate::vocabulary::words;
use crate::{JobId, OrganisationId};
use chrono::{DateTime, Duration, Utc};

words! {
    /// What is to be done.
    pub enum JobKind {
        /// Removes events and finished jobs that are old.
        RemoveOldEvents = "remove-old-events", "oude gebeurtenissen verwijderen", "remove old events";
    }
}

/// After how many attempts a job is given up.
pub const MAX_ATTEMPTS: i32 = 10;

/// A job to enqueue. Of two with the same kind and key in an organisation, the second is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewJob {
    /// Its id.
    pub id: JobId,
    /// Whose; none is the platform's.
    pub organisation: Option<OrganisationId>,
    /// What is to be done.
    pub kind: JobKind,
    /// What makes it the same job.
    pub key: String,
    /// Not before this instant.
    pub run_at: DateTime<Utc>,
}

/// A job that this process has leased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Its id.
    pub id: JobId,
    /// Whose; none is the platform's.
    pub organisation: Option<OrganisationId>,
    /// What is to be done.
    pub kind: JobKind,
    /// Which attempt this is, from 1. Also tells whose lease it is.
    pub attempt: i32,
}

impl Job {
    /// How long to wait before the next attempt: 10 seconds, and twice as long each time, at most an hour. None after the last one.
    #[must_use]
    pub fn backoff(&self) -> Option<Duration> {
        let doubled = u32::try_from(self.attempt.saturating_sub(1)).unwrap_or_default().min(9);
        (self.attempt < MAX_ATTEMPTS).then(|| Duration::seconds((10_i64 << doubled).min(3600)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn the_wait_doubles_up_to_an_hour_and_ends() {
        let waits = (1..=MAX_ATTEMPTS).map(|attempt| {
            let job = Job { id: Uuid::nil().into(), organisation: None, kind: JobKind::RemoveOldEvents, attempt };
            job.backoff().map(|wait| wait.num_seconds())
        });
        let expected = [10, 20, 40, 80, 160, 320, 640, 1280, 2560].map(Some).into_iter().chain([None]);
        assert!(waits.eq(expected));
    }
}
