use super::{Action, Attributes, Capacity, Grant, Granted, OrgScope, Resource, Role, Roles, TargetId, Visibility};
use super::{grant, grants};
use crate::vocabulary::Audience;
use crate::{Conflict, Error, IntegrationId, MapId, OrganisationId, Result, SessionId, ShareId, UserId};

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

/// A system of an organisation's, such as its client records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Integration {
    /// Which.
    pub id: IntegrationId,
    /// Whose.
    pub organisation: OrganisationId,
    /// What it may do of what integrations may: scopes narrow the table, they never add to it.
    pub scopes: Vec<Scope>,
}

/// What an integration was allowed by its organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// To list and read.
    Read(Resource),
    /// To do anything with.
    Write(Resource),
}

impl Scope {
    fn covers(self, action: Action) -> bool {
        let resource = action.resource();
        match self {
            Self::Read(of) => resource == Some(of) && !action.writes(),
            Self::Write(of) => resource == Some(of),
        }
    }
}

/// The holder of a share: may read one map and its cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// Which share.
    pub id: ShareId,
    /// Whose organisation it is of.
    pub organisation: OrganisationId,
    /// The map that was shared.
    pub map: MapId,
}

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Principal {
    /// A person with a session: a member of the organisation they chose, the operator of the platform, or both.
    Person(Identity),
    /// A system.
    Integration(Integration),
    /// The holder of a share.
    Share(Share),
}

impl Principal {
    /// The organisation in which they act, if any.
    fn organisation(&self) -> Option<OrganisationId> {
        match self {
            Self::Person(identity) => identity.organisation,
            Self::Integration(integration) => Some(integration.organisation),
            Self::Share(share) => Some(share.organisation),
        }
    }

    /// The user, if it is a person.
    fn user(&self) -> Option<UserId> {
        match self {
            Self::Person(identity) => Some(identity.user),
            Self::Integration(_) | Self::Share(_) => None,
        }
    }

    fn is_operator(&self) -> bool {
        matches!(self, Self::Person(identity) if identity.operator)
    }

    fn roles(&self) -> impl Iterator<Item = Role> + use<> {
        let (operator, roles) = match self {
            Self::Person(identity) if identity.organisation.is_some() => (identity.operator, identity.roles),
            Self::Person(identity) => (identity.operator, Roles::default()),
            Self::Integration(_) | Self::Share(_) => (false, Roles::default()),
        };
        operator.then_some(Role::Operator).into_iter().chain(roles.iter())
    }

    fn capacities(&self) -> impl Iterator<Item = Capacity> + use<> {
        let other = match self {
            Self::Person(_) => None,
            Self::Integration(_) => Some(Capacity::Integration),
            Self::Share(_) => Some(Capacity::Share),
        };
        self.roles().map(Capacity::from).chain(other)
    }

    /// How far each capacity of theirs may do this.
    fn grants(&self, action: Action) -> impl Iterator<Item = Grant> {
        let in_scope = match self {
            Self::Integration(integration) => integration.scopes.iter().any(|scope| scope.covers(action)),
            Self::Person(_) | Self::Share(_) => true,
        };
        self.capacities().map(move |capacity| if in_scope { grant(capacity, action) } else { Grant::Never })
    }

    fn holds(&self, action: Action) -> bool {
        self.grants(action).any(|grant| grant != Grant::Never)
    }

    /// Authorizes the action inside their organisation, as far as it does not depend on the target.
    ///
    /// # Errors
    /// [`Error::NoOrganisation`] without a chosen organisation; [`Error::NotFound`] if the target may not even be read;
    /// [`Error::Forbidden`] otherwise.
    pub fn authorize(self, action: Action) -> Result<Authorization> {
        if self.holds(action) {
            let organisation = self.organisation().ok_or(Error::NoOrganisation)?;
            return Ok(Authorization { principal: self, action, scope: OrgScope::new(organisation) });
        }
        Err(self.refusal(action))
    }

    /// Authorizes the action on the platform, outside every organisation.
    ///
    /// # Errors
    /// [`Error::Forbidden`] to everybody but the operator.
    pub fn authorize_platform(self, action: Action) -> Result<PlatformAuthorization> {
        match self {
            Self::Person(identity) if identity.operator && grant(Capacity::Operator, action) == Grant::Always => {
                Ok(PlatformAuthorization { operator: identity.user, action })
            }
            Self::Person(_) | Self::Integration(_) | Self::Share(_) => Err(Error::Forbidden),
        }
    }

    fn refusal(&self, action: Action) -> Error {
        if self.organisation().is_none() && !self.is_operator() {
            return Error::NoOrganisation;
        }
        match action.reading() {
            Some(read) if !self.holds(read) => Error::NotFound,
            Some(_) | None => Error::Forbidden,
        }
    }

    fn admits(&self, action: Action, attributes: &Attributes) -> bool {
        self.grants(action).any(|grant| match grant {
            Grant::Never => false,
            Grant::Always => true,
            Grant::Caseload => attributes.assigned,
            Grant::OpenCaseload => attributes.assigned && !attributes.private,
            Grant::Author => attributes.assigned && attributes.author.is_none_or(|author| self.user() == Some(author)),
            Grant::OwnRecord => self.is_client(attributes) && (attributes.confirmed || !attributes.private),
            Grant::ConfirmedRecord => self.is_client(attributes) && attributes.confirmed,
            Grant::Shared => match self {
                Self::Share(share) => attributes.map.is_some_and(|map| map.id == share.map),
                Self::Person(_) | Self::Integration(_) => false,
            },
            Grant::Registered => match self {
                Self::Integration(integration) => attributes.registered_by == Some(integration.id),
                Self::Person(_) | Self::Share(_) => false,
            },
        })
    }

    fn is_client(&self, attributes: &Attributes) -> bool {
        self.user().is_some_and(|user| attributes.is(user))
    }
}

impl From<Role> for Capacity {
    fn from(role: Role) -> Self {
        match role {
            Role::Operator => Self::Operator,
            Role::Admin => Self::Admin,
            Role::Coach => Self::Coach,
            Role::Client => Self::Client,
        }
    }
}

/// Whether a holder of these roles may grant all of those.
pub fn may_grant(held: impl Iterator<Item = Role>, mut granted: impl Iterator<Item = Role>) -> bool {
    let held: Vec<_> = held.collect();
    granted.all(|granted| held.iter().any(|role| grants(*role, granted)))
}

/// The authorization of the operator for one action on the platform.
#[derive(Clone, Copy, Debug)]
pub struct PlatformAuthorization {
    operator: UserId,
    action: Action,
}

impl PlatformAuthorization {
    /// The operator.
    #[must_use]
    pub fn operator(&self) -> UserId {
        self.operator
    }

    /// For what.
    #[must_use]
    pub fn action(&self) -> Action {
        self.action
    }

    /// The scope of one organisation: to create it and to delete it, and for nothing else.
    ///
    /// # Errors
    /// [`Error::Forbidden`] for any other action.
    pub fn within(&self, organisation: OrganisationId) -> Result<OrgScope> {
        let about_one =
            [Action::Create(Resource::PlatformOrganisation), Action::Delete(Resource::PlatformOrganisation)];
        if about_one.contains(&self.action) { Ok(OrgScope::new(organisation)) } else { Err(Error::Forbidden) }
    }
}

/// The authorization of one action, as far as it does not depend on the target: [`Authorization::on`] decides that.
#[derive(Clone, Debug)]
pub struct Authorization {
    principal: Principal,
    action: Action,
    scope: OrgScope,
}

impl Authorization {
    /// Who was authorized.
    #[must_use]
    pub fn principal(&self) -> &Principal {
        &self.principal
    }

    /// For what.
    #[must_use]
    pub fn action(&self) -> Action {
        self.action
    }

    /// The organisation it holds in.
    #[must_use]
    pub fn scope(&self) -> OrgScope {
        self.scope
    }

    /// Authorizes granting these roles; `to` is the user who gets them, if there is an account.
    ///
    /// # Errors
    /// [`Error::Forbidden`] if one of them is not the caller's to give; [`Conflict::OwnRoles`] if it is to the caller.
    pub fn may_grant(&self, roles: impl Iterator<Item = Role>, to: Option<UserId>) -> Result<()> {
        let roles: Vec<_> = roles.collect();
        if !may_grant(self.principal.roles(), roles.iter().copied()) {
            return Err(Error::Forbidden);
        }
        let own = !roles.is_empty() && to.is_some() && to == self.principal.user();
        if own { Err(Error::Conflict(Conflict::OwnRoles)) } else { Ok(()) }
    }

    /// Which clients a list may show.
    #[must_use]
    pub fn visibility(&self) -> Visibility {
        let mut visibility = Visibility::default();
        for grant in self.principal.grants(self.action) {
            visibility.widen(grant, self.principal.user());
        }
        visibility
    }

    /// Authorizes the action on this very thing, of which these attributes were found.
    ///
    /// # Errors
    /// [`Error::NotFound`] if it does not exist or may not be read, the same for both; [`Error::Forbidden`] if it may
    /// be read but this may not be done.
    pub fn on<T: TargetId>(&self, id: T, attributes: Option<Attributes>) -> Result<Granted<T>> {
        self.may(self.action, id, attributes)
    }

    /// The same for another action, where one use case does more than one.
    ///
    /// # Errors
    /// As [`Authorization::on`]; [`Error::Internal`] if the action is not one on such a thing.
    pub fn may<T: TargetId>(&self, action: Action, id: T, attributes: Option<Attributes>) -> Result<Granted<T>> {
        if action.target() != Some(id.into().resource()) {
            return Err(Error::internal(format!("{action:?} on {:?}", id.into())));
        }
        let attributes = attributes.ok_or(Error::NotFound)?;
        self.admit(action, attributes)?;
        Ok(Granted::new(id, attributes))
    }

    /// Whether another action may be done under the same rules, to the same thing or to something new that belongs to it.
    ///
    /// # Errors
    /// As [`Authorization::on`].
    pub fn also<T: TargetId>(&self, action: Action, granted: &Granted<T>) -> Result<()> {
        self.admit(action, *granted.attributes())
    }

    fn admit(&self, action: Action, attributes: Attributes) -> Result<()> {
        if self.principal.admits(action, &attributes) {
            return Ok(());
        }
        Err(match action.reading() {
            Some(read) if self.principal.admits(read, &attributes) => self.refused(action, attributes),
            Some(_) | None => Error::NotFound,
        })
    }

    /// Why something that may be read may not be done.
    fn refused(&self, action: Action, attributes: Attributes) -> Error {
        let if_confirmed = Attributes { confirmed: true, ..attributes };
        if self.principal.admits(action, &if_confirmed) { Error::LogInUnconfirmed } else { Error::Forbidden }
    }

    /// Whom sentences about this thing address: its client if they ask, else somebody who works with them.
    #[must_use]
    pub fn audience<T: TargetId>(&self, granted: &Granted<T>) -> Audience {
        if self.principal.is_client(granted.attributes()) { Audience::Client } else { Audience::Coach }
    }

    /// Whether the lists of this client also show what the client keeps private.
    #[must_use]
    pub fn sees_private<T: TargetId>(&self, granted: &Granted<T>) -> bool {
        let private = Attributes { private: true, ..*granted.attributes() };
        self.principal.admits(Action::Read(Resource::Map), &private)
    }
}
