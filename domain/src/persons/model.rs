use crate::vocabulary::{LifeDomain, Relationship};
use crate::{ClientId, LongText, MapId, PersonId, ShortText, Version};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Somebody in a client's life. Belongs to the client, and lives on over maps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Id.
    pub id: PersonId,
    /// The client in whose life it is.
    pub client_id: ClientId,
    /// What is known of the person.
    pub profile: Profile,
    /// Whether they belong to the past: they died, or the tie broke. Nobody to call, to cover a need or for a new map; cards keep them.
    #[serde(default)]
    pub past: bool,
    /// Version.
    pub version: Version,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

/// A person, and the maps they are on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonOnMaps {
    /// The person.
    pub person: Person,
    /// The maps, in order of id: those that the caller may see.
    pub maps: Vec<MapId>,
}

/// What is known of a person. An alias is enough.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// What the client calls them.
    pub alias: ShortText,
    /// What they are to the client.
    pub relationship: Option<Relationship>,
    /// The part of life in which they meet.
    pub life_domain: Option<LifeDomain>,
    /// Phone number.
    pub phone: Option<ShortText>,
    /// Email address.
    pub email: Option<ShortText>,
    /// A note.
    pub note: Option<LongText>,
}

impl Profile {
    /// The person, new at this instant.
    pub(crate) fn at(self, id: PersonId, client_id: ClientId, now: DateTime<Utc>) -> Person {
        Person { id, client_id, profile: self, past: false, version: 1, created_at: now, updated_at: now }
    }
}

/// What to change of a person; `None` leaves a member as it is, `Some(None)` removes it.
#[derive(Clone, Debug, Default)]
pub struct PersonChanges {
    /// Alias.
    pub alias: Option<ShortText>,
    /// Relationship.
    pub relationship: Option<Option<Relationship>>,
    /// Life domain.
    pub life_domain: Option<Option<LifeDomain>>,
    /// Phone number.
    pub phone: Option<Option<ShortText>>,
    /// Email address.
    pub email: Option<Option<ShortText>>,
    /// Note.
    pub note: Option<Option<LongText>>,
    /// Whether they belong to the past.
    pub past: Option<bool>,
}

impl PersonChanges {
    /// The person after the changes, one version on.
    pub(super) fn apply(self, mut person: Person, now: DateTime<Utc>) -> Person {
        let profile = &mut person.profile;
        crate::patch(&mut profile.alias, self.alias);
        crate::patch(&mut profile.relationship, self.relationship);
        crate::patch(&mut profile.life_domain, self.life_domain);
        crate::patch(&mut profile.phone, self.phone);
        crate::patch(&mut profile.email, self.email);
        crate::patch(&mut profile.note, self.note);
        crate::patch(&mut person.past, self.past);
        crate::version::bump(&mut person.version, &mut person.updated_at, now);
        person
    }
}
