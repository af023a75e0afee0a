//! The door: whatever is asked of the service passes it, and leaves a record.

use crate::access::Target;
use crate::audit::{AccountTask, AuditEntry, AuditLog, AuditedOperation, Outcome};
use crate::ports::AccountStore;
use crate::{Caller, OrganisationId, Ports, Result, SessionId, UserId};
use chrono::{DateTime, Utc};
use std::fmt;
use std::sync::Arc;

/// One pass through the door. Dropped before it has ended, it is recorded as refused or failed.
pub(crate) struct AuditScope {
    audit_log: Arc<dyn AuditLog>,
    entry: AuditEntry,
    ended: bool,
}

impl AuditScope {
    pub(crate) fn new(ports: &Ports, operation: AuditedOperation, caller: Option<&Caller>, at: DateTime<Utc>) -> Self {
        let (user, session) = caller.map(|caller| (caller.user, caller.session)).unzip();
        let entry = AuditEntry { user, session, ..AuditEntry::new(operation, at) };
        Self { audit_log: ports.audit_log.clone(), entry, ended: false }
    }

    /// To what, and in which organisation.
    pub(crate) fn about(&mut self, organisation: Option<OrganisationId>, target: Option<Target>) {
        self.entry.organisation = organisation;
        self.entry.target = target;
    }

    /// How it ends if it ends without another word.
    pub(crate) fn set_outcome(&mut self, outcome: Outcome) {
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
        self.audit_log.record(AuditEntry { outcome: Outcome::Done, ..self.entry }).await
    }
}

impl fmt::Debug for AuditScope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.entry.fmt(f)
    }
}

impl Drop for AuditScope {
    fn drop(&mut self) {
        if !self.ended {
            self.audit_log.refused(self.entry);
        }
    }
}

/// The store of accounts and sessions. Only [`Ports::pass`] gives access to it.
#[derive(Clone, Debug)]
pub struct Accounts(Arc<dyn AccountStore>);

impl Accounts {
    /// Behind the door.
    #[must_use]
    pub fn new(store: Arc<dyn AccountStore>) -> Self {
        Self(store)
    }
}

/// A task on accounts and sessions, on its way through the door.
pub(crate) struct AuditedAccounts<'a> {
    store: &'a dyn AccountStore,
    audit: &'a mut AuditScope,
}

impl<'a> AuditedAccounts<'a> {
    /// The accounts and sessions.
    pub(crate) fn accounts(&self) -> &'a dyn AccountStore {
        self.store
    }

    /// Says whose task it turned out to be.
    pub(crate) fn by(&mut self, user: UserId, session: Option<SessionId>) {
        self.audit.entry.user = Some(user);
        self.audit.entry.session = session;
    }
}

impl Ports {
    /// Does a task outside every organisation, and records how it ended. What was done and cannot be recorded stays done, and fails:
    /// the caller does not get what it gave.
    ///
    /// # Errors
    /// As `work`; [`crate::Error::Unavailable`] if it cannot be recorded.
    pub(crate) async fn audited<T>(
        &self,
        task: AccountTask,
        caller: Option<&Caller>,
        work: impl AsyncFnOnce(&mut AuditedAccounts<'_>) -> Result<T>,
    ) -> Result<T> {
        let mut audit = AuditScope::new(self, AuditedOperation::Account(task), caller, self.clock.now());
        let done = work(&mut AuditedAccounts { store: &*self.accounts.0, audit: &mut audit }).await;
        if let Err(error) = &done {
            audit.set_outcome(if error.is_refusal() { Outcome::Refused } else { Outcome::Failed });
        }
        let done = done?;
        audit.done().await?;
        Ok(done)
    }
}
