use super::{Action, Resource, Role};

crate::vocabulary::words! {
    /// A permission that an organisation gives to one of its integrations.
    ///
    /// It restricts what the policy allows to integrations and never extends it.
    pub enum Scope {
        /// List, read and search the administrative data of clients.
        ReadClients = "clients.read", "Gegevens van cliënten lezen", "Read clients";
        /// The same, and create and change them, with their external identifiers.
        WriteClients = "clients.write", "Gegevens van cliënten lezen en wijzigen", "Read and change clients";
        /// List and read the cards of clients who consented, and follow what changes about these clients.
        ReadCards = "cards.read", "MLM-kaarten lezen, met toestemming van de cliënt", "Read cards, with the client’s consent";
        /// Make, change and end the memberships of coaches, as an identity provider does.
        WriteMembers = "members.write", "Coaches toevoegen, wijzigen en verwijderen", "Add, change and remove coaches";
        /// With the former: also give and take the role of administrator.
        GrantAdmin = "members.grant-admin", "De rol van beheerder geven en afnemen", "Give and take the role of administrator";
    }
}

impl Scope {
    /// Whether the scope covers the action.
    pub(super) fn covers(self, action: Action) -> bool {
        let of_clients = [Action::List(Resource::Client), Action::Read(Resource::Client), Action::SearchClients];
        match self {
            Self::ReadClients => of_clients.contains(&action),
            Self::WriteClients => {
                let writes =
                    [Action::Create(Resource::Client), Action::Update(Resource::Client), Action::UpdateClientIdentity];
                of_clients.contains(&action) || writes.contains(&action)
            }
            Self::ReadCards => {
                [Action::Read(Resource::Card), Action::ListClientCards, Action::FollowChanges].contains(&action)
            }
            Self::WriteMembers => action.resource() == Some(Resource::ProvisionedMember),
            Self::GrantAdmin => false,
        }
    }
    /// Whether an integration with the scope may give and take the role.
    #[must_use]
    pub fn grants(self, role: Role) -> bool {
        match role {
            Role::Coach => self == Self::WriteMembers,
            Role::Admin => self == Self::GrantAdmin,
            Role::Client | Role::Operator => false,
        }
    }
}
