use super::{Action, ClientFacts, Grant, OrgScope, Reach, Role, Roles, grant, grants};
use crate::{Conflict, Error, OrganisationId, Result, SessionId, UserId};

/// A live session and what its user is, as read from the database in this unit of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The session.
    pub session: SessionId,
    /// Its user.
    pub user: UserId,
    /// Whether the user runs the platform.
    pub operator: bool,
    /// The organisation chosen, while it is active and the user a member of it.
    pub organisation: Option<OrganisationId>,
    /// The user's roles there.
    pub roles: Roles,
}

/// Somebody who was recognised, and whom every use case asks for leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Principal(Identity);

impl Principal {
    /// The somebody of this identity.
    #[must_use]
    pub fn new(identity: Identity) -> Self {
        Self(identity)
    }

    /// The user.
    #[must_use]
    pub fn user(&self) -> UserId {
        self.0.user
    }

    /// Who this is.
    #[must_use]
    pub fn identity(&self) -> &Identity {
        &self.0
    }

    fn roles(&self) -> impl Iterator<Item = Role> + use<> {
        let platform = self.0.operator.then_some(Role::Operator);
        let roles = if self.0.organisation.is_some() { self.0.roles } else { Roles::default() };
        platform.into_iter().chain(roles.iter())
    }

    fn holds(&self, action: Action) -> bool {
        self.roles().any(|role| grant(role, action) != Grant::Never)
    }

    /// Leave to do this inside the organisation of the session, as far as the roles go.
    ///
    /// # Errors
    /// [`Error::NoOrganisation`] without a chosen organisation; [`Error::NotFound`] if what the action is about may
    /// not even be read; [`Error::Forbidden`] otherwise.
    pub fn authorize(&self, action: Action) -> Result<Authorized> {
        if self.holds(action) {
            let organisation = self.0.organisation.ok_or(Error::NoOrganisation)?;
            return Ok(Authorized { principal: *self, action, scope: OrgScope::new(organisation) });
        }
        Err(self.refusal(action))
    }

    /// Leave to do this on the platform, outside every organisation.
    ///
    /// # Errors
    /// [`Error::Forbidden`] to everybody but the operator.
    pub fn authorize_platform(&self, action: Action) -> Result<PlatformLeave> {
        if self.0.operator && grant(Role::Operator, action) == Grant::Always {
            Ok(PlatformLeave { principal: *self, action })
        } else {
            Err(Error::Forbidden)
        }
    }

    fn refusal(&self, action: Action) -> Error {
        if self.0.organisation.is_none() && !self.0.operator {
            return Error::NoOrganisation;
        }
        match action.reading() {
            Some(read) if !self.holds(read) => Error::NotFound,
            Some(_) | None => Error::Forbidden,
        }
    }
}

/// Whether who holds these roles may give somebody all of those.
pub fn may_grant(held: impl Iterator<Item = Role>, mut granted: impl Iterator<Item = Role>) -> bool {
    let held: Vec<_> = held.collect();
    granted.all(|granted| held.iter().any(|role| grants(*role, granted)))
}

/// The operator's leave to do one action on the platform.
#[derive(Clone, Copy, Debug)]
pub struct PlatformLeave {
    principal: Principal,
    action: Action,
}

impl PlatformLeave {
    /// Who was given leave.
    #[must_use]
    pub fn principal(&self) -> &Principal {
        &self.principal
    }

    /// The scope of one organisation: to found it and to end it, and for nothing else.
    ///
    /// # Errors
    /// [`Error::Forbidden`] for any other action.
    pub fn within(&self, organisation: OrganisationId) -> Result<OrgScope> {
        if matches!(self.action, Action::CreateOrganisation | Action::PurgeOrganisation) {
            Ok(OrgScope::new(organisation))
        } else {
            Err(Error::Forbidden)
        }
    }
}

/// Leave to do one action, as far as the roles go; the rules on the instance come after it is loaded.
#[derive(Clone, Copy, Debug)]
pub struct Authorized {
    principal: Principal,
    action: Action,
    scope: OrgScope,
}

impl Authorized {
    /// Who was given leave.
    #[must_use]
    pub fn principal(&self) -> &Principal {
        &self.principal
    }

    /// The organisation it holds in.
    #[must_use]
    pub fn scope(&self) -> OrgScope {
        self.scope
    }

    /// Leave to give somebody these roles; `to` is the user, if it is one already.
    ///
    /// # Errors
    /// [`Error::Forbidden`] if one of them is not the caller's to give; [`Conflict::OwnRoles`] if it is to the caller.
    pub fn may_grant(&self, roles: impl Iterator<Item = Role>, to: Option<UserId>) -> Result<()> {
        let roles: Vec<_> = roles.collect();
        if !may_grant(self.principal.roles(), roles.iter().copied()) {
            return Err(Error::Forbidden);
        }
        let own = !roles.is_empty() && to == Some(self.principal.user());
        if own { Err(Error::Conflict(Conflict::OwnRoles)) } else { Ok(()) }
    }

    /// Which clients a list may show.
    #[must_use]
    pub fn reach(&self) -> Reach {
        let mut reach = Reach::default();
        for role in self.principal.roles() {
            match grant(role, self.action) {
                Grant::Never => {}
                Grant::Always => reach.all = true,
                Grant::Caseload | Grant::OpenCaseload | Grant::Author => {
                    reach.caseload_of = Some(self.principal.user())
                }
                Grant::OwnRecord | Grant::ConfirmedRecord => reach.record_of = Some(self.principal.user()),
            }
        }
        reach
    }

    /// Whether the action is allowed on this very thing. Without facts there is no such thing.
    ///
    /// # Errors
    /// [`Error::NotFound`] if it does not exist or may not be read, the same for both; [`Error::Forbidden`] if it may
    /// be read but this may not be done.
    pub fn on(&self, facts: Option<ClientFacts>) -> Result<ClientFacts> {
        self.may(self.action, facts)
    }

    /// The same for another action on the same thing, where one use case does more than one.
    ///
    /// # Errors
    /// As [`Authorized::on`].
    pub fn may(&self, action: Action, facts: Option<ClientFacts>) -> Result<ClientFacts> {
        let facts = facts.ok_or(Error::NotFound)?;
        if self.admitted(action, &facts) {
            return Ok(facts);
        }
        match action.reading() {
            Some(read) if self.admitted(read, &facts) => Err(self.not_this(action, facts)),
            Some(_) | None => Err(Error::NotFound),
        }
    }

    /// Why something that may be read may not be done.
    fn not_this(&self, action: Action, facts: ClientFacts) -> Error {
        let if_confirmed = ClientFacts { confirmed: true, ..facts };
        if self.admitted(action, &if_confirmed) { Error::LogInUnconfirmed } else { Error::Forbidden }
    }

    /// Whether the lists of this client also show what the client keeps to themself.
    #[must_use]
    pub fn sees_private(&self, facts: &ClientFacts) -> bool {
        self.admitted(Action::ReadMap, &ClientFacts { private: true, ..*facts })
    }

    fn admitted(&self, action: Action, facts: &ClientFacts) -> bool {
        let user = self.principal.user();
        self.principal.roles().any(|role| match grant(role, action) {
            Grant::Never => false,
            Grant::Always => true,
            Grant::Caseload => facts.assigned,
            Grant::OpenCaseload => facts.assigned && !facts.private,
            Grant::Author => facts.assigned && facts.author.is_none_or(|author| author == user),
            Grant::OwnRecord => facts.is(user) && (facts.confirmed || !facts.private),
            Grant::ConfirmedRecord => facts.is(user) && facts.confirmed,
        })
    }
}
