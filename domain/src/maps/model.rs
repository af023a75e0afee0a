use crate::agreements::Agreement;
use crate::audit::Disclosure;
use crate::needs::Need;
use crate::persons::Person;
use crate::supporters::Supporter;
use crate::ties::Tie;
use crate::{ClientId, MapId, ShortText, Version};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// The working document "Mijn leven met …" of one client about one theme, without its contents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Map {
    /// Unique identifier.
    pub id: MapId,
    /// The client who owns the map.
    pub client_id: ClientId,
    /// What the client lives with.
    pub theme: ShortText,
    /// Whether the map is private to the client.
    pub private: bool,
    /// The answer to "I have named everyone"; distinguishes an empty network from a map not yet begun.
    pub everyone_named: Option<bool>,
    /// The answer to "I have named every tie".
    pub every_tie_named: Option<bool>,
    /// The review date.
    pub review_on: Option<NaiveDate>,
    /// Version, incremented by every change of anything on the map.
    pub version: Version,
    /// Version of the map itself, without its contents.
    #[serde(default = "crate::version::first")]
    pub head_version: Version,
    /// Version of the needs.
    #[serde(default = "crate::version::first")]
    pub needs_version: Version,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When anything on the map last changed.
    pub updated_at: DateTime<Utc>,
}

impl Disclosure for Map {}

impl Map {
    /// The current revision.
    #[must_use]
    pub fn revision(&self) -> Revision {
        Revision { version: self.version, updated_at: self.updated_at }
    }
}

/// One state of a map and everything on it.
///
/// The instant distinguishes states with the same version, as after restoring a backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revision {
    /// The version of the map.
    pub version: Version,
    /// When anything on the map last changed.
    pub updated_at: DateTime<Utc>,
}

/// A map with everything on it. Lists are ordered by id; needs and supports by type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WholeMap {
    /// The map itself.
    pub map: Map,
    /// The persons who are supporters on the map.
    pub persons: Vec<Person>,
    /// The supporters on the map.
    pub supporters: Vec<Supporter>,
    /// The ties between supporters.
    pub ties: Vec<Tie>,
    /// The client's needs.
    pub needs: Vec<Need>,
    /// The agreements on the map.
    pub agreements: Vec<Agreement>,
}

impl Disclosure for WholeMap {}

impl WholeMap {
    /// The supporters whose person does not belong to the past, who can be available.
    pub fn present(&self) -> impl Iterator<Item = &Supporter> {
        let past: HashSet<_> = self.persons.iter().filter(|person| person.past).map(|person| person.id).collect();
        self.supporters.iter().filter(move |supporter| !past.contains(&supporter.person_id))
    }

    /// Sorts all lists into their defined order.
    pub fn sort(&mut self) {
        self.persons.sort_by_key(|person| person.id);
        self.supporters.sort_by_key(|supporter| supporter.id);
        self.ties.sort_by_key(|tie| tie.id);
        self.needs.sort();
        self.agreements.sort_by_key(|agreement| agreement.id);
    }
}

impl From<Map> for WholeMap {
    /// A map without contents.
    fn from(map: Map) -> Self {
        Self {
            map,
            persons: Vec::new(),
            supporters: Vec::new(),
            ties: Vec::new(),
            needs: Vec::new(),
            agreements: Vec::new(),
        }
    }
}

/// Input for creating a map.
#[derive(Clone, Debug)]
pub struct NewMap {
    /// What the client lives with.
    pub theme: ShortText,
    /// Whether the map is private to the client.
    pub private: bool,
}

impl NewMap {
    /// Builds the map, created at `now`.
    pub(super) fn at(self, id: MapId, client_id: ClientId, now: DateTime<Utc>) -> Map {
        Map {
            id,
            client_id,
            theme: self.theme,
            private: self.private,
            everyone_named: None,
            every_tie_named: None,
            review_on: None,
            version: 1,
            head_version: 1,
            needs_version: 1,
            created_at: now,
            updated_at: now,
        }
    }
}

/// Partial update of the map itself.
///
/// `None` leaves a member unchanged, `Some(None)` makes it unanswered.
#[derive(Clone, Debug, Default)]
pub struct MapChanges {
    /// New theme.
    pub theme: Option<ShortText>,
    /// Whether the map is private to the client.
    pub private: Option<bool>,
    /// The answer to "I have named everyone".
    pub everyone_named: Option<Option<bool>>,
    /// The answer to "I have named every tie".
    pub every_tie_named: Option<Option<bool>>,
    /// New review date.
    pub review_on: Option<Option<NaiveDate>>,
}

impl MapChanges {
    /// Applies the changes and increments the versions.
    pub(super) fn apply(self, map: &mut Map, now: DateTime<Utc>) {
        crate::patch(&mut map.theme, self.theme);
        crate::patch(&mut map.private, self.private);
        crate::patch(&mut map.everyone_named, self.everyone_named);
        crate::patch(&mut map.every_tie_named, self.every_tie_named);
        crate::patch(&mut map.review_on, self.review_on);
        map.head_version += 1;
        crate::version::bump(&mut map.version, &mut map.updated_at, now);
    }
}
