use crate::access::{Action, Resource};
use crate::vocabulary::words;

words! {
    /// What kind of change a user who follows changes is told of.
    pub enum EventKind {
        /// A client came into what the user may see.
        ClientAdded = "client-added", "Cliënt erbij gekomen", "Client added";
        /// A client left what the user may see.
        ClientRemoved = "client-removed", "Cliënt niet meer te zien", "Client no longer visible";
        /// The client's own data changed.
        ClientChanged = "client-changed", "Gegevens van de cliënt gewijzigd", "Client’s details changed";
        /// Who coaches the client changed.
        CoachesChanged = "coaches-changed", "Coaches gewijzigd", "Coaches changed";
        /// The persons in the client's life changed, on no map.
        PersonsChanged = "persons-changed", "Personen gewijzigd", "Persons changed";
        /// A map came into what the user may see.
        MapAdded = "map-added", "Kaart erbij gekomen", "Map added";
        /// A map left what the user may see.
        MapRemoved = "map-removed", "Kaart niet meer te zien", "Map no longer visible";
        /// Something on a map changed.
        MapChanged = "map-changed", "Kaart gewijzigd", "Map changed";
        /// A card was made of a map.
        CardMade = "card-made", "MLM-kaart gemaakt", "Card made";
        /// The reflections on a map changed.
        ReflectionsChanged = "reflections-changed", "Eigen woorden gewijzigd", "Reflections changed";
    }
}

impl EventKind {
    /// As what an action is told; `None` for what nobody is told of.
    pub(crate) fn of(action: Action, on_map: bool) -> Option<Self> {
        match action.resource() {
            // An import or a confirmed log-in is told by the maps that come with it.
            Some(Resource::Client) => {
                let updates = [Action::Update(Resource::Client), Action::UpdateClientIdentity];
                updates.contains(&action).then_some(Self::ClientChanged)
            }
            Some(Resource::Assignment) => Some(Self::CoachesChanged),
            Some(Resource::Person) if on_map => Some(Self::MapChanged),
            Some(Resource::Person) => Some(Self::PersonsChanged),
            Some(Resource::Card) => Some(Self::CardMade),
            Some(Resource::Reflection) => Some(Self::ReflectionsChanged),
            Some(resource) if resource.is_on_map() => Some(Self::MapChanged),
            // Notes stay with their author; the rest is no part of what a stream shows.
            Some(_) => None,
            None => (action == Action::AssignCoach).then_some(Self::CoachesChanged),
        }
    }

    /// The action that reads what changed. Who may not do that is not told.
    pub(crate) fn reading(self) -> Action {
        match self {
            Self::ClientAdded | Self::ClientRemoved | Self::ClientChanged => Action::Read(Resource::Client),
            Self::CoachesChanged => Action::ListCoaches,
            Self::PersonsChanged => Action::List(Resource::Person),
            Self::MapAdded | Self::MapRemoved | Self::MapChanged => Action::FollowMap,
            Self::CardMade => Action::List(Resource::Card),
            Self::ReflectionsChanged => Action::List(Resource::Reflection),
        }
    }
}
