use crate::audit::Disclosure;
use crate::vocabulary::{LifeDomain, Relationship};
use crate::{ClientId, LongText, MapId, PersonId, ShortText, Version};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A person in a client's life. Belongs to the client and can be on several maps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Unique identifier.
    pub id: PersonId,
    /// The client to whom the person belongs.
    pub client_id: ClientId,
    /// The profile of the person.
    pub profile: Profile,
    /// Whether the person belongs to the past: they died, or the tie broke.
    ///
    /// Excluded from look-up, coverage and new maps; kept on cards.
    #[serde(default)]
    pub past: bool,
    /// Version, incremented by every update.
    pub version: Version,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

impl Disclosure for Person {}

/// A person, with the maps they are on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonOnMaps {
    /// The person.
    pub person: Person,
    /// The maps visible to the caller, ordered by id.
    pub maps: Vec<MapId>,
}

impl Disclosure for PersonOnMaps {}

/// The profile of a person; only the alias is required.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// The name by which the client calls them.
    pub alias: ShortText,
    /// The relationship to the client.
    pub relationship: Option<Relationship>,
    /// The life domain in which the client meets them.
    pub life_domain: Option<LifeDomain>,
    /// Phone number, as written.
    pub phone: Option<ShortText>,
    /// Email address, as written.
    pub email: Option<ShortText>,
    /// The client's note about the person.
    pub note: Option<LongText>,
}

impl Profile {
    /// Builds a person, created at `now`.
    pub(crate) fn at(self, id: PersonId, client_id: ClientId, now: DateTime<Utc>) -> Person {
        Person { id, client_id, profile: self, past: false, version: 1, created_at: now, updated_at: now }
    }
}

/// Partial update of a person: `None` leaves a member unchanged, `Some(None)` removes it.
#[derive(Clone, Debug, Default)]
pub struct PersonChanges {
    /// New alias.
    pub alias: Option<ShortText>,
    /// New relationship.
    pub relationship: Option<Option<Relationship>>,
    /// New life domain.
    pub life_domain: Option<Option<LifeDomain>>,
    /// New phone number.
    pub phone: Option<Option<ShortText>>,
    /// New email address.
    pub email: Option<Option<ShortText>>,
    /// New note.
    pub note: Option<Option<LongText>>,
    /// Whether the person belongs to the past.
    pub past: Option<bool>,
}

impl PersonChanges {
    /// Returns the person with the changes applied and the version incremented.
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
