use super::{Card, CardHead, Comparison, Content, DatedCard, Digest, NewCard, Preview, StoredCard, differences};
use crate::access::{Action, Granted, Resource, Role};
use crate::clients::Client;
use crate::{Caller, CardId, ClientId, Error, MapId, Page, PageRequest, Ports, Result, UnitOfWork};

/// Makes a card of the current state of a map. The map itself does not change.
///
/// # Errors
/// [`Error::Forbidden`] if a coach includes the client's reflections.
pub async fn create(ports: &Ports, caller: &Caller, map: MapId, new: NewCard) -> Result<Card> {
    let (mut work, map) = ports.begin_on(caller, Action::Create(Resource::Card), map).await?;
    work.cards().lock_map(&map).await?;
    let whole = work.maps().whole(&map).await?;
    if new.include_reflections {
        // Only the author of the reflections may include them.
        work.authorization().also(Action::Create(Resource::Reflection), &map)?;
    }
    // Only the id is stored for a repeated request: the card never changes, and persons redacted since stay redacted.
    if let Some(id) = work.stored_response::<CardId>()? {
        let id = work.also(Action::Read(Resource::Card), id).await?;
        let card = card(&mut work, &id).await?;
        return work.end(card).await;
    }
    let head = CardHead {
        id: work.new_id(),
        client_id: map.client().id(),
        map_id: map.id(),
        number: 0,
        made_by: Some(work.named_user()),
        made_as: if map.attributes().is(work.user()) { Role::Client } else { Role::Coach },
        review_on: whole.map.review_on,
        content_hash: Digest([0; 32]),
        created_at: work.now(),
    };
    let support_types = work.support_types().all().await?.support_types;
    let reflections = if new.include_reflections { Some(work.reflections().all_of(&map).await?) } else { None };
    let content = Content { whole, redacted: Vec::new(), support_types, reflections };
    let mut stored = StoredCard::new(head, &content, &ports.secrets.fresh()?)?;
    stored.head.number = work.cards().add(&map, &stored).await?;
    work.commit(stored.head.id).await?;
    Ok(Card { head: stored.head, content })
}

/// Returns a page of the cards of a map, without their content.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn list(ports: &Ports, caller: &Caller, map: MapId, page: PageRequest) -> Result<Page<CardHead>> {
    let (mut work, map) = ports.begin_on(caller, Action::List(Resource::Card), map).await?;
    let cards = work.cards().list(&map, page).await?;
    work.end(cards).await
}

/// Returns a page of the cards of all maps of a client, without their content.
///
/// Cards of private maps are included for the client alone.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Forbidden`] for an integration without the client's consent.
pub async fn list_of_client(
    ports: &Ports,
    caller: &Caller,
    client: ClientId,
    page: PageRequest,
) -> Result<Page<CardHead>> {
    let (mut work, client) = ports.begin_on(caller, Action::ListClientCards, client).await?;
    let sees_private = work.authorization().sees_private(&client);
    let cards = work.cards().list_of_client(&client, sees_private, page).await?;
    work.end(cards).await
}

/// Returns one card, with its client if requested.
///
/// # Errors
/// [`Error::NotFound`], also if the caller may not read the requested client.
pub async fn show(ports: &Ports, caller: &Caller, id: CardId, with_client: bool) -> Result<DatedCard> {
    let (mut work, id) = ports.begin_on(caller, Action::Read(Resource::Card), id).await?;
    let card = card(&mut work, &id).await?;
    let on = work.time_zone().day(card.head.created_at);
    let client = if with_client { client(&mut work, &id.client()).await? } else { None };
    work.end(DatedCard { card, on, client }).await
}

/// Reads the client of a card.
async fn client(work: &mut UnitOfWork, id: &Granted<ClientId>) -> Result<Option<Client>> {
    work.authorization().also(Action::Read(Resource::Client), id)?;
    work.clients().get(id).await
}

/// Reads a card and verifies its integrity.
async fn card(work: &mut UnitOfWork, id: &Granted<CardId>) -> Result<Card> {
    work.cards().get_all(&[id]).await?.pop().ok_or(Error::NotFound)?.verify()
}

/// Compares two cards of the same client, possibly of different maps.
///
/// # Errors
/// [`Error::NotFound`], also for a card of another client.
pub async fn compare(ports: &Ports, caller: &Caller, from: CardId, to: CardId) -> Result<Comparison> {
    let (mut work, from) = ports.begin_on(caller, Action::Read(Resource::Card), from).await?;
    let to = work.also(Action::Read(Resource::Card), to).await?;
    if from.client().id() != to.client().id() {
        return Err(Error::NotFound);
    }
    let stored = work.cards().get_all(&[&from, &to]).await?;
    let [from, to] = <[_; 2]>::try_from(stored).map_err(|_| Error::NotFound)?;
    let (from, to) = (from.verify()?, to.verify()?);
    let (changes, turnover) = differences(&from.content, &to.content);
    work.end(Comparison { from, to, changes, turnover }).await
}

/// Returns the content of a card if it were made now, for its picture, with the client if requested.
///
/// # Errors
/// [`Error::NotFound`], also if the caller may not read the requested client.
pub async fn preview(ports: &Ports, caller: &Caller, map: MapId, with_client: bool) -> Result<Preview> {
    let (mut work, map) = ports.begin_on(caller, Action::PreviewCard, map).await?;
    let whole = work.maps().whole(&map).await?;
    let vocabulary = work.support_types().all().await?;
    let on = work.today();
    let client = if with_client { client(&mut work, &map.client()).await? } else { None };
    work.end(Preview { whole, vocabulary, on, client }).await
}
