//! The operator's unit of work: organisations from outside, and one of them to create or delete.

use crate::access::{Action, PlatformAuthorization, Role, may_grant};
use crate::accounts::{Email, NamedUser};
use crate::audit::{AuditScope, AuditedOperation, Disclosure, Outcome};
use crate::events::Event;
use crate::invitations::Invitations;
use crate::jobs::Jobs;
use crate::members::Members;
use crate::organisations::{Organisations, OwnOrganisation};
use crate::ports::{Ids, OperatorRepositories, Repositories, StoredResponse, TransactionKind};
use crate::support_types::SupportTypes;
use crate::unit_of_work::{encode_response, repeated_response};
use crate::{Caller, Error, OrganisationId, Ports, Result, UserId};
use chrono::{DateTime, Utc};
use serde::{Serialize, de::DeserializeOwned};
use std::fmt;
use std::sync::Arc;
use tracing::Instrument;
use uuid::Uuid;

impl Ports {
    /// Begins a use case of the operator: authenticates the caller and authorizes the action.
    ///
    /// # Errors
    /// [`crate::Error::Unauthenticated`], [`crate::Error::Forbidden`].
    pub async fn begin_platform(&self, caller: &Caller, action: Action) -> Result<OperatorUnitOfWork> {
        let now = self.clock.now();
        let mut audit = AuditScope::new(self, AuditedOperation::Action(action), Some(caller), now);
        let opened = self.store.open(caller, TransactionKind::of(action), None, now);
        let mut opened = opened.instrument(audit.span()).await?;
        audit.set_outcome(Outcome::Refused);
        let authorization = opened.principal().clone().authorize_platform(action)?;
        audit.set_outcome(Outcome::Failed);
        audit.rests_on(authorization.grounds());
        let (stored, named) = (opened.stored_response(), opened.caller());
        let repositories = opened.operator().await?;
        let keyed = caller.idempotency.is_some();
        Ok(OperatorUnitOfWork { authorization, named, audit, repositories, stored, keyed, now, ids: self.ids.clone() })
    }
}

/// A unit of work of the operator, authorized for one action.
pub struct OperatorUnitOfWork {
    authorization: PlatformAuthorization,
    named: NamedUser,
    audit: AuditScope,
    repositories: Box<dyn OperatorRepositories>,
    stored: Option<StoredResponse>,
    keyed: bool,
    now: DateTime<Utc>,
    ids: Arc<dyn Ids>,
}

impl fmt::Debug for OperatorUnitOfWork {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OperatorUnitOfWork").field("authorization", &self.authorization).finish_non_exhaustive()
    }
}

impl OperatorUnitOfWork {
    /// The operator by id and name.
    #[must_use]
    pub fn named_user(&self) -> NamedUser {
        self.named.clone()
    }

    /// Sets the organisation that the line of the access log names; the line is in no organisation's log.
    pub fn about(&mut self, organisation: OrganisationId) {
        self.audit.about_organisation(organisation);
    }

    /// Checks that the operator may grant these roles.
    ///
    /// # Errors
    /// [`Error::Forbidden`] if the operator may not grant one of them.
    pub fn may_grant(&self, roles: impl Iterator<Item = Role>) -> Result<()> {
        if may_grant(std::iter::once(Role::Operator), roles) { Ok(()) } else { Err(Error::Forbidden) }
    }

    /// The time of the use case, constant throughout.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// Generates a new identifier.
    pub fn new_id<T: From<Uuid>>(&self) -> T {
        self.ids.next().into()
    }

    /// Returns the stored response to the same idempotent request, if any.
    pub fn stored_response<T: DeserializeOwned>(&mut self) -> Result<Option<T>> {
        repeated_response(&mut self.stored, &mut self.audit)
    }

    /// The organisations of the platform, without their contents.
    pub fn organisations(&mut self) -> &mut dyn Organisations {
        &mut *self.repositories
    }

    /// Continues inside one organisation, in the same transaction.
    ///
    /// # Errors
    /// As [`PlatformAuthorization::within`].
    pub async fn within(self, organisation: OrganisationId) -> Result<OneOrganisation> {
        let scope = self.authorization.within(organisation)?;
        let event = Event {
            action: self.authorization.action(),
            actor: self.authorization.operator(),
            client: None,
            map: None,
            target: None,
            at: self.now,
        };
        let repositories = self.repositories.within(scope).await?;
        let mut audit = self.audit;
        audit.about(Some(organisation), None);
        Ok(OneOrganisation { audit, event, repositories, keyed: self.keyed })
    }

    /// Commits, and stores the outcome if the caller gave an idempotency key.
    ///
    /// # Errors
    /// [`crate::Error::InFlight`].
    pub async fn commit<T: Serialize>(self, outcome: T) -> Result<T> {
        let entry = self.audit.entry(Outcome::Done);
        self.repositories.commit(entry, encode_response(self.keyed, &outcome)?).await?;
        self.audit.committed();
        Ok(outcome)
    }

    /// Ends a read-only unit of work.
    pub async fn end<T: Disclosure>(self, outcome: T) -> Result<T> {
        self.repositories.end();
        self.audit.done().await?;
        Ok(outcome)
    }
}

/// The repositories of one organisation that the operator needs to create or delete it.
///
/// They give no access to its clients.
pub struct OneOrganisation {
    audit: AuditScope,
    event: Event,
    repositories: Box<dyn Repositories>,
    keyed: bool,
}

impl fmt::Debug for OneOrganisation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OneOrganisation")
    }
}

impl OneOrganisation {
    /// The organisation itself.
    pub fn organisation(&mut self) -> &mut dyn OwnOrganisation {
        &mut *self.repositories
    }

    /// Writes the line of the access log outside the organisation, which it names: for what ends it.
    pub fn log_outside(&mut self, organisation: OrganisationId) {
        self.audit.about_organisation(organisation);
    }

    /// Its support types.
    pub fn support_types(&mut self) -> &mut dyn SupportTypes {
        &mut *self.repositories
    }

    /// Its invitations.
    pub fn invitations(&mut self) -> &mut dyn Invitations {
        &mut *self.repositories
    }

    /// Whether it has a member with this email address.
    pub async fn has_member(&mut self, email: &Email) -> Result<bool> {
        Members::has(&mut *self.repositories, email).await
    }

    /// The users of its administrators, at most [`crate::members::TOLD_ADMINISTRATORS`].
    pub async fn administrators(&mut self) -> Result<Vec<UserId>> {
        Members::administrators(&mut *self.repositories).await
    }

    /// Its jobs.
    pub fn jobs(&mut self) -> &mut dyn Jobs {
        &mut *self.repositories
    }

    /// Commits, including what was done before entering the organisation.
    ///
    /// # Errors
    /// [`crate::Error::InFlight`].
    pub async fn commit<T: Serialize>(self, outcome: T) -> Result<T> {
        let entry = self.audit.entry(Outcome::Done);
        self.repositories.commit(vec![self.event], entry, encode_response(self.keyed, &outcome)?).await?;
        self.audit.committed();
        Ok(outcome)
    }
}
