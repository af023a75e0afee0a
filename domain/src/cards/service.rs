use super::{Card, CardHead, Comparison, Content, DatedCard, Digest, NewCard, Preview, differences};
use crate::access::{Action, Role, Target};
use crate::{Caller, CardId, Error, MapId, Page, PageRequest, Ports, Result};

/// Makes a card of a map as it is now. The map itself does not change.
///
/// # Errors
/// [`Error::Forbidden`] to a coach who would put the client's reflections on it.
pub async fn create(ports: &Ports, caller: &Caller, map: MapId, new: NewCard) -> Result<Card> {
    let mut work = ports.begin(caller, Action::CreateCard).await?;
    work.cards().hold(map).await?;
    let (facts, whole) = work.whole(map).await?;
    if new.include_reflections {
        // Whose words they are chooses.
        work.leave().may(Action::CreateReflection, Some(facts))?;
    }
    // A card never changes: only its id is kept for a replay, and nobody who was taken off it since comes back.
    if let Some(id) = work.replayed::<CardId>()? {
        let (_, card) = work.card(id).await?;
        return work.end(card).await;
    }
    let head = CardHead {
        id: work.new_id(),
        client_id: facts.client_id,
        map_id: map,
        number: 0,
        made_by: Some(work.user()),
        made_as: if facts.is(work.user()) { Role::Client } else { Role::Coach },
        review_on: whole.map.review_on,
        content_hash: Digest([0; 32]),
        created_at: work.now(),
    };
    let support_types = work.support_types().all().await?.support_types;
    let reflections = if new.include_reflections { Some(work.reflections().all_of(map).await?) } else { None };
    let content = Content { whole, redacted: Vec::new(), support_types, reflections };
    let mut sealed = Card::seal(head, &content, &ports.secrets.fresh()?)?;
    sealed.head.number = work.cards().add(&sealed).await?;
    work.commit(sealed.head.id).await?;
    Ok(Card { head: sealed.head, content })
}

/// A page of the cards of a map, without what is on them.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn list(ports: &Ports, caller: &Caller, map: MapId, page: PageRequest) -> Result<Page<CardHead>> {
    let (mut work, _) = ports.begin_on(caller, Action::ListCards, Target::Map(map)).await?;
    let cards = work.cards().list(map, page).await?;
    work.end(cards).await
}

/// One card.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, id: CardId) -> Result<DatedCard> {
    let mut work = ports.begin(caller, Action::ReadCard).await?;
    let (_, card) = work.card(id).await?;
    let on = work.time_zone().day(card.head.created_at);
    work.end(DatedCard { card, on }).await
}

/// What changed from one card to another of the same client, be it of another map.
///
/// # Errors
/// [`Error::NotFound`], also for a card of another client.
pub async fn compare(ports: &Ports, caller: &Caller, from: CardId, to: CardId) -> Result<Comparison> {
    let mut work = ports.begin(caller, Action::ReadCard).await?;
    let (_, from) = work.card(from).await?;
    let (_, to) = work.card(to).await?;
    if from.head.client_id != to.head.client_id {
        return Err(Error::NotFound);
    }
    let (changes, turnover) = differences(&from.content, &to.content);
    work.end(Comparison { from, to, changes, turnover }).await
}

/// What a card made now would carry, for its picture.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn preview(ports: &Ports, caller: &Caller, map: MapId) -> Result<Preview> {
    let mut work = ports.begin(caller, Action::PreviewCard).await?;
    let (_, whole) = work.whole(map).await?;
    let vocabulary = work.support_types().all().await?;
    let on = work.today();
    work.end(Preview { whole, vocabulary, on }).await
}
