//! The door: whatever is asked of the service passes it, and leaves a record.

use crate::access::Target;
use crate::journal::{AccountTask, Deed, Entry, Journal, Outcome};
use crate::{Caller, OrganisationId, Ports, Result, SessionId, SystemStore, UserId};
use chrono::{DateTime, Utc};
use std::fmt;
use std::sync::Arc;

/// One pass through the door. Dropped before it has ended, it is recorded as refused or failed.
pub(crate) struct Passage {
    journal: Arc<dyn Journal>,
    entry: Entry,
    ended: bool,
}

impl Passage {
    pub(crate) fn new(ports: &Ports, deed: Deed, caller: Option<&Caller>, at: DateTime<Utc>) -> Self {
        let (user, session) = caller.map(|caller| (caller.user, caller.session)).unzip();
        let entry = Entry { user, session, ..Entry::new(deed, at) };
        Self { journal: ports.journal.clone(), entry, ended: false }
    }

    /// To what, and in which organisation.
    pub(crate) fn about(&mut self, organisation: Option<OrganisationId>, target: Option<Target>) {
        self.entry.organisation = organisation;
        self.entry.target = target;
    }

    /// How it ends if it ends without another word.
    pub(crate) fn otherwise(&mut self, outcome: Outcome) {
        self.entry.outcome = outcome;
    }

    /// It was done, and is on record already.
    pub(crate) fn committed(mut self) {
        self.ended = true;
    }

    /// It was done: records that.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`].
    pub(crate) async fn done(mut self) -> Result<()> {
        self.ended = true;
        self.journal.record(Entry { outcome: Outcome::Done, ..self.entry }).await
    }
}

impl fmt::Debug for Passage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.entry.fmt(f)
    }
}

impl Drop for Passage {
    fn drop(&mut self) {
        if !self.ended {
            self.journal.refused(self.entry);
        }
    }
}

/// The store of accounts and sessions. Only [`Ports::pass`] gives access to it.
#[derive(Clone, Debug)]
pub struct Accounts(Arc<dyn SystemStore>);

impl Accounts {
    /// Behind the door.
    #[must_use]
    pub fn new(store: Arc<dyn SystemStore>) -> Self {
        Self(store)
    }
}

/// A task on accounts and sessions, on its way through the door.
pub(crate) struct Passing<'a> {
    store: &'a dyn SystemStore,
    passage: &'a mut Passage,
}

impl<'a> Passing<'a> {
    /// The accounts and sessions.
    pub(crate) fn accounts(&self) -> &'a dyn SystemStore {
        self.store
    }

    /// Says whose task it turned out to be.
    pub(crate) fn by(&mut self, user: UserId, session: Option<SessionId>) {
        self.passage.entry.user = Some(user);
        self.passage.entry.session = session;
    }
}

impl Ports {
    /// Does a task outside every organisation, and records how it ended. What was done and cannot be recorded stays done, and fails:
    /// the caller does not get what it gave.
    ///
    /// # Errors
    /// As `work`; [`crate::Error::Unavailable`] if it cannot be recorded.
    pub(crate) async fn pass<T>(
        &self,
        task: AccountTask,
        caller: Option<&Caller>,
        work: impl AsyncFnOnce(&mut Passing<'_>) -> Result<T>,
    ) -> Result<T> {
        let mut passage = Passage::new(self, Deed::Account(task), caller, self.clock.now());
        let done = work(&mut Passing { store: &*self.accounts.0, passage: &mut passage }).await;
        if let Err(error) = &done {
            passage.otherwise(if error.is_refusal() { Outcome::Refused } else { Outcome::Failed });
        }
        let done = done?;
        passage.done().await?;
        Ok(done)
    }
}
