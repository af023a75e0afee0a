use crate::agreements::Agreement;
use crate::needs::Need;
use crate::persons::Person;
use crate::supporters::Supporter;
use crate::ties::Tie;
use crate::{ClientId, MapId, ShortText, Version};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// The working document "Mijn leven met …" of one client, about one theme; without what is on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Map {
    /// Id.
    pub id: MapId,
    /// Whose it is.
    pub client_id: ClientId,
    /// With what the client lives.
    pub theme: ShortText,
    /// Whether the client keeps it to themself.
    pub private: bool,
    /// "I have named everyone": makes a map of nobody another thing than one not begun.
    pub everyone_named: Option<bool>,
    /// "I have named every tie".
    pub every_tie_named: Option<bool>,
    /// When to look again.
    pub review_on: Option<NaiveDate>,
    /// Version; counts the changes of anything on the map.
    pub version: Version,
    /// Counts the changes of the map itself.
    #[serde(default = "crate::version::first")]
    pub head_version: Version,
    /// Counts the changes of the needs.
    #[serde(default = "crate::version::first")]
    pub needs_version: Version,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When anything on it last changed.
    pub updated_at: DateTime<Utc>,
}

impl Map {
    /// Its state now.
    #[must_use]
    pub fn revision(&self) -> Revision {
        Revision { version: self.version, updated_at: self.updated_at }
    }
}

/// One state of a map and of everything on it. The instant tells two states of one version apart, as after a restore from a backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revision {
    /// The map's version.
    pub version: Version,
    /// When anything on it last changed.
    pub updated_at: DateTime<Utc>,
}

/// A map with everything on it, each in order of id, needs and supports in order of type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WholeMap {
    /// The map itself.
    pub map: Map,
    /// The persons who are supporters on it.
    pub persons: Vec<Person>,
    /// The supporters.
    pub supporters: Vec<Supporter>,
    /// The ties among them.
    pub ties: Vec<Tie>,
    /// What the client needs.
    pub needs: Vec<Need>,
    /// Who is asked what.
    pub agreements: Vec<Agreement>,
}

impl WholeMap {
    /// The supporters whose person does not belong to the past: those the client could count on.
    pub fn present(&self) -> impl Iterator<Item = &Supporter> {
        let past: HashSet<_> = self.persons.iter().filter(|person| person.past).map(|person| person.id).collect();
        self.supporters.iter().filter(move |supporter| !past.contains(&supporter.person_id))
    }

    /// Puts everything in the order it is given back in.
    pub fn sort(&mut self) {
        self.persons.sort_by_key(|person| person.id);
        self.supporters.sort_by_key(|supporter| supporter.id);
        self.ties.sort_by_key(|tie| tie.id);
        self.needs.sort();
        self.agreements.sort_by_key(|agreement| agreement.id);
    }
}

impl From<Map> for WholeMap {
    /// The map with nothing on it yet.
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

/// What is needed to create a map.
#[derive(Clone, Debug)]
pub struct NewMap {
    /// Theme.
    pub theme: ShortText,
    /// Whether the client keeps it to themself.
    pub private: bool,
}

impl NewMap {
    /// The map, at this instant.
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

/// What to change of the map itself; `None` leaves a member as it is, `Some(None)` makes it unanswered.
#[derive(Clone, Debug, Default)]
pub struct MapChanges {
    /// Theme.
    pub theme: Option<ShortText>,
    /// Whether the client keeps it to themself.
    pub private: Option<bool>,
    /// "I have named everyone".
    pub everyone_named: Option<Option<bool>>,
    /// "I have named every tie".
    pub every_tie_named: Option<Option<bool>>,
    /// When to look again.
    pub review_on: Option<Option<NaiveDate>>,
}

impl MapChanges {
    /// Makes the changes, and counts them.
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
