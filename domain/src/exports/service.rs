use super::{ExportHead, ExportedMap};
use crate::access::{Action, Granted};
use crate::cards::{Card, CardHead, StoredCard};
use crate::persons::Person;
use crate::vocabulary::SupportType;
use crate::{Caller, CardId, ClientId, Error, MapId, Page, PageRequest, PersonId, Ports, Result, UnitOfWork};
use std::collections::{BTreeSet, HashMap};

/// Page size for persons, each of at most about 50 kB.
const PERSONS: u64 = 200;
/// Page size for maps and cards, each of at most a few MB.
const MAPS: usize = 4;

/// An export in progress. All pages come from one snapshot; it holds a transaction until it ends.
#[derive(Debug)]
pub struct Export {
    work: UnitOfWork,
    id: Granted<ClientId>,
    private_too: bool,
    head: ExportHead,
    maps: Vec<MapId>,
    cards: Vec<CardId>,
}

/// Starts an export of all data of the client; private data is excluded if the log-in is not confirmed.
///
/// # Errors
/// [`Error::Forbidden`] for everyone except the client.
pub async fn open(ports: &Ports, caller: &Caller, id: ClientId) -> Result<Export> {
    let (work, id) = ports.begin_snapshot(caller, Action::ExportClient, id).await?;
    let private_too = work.authorization().sees_private(&id);
    Export::of(work, id, private_too).await
}

impl Export {
    /// Starts an export in this unit of work.
    pub(crate) async fn of(mut work: UnitOfWork, id: Granted<ClientId>, private_too: bool) -> Result<Self> {
        let client = work.clients().get(&id).await?.ok_or(Error::NotFound)?;
        let support_types = work.support_types().all().await?.support_types;
        let maps = work.exports().map_ids(&id, private_too).await?;
        let cards = work.exports().card_ids(&id, &maps).await?;
        let head = ExportHead { client, support_types, at: work.now() };
        Ok(Self { work, id, private_too, head, maps, cards })
    }

    /// The part before the lists.
    #[must_use]
    pub fn head(&self) -> &ExportHead {
        &self.head
    }

    /// The ids of all maps, in order.
    #[must_use]
    pub fn map_ids(&self) -> &[MapId] {
        &self.maps
    }

    /// Returns the support types used on a map.
    pub async fn types_on_maps(&mut self) -> Result<Vec<SupportType>> {
        self.work.exports().types_on_maps(&self.id).await
    }

    /// Returns the organisation's support types, followed by those that only old cards have.
    ///
    /// # Errors
    /// As [`Export::cards`].
    pub async fn all_types(&mut self) -> Result<Vec<SupportType>> {
        let mut others = BTreeSet::new();
        let mut from = 0;
        loop {
            let cards = self.cards(from).await?;
            if cards.is_empty() {
                break;
            }
            from += cards.len();
            for whole in cards.into_iter().map(|card| card.content.whole) {
                let supports = whole.supporters.into_iter().filter_map(|one| one.answers.supports).flatten();
                others.extend(supports.map(|support| support.support_type));
                others.extend(whole.needs.into_iter().map(|need| need.support_type));
            }
        }
        let mut types: Vec<_> = self.head.support_types.iter().map(|entry| entry.code.clone()).collect();
        others.retain(|code| !types.contains(code));
        types.extend(others);
        Ok(types)
    }

    /// Returns the persons after this one, ordered by id; empty at the end.
    pub async fn persons(&mut self, after: Option<PersonId>) -> Result<Vec<Person>> {
        self.work.exports().persons_after(&self.id, self.private_too, after, PERSONS).await
    }

    /// Returns the next maps from this index, ordered by id; empty at the end.
    pub async fn maps(&mut self, from: usize) -> Result<Vec<ExportedMap>> {
        let ids = page(&self.maps, from);
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let maps = self.work.exports().maps_of(&self.id, ids).await?;
        let mut by_map = HashMap::<_, Vec<_>>::new();
        for reflection in self.work.exports().reflections_of(&self.id, ids).await? {
            by_map.entry(reflection.map_id).or_default().push(reflection);
        }
        let exported = |whole: crate::maps::WholeMap| {
            let reflections = by_map.remove(&whole.map.id).unwrap_or_default();
            ExportedMap { whole, reflections }
        };
        Ok(maps.into_iter().map(exported).collect())
    }

    /// Returns the next cards from this index, ordered by map and number; empty at the end.
    ///
    /// # Errors
    /// [`Error::Internal`] if the content of a card does not match its hash.
    pub async fn cards(&mut self, from: usize) -> Result<Vec<Card>> {
        let ids = page(&self.cards, from);
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let cards = self.work.exports().cards_of(&self.id, ids).await?;
        cards.into_iter().map(StoredCard::verify).collect()
    }

    /// Returns a page of the cards without their content, ordered by id.
    pub async fn card_heads(&mut self, page: PageRequest) -> Result<Page<CardHead>> {
        self.work.cards().list_of_client(&self.id, self.private_too, page).await
    }

    /// Ends the export and its transaction.
    pub async fn end(self) -> Result<()> {
        self.work.end(()).await
    }
}

fn page<T>(ids: &[T], from: usize) -> &[T] {
    let rest = ids.get(from..).unwrap_or_default();
    rest.get(..MAPS).unwrap_or(rest)
}
