//! Audit scopes: every operation runs in one, and leaves an audit entry.

use crate::access::{Grounds, Target};
use crate::audit::{AccountTask, AuditEntry, AuditLog, AuditedOperation, CurrentRequest, Outcome, OwedLine};
use crate::ports::{AccountStore, AccountStores, OwnAccount};
use crate::{Caller, ClientId, IntegrationId, OrganisationId, Ports, Result, SessionId, UserId};
use chrono::{DateTime, Utc};
use std::fmt;
use std::sync::Arc;
use tracing::{Instrument, Span};

/// The audit of one operation. If dropped before it ends, it records a refusal or a failure.
pub(crate) struct AuditScope {
    audit_log: Arc<dyn AuditLog>,
    requests: Arc<dyn CurrentRequest>,
    entry: AuditEntry,
    ended: bool,
    span: Span,
}

impl AuditScope {
    pub(crate) fn new(ports: &Ports, operation: AuditedOperation, caller: Option<&Caller>, at: DateTime<Utc>) -> Self {
        let integration = caller.and_then(|caller| caller.integration);
        let person = caller.filter(|caller| caller.integration.is_none());
        let (user, session) = person.map(|caller| (caller.user, caller.session)).unzip();
        let entry =
            AuditEntry { user, session, integration, ..AuditEntry::new(operation, ports.requests.origin(), at) };
        let (audit_log, requests) = (ports.audit_log.clone(), ports.requests.clone());
        Self { audit_log, requests, entry, ended: false, span: span(operation) }
    }

    /// The span of the operation, for traces. It ends with this scope.
    pub(crate) fn span(&self) -> Span {
        self.span.clone()
    }

    /// Sets the organisation and the target.
    pub(crate) fn about(&mut self, organisation: Option<OrganisationId>, target: Option<Target>) {
        self.entry.organisation = organisation;
        if let Some(organisation) = organisation {
            self.requests.is_of(organisation);
        }
        self.entry.target = target.map(Target::id);
    }

    /// Sets an organisation as the target of an operation of the platform.
    pub(crate) fn about_organisation(&mut self, organisation: OrganisationId) {
        self.entry.organisation = None;
        self.entry.target = Some(organisation.0);
    }

    /// Adds clients concerned.
    pub(crate) fn concerns(&mut self, clients: impl IntoIterator<Item = ClientId>) {
        for client in clients {
            if !self.entry.clients.contains(&client) {
                self.entry.clients.push(client);
            }
        }
    }

    /// The clients concerned.
    pub(crate) fn clients(&self) -> &[ClientId] {
        &self.entry.clients
    }

    /// Sets what the authorization rests on.
    pub(crate) fn rests_on(&mut self, grounds: Option<Grounds>) {
        self.entry.grounds = grounds;
    }

    /// Sets the outcome to record if the scope is dropped.
    pub(crate) fn set_outcome(&mut self, outcome: Outcome) {
        self.entry.outcome = outcome;
    }

    /// The entry with this outcome, to be stored in the transaction of a change.
    pub(crate) fn entry(&self, outcome: Outcome) -> AuditEntry {
        AuditEntry { outcome, ..self.entry.clone() }
    }

    /// Ends the scope of an operation that is already recorded.
    pub(crate) fn committed(mut self) {
        self.ended = true;
    }

    /// Ends the scope of a completed operation and records it.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`].
    pub(crate) async fn done(mut self) -> Result<()> {
        self.ended = true;
        self.audit_log.record(self.entry(Outcome::Done)).await
    }
}

/// A span named after the operation.
fn span(operation: AuditedOperation) -> Span {
    tracing::info_span!("use_case", otel.name = operation.code(), kind = operation.kind())
}

impl fmt::Debug for AuditScope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.entry.fmt(f)
    }
}

impl Drop for AuditScope {
    fn drop(&mut self) {
        if !self.ended {
            self.audit_log.enqueue(self.entry.clone());
            self.requests.owe_line();
        }
    }
}

/// The store of accounts and sessions; only `Ports::audited` gives access to it.
#[derive(Clone, Debug)]
pub struct Accounts(Arc<dyn AccountStores>);

impl Accounts {
    /// Wraps the store.
    #[must_use]
    pub fn new(stores: Arc<dyn AccountStores>) -> Self {
        Self(stores)
    }
}

/// An operation on accounts and sessions, with the line it owes.
pub(crate) struct AuditedAccounts {
    store: Box<dyn AccountStore>,
    line: OwedLine,
    requests: Arc<dyn CurrentRequest>,
    task: AccountTask,
}

impl AuditedAccounts {
    /// The store of accounts and sessions.
    pub(crate) fn accounts(&self) -> &dyn AccountStore {
        &*self.store
    }

    /// Authenticates the caller and begins a unit of work on their own account, if this task is allowed in their session.
    ///
    /// # Errors
    /// [`crate::Error::Unauthenticated`]; [`crate::Error::SecondFactorRequired`];
    /// [`crate::Error::ConfirmationRequired`].
    pub(crate) async fn own(&self, caller: &Caller, writes: bool, at: DateTime<Utc>) -> Result<Box<dyn OwnAccount>> {
        self.store.own(caller, writes, at).await?.admitted_to(self.task)
    }

    /// Sets the user, once known.
    pub(crate) fn by(&self, user: UserId, session: Option<SessionId>) {
        self.line.by(user, session);
    }

    /// Sets the integration and its organisation, once known.
    pub(crate) fn by_integration(&self, integration: IntegrationId, organisation: OrganisationId) {
        self.line.change(|entry| {
            entry.integration = Some(integration);
            entry.organisation = Some(organisation);
        });
        self.requests.is_of(organisation);
    }
}

impl Ports {
    /// Runs an operation outside any organisation. Its line is stored with its change, or recorded here.
    ///
    /// # Errors
    /// Those of `work`; [`crate::Error::Unavailable`] if the line cannot be recorded: the caller then does not get the result.
    pub(crate) async fn audited<T>(
        &self,
        task: AccountTask,
        caller: Option<&Caller>,
        work: impl AsyncFnOnce(&mut AuditedAccounts) -> Result<T>,
    ) -> Result<T> {
        let mut audit = AuditScope::new(self, AuditedOperation::Account(task), caller, self.clock.now());
        let (span, line) = (audit.span(), OwedLine::new(audit.entry.clone()));
        let (store, requests) = (self.accounts.0.owing(line.clone()), self.requests.clone());
        let mut accounts = AuditedAccounts { store, line, requests, task };
        let done = work(&mut accounts).instrument(span).await;
        let is_stored = accounts.line.is_stored();
        audit.entry = accounts.line.entry();
        if let Err(error) = &done {
            audit.set_outcome(if error.is_refusal() { Outcome::Refused } else { Outcome::Failed });
        }
        let done = done?;
        if is_stored {
            audit.committed();
        } else {
            audit.done().await?;
        }
        Ok(done)
    }
}
