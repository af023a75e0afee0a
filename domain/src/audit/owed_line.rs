use super::{AuditEntry, Outcome};
use crate::{SessionId, UserId};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The line that an operation on accounts owes the access log. Clones are one line.
///
/// The transaction that completes the operation stores it, so that neither is there without the other. What is not stored when
/// the operation ends is recorded then: a read, a refusal or a failure.
#[derive(Clone, Debug)]
pub struct OwedLine(Arc<Mutex<Owed>>);

#[derive(Debug)]
struct Owed {
    entry: AuditEntry,
    is_stored: bool,
}

impl OwedLine {
    pub(super) fn new(entry: AuditEntry) -> Self {
        Self(Arc::new(Mutex::new(Owed { entry, is_stored: false })))
    }

    fn owed(&self) -> MutexGuard<'_, Owed> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sets the user, once known.
    pub fn by(&self, user: UserId, session: Option<SessionId>) {
        self.change(|entry| (entry.user, entry.session) = (Some(user), session));
    }

    pub(super) fn change(&self, change: impl FnOnce(&mut AuditEntry)) {
        change(&mut self.owed().entry);
    }

    /// The entry of the completed operation, to be added to its transaction; `None` if an earlier transaction stored it.
    #[must_use]
    pub fn due(&self) -> Option<AuditEntry> {
        let owed = self.owed();
        (!owed.is_stored).then(|| AuditEntry { outcome: Outcome::Done, ..owed.entry.clone() })
    }

    /// Says that a transaction with [`OwedLine::due`] was committed.
    pub fn stored(&self) {
        self.owed().is_stored = true;
    }

    pub(super) fn is_stored(&self) -> bool {
        self.owed().is_stored
    }

    pub(super) fn entry(&self) -> AuditEntry {
        self.owed().entry.clone()
    }
}
