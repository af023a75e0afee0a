use super::{
    Action, Attributes, Capacity, Grant, Granted, Grounds, OrgScope, Resource, Role, Roles, Scope, SessionConfirmation,
    TargetId, Visibility,
};
use super::{grant, grants};
use crate::vocabulary::Audience;
use crate::{Conflict, Error, IntegrationId, MapId, OrganisationId, Result, SessionId, ShareId, UserId};

/// A live session and its user's rights, read from the database in this unit of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The live session.
    pub session: SessionId,
    /// The user of the session.
    pub user: UserId,
    /// Whether the user operates the platform.
    pub operator: bool,
    /// The chosen organisation, if it is active and the user is a member of it.
    pub organisation: Option<OrganisationId>,
    /// The user's roles in that organisation.
    pub roles: Roles,
    /// When the user last proved who they are.
    pub confirmation: SessionConfirmation,
}

/// An external system of an organisation, such as its client records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Integration {
    /// The integration.
    pub id: IntegrationId,
    /// The organisation that owns it.
    pub organisation: OrganisationId,
    /// Restricts what the policy allows to integrations; never extends it.
    pub scopes: Vec<Scope>,
}

/// The holder of a share, who may read one map and its cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The share.
    pub id: ShareId,
    /// The organisation that owns the map.
    pub organisation: OrganisationId,
    /// The shared map.
    pub map: MapId,
}

/// The authenticated caller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Principal {
    /// A person with a session: a member of the chosen organisation, the platform operator, or both.
    Person(Identity),
    /// An external system.
    Integration(Integration),
    /// The holder of a share.
    Share(Share),
}

impl Principal {
    /// The organisation in which the principal acts, if any.
    #[must_use]
    pub fn organisation(&self) -> Option<OrganisationId> {
        match self {
            Self::Person(identity) => identity.organisation,
            Self::Integration(integration) => Some(integration.organisation),
            Self::Share(share) => Some(share.organisation),
        }
    }

    /// The user, if the principal is a person.
    fn user(&self) -> Option<UserId> {
        match self {
            Self::Person(identity) => Some(identity.user),
            Self::Integration(_) | Self::Share(_) => None,
        }
    }

    /// Whether the principal operates the platform.
    #[must_use]
    pub fn is_operator(&self) -> bool {
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

    /// The grant for this action in each of the principal's capacities.
    fn grants(&self, action: Action) -> impl Iterator<Item = (Capacity, Grant)> {
        let in_scope = match self {
            Self::Integration(integration) => integration.scopes.iter().any(|scope| scope.covers(action)),
            Self::Person(_) | Self::Share(_) => true,
        };
        self.capacities().map(move |capacity| {
            let grant = if in_scope { grant(capacity, action) } else { Grant::Never };
            (capacity, grant)
        })
    }

    /// Checks that a person's session was confirmed recently enough for the action.
    fn confirmed_for(&self, action: Action) -> Result<()> {
        match self {
            Self::Person(identity) => identity.confirmation.suffices_for(action),
            Self::Integration(_) | Self::Share(_) => Ok(()),
        }
    }

    fn holds(&self, action: Action) -> bool {
        self.grants(action).any(|(_, grant)| grant != Grant::Never)
    }

    /// What a list rests on: the widest of the principal's grants.
    fn widest_grounds(&self, action: Action) -> Option<Grounds> {
        let grounds = self.grants(action).filter_map(|(capacity, grant)| Grounds::new(capacity, grant));
        grounds.max_by_key(|grounds| grounds.basis)
    }

    /// What an action on this resource rests on: the most specific of the grants that admit it.
    fn grounds(&self, action: Action, attributes: &Attributes) -> Option<Grounds> {
        let admitting = self.grants(action).filter(|(_, grant)| self.admitted_by(*grant, attributes));
        let grounds = admitting.filter_map(|(capacity, grant)| Grounds::new(capacity, grant));
        grounds.min_by_key(|grounds| grounds.basis)
    }

    /// Authorizes the action in the principal's organisation, as far as it does not depend on the target.
    ///
    /// # Errors
    /// [`Error::NoOrganisation`] without a chosen organisation; [`Error::ConfirmationRequired`] in a session that was
    /// not confirmed recently enough; [`Error::NotFound`] if the principal may not read the target either;
    /// [`Error::Forbidden`] otherwise.
    pub fn authorize(self, action: Action) -> Result<Authorization> {
        if self.holds(action) {
            self.confirmed_for(action)?;
            let organisation = self.organisation().ok_or(Error::NoOrganisation)?;
            return Ok(Authorization { principal: self, action, scope: OrgScope::new(organisation) });
        }
        Err(self.refusal(action))
    }

    /// Authorizes the action on the platform, outside any organisation.
    ///
    /// # Errors
    /// [`Error::Forbidden`] for everyone except the operator; [`Error::ConfirmationRequired`].
    pub fn authorize_platform(self, action: Action) -> Result<PlatformAuthorization> {
        match self {
            Self::Person(identity) if identity.operator && grant(Capacity::Operator, action) == Grant::Always => {
                self.confirmed_for(action)?;
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
        self.grants(action).any(|(_, grant)| self.admitted_by(grant, attributes))
    }

    fn admitted_by(&self, grant: Grant, attributes: &Attributes) -> bool {
        match grant {
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
            Grant::Consented => match self {
                Self::Integration(_) => attributes.consented && !attributes.private,
                Self::Person(_) | Self::Share(_) => false,
            },
        }
    }

    /// Refuses the content of a restricted record to everyone but the client, with a confirmed log-in: an administrator can
    /// invite an unconfirmed one.
    fn unless_restricted(&self, action: Action, attributes: &Attributes) -> Result<()> {
        if !attributes.restricted || action.is_allowed_while_restricted() {
            return Ok(());
        }
        match (self.is_client(attributes), attributes.confirmed) {
            (true, true) => Ok(()),
            (true, false) => Err(Error::LogInUnconfirmed),
            (false, _) => Err(Error::Conflict(Conflict::Restricted)),
        }
    }

    fn is_client(&self, attributes: &Attributes) -> bool {
        self.user().is_some_and(|user| attributes.is(user))
    }
}

/// Whether a holder of the roles `held` may grant all roles in `granted`.
pub fn may_grant(held: impl Iterator<Item = Role>, mut granted: impl Iterator<Item = Role>) -> bool {
    let held: Vec<_> = held.collect();
    granted.all(|granted| held.iter().any(|role| grants(*role, granted)))
}

/// Whether an integration with these scopes may grant all roles in `granted`.
pub fn scopes_grant(scopes: &[Scope], mut granted: impl Iterator<Item = Role>) -> bool {
    granted.all(|granted| scopes.iter().any(|scope| scope.grants(granted)))
}

/// The operator's authorization for one action on the platform.
#[derive(Clone, Copy, Debug)]
pub struct PlatformAuthorization {
    operator: UserId,
    action: Action,
}

impl PlatformAuthorization {
    /// The authorized operator.
    #[must_use]
    pub fn operator(&self) -> UserId {
        self.operator
    }

    /// The authorized action.
    #[must_use]
    pub fn action(&self) -> Action {
        self.action
    }

    /// What it rests on.
    pub(crate) fn grounds(&self) -> Option<Grounds> {
        Grounds::new(Capacity::Operator, Grant::Always)
    }

    /// The scope of one organisation, for creating and deleting it and inviting an administrator only.
    ///
    /// # Errors
    /// [`Error::Forbidden`] for any other action.
    pub fn within(&self, organisation: OrganisationId) -> Result<OrgScope> {
        let about_one = [
            Action::Create(Resource::PlatformOrganisation),
            Action::Delete(Resource::PlatformOrganisation),
            Action::InviteAdministrator,
        ];
        if about_one.contains(&self.action) { Ok(OrgScope::new(organisation)) } else { Err(Error::Forbidden) }
    }
}

/// An authorization for one action, before the check of the target by [`Authorization::on`].
#[derive(Clone, Debug)]
pub struct Authorization {
    principal: Principal,
    action: Action,
    scope: OrgScope,
}

impl Authorization {
    /// The authorized principal.
    #[must_use]
    pub fn principal(&self) -> &Principal {
        &self.principal
    }

    /// The authorized action.
    #[must_use]
    pub fn action(&self) -> Action {
        self.action
    }

    /// The organisation in which the authorization is valid.
    #[must_use]
    pub fn scope(&self) -> OrgScope {
        self.scope
    }

    /// Authorizes granting these roles to `to`, the receiving user if they have an account.
    ///
    /// # Errors
    /// [`Error::ConfirmationRequired`] for the role admin, in a session that was not confirmed recently;
    /// [`Error::Forbidden`] if the caller may not grant one of the roles; [`Conflict::OwnRoles`] if the receiver is
    /// the caller.
    pub fn may_grant(&self, roles: impl Iterator<Item = Role>, to: Option<UserId>) -> Result<()> {
        let roles: Vec<_> = roles.collect();
        let may = match &self.principal {
            Principal::Integration(integration) => scopes_grant(&integration.scopes, roles.iter().copied()),
            Principal::Person(_) | Principal::Share(_) => may_grant(self.principal.roles(), roles.iter().copied()),
        };
        if !may {
            return Err(Error::Forbidden);
        }
        if roles.contains(&Role::Admin)
            && let Principal::Person(identity) = &self.principal
        {
            identity.confirmation.suffices(true, false)?;
        }
        let own = !roles.is_empty() && to.is_some() && to == self.principal.user();
        if own { Err(Error::Conflict(Conflict::OwnRoles)) } else { Ok(()) }
    }

    /// What the authorization rests on: for a target by its attributes, for a list by the widest right.
    pub(crate) fn grounds(&self, attributes: Option<&Attributes>) -> Option<Grounds> {
        match attributes {
            Some(attributes) => self.principal.grounds(self.action, attributes),
            None => self.principal.widest_grounds(self.action),
        }
    }

    /// The clients that a list may show.
    #[must_use]
    pub fn visibility(&self) -> Visibility {
        let mut visibility = Visibility::default();
        for (_, grant) in self.principal.grants(self.action) {
            visibility.widen(grant, self.principal.user());
        }
        visibility
    }

    /// Authorizes the action on this resource, given its attributes.
    ///
    /// # Errors
    /// [`Error::NotFound`] if the resource does not exist or the caller may not read it, indistinguishably;
    /// [`Error::Forbidden`] if the caller may read it but not perform the action; [`Error::LogInUnconfirmed`] if a
    /// confirmed log-in would suffice; [`Conflict::Restricted`] if the client's record is restricted.
    pub fn on<T: TargetId>(&self, id: T, attributes: Option<Attributes>) -> Result<Granted<T>> {
        self.may(self.action, id, attributes)
    }

    /// Like [`Authorization::on`] for another action, for a use case that performs several.
    ///
    /// # Errors
    /// As [`Authorization::on`]; [`Error::Internal`] if the action does not apply to this kind of resource.
    pub fn may<T: TargetId>(&self, action: Action, id: T, attributes: Option<Attributes>) -> Result<Granted<T>> {
        if action.target() != Some(id.into().resource()) {
            return Err(Error::internal(format!("{action:?} on {:?}", id.into())));
        }
        let attributes = attributes.ok_or(Error::NotFound)?;
        self.admit(action, attributes)?;
        Ok(Granted::new(id, attributes))
    }

    /// Authorizes another action on the same resource, or on a new resource that belongs to it.
    ///
    /// # Errors
    /// As [`Authorization::on`].
    pub fn also<T: TargetId>(&self, action: Action, granted: &Granted<T>) -> Result<()> {
        self.admit(action, *granted.attributes())
    }

    fn admit(&self, action: Action, attributes: Attributes) -> Result<()> {
        if self.principal.admits(action, &attributes) {
            self.principal.unless_restricted(action, &attributes)?;
            return self.principal.confirmed_for(action);
        }
        Err(match action.reading() {
            Some(read) if self.principal.admits(read, &attributes) => self.refused(action, attributes),
            Some(_) | None => Error::NotFound,
        })
    }

    /// The error for an action on a resource that the caller may read.
    fn refused(&self, action: Action, attributes: Attributes) -> Error {
        let if_confirmed = Attributes { confirmed: true, ..attributes };
        if self.principal.admits(action, &if_confirmed) { Error::LogInUnconfirmed } else { Error::Forbidden }
    }

    /// The audience of sentences about this resource: the client if they are the caller, otherwise a coach.
    #[must_use]
    pub fn audience<T: TargetId>(&self, granted: &Granted<T>) -> Audience {
        if self.principal.is_client(granted.attributes()) { Audience::Client } else { Audience::Coach }
    }

    /// Whether lists of this client include private maps.
    #[must_use]
    pub fn sees_private<T: TargetId>(&self, granted: &Granted<T>) -> bool {
        let private = Attributes { private: true, ..*granted.attributes() };
        self.principal.admits(Action::Read(Resource::Map), &private)
    }
}
