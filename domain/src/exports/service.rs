use super::{ExportedMap, WholeClient};
use crate::access::{Action, Target};
use crate::cards::SealedCard;
use crate::{Caller, ClientId, Error, Ports, Result};
use std::collections::{BTreeMap, HashMap};

/// Everything that is the client's; without what is private if the log-in is not confirmed.
///
/// # Errors
/// [`Error::Forbidden`] to everybody but the client.
pub async fn export(ports: &Ports, caller: &Caller, id: ClientId) -> Result<WholeClient> {
    let mut work = ports.begin(caller, Action::ExportClient).await?;
    let facts = work.on(Target::Client(id)).await?;
    let private_too = work.leave().sees_private(&facts);
    let client = work.clients().get(id).await?.ok_or(Error::NotFound)?;
    let support_types = work.support_types().all().await?.support_types;
    let mut maps = work.exports().maps_of(id).await?;
    maps.retain(|whole| private_too || !whole.map.private);
    let reflections = work.exports().reflections_of(id).await?;
    let cards = work.exports().cards_of(id).await?;
    let persons = work.exports().persons_of(id, private_too).await?;
    let at = work.now();
    work.end(()).await?;

    let mut persons: BTreeMap<_, _> = persons.into_iter().map(|person| (person.id, person)).collect();
    let mut by_map = HashMap::<_, Vec<_>>::new();
    for reflection in reflections {
        by_map.entry(reflection.map_id).or_default().push(reflection);
    }
    let mut exported = Vec::with_capacity(maps.len());
    for mut whole in maps {
        // Whoever was on a map at that moment is among the persons, even if removed a moment later.
        for person in std::mem::take(&mut whole.persons) {
            persons.entry(person.id).or_insert(person);
        }
        let reflections = by_map.remove(&whole.map.id).unwrap_or_default();
        exported.push(ExportedMap { whole, reflections });
    }
    let known = |card: &SealedCard| exported.iter().any(|map| map.whole.map.id == card.head.map_id);
    let cards = cards.into_iter().filter(known).map(SealedCard::open).collect::<Result<_>>()?;
    Ok(WholeClient { client, support_types, persons: persons.into_values().collect(), maps: exported, cards, at })
}
