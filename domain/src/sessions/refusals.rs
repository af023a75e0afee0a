use super::LIFETIME;
use crate::{Caller, SessionId, UserId};
use chrono::{DateTime, Utc};
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Sessions that were ended while nothing could be stored. This process refuses them until their end is stored, or until
/// they expire; other processes do not know of it.
#[derive(Debug, Default)]
pub struct Refusals {
    /// How many there are: almost always none, which every request asks.
    count: AtomicUsize,
    sessions: Mutex<HashMap<SessionId, (UserId, DateTime<Utc>)>>,
}

impl Refusals {
    /// The most sessions that are remembered.
    const MOST: usize = 10_000;

    /// Whether this session is refused.
    #[must_use]
    pub fn refuses(&self, session: SessionId) -> bool {
        self.count.load(Ordering::Acquire) > 0 && self.sessions().contains_key(&session)
    }

    /// Refuses a session from now on. One too many is not remembered, and the answer says that it was not stored.
    pub(super) fn add(&self, session: SessionId, user: UserId, now: DateTime<Utc>) {
        let mut sessions = self.sessions();
        sessions.retain(|_, (_, until)| *until > now);
        if sessions.len() < Self::MOST {
            sessions.insert(session, (user, now + LIFETIME));
        }
        self.count.store(sessions.len(), Ordering::Release);
    }

    /// Forgets a session whose end is stored.
    pub(super) fn remove(&self, session: SessionId) {
        let mut sessions = self.sessions();
        sessions.remove(&session);
        self.count.store(sessions.len(), Ordering::Release);
    }

    /// Every session whose end is still to be stored, as its user would end it.
    pub(super) fn all(&self) -> Vec<Caller> {
        let sessions = self.sessions();
        sessions
            .iter()
            .map(|(session, (user, _))| Caller { session: *session, user: *user, idempotency: None, request: None })
            .collect()
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
    fn a_session_is_refused_until_its_end_is_stored_and_no_more_are_kept_than_there_is_room_for() {
        let refusals = Refusals::default();
        let (now, user) = (DateTime::UNIX_EPOCH, UserId(Uuid::nil()));
        let session = |n: usize| SessionId(Uuid::from_u128(n as u128));
        for n in 0..=Refusals::MOST {
            refusals.add(session(n), user, now);
        }
        assert!(refusals.refuses(session(0)) && !refusals.refuses(session(Refusals::MOST)));
        refusals.remove(session(0));
        assert!(!refusals.refuses(session(0)) && refusals.refuses(session(1)));
        refusals.add(session(7), user, now + LIFETIME);
        assert_eq!(refusals.all().len(), 1, "what has expired is forgotten");
    }
}
