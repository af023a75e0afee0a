use super::SessionKind;
use crate::{Caller, SessionId, UserId};
use chrono::{DateTime, Utc};
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Ended sessions whose end could not be stored.
///
/// This process refuses them until their end is stored or they expire; other processes do not know them.
#[derive(Debug, Default)]
pub struct Refusals {
    /// The number of entries. Usually zero, and read by every request.
    count: AtomicUsize,
    sessions: Mutex<HashMap<SessionId, (UserId, DateTime<Utc>)>>,
}

impl Refusals {
    /// Maximum number of sessions.
    const MAX_SESSIONS: usize = 10_000;

    /// Whether this session is refused.
    #[must_use]
    pub fn refuses(&self, session: SessionId) -> bool {
        self.count.load(Ordering::Acquire) > 0 && self.sessions().contains_key(&session)
    }

    /// Refuses a session from now on.
    ///
    /// Beyond the maximum it is not added, and the response says that the end was not stored.
    pub(super) fn add(&self, session: SessionId, user: UserId, now: DateTime<Utc>) {
        let mut sessions = self.sessions();
        sessions.retain(|_, (_, until)| *until > now);
        if sessions.len() < Self::MAX_SESSIONS {
            sessions.insert(session, (user, now + SessionKind::Device.lifetime()));
        }
        self.count.store(sessions.len(), Ordering::Release);
    }

    /// Removes a session whose end is stored.
    pub(super) fn remove(&self, session: SessionId) {
        let mut sessions = self.sessions();
        sessions.remove(&session);
        self.count.store(sessions.len(), Ordering::Release);
    }

    /// Every session whose end is not stored yet, as a caller to end it with.
    pub(super) fn all(&self) -> Vec<Caller> {
        let sessions = self.sessions();
        sessions.iter().map(|(session, (user, _))| Caller::person(*session, *user)).collect()
    }

    fn sessions(&self) -> MutexGuard<'_, HashMap<SessionId, (UserId, DateTime<Utc>)>> {
        self.sessions.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_session_is_refused_until_its_end_is_stored_and_at_most_the_maximum_is_stored() {
        let refusals = Refusals::default();
        let (now, user) = (DateTime::UNIX_EPOCH, UserId(Uuid::nil()));
        let session = |n: usize| SessionId(Uuid::from_u128(n as u128));
        for n in 0..=Refusals::MAX_SESSIONS {
            refusals.add(session(n), user, now);
        }
        assert!(refusals.refuses(session(0)) && !refusals.refuses(session(Refusals::MAX_SESSIONS)));
        refusals.remove(session(0));
        assert!(!refusals.refuses(session(0)) && refusals.refuses(session(1)));
        refusals.add(session(7), user, now + SessionKind::Device.lifetime());
        assert_eq!(refusals.all().len(), 1, "expired sessions are removed");
    }
}
