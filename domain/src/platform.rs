//! The operator's unit of work: organisations from outside, and one of them to found or to end.

use crate::access::{Action, PlatformLeave, Principal, Role, may_grant};
use crate::invitations::Invitations;
use crate::organisations::{Organisations, OwnOrganisation};
use crate::support_types::SupportTypes;
use crate::work::{kept, replayed};
use crate::{Caller, Error, Ids, OrganisationId, PlatformUnitOfWork, Ports, Replay, Result, UnitOfWork, UserId};
use chrono::{DateTime, Utc};
use serde::{Serialize, de::DeserializeOwned};
use std::fmt;
use std::sync::Arc;
use uuid::Uuid;

impl Ports {
    /// Begins a use case of the operator: recognises the caller, asks leave for this action.
    ///
    /// # Errors
    /// [`crate::Error::Unauthenticated`], [`crate::Error::Forbidden`].
    pub async fn begin_platform(&self, caller: &Caller, action: Action) -> Result<PlatformWork> {
        let now = self.clock.now();
        let mut opened = self.store.open(caller, action.writes(), None, now).await?;
        let leave = Principal::new(*opened.identity()).authorize_platform(action)?;
        let replay = opened.replay();
        let unit = opened.platform().await?;
        let keyed = caller.idempotency.is_some();
        Ok(PlatformWork { leave, unit, replay, keyed, now, ids: self.ids.clone() })
    }
}

/// A unit of work of the operator, with leave for one action.
pub struct PlatformWork {
    leave: PlatformLeave,
    unit: Box<dyn PlatformUnitOfWork>,
    replay: Option<Replay>,
    keyed: bool,
    now: DateTime<Utc>,
    ids: Arc<dyn Ids>,
}

impl fmt::Debug for PlatformWork {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PlatformWork").field("leave", &self.leave).finish_non_exhaustive()
    }
}

impl PlatformWork {
    /// The operator.
    #[must_use]
    pub fn user(&self) -> UserId {
        self.leave.principal().user()
    }

    /// Checks that the operator may give somebody these roles.
    ///
    /// # Errors
    /// [`Error::Forbidden`] if one of them is not the operator's to give.
    pub fn may_grant(&self, roles: impl Iterator<Item = Role>) -> Result<()> {
        if may_grant(std::iter::once(Role::Operator), roles) { Ok(()) } else { Err(Error::Forbidden) }
    }

    /// The instant of the use case, the same throughout.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// A new identifier.
    pub fn new_id<T: From<Uuid>>(&self) -> T {
        self.ids.next().into()
    }

    /// What the same idempotent request was answered before.
    ///
    /// # Errors
    /// Only the general ones.
    pub fn replayed<T: DeserializeOwned>(&mut self) -> Result<Option<T>> {
        replayed(&mut self.replay)
    }

    /// The organisations, from outside.
    pub fn organisations(&mut self) -> &mut dyn Organisations {
        &mut *self.unit
    }

    /// Goes on inside one organisation, in the same transaction.
    ///
    /// # Errors
    /// As [`PlatformLeave::within`].
    pub async fn within(self, organisation: OrganisationId) -> Result<OneOrganisation> {
        let scope = self.leave.within(organisation)?;
        Ok(OneOrganisation { unit: self.unit.within(scope).await?, keyed: self.keyed })
    }

    /// Makes everything last.
    ///
    /// # Errors
    /// [`crate::Error::InFlight`].
    pub async fn commit<T: Serialize>(self, outcome: T) -> Result<T> {
        self.unit.commit(kept(self.keyed, &outcome)?).await?;
        Ok(outcome)
    }

    /// Ends a unit of work that only read.
    ///
    /// # Errors
    /// Only the general ones.
    pub async fn end<T>(self, outcome: T) -> Result<T> {
        self.unit.commit(None).await?;
        Ok(outcome)
    }
}

/// One organisation in the operator's hands: what founding and ending it need, and no way to its clients.
pub struct OneOrganisation {
    unit: Box<dyn UnitOfWork>,
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
        &mut *self.unit
    }

    /// Its support types.
    pub fn support_types(&mut self) -> &mut dyn SupportTypes {
        &mut *self.unit
    }

    /// Its invitations.
    pub fn invitations(&mut self) -> &mut dyn Invitations {
        &mut *self.unit
    }

    /// Makes everything last, with what was done before going inside.
    ///
    /// # Errors
    /// [`crate::Error::InFlight`].
    pub async fn commit<T: Serialize>(self, outcome: T) -> Result<T> {
        self.unit.commit(kept(self.keyed, &outcome)?).await?;
        Ok(outcome)
    }
}
