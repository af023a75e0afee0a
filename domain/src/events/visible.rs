use super::{Candidate, Change, EventKind};
use crate::access::{Attributes, Authorization, Resource};
use crate::maps::LastChange;
use crate::{ClientId, MapId, Version};
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// The user's rights on the clients and maps that were read with their attributes.
pub(super) struct Rights<'a> {
    authorization: &'a Authorization,
    clients: BTreeMap<ClientId, Attributes>,
    maps: BTreeMap<MapId, &'a Candidate>,
}

impl<'a> Rights<'a> {
    pub(super) fn new(authorization: &'a Authorization, candidates: &'a [Candidate]) -> Self {
        // The privacy of a map does not affect the client itself.
        let client = |Candidate { attributes: of, .. }: &Candidate| {
            (of.client_id, Attributes { private: false, map: None, ..*of })
        };
        let map = |candidate: &'a Candidate| candidate.attributes.map.map(|map| (map.id, candidate));
        Self {
            authorization,
            clients: candidates.iter().map(client).collect(),
            maps: candidates.iter().filter_map(map).collect(),
        }
    }

    /// Returns the last change of a map.
    pub(super) fn last_change(&self, map: MapId) -> Option<&LastChange> {
        self.maps.get(&map)?.last_change.as_ref()
    }

    /// Whether the user may read the subject of a change of this kind.
    pub(super) fn allow(&self, kind: EventKind, client: ClientId, map: Option<MapId>) -> bool {
        let attributes = match map {
            Some(map) => self.maps.get(&map).map(|candidate| candidate.attributes),
            None => self.clients.get(&client).copied(),
        };
        let attributes = attributes.filter(|attributes| attributes.client_id == client);
        let reading = kind.reading();
        // A card is listed with its client too: the attributes are those of its map, so a private map stays hidden.
        match map.filter(|_| reading.target() == Some(Resource::Map)) {
            Some(map) => self.authorization.may(reading, map, attributes).is_ok(),
            None => self.authorization.may(reading, client, attributes).is_ok(),
        }
    }

    /// The clients and maps visible to the user, with current map versions marked as sent.
    pub(super) fn visible(&self) -> Visible {
        let clients = self.clients.keys().copied();
        let map = |(id, candidate): (&MapId, &&Candidate)| {
            let sent = candidate.last_change.as_ref()?.version;
            let seen = SeenMap { client: candidate.attributes.client_id, sent };
            self.allow(EventKind::MapChanged, seen.client, Some(*id)).then_some((*id, seen))
        };
        Visible {
            clients: clients.filter(|client| self.allow(EventKind::ClientAdded, *client, None)).collect(),
            maps: self.maps.iter().filter_map(map).collect(),
        }
    }
}

/// The clients and maps visible to a user.
#[derive(Clone, Debug, Default)]
pub(super) struct Visible {
    pub(super) clients: BTreeSet<ClientId>,
    pub(super) maps: BTreeMap<MapId, SeenMap>,
}

/// The client of a map, and the last version sent to the subscriber.
#[derive(Clone, Copy, Debug)]
pub(super) struct SeenMap {
    client: ClientId,
    pub(super) sent: Version,
}

impl Visible {
    /// A digest of the ids.
    pub(super) fn digest(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.clients.hash(&mut hasher);
        self.maps.keys().for_each(|map| map.hash(&mut hasher));
        hasher.finish()
    }

    /// Copies the last version sent of each map.
    pub(super) fn copy_sent_versions(&mut self, before: &Self) {
        for (id, map) in &mut self.maps {
            if let Some(before) = before.maps.get(id) {
                map.sent = before.sent;
            }
        }
    }

    /// Marks no version of any map as sent.
    pub(super) fn reset_sent_versions(mut self) -> Self {
        self.maps.values_mut().for_each(|map| map.sent = 0);
        self
    }

    /// The clients and maps removed and added since; maps of an added or removed client are implied.
    pub(super) fn differences(&self, before: &Self) -> Vec<Change> {
        let clients = |kind, some: &Self, others: &Self| {
            let some = some.clients.difference(&others.clients);
            some.map(move |client| Change::of(kind, *client, None)).collect::<Vec<_>>()
        };
        let maps = |kind, some: &Self, others: &Self| {
            let alone = |(id, map): &(&MapId, &SeenMap)| {
                !others.maps.contains_key(id)
                    && self.clients.contains(&map.client)
                    && before.clients.contains(&map.client)
            };
            let some = some.maps.iter().filter(alone);
            some.map(move |(id, map)| Change::of(kind, map.client, Some(*id))).collect::<Vec<_>>()
        };
        [
            clients(EventKind::ClientRemoved, before, self),
            maps(EventKind::MapRemoved, before, self),
            clients(EventKind::ClientAdded, self, before),
            maps(EventKind::MapAdded, self, before),
        ]
        .concat()
    }
}
