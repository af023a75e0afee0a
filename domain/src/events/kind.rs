use crate::access::{Action, Resource};
use crate::vocabulary::words;

words! {
    /// The kinds of changes in a user's event stream.
    pub enum EventKind {
        /// A client became visible to the user.
        ClientAdded = "client-added", "Cliënt erbij gekomen", "Client added";
        /// A client is no longer visible to the user.
        ClientRemoved = "client-removed", "Cliënt niet meer te zien", "Client no longer visible";
        /// The client's administrative data changed.
        ClientChanged = "client-changed", "Gegevens van de cliënt gewijzigd", "Client’s details changed";
        /// The client's coaches changed.
        CoachesChanged = "coaches-changed", "Coaches gewijzigd", "Coaches changed";
        /// The client's persons changed, without effect on a map.
        PersonsChanged = "persons-changed", "Personen gewijzigd", "Persons changed";
        /// A map became visible to the user.
        MapAdded = "map-added", "Kaart erbij gekomen", "Map added";
        /// A map is no longer visible to the user.
        MapRemoved = "map-removed", "Kaart niet meer te zien", "Map no longer visible";
        /// Something on a map changed.
        MapChanged = "map-changed", "Kaart gewijzigd", "Map changed";
        /// A card of a map was made.
        CardMade = "card-made", "MLM-kaart gemaakt", "Card made";
        /// The reflections on a map changed.
        ReflectionsChanged = "reflections-changed", "Eigen woorden gewijzigd", "Reflections changed";
    }
}

impl EventKind {
    /// The kind as which an action is reported; `None` if it is not reported.
    pub(crate) fn of(action: Action, on_map: bool) -> Option<Self> {
        match action.resource() {
            // An import or a confirmed log-in is reported through the maps it adds.
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
            // Coach notes are visible to their author only; streams do not show the other resources.
            Some(_) => None,
            None => (action == Action::AssignCoach).then_some(Self::CoachesChanged),
        }
    }

    /// The action needed to read the changed resource; a user who may not perform it is not notified.
    pub(crate) fn reading(self) -> Action {
        match self {
            Self::ClientAdded | Self::ClientRemoved | Self::ClientChanged => Action::Read(Resource::Client),
            Self::CoachesChanged => Action::ListCoaches,
            Self::PersonsChanged => Action::List(Resource::Person),
            Self::MapAdded | Self::MapRemoved | Self::MapChanged => Action::FollowMap,
            Self::CardMade => Action::ListClientCards,
            Self::ReflectionsChanged => Action::List(Resource::Reflection),
        }
    }
}
