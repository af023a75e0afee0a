use super::{Action, Resource};

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
        }
    }
}
