use crate::audit::Disclosure;
use crate::cards::Digest;
use crate::erasure_requests::ErasureRequest;
use crate::organisations::RetentionYears;
use crate::{ClientId, UserId};
use chrono::{DateTime, Months, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

/// Maximum number of clients in a preview, and so in one confirmation.
pub const AT_ONCE: usize = 100;

/// A client whose record was not changed within the period of retention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The client.
    pub client_id: ClientId,
    /// The user of their confirmed log-in, if they have one.
    pub user_id: Option<UserId>,
    /// When the record last changed.
    pub changed_at: DateTime<Utc>,
}

/// What a confirmation would erase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The organisation's period.
    pub years: RetentionYears,
    /// The records were last changed before this instant.
    pub changed_before: DateTime<Utc>,
    /// At most [`AT_ONCE`] clients, in the order of their ids.
    pub clients: Vec<Due>,
    /// Whether there are more.
    pub more: bool,
    /// The digest of the list, with which it is confirmed.
    pub digest: Digest,
}

impl Disclosure for Preview {
    fn clients(&self) -> Vec<ClientId> {
        self.clients.iter().map(|due| due.client_id).collect()
    }
}

impl Preview {
    /// The preview of these clients, of whom there is one more than [`AT_ONCE`] if there are more.
    pub(super) fn of(years: RetentionYears, changed_before: DateTime<Utc>, mut clients: Vec<Due>) -> Self {
        let more = clients.len() > AT_ONCE;
        clients.truncate(AT_ONCE);
        let ids = clients.iter().map(|due| due.client_id.0.as_bytes().as_slice());
        let parts: Vec<_> = std::iter::once(b"omringd-retention-1".as_slice()).chain(ids).collect();
        let digest = Digest::of(&parts);
        Self { years, changed_before, clients, more, digest }
    }
}

/// The erasures that were confirmed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Confirmed {
    /// Each waits, as one that the client asked for.
    pub erasures: Vec<ErasureRequest>,
}

/// The instant before which a record must have changed last to be kept no longer: the begin of a day (UTC), so that a list lasts for a
/// day.
#[must_use]
pub fn changed_before(years: RetentionYears, now: DateTime<Utc>) -> DateTime<Utc> {
    let months = Months::new(12 * u32::from(i16::from(years).unsigned_abs()));
    let day = now.date_naive().checked_sub_months(months).unwrap_or_default();
    day.and_time(NaiveTime::MIN).and_utc()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn due(clients: impl IntoIterator<Item = u128>) -> Vec<Due> {
        let due = |id| Due { client_id: Uuid::from_u128(id).into(), user_id: None, changed_at: DateTime::UNIX_EPOCH };
        clients.into_iter().map(due).collect()
    }

    fn preview(clients: Vec<Due>) -> Preview {
        Preview::of(RetentionYears::default(), DateTime::UNIX_EPOCH, clients)
    }

    #[test]
    fn the_digest_is_of_exactly_these_clients() {
        let digest = |clients: &[u128]| preview(due(clients.iter().copied())).digest;
        assert_eq!(digest(&[2, 3]), digest(&[2, 3]));
        for clients in [&[2][..], &[2, 4], &[2, 3, 4], &[]] {
            assert_ne!(digest(&[2, 3]), digest(clients));
        }
    }

    #[test]
    fn a_preview_is_bounded_and_says_that_there_are_more() {
        let all = preview(due(0..=AT_ONCE as u128));
        assert_eq!((all.clients.len(), all.more), (AT_ONCE, true));
        let fewer = preview(due(0..AT_ONCE as u128));
        assert_eq!((fewer.clients.len(), fewer.more, fewer.digest), (AT_ONCE, false, all.digest));
    }

    #[test]
    fn twenty_years_ago_is_the_same_day() {
        let now: DateTime<Utc> = "2044-02-29T12:00:00Z".parse().unwrap();
        assert_eq!(changed_before(RetentionYears::default(), now).to_string(), "2024-02-29 00:00:00 UTC");
        assert_eq!(changed_before(1.try_into().unwrap(), now).to_string(), "2043-02-28 00:00:00 UTC");
    }
}
